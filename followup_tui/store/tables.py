"""The table class: TinyDB's own table, over string ids and documents that stay undecoded.

A document is decoded when it is looked at, and an operation of TinyDB becomes one line of the
journal, so that inserting or updating costs what the change costs and not what the table costs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from copy import deepcopy
from typing import Any, cast

import msgspec
from tinydb import TinyDB
from tinydb.table import Table

from followup_tui.store.form import Documents, raw
from followup_tui.store.journal import JournalStorage


class RecordTable(Table):
    """A TinyDB table whose ids are strings; queries, `all`, `insert` and the rest work as ever.

    A document without an id of its own gets a fresh one, which sorts behind those made before.
    """

    document_id_class = cast("type[int]", str)  # TinyDB's documented setting, typed for int

    def __init__(
        self, storage: JournalStorage, name: str, cache_size: int = 0, persist_empty: bool = False
    ) -> None:
        # No query cache: it would not see what another program has written.
        self._desk = storage
        super().__init__(storage, name, 0, persist_empty)

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        # TinyDB only ever looks up, counts and goes through what it gets here.
        return cast("dict[str, Mapping[str, Any]]", _Reading(self._snapshot()))

    def _snapshot(self) -> Documents:
        with self._desk.guard:
            return dict(self._desk.documents(self.name))

    def _update_table(self, updater: Callable[[dict[Any, Any]], None]) -> None:
        with self._desk.transaction():
            made = () if self.name in self._desk.tables() else (self.name,)
            with self._desk.guard:
                table = _Changing(self._desk.documents(self.name))
            updater(cast("dict[Any, Any]", table))
            self._desk.apply({self.name: table.edits()}, by="TinyDB", made=made)

    def _get_next_id(self) -> int:
        return cast("int", self._desk.next_change_id())


class DeskDB(TinyDB):
    """A TinyDB whose tables are `RecordTable`s."""

    table_class: type[Table] = RecordTable


class _Reading(Mapping[str, Any]):
    """The documents of a table, each decoded when it is looked at."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    def __getitem__(self, key: str) -> Any:
        return msgspec.json.decode(self._documents[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self._documents)

    def __len__(self) -> int:
        return len(self._documents)


class _Changing(MutableMapping[str, Any]):
    """The documents of a table as an operation of TinyDB changes them; it knows what it changed.

    Used inside one transaction only, in which nobody else changes the table.
    """

    def __init__(self, documents: Documents) -> None:
        self._documents = documents
        self._looked_at: dict[str, Any] = {}
        self._gone: set[str] = set()

    def edits(self) -> dict[str, msgspec.Raw | None]:
        """Return what became of every document that may have changed."""
        edits: dict[str, msgspec.Raw | None] = dict.fromkeys(self._gone)
        for key, value in self._looked_at.items():
            before = self._documents.get(key)
            # A document that was only looked at keeps the form that it has in the file.
            if before is None or msgspec.json.decode(before) != value:
                edits[key] = raw(value)
        return edits

    def __getitem__(self, key: str) -> Any:
        if key in self._looked_at:
            return self._looked_at[key]
        if key in self._gone:
            raise KeyError(key)
        value = self._looked_at[key] = msgspec.json.decode(self._documents[key])
        return value

    def __setitem__(self, key: str, value: Any) -> None:
        key = str(key)
        self._gone.discard(key)
        self._looked_at[key] = deepcopy(value)

    def __delitem__(self, key: str) -> None:
        if key not in self:
            raise KeyError(key)
        self._looked_at.pop(key, None)
        if key in self._documents:
            self._gone.add(key)

    def __contains__(self, key: object) -> bool:
        return key in self._looked_at or (key in self._documents and key not in self._gone)

    def __iter__(self) -> Iterator[str]:
        yield from (key for key in self._documents if key not in self._gone)
        yield from (key for key in self._looked_at if key not in self._documents)

    def __len__(self) -> int:
        new = sum(key not in self._documents for key in self._looked_at)
        return len(self._documents) - len(self._gone) + new
