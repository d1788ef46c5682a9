"""The rows of the courses, and of the people on one."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from datetime import date
from typing import Generic, TypeVar

from textual.content import Content

from followup_tui.domain.courses.view import AttendeeItem, CourseItem
from followup_tui.tui.panes.virtual_list import VirtualList
from followup_tui.tui.present.courses import listed, people

T = TypeVar("T")


class ItemRows(VirtualList, Generic[T]):
    """Shows items a line each, and keeps its cursor on the same one when they change."""

    DEFAULT_CSS = """
    ItemRows { width: 100%; height: 1fr; text-wrap: nowrap; text-overflow: clip; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._items: Sequence[T] = ()
        self._today = date.min
        self._wanted: object = None

    @abstractmethod
    def key_of(self, item: T) -> object:
        """Return by what an item is known again."""

    def show(self, items: Sequence[T], today: date) -> None:
        """Show these items, the cursor on the one where it was if it is among them."""
        keys = [self.key_of(item) for item in items]
        at = keys.index(self._wanted) if self._wanted in keys else None
        self._items, self._today = items, today
        self.rows_changed(cursor=at if at is not None else min(self.cursor or 0, len(items)))

    def go_to(self, key: object) -> None:
        """Put the cursor on an item, now or as soon as it is shown."""
        self._wanted = key
        self.show(self._items, self._today)

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


class CourseRows(ItemRows[CourseItem]):
    """The courses."""

    def key_of(self, item: CourseItem) -> object:
        """Return the course's id."""
        return item.course.id

    def present(self, row: int, width: int, *, under_cursor: bool) -> Sequence[Content]:
        """Return the one line of a course."""
        return (listed.row(self._items[row], width, self._today),)


class AttendeeRows(ItemRows[AttendeeItem]):
    """The people on a course."""

    def key_of(self, item: AttendeeItem) -> object:
        """Return name and mail: what else is known of them may change under the cursor."""
        return item.attendee.name, item.attendee.email

    def present(self, row: int, width: int, *, under_cursor: bool) -> Sequence[Content]:
        """Return the one line of an attendee."""
        return (people.row(self._items[row], width, self._today),)
