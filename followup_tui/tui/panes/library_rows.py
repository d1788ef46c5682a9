"""The rows of the library, however many."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from textual.content import Content

from followup_tui.domain.library.view import LibraryItem
from followup_tui.tui.panes.virtual_list import VirtualList
from followup_tui.tui.present import library as present


class LibraryRows(VirtualList):
    """Shows value-adds, and keeps its cursor on the same one when others come."""

    DEFAULT_CSS = """
    LibraryRows { width: 100%; height: 1fr; text-wrap: nowrap; text-overflow: clip; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._items: Sequence[LibraryItem] = ()
        self._now: datetime | None = None
        self._current_id = ""

    def show(self, items: Sequence[LibraryItem], now: datetime) -> None:
        """Show these items, the cursor on the one where it was if it is among them."""
        wanted = self._current_id
        at = next((row for row, item in enumerate(items) if item.value_add.id == wanted), None)
        self._items, self._now = items, now
        self.rows_changed(cursor=at if at is not None else min(self.cursor or 0, len(items)))

    def go_to(self, value_add_id: str) -> None:
        """Put the cursor on a value-add, now or as soon as it is shown."""
        self._current_id = value_add_id
        if self._now is not None:
            self.show(self._items, self._now)

    @property
    def current(self) -> LibraryItem | None:
        """The item under the cursor."""
        if self.cursor is None or self.cursor >= len(self._items):
            return None
        return self._items[self.cursor]

    def watch_cursor(self, old: int | None, new: int | None) -> None:
        """Remember on which item the cursor stands."""
        super().watch_cursor(old, new)
        if self.current is not None:
            self._current_id = self.current.value_add.id

    @property
    def row_count(self) -> int:
        """How many items are shown."""
        return len(self._items)

    def present(self, row: int, width: int, *, under_cursor: bool) -> Sequence[Content]:
        """Return the one line of an item."""
        return () if self._now is None else (present.row(self._items[row], width, self._now),)
