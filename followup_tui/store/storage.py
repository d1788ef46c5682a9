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
from collections.abc import Iterator, Mapping
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

FORMAT = 1
"""The version of the file's form; a file of a higher one is refused."""
META = "_meta"
_META_ID = "1"
LOCK_WAIT = 10.0
"""Seconds to wait for another program that is writing."""

Documents = dict[str, msgspec.Raw]
"""Document id -> its JSON."""
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
        self._tables: dict[str, msgspec.Raw | Documents] = {}
        self._signature: Signature | None = None
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

        The mapping is never changed afterwards: a change makes a new one.
        """
        with self._guard:
            found = self._tables.get(table)
            if found is None:
                return {}
            if isinstance(found, msgspec.Raw):
                found = self._tables[table] = split(self.path, table, found)
            return found

    def apply(self, edits: Edits) -> None:
        """Write all of `edits` as one, on top of what other programs wrote meanwhile.

        When it raises, neither the file nor what is in memory has changed.
        """
        with self._writing, self._locked():
            self._take_in()
            with self._guard:
                tables = dict(self._tables)
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
        tables, read = open_tables(self.path)
        with self._guard:
            self._tables = tables
            self._signature = read
            self.generation += 1
        return True

    def _replace(self, tables: Mapping[str, msgspec.Raw | Documents]) -> None:
        # The meta table goes first, so that a look at the beginning of the file tells its form.
        whole: dict[str, msgspec.Raw | Documents] = {META: {_META_ID: raw(_Meta(FORMAT))}}
        whole.update((name, table) for name, table in tables.items() if name != META)
        written = write_whole(self.path, msgspec.json.encode(whole))
        with self._guard:
            self._tables = whole
            self._signature = written

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
            remove_left_behind(self.path.parent, self.path.name)
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


def open_tables(path: Path) -> tuple[dict[str, msgspec.Raw | Documents], Signature]:
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
