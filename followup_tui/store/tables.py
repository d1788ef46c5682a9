"""The table class: TinyDB's own table, over string ids and documents that stay undecoded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

import msgspec
from tinydb import TinyDB
from tinydb.table import Table

from followup_tui.store.form import raw
from followup_tui.store.storage import AtomicStorage


class RecordTable(Table):
    """A TinyDB table whose ids are strings; queries, `all`, `insert` and the rest work as ever.

    A document without an id of its own cannot be inserted: ids come with the records.
    """

    document_id_class = cast("type[int]", str)  # TinyDB's documented setting, typed for int

    def __init__(self, storage: AtomicStorage, name: str, cache_size: int = 0) -> None:
        # No query cache: it would not see what another program has written.
        super().__init__(storage, name, cache_size)
        self._desk = storage

    def documents(self) -> Mapping[str, msgspec.Raw]:
        """Return the documents as the JSON that they are in the file, by id."""
        return self._desk.documents(self.name)

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        return {key: msgspec.json.decode(text) for key, text in self.documents().items()}

    def _update_table(self, updater: Callable[[dict[Any, Any]], None]) -> None:
        before = self.documents()
        table = self._read_table()
        updater(table)
        after = {str(key): raw(document) for key, document in table.items()}
        edits: dict[str, msgspec.Raw | None] = {
            key: text for key, text in after.items() if before.get(key) != text
        }
        edits.update((key, None) for key in before if key not in after)
        self._desk.apply({self.name: edits})


class DeskDB(TinyDB):
    """A TinyDB whose tables are `RecordTable`s."""

    table_class: type[Table] = RecordTable
