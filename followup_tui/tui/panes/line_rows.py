"""Items in one line each, however many, with the cursor on the same one when they change."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from datetime import date
from typing import Generic, TypeVar

from textual.content import Content

from followup_tui.tui.panes.virtual_list import VirtualList

T = TypeVar("T")
M = TypeVar("M", bound=date | None)


class LineRows(VirtualList, Generic[T, M]):
    """Shows items `T` as they stand at `M`: a day, a moment, or None where none matters."""

    DEFAULT_CSS = """
    LineRows { width: 100%; height: 1fr; text-wrap: nowrap; text-overflow: clip; }
    """

    _now: M

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._items: Sequence[T] = ()
        self._wanted: object = None
        """The key of the item under the cursor, or of one that is not shown yet."""

    @abstractmethod
    def key_of(self, item: T) -> object:
        """Return by what an item is known again."""

    @abstractmethod
    def line(self, item: T, width: int, now: M) -> Content:
        """Return the line of an item."""

    def show(self, items: Sequence[T], now: M) -> None:
        """Show these items, the cursor on the one where it was if it is among them."""
        self._now = now
        self._show(items)

    def _show(self, items: Sequence[T]) -> None:
        keys = [self.key_of(item) for item in items]
        at = keys.index(self._wanted) if self._wanted in keys else None
        self._items = items
        self.rows_changed(cursor=at if at is not None else min(self.cursor or 0, len(items)))

    def go_to(self, key: object) -> None:
        """Put the cursor on an item, now or as soon as it is shown."""
        self._wanted = key
        self._show(self._items)

    @property
    def current(self) -> T | None:
        """The item under the cursor."""
        if self.cursor is None or self.cursor >= len(self._items):
            return None
        return self._items[self.cursor]

    def watch_cursor(self, old: int | None, new: int | None) -> None:
        """Remember on which item the cursor stands."""
        super().watch_cursor(old, new)
        if self.current is not None:
            self._wanted = self.key_of(self.current)

    @property
    def row_count(self) -> int:
        """How many items are shown."""
        return len(self._items)

    def present(self, row: int, width: int, *, under_cursor: bool) -> Sequence[Content]:
        """Return the one line of an item."""
        return (self.line(self._items[row], width, self._now),)
