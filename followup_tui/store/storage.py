"""The storage: one file of plain TinyDB JSON, kept in memory and replaced whole at each change.

The file has TinyDB's own form, ``{table: {document id: document}}``, so that stock TinyDB reads
it (with ``document_id_class = str``, TinyDB's documented setting for ids that are not numbers).
Its table ``_meta`` says in which version of that form it is written.

In memory a document stays the JSON that it is in the file, until somebody asks for it: opening
and saving cost what moving bytes costs, not what making objects of all of them would.

`read` and `write` are TinyDB's contract. The rest of the store asks for `documents` and hands in
`Edits`; a journal can take the place of this class by doing the same.
"""

from __future__ import annotations

import errno
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
from tinydb.storages import Storage

from followup_tui.domain.change import StoreProblem
from followup_tui.store.files import (
    PRIVATE_FILE,
    Signature,
    remove_left_behind,
    signature,
    signature_of,
    unreadable,
    unwritable,
    write_whole,
)
from followup_tui.store.index import Index, Place, index_path, read_index, write_index

FORMAT = 1
"""The version of the file's form; a file of a higher one is refused."""
META = "_meta"
_META_ID = "1"
LATE = 16_000_000
"""Bytes from which on a table is read only when it is asked for."""
LOCK_WAIT = 10.0
"""Seconds to wait for another program that is writing."""

Documents = dict[str, msgspec.Raw]
"""Document id -> its JSON."""
Tables = dict[str, msgspec.Raw | Documents | Place]
"""Table -> its documents, or its JSON where it was not split yet, or where that is to be read."""
Edits = Mapping[str, Mapping[str, msgspec.Raw | None]]
"""Table -> document id -> the new document, or None where it goes."""


class _Meta(msgspec.Struct):
    format: int


