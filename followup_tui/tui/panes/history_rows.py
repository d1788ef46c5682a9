"""The changes that were made, each to be opened where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from textual.content import Content

from followup_tui.domain.history import HistoryEntry
from followup_tui.domain.timeline.differences import ChangeDetails
from followup_tui.tui.panes.virtual_list import VirtualList
from followup_tui.tui.present import history as present

Opened = Mapping[str, ChangeDetails]
"""Change id -> what the change did, for those that are open."""


class HistoryRows(VirtualList):
    """Shows changes, newest first; the cursor stays on its change when others come.

    Every line is a row of its own, those of what a change did too, so that the keys reach them.
    """

    DEFAULT_CSS = """
    HistoryRows {
        width: 100%;
        height: 1fr;
        text-wrap: nowrap;
        text-overflow: clip;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._entries: Sequence[HistoryEntry] = ()
        self._opened: Opened = {}
        self._now: datetime | None = None
        self._rows: list[tuple[int, Content | None]] = []
        """The number of the entry, and the line where it is one of its details."""
        self._place = ("", 0)
        """The id of the change under the cursor, and which of its lines."""

    def show(self, entries: Sequence[HistoryEntry], opened: Opened, *, now: datetime) -> None:
        """Show `entries`, those of `opened` with what they did."""
        self._entries, self._opened, self._now = entries, opened, now
        self._lay_out()

    def _lay_out(self) -> None:
        place, width = self._place, self.scrollable_content_region.width
        self._rows = []
        for number, entry in enumerate(self._entries):
            self._rows.append((number, None))
            if (told := self._opened.get(entry.change.id)) is not None:
                self._rows.extend((number, line) for line in present.details(told, width))
        self.rows_changed(cursor=self._row_of(*place))

    def _row_of(self, change_id: str, line: int) -> int:
        """Return the row of a place; of a change that has gone, the one where the cursor is."""
        for row, (number, content) in enumerate(self._rows):
            if content is None and self._entries[number].change.id == change_id:
                last = row
                while last + 1 < len(self._rows) and self._rows[last + 1][0] == number:
                    last += 1
                return min(row + line, last)
        return self.cursor or 0

    @property
    def current(self) -> HistoryEntry | None:
        """The change under the cursor."""
        if self.cursor is None or self.cursor >= len(self._rows):
            return None
        return self._entries[self._rows[self.cursor][0]]

    def at_head(self) -> None:
        """Put the cursor on the line of the change itself."""
        if self.cursor is not None and self.current is not None:
            self.cursor = self._row_of(self.current.change.id, 0)

    def rows_below(self) -> int:
        """Return how many rows there are below the cursor."""
        return len(self._rows) - 1 - (self.cursor or 0)

    def watch_cursor(self, old: int | None, new: int | None) -> None:
        """Remember on which change the cursor stands."""
        super().watch_cursor(old, new)
        if new is not None and self.current is not None:
            number = self._rows[new][0]
            first = new
            while first > 0 and self._rows[first - 1][0] == number:
                first -= 1
            self._place = (self.current.change.id, new - first)

    def on_resize(self) -> None:
        """Break the lines anew for another width."""
        super().on_resize()
        self._lay_out()

    @property
    def row_count(self) -> int:
        """How many lines there are."""
        return len(self._rows)

    def present(self, row: int, width: int, *, under_cursor: bool) -> Sequence[Content]:
        """Return one line."""
        number, line = self._rows[row]
        if line is not None:
            return (line,)
        entry = self._entries[number]
        if self._now is None:
            return ()
        opened = entry.change.id in self._opened
        return (present.row(entry, width, now=self._now, opened=opened),)
