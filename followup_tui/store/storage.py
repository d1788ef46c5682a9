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
    unwritable,
    write_whole,
)
from followup_tui.store.form import (
    FORMAT,
    Documents,
    Tables,
    laid_out,
    open_early,
    open_tables,
    plain,
    raw,
    read_places,
    split,
    with_meta,
)
from followup_tui.store.index import Index, Place, index_path, read_index, write_index

LOCK_WAIT = 10.0
"""Seconds to wait for another program that is writing."""

Edits = Mapping[str, Mapping[str, msgspec.Raw | None]]
"""Table -> document id -> the new document, or None where it goes."""


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
            names = list(self._tables)
        return {name: plain(self.documents(name)) for name in names} or None

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

    @property
    def state(self) -> Signature | None:
        """What tells this state of the content from another."""
        with self._guard:
            return self._signature

    def keep_summary(self, summary: bytes, *, of: Signature | None) -> None:
        """Keep what follows from the content in the state `of`, to be found again with it.

        Where the content has moved on, nothing is kept.
        """
        with self._writing:
            with self._guard:
                if of is None or of != self._signature:
                    return
                self._summary = summary
                places = self._places
            if places:
                write_index(self.path, Index(FORMAT, of, places, summary))

    def apply(self, edits: Edits) -> Signature:
        """Write all of `edits` as one, on top of what other programs wrote meanwhile.

        Returns the new state. When it raises, neither the file nor what is in memory has changed.
        """
        with self._writing, self._locked():
            self._take_in()
            tables = self._load_all()
            for name, changes in edits.items():
                documents = dict(self.documents(name))
                for document_id, document in changes.items():
                    if document is None:
                        documents.pop(document_id, None)
                    else:
                        documents[document_id] = document
                tables[name] = documents
            return self._replace(tables)

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

    def _load_all(self) -> Tables:
        """Return all tables of one state, the writing lock being held."""
        while True:
            generation = self.generation
            with self._guard:
                names = list(self._tables)
            tables: Tables = {name: self._load(name) for name in names}
            if generation == self.generation:
                return tables

    def _replace(self, tables: Tables) -> Signature:
        whole = with_meta(tables)
        pieces, places = laid_out(whole)
        written = write_whole(self.path, pieces)
        with self._guard:
            self._tables = whole
            self._signature = written
            self._places = places
        self.keep_summary(b"", of=written)
        return written

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