class AtomicStorage(Storage):
    """TinyDB's storage over one file. Safe to call from any thread; raises `StoreProblem`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._writing = threading.RLock()  # one writer at a time; held while the disk works
        self._guard = threading.RLock()  # held for moments only, so that reading never waits
        self._tables: Tables = {}
        self._signature: Signature | None = None
        self._places: dict[str, Place] | None = {}
        """Where the tables stand in the file; None where that is not known."""
        self._summary = b""
        self.generation = 0
        """Grows each time the file was found changed by another program and taken in."""
        self.refresh()
        self.generation = 0

    # TinyDB's contract

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return the whole content as plain values, or None while there is none."""
        with self._guard:
            if not self._tables:
                return None
            return {name: _plain(self.documents(name)) for name in self._tables}

    def write(self, data: Mapping[str, Mapping[Any, Any]]) -> None:
        """Put `data` in place of everything."""
        with self._writing, self._locked():
            self._replace(
                {
                    name: {str(key): raw(value) for key, value in table.items()}
                    for name, table in data.items()
                }
            )

    # What the store uses

    def documents(self, table: str) -> Mapping[str, msgspec.Raw]:
        """Return the documents of a table as they stand, undecoded; empty where there is none.

        The mapping is never changed afterwards: a change makes a new one. Where the file was
        changed by another program before this table was first asked for, that is taken in.
        """
        with self._guard:
            found = self._tables.get(table)
        if isinstance(found, Place):
            with self._writing:
                found = self._load(table)
        if found is None:
            return {}
        if isinstance(found, msgspec.Raw):
            documents = split(self.path, table, found)
            with self._guard:
                if self._tables.get(table) is found:
                    self._tables[table] = documents
            return documents
        return found

    @property
    def summary(self) -> bytes:
        """What `keep_summary` was given for this very state of the file, or nothing."""
        with self._guard:
            return self._summary

    def keep_summary(self, summary: bytes) -> None:
        """Keep something that follows from the content, to be found again while that stands."""
        with self._writing:
            with self._guard:
                self._summary = summary
                places, found = self._places, self._signature
            if places and found is not None:
                write_index(self.path, Index(FORMAT, found, places, summary))

    def apply(self, edits: Edits) -> None:
        """Write all of `edits` as one, on top of what other programs wrote meanwhile.

        When it raises, neither the file nor what is in memory has changed.
        """
        with self._writing, self._locked():
            self._take_in()
            with self._guard:
                names = list(self._tables)
            tables: Tables = {name: self._load(name) for name in names}
            for name, changes in edits.items():
                documents = dict(self.documents(name))
                for document_id, document in changes.items():
                    if document is None:
                        documents.pop(document_id, None)
                    else:
                        documents[document_id] = document
                tables[name] = documents
            self._replace(tables)

    def refresh(self) -> bool:
        """Take in what another program has written since; say whether there was anything."""
        with self._writing:
            return self._take_in()

    def _take_in(self) -> bool:
        found = signature(self.path)
        if found is None or found == self._signature:
            # A file that somebody removed is no news: what is known is written anew with the
            # next change, rather than lost.
            return False
        index = read_index(self.path, form=FORMAT, signature=found)
        tables = open_early(self.path, index) if index is not None else None
        if tables is None:
            index = None
            tables, found = open_tables(self.path)
        with self._guard:
            self._tables = tables
            self._signature = found
            self._places = index.places if index else None
            self._summary = index.summary if index else b""
            self.generation += 1
        return True

    def _load(self, table: str) -> msgspec.Raw | Documents:
        """Return a table that may not have been read yet, the writing lock being held."""
        while isinstance(found := self._tables.get(table, {}), Place):
            content = read_places(self.path, (found,), self._signature)
            if content is not None:
                with self._guard:
                    found = self._tables[table] = msgspec.Raw(content[0])
                break
            if not self._take_in():
                raise StoreProblem(
                    f"{self.path} was taken away while followup was open: "
                    "put it back, then try again."
                )
        return found

    def _replace(self, tables: Tables) -> None:
        # The meta table goes first, so that a look at the beginning of the file tells its form.
        whole: Tables = {META: {_META_ID: raw(_Meta(FORMAT))}}
        whole.update((name, table) for name, table in tables.items() if name != META)
        pieces, places = _laid_out(whole)
        written = write_whole(self.path, pieces)
        with self._guard:
            self._tables = whole
            self._signature = written
            self._places = places
        self.keep_summary(b"")

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Hold the lock that all programs over this file share."""
        # Not needed before the first change, so not imported before it.
        from filelock import FileLock, Timeout  # noqa: PLC0415

        if not self.path.parent.is_dir():  # the lock would make the folder anew
            raise unwritable(self.path, FileNotFoundError(errno.ENOENT, "gone"))
        lock = FileLock(self.path.with_suffix(".lock"), timeout=LOCK_WAIT, mode=PRIVATE_FILE)
        try:
            lock.acquire(poll_interval=0.01)
        except Timeout as error:
            raise StoreProblem(
                f"Nothing was saved to {self.path}: another followup has been writing there for "
                f"{LOCK_WAIT:.0f} seconds. Wait for it or end it, then try again."
            ) from error
        except OSError as error:
            raise unwritable(self.path, error) from error
        try:
            for path in (self.path, index_path(self.path)):
                remove_left_behind(path.parent, path.name)
            yield
        finally:
            lock.release()


def raw(value: object) -> msgspec.Raw:
    """Return a value as the JSON that a document is kept as.

    Raises `StoreProblem` for what JSON cannot say.
    """
    if isinstance(value, msgspec.Raw):
        return value
    try:
        return msgspec.Raw(msgspec.json.encode(value))
    except (msgspec.EncodeError, UnicodeEncodeError, OverflowError, TypeError) as error:
        raise StoreProblem(
            f"This cannot be written to a file: {error}. Nothing was saved."
        ) from error


def open_tables(path: Path) -> tuple[Tables, Signature]:
    """Return the tables of a desk's file, undecoded, and the signature of what was read.

    Raises `StoreProblem` for a file that cannot be read, is of a newer form, or is no desk's.
    """
    try:
        with path.open("rb") as file:
            found = signature_of(file.fileno())
            content = file.read()
    except OSError as error:
        raise unreadable(path, error) from error
    if not content.strip():
        raise StoreProblem(
            f"{path} is empty, and followup never leaves it so: put back a copy of it, "
            "or delete it to begin anew."
        )
    try:
        tables: dict[str, msgspec.Raw] = msgspec.json.decode(content, type=dict[str, msgspec.Raw])
    except msgspec.ValidationError as error:
        raise _not_a_desk(path, "it holds no tables") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _not_a_desk(path, f"it is no whole JSON ({error})") from error
    _check_format(path, tables)
    return dict(tables), found


def open_early(path: Path, index: Index) -> Tables | None:
    """Return the tables of an indexed file: the small ones read, of the large ones the place.

    None where the file is not the one that the index is of.
    """
    early = {name: place for name, place in index.places.items() if place.length < LATE}
    contents = read_places(path, tuple(early.values()), index.signature)
    if contents is None:
        return None
    return {**index.places, **dict(zip(early, map(msgspec.Raw, contents), strict=True))}


def read_places(
    path: Path, places: Sequence[Place], expected: Signature | None
) -> list[bytes] | None:
    """Return what stands at places of the file, or None if it is not the file expected."""
    contents = []
    try:
        with path.open("rb") as file:
            if signature_of(file.fileno()) != expected:
                return None
            for place in places:
                file.seek(place.offset)
                contents.append(file.read(place.length))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unreadable(path, error) from error
    return contents


def _laid_out(tables: Tables) -> tuple[list[bytes], dict[str, Place]]:
    """Return the content of a file in pieces, and the place of each table in it."""
    pieces = [b"{"]
    places: dict[str, Place] = {}
    offset = 1
    for number, (name, table) in enumerate(tables.items()):
        head = (b"," if number else b"") + msgspec.json.encode(name) + b":"
        body = msgspec.json.encode(table)
        places[name] = Place(offset + len(head), len(body))
        offset += len(head) + len(body)
        pieces += (head, body)
    return [*pieces, b"}"], places


def _check_format(path: Path, tables: Mapping[str, msgspec.Raw]) -> None:
    try:
        meta = msgspec.json.decode(tables[META], type=dict[str, _Meta])[_META_ID]
    except KeyError as error:
        raise _not_a_desk(path, "it is not followup that wrote it") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _not_a_desk(path, f"what it says of itself cannot be read ({error})") from error
    if meta.format > FORMAT:
        raise StoreProblem(
            f"{path} was written by a newer followup (format {meta.format}, and this one knows "
            f"{FORMAT}): use the newer one. The file was left as it is."
        )
    if meta.format < 1:
        raise _not_a_desk(path, f"its format {meta.format} does not exist")
    for name, table in tables.items():
        if bytes(memoryview(table)[:1]) != b"{":
            raise _not_a_desk(path, f"its table “{name}” is none")


def split(path: Path, name: str, table: msgspec.Raw) -> Documents:
    """Return the documents of a table, undecoded; raises `StoreProblem` for what is none."""
    try:
        return msgspec.json.decode(table, type=dict[str, msgspec.Raw])
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _not_a_desk(path, f"its table “{name}” cannot be read ({error})") from error


def _plain(documents: Mapping[str, msgspec.Raw]) -> dict[str, Any]:
    return {key: msgspec.json.decode(document) for key, document in documents.items()}


def _not_a_desk(path: Path, why: str) -> StoreProblem:
    return StoreProblem(
        f"{path} is not the file of a desk: {why}. It was left as it is: "
        "put back a copy of the right one, or move it away to begin anew."
    )
