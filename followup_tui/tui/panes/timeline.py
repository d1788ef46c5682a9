"""The entries of a timeline, each to be opened where it stands; however many there are."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from textual.content import Content
from textual.geometry import Region

from followup_tui.domain.timeline.entries import Earlier, Entry
from followup_tui.tui.panes.virtual_list import VirtualList
from followup_tui.tui.present import timeline as present
from followup_tui.tui.present.key_names import KeyName, default_key


@dataclass(frozen=True, slots=True)
class Unfolded:
    """How the entries are shown besides their first lines."""

    keys: Collection[str] = ()
    """The keys of the entries that are opened up."""
    earlier: Mapping[str, Sequence[Earlier]] = field(default_factory=dict)
    """Key of an entry -> how it was mended, the newest change first."""
    with_earlier: Collection[str] = ()
    """The keys of those whose earlier words are shown."""
    needle: str = ""
    """The words to mark."""


@dataclass(frozen=True, slots=True)
class _Row:
    entry: int
    """The number of the entry; of a month, of its first one."""
    content: Content | None = None
    """One of its details; None: the line of the entry itself, or of the month."""
    month: int = 0
    """Of a month's rule: how many entries it has; 0: it is none."""


class TimelineRows(VirtualList):
    """Shows entries, newest first, below a rule for each month.

    Every line is a row of its own, those of the details too, so that the keys reach them. The
    cursor stays on its entry when others come.
    """

    DEFAULT_CSS = """
    TimelineRows {
        width: 100%;
        height: 1fr;
        text-wrap: nowrap;
        text-overflow: clip;
        scrollbar-gutter: stable;

        & > .timeline--rule {
            color: $text-muted;
        }
    }
    """
    COMPONENT_CLASSES = {"timeline--rule"}

    def __init__(self, *, id: str | None = None, key: KeyName = default_key) -> None:  # noqa: A002
        super().__init__(id=id)
        self._key = key
        self._entries: Sequence[Entry] = ()
        self._unfolded = Unfolded()
        self._rows: list[_Row] = []
        self._heads: list[int] = []
        """The row of each entry."""
        self._place = ("", 0)
        """The key of the entry under the cursor, and which of its lines."""

    def show(self, entries: Sequence[Entry], unfolded: Unfolded) -> None:
        """Show `entries`, newest first."""
        self._entries, self._unfolded = entries, unfolded
        self._lay_out()

    def _lay_out(self) -> None:
        place, width = self._place, self.scrollable_content_region.width
        self._rows, self._heads = [], []
        number = 0
        for _, of_month in groupby(self._entries, key=lambda each: (each.day.year, each.day.month)):
            entries = list(of_month)
            self._rows.append(_Row(number, month=len(entries)))
            for entry in entries:
                self._heads.append(len(self._rows))
                self._rows.append(_Row(number))
                if entry.key in self._unfolded.keys:
                    self._rows.extend(_Row(number, line) for line in self._details(entry, width))
                number += 1
        self.rows_changed(cursor=self._row_of(*place))

    def _details(self, entry: Entry, width: int) -> Sequence[Content]:
        shown = self._unfolded
        return list(
            present.details(
                entry,
                width,
                earlier=shown.earlier.get(entry.key, ()),
                show_earlier=entry.key in shown.with_earlier,
                needle=shown.needle,
                key=self._key,
            )
        )

    def _row_of(self, key: str, line: int) -> int:
        """Return the row of a place; of an entry that has gone, the one where the cursor is."""
        number = next((n for n, entry in enumerate(self._entries) if entry.key == key), None)
        if number is None:
            return min(self.cursor or 0, max(len(self._rows) - 1, 0))
        row = self._heads[number]
        while line and row + 1 < len(self._rows) and self._rows[row + 1].content is not None:
            row, line = row + 1, line - 1
        return row

    # Where the cursor is

    @property
    def number(self) -> int | None:
        """The number of the entry under the cursor."""
        if self.cursor is None or self.cursor >= len(self._rows):
            return None
        return self._rows[self.cursor].entry

    @property
    def current(self) -> Entry | None:
        """The entry under the cursor."""
        number = self.number
        return None if number is None else self._entries[number]

    def go_to(self, number: int) -> None:
        """Put the cursor on an entry, by its number."""
        if 0 <= number < len(self._heads):
            self.cursor = self._heads[number]

    def at_head(self) -> None:
        """Put the cursor on the first line of its entry."""
        if (number := self.number) is not None:
            self.go_to(number)

    def reveal(self) -> None:
        """Scroll so far that the details of the entry under the cursor are seen, too."""
        if (number := self.number) is None:
            return
        first = self._heads[number]
        last = first
        while last + 1 < len(self._rows) and self._rows[last + 1].content is not None:
            last += 1
        height = min(last + 1 - first, max(self.size.height, 1))
        region = Region(0, first, 1, height)
        self.scroll_to_region(region, animate=False, force=True, immediate=True)

    def go_by_months(self, by: int) -> None:
        """Go to the first entry of a month that is `by` older (more than 0) or newer."""
        months = [row.entry for row in self._rows if row.month]
        number = self.number
        if number is None or not months:
            return
        at = max(index for index, first in enumerate(months) if first <= number)
        if by < 0 and number > months[at]:
            by += 1  # first to the beginning of this one
        self.go_to(months[min(max(at + by, 0), len(months) - 1)])

    def watch_cursor(self, old: int | None, new: int | None) -> None:
        """Remember on which entry the cursor stands."""
        super().watch_cursor(old, new)
        number = self.number
        if new is not None and number is not None and not self._rows[new].month:
            self._place = (self._entries[number].key, new - self._heads[number])

    # What a virtual list asks

    def on_resize(self) -> None:
        """Break the lines anew for another width."""
        super().on_resize()
        self._lay_out()

    @property
    def row_count(self) -> int:
        """How many lines there are."""
        return len(self._rows)

    def can_rest_on(self, row: int) -> bool:
        """Say whether the cursor may stand on `row`: not on a month."""
        return not self._rows[row].month

    def present(self, row: int, width: int, *, under_cursor: bool) -> Sequence[Content]:
        """Return one line."""
        shown = self._rows[row]
        entry = self._entries[shown.entry]
        if shown.month:
            return (present.month(entry.day, shown.month, width),)
        if shown.content is not None:
            return (shown.content,)
        return (
            present.row(
                entry,
                width,
                opened=entry.key in self._unfolded.keys,
                edited=entry.key in self._unfolded.earlier,
                needle=self._unfolded.needle,
            ),
        )
