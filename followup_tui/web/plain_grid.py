"""Month views: a table or grid of days with what takes place in each, below the name of a month."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from followup_tui.web.plain_block import Block
from followup_tui.web.plain_context import Context
from followup_tui.web.plain_dated import Dated
from followup_tui.web.plain_dates import Day, Reading, Span
from followup_tui.web.plain_lines import Lines
from followup_tui.web.plain_tables import Tables
from followup_tui.web.plain_years import heading_of

_DAY = re.compile(r"(?:[A-Za-z]{2,3}\.?,? )?(0?[1-9]|[12]\d|3[01])\.?(?=$|\s)")
_FEWEST = 26
"""Cells with a number that make a table a month."""
_VIEWS = frozenset({"table", "div", "section", "ul", "ol"})
_MOST_WEEKS = 8
"""Rows of a month: six weeks, their weekdays, a head."""
_MOST_ENTRIES = 12


@dataclass(frozen=True, slots=True)
class Grid:
    """What a month view says, and where it stands."""

    first: int
    last: int
    blocks: tuple[Block, ...]


class Grids:
    """Finds the month views of a page."""

    def __init__(self, lines: Lines, tables: Tables, context: Context, language: str) -> None:
        self._lines = lines
        self._tables = tables
        self._context = context
        self._language = language

    def all(self) -> Iterator[Grid]:
        """Give the month views of the page; each with a block for every entry."""
        boxes = self._lines.boxes
        for place, box in enumerate(boxes):
            if box.last - box.first < _FEWEST or box.tag not in _VIEWS:
                continue
            cells = self._cells(place) if box.tag == "table" else self._tiles(place)
            if len(cells) < _FEWEST:
                continue
            days = self._days(cells)
            if len(days) < _FEWEST:
                continue
            month = self._month(place, cells)
            blocks: list[Block] = []
            if month is not None:
                for cell, day in days.items():
                    blocks.extend(self._entries(cell, replace(month, day=day)))
            yield Grid(box.first, box.last, tuple(blocks))

    def _tiles(self, box: int) -> list[int]:
        """Return the boxes right below a box, or below each of its weeks, in order."""
        children = self._tables.children(box)
        if len(children) < _FEWEST and len(children) <= _MOST_WEEKS:
            return [tile for week in children for tile in self._tables.children(week)]
        return list(children)

    def _cells(self, table: int) -> list[int]:
        """Return the cells of a table in order."""
        first, last = self._lines.boxes[table].first, self._lines.boxes[table].last
        return [
            place
            for place in range(table + 1, len(self._lines.boxes))
            if self._lines.boxes[place].tag == "td"
            and first <= self._lines.boxes[place].first <= self._lines.boxes[place].last <= last
        ]

    def _days(self, cells: list[int]) -> dict[int, int]:
        """Return the days of the month by cell: from the first 1 to where the next month begins."""
        found: dict[int, int] = {}
        last = 0
        for cell in cells:
            box = self._lines.boxes[cell]
            if box.first >= box.last:
                continue
            number = _DAY.match(self._lines.lines[box.first].text)
            if number is None:
                continue
            day = int(number[1])
            if not found and day != 1:
                continue  # the end of the month before
            if day != last + 1:
                break
            found[cell] = last = day
        return found

    def _month(self, table: int, cells: list[int]) -> Day | None:
        """Return the month a view shows, by its own head or the nearest heading above."""
        box = self._lines.boxes[table]
        start = self._lines.boxes[cells[0]].first
        for place in (*range(box.first, start), *range(box.first - 1, max(box.first - 8, -1), -1)):
            says = heading_of(self._lines.lines[place].text, self._language)
            if says is not None and says.month and says.years:
                return Day(1, says.month, says.years[0])
        above = self._context.heading(box.first)
        if above is not None and above.month and above.years:
            return Day(1, above.month, above.years[0])
        return None

    def _entries(self, cell: int, day: Day) -> Iterator[Block]:
        """Give what stands in the cell of a day: a block for each link, entry or line."""
        box = self._lines.boxes[cell]
        span = Span(0, 0, day)
        rows = self._lines.lines
        first = box.first
        number = _DAY.match(rows[first].text)
        alone = number is not None and number.end() == len(rows[first].text)
        if alone:
            first += 1
        dated = Dated(box.first, box.first + 1, cell, rows[box.first].text, Reading((span,)), alone)
        if number is not None and not alone:
            self._lines.cut_start(first, number.end() + 1)
        starts = self._starts(first, box.last)
        for start, end in list(zip(starts, [*starts[1:], box.last], strict=False))[:_MOST_ENTRIES]:
            yield Block(start, end, (dated,), -1, cell)

    def _starts(self, first: int, last: int) -> list[int]:
        """Return the lines with which the entries of a cell begin."""
        linked = [
            place
            for place in range(first, last)
            if any(piece.href for piece in self._lines.lines[place].pieces)
        ]
        if linked:
            # a time may stand in a line above its link
            return [first, *linked[1:]]
        return list(range(first, last))
