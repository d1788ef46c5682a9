"""The tables of a desk in memory: the file's, with the journal's changes on top.

A document stays the JSON that it is in the file until somebody asks for it, and a large table
stays in the file: opening costs what moving bytes costs, not what making objects of all would.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, MutableMapping
from pathlib import Path

import msgspec

from followup_tui.store import form
from followup_tui.store.far import FarDocuments
from followup_tui.store.form import Documents, Tables, split
from followup_tui.store.index import Place
from followup_tui.store.lines import NOTHING, Edit, Entry


class Content:
    """Tables that are changed in place. Not safe for threads by itself."""

    def __init__(
        self,
        path: Path,
        tables: Tables,
        load: Callable[[Place], bytes],
        far: Callable[[str], FarDocuments | None] = lambda _: None,
    ) -> None:
        """Take the tables of the file at `path`; `load` reads one that was left in it.

        `far` gives the documents of one that can be left there for good, by its name.
        """
        self._path = path
        self._tables = dict(tables)
        self._on_top: dict[str, Documents] = {}  # by table that was not split yet; NOTHING: gone
        self._unnamed: set[str] = set()  # tables that were asked for and are none (yet)
        self._load = load
        self._far = far

    @property
    def names(self) -> list[str]:
        """The names of the tables."""
        return [name for name in self._tables if name not in self._unnamed]

    @property
    def is_all_read(self) -> bool:
        """Whether no table is left in the file."""
        return not any(isinstance(table, Place) for table in self._tables.values())

    def documents(self, name: str) -> Documents:
        """Return the documents of a table, live: they change as the table does."""
        found = self._tables.get(name)
        if isinstance(found, MutableMapping):
            return found
        documents: Documents | None = self._far(name) if isinstance(found, Place) else None
        if documents is None:
            if isinstance(found, Place):
                found = msgspec.Raw(self._load(found))
            if found is None:
                self._unnamed.add(name)
            documents = split(self._path, name, found) if found is not None else {}
        for key, document in self._on_top.pop(name, {}).items():
            _put(documents, key, document)
        self._tables[name] = documents
        return documents

    def is_empty(self, name: str) -> bool:
        """Say whether a table has no documents, without reading one that cannot be empty."""
        found = self._tables.get(name)
        if isinstance(found, Place) and found.newest and not self._on_top.get(name):
            return False
        return not self.documents(name)

    def get(self, name: str, key: str) -> msgspec.Raw:
        """Return a document, or `NOTHING`, without reading a table that cannot have it."""
        found = self._tables.get(name)
        if isinstance(found, MutableMapping):
            return found.get(key, NOTHING)
        on_top = self._on_top.get(name, {})
        if key in on_top:
            return on_top[key]
        if found is None or (isinstance(found, Place) and found.newest and key > found.newest):
            return NOTHING
        return self.documents(name).get(key, NOTHING)

    def apply(self, entry: Entry) -> None:
        """Let the tables be as they are after a change."""
        for name in entry.made:
            self._make(name)
        for edit in entry.edits:
            found = self._make(edit.table)
            if isinstance(found, MutableMapping):
                _put(found, edit.id, edit.after)
            else:
                self._on_top.setdefault(edit.table, {})[edit.id] = edit.after
        for name in entry.dropped:
            self.documents(name).clear()  # it stays the one that others look at
            self._unnamed.add(name)

    def _make(self, name: str) -> msgspec.Raw | Documents | Place:
        self._unnamed.discard(name)
        return self._tables.setdefault(name, {})

    def copy(self) -> Tables:
        """Return the tables as they are now, whatever is done with them later."""
        tables: Tables = {}
        for name in self.names:
            found = self._tables[name]
            if isinstance(found, msgspec.Raw) and name not in self._on_top and _is_small(found):
                tables[name] = found
            else:
                documents = self.documents(name)
                if isinstance(documents, FarDocuments):
                    tables[name] = documents.copy()
                else:
                    tables[name] = dict(documents)
        return tables


def _is_small(table: msgspec.Raw) -> bool:
    """Say whether a table may be written as it was read.

    A large one is split, so that it can be left in the file from then on: where a backup was put
    back, or the folder was copied, it was read with all the others.
    """
    return len(memoryview(table)) < form.LATE


def changed(edits: Iterable[Edit]) -> dict[str, dict[str, tuple[msgspec.Raw, msgspec.Raw]]]:
    """Return, by table and id, the document before and after; `NOTHING` where there is none."""
    found: dict[str, dict[str, tuple[msgspec.Raw, msgspec.Raw]]] = {}
    for edit in edits:
        found.setdefault(edit.table, {})[edit.id] = (edit.before, edit.after)
    return found


def _put(documents: Documents, key: str, document: msgspec.Raw) -> None:
    if document == NOTHING:
        documents.pop(key, None)
    else:
        documents[key] = document
