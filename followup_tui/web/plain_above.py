"""The title that stands above a date, where the two have no box of their own together."""

from __future__ import annotations

from collections.abc import Sequence

from followup_tui.web import plain_labels as labels
from followup_tui.web.plain_block import Block, Words
from followup_tui.web.plain_dated import Dated
from followup_tui.web.plain_lines import Lines

_FAR = 14
"""Lines between a date and the title above it, where both have no box together."""


class Above:
    """Looks for titles above the dates of one page."""

    def __init__(self, lines: Lines, dates: Sequence[Dated], words: Words) -> None:
        self._lines = lines
        self._dates = dates
        self._words = words
        self._dated = {place for one in dates for place in range(one.first, one.last)}

    def _is_listed(self, place: int) -> bool:
        """Say whether a line is nothing but a date in a list of dates: that of the year before."""
        boxes = self._lines.boxes
        box = boxes[self._lines.lines[place].box]
        for up in self._lines.around(self._lines.lines[place].box):
            part = boxes[up]
            if part.tag == "table":
                break
            if part.tag in {"td", "tr"} and part.last - part.first > 1:  # a grid of dates
                return all(inside in self._dated for inside in range(part.first, part.last))
        return box.tag == "li" and any(one.bare for one in self._dates if one.first == place)

    def title(self, block: Block, parent: int, *, beyond: bool = False) -> int:
        """Return the line of the heading right above a date, or -1.

        `beyond` the box as well, where that is a list: its title stands before it.
        """
        rows = self._lines.lines
        lowest = max(0 if beyond else self._lines.boxes[parent].first, block.first - _FAR)
        for place in range(block.first - 1, lowest - 1, -1):
            row = rows[place]
            box = self._lines.boxes[row.box]
            strong = bool(row.pieces) and all(piece.strong for piece in row.pieces)
            if place in self._dated:
                if beyond and (place >= self._lines.boxes[parent].first or self._is_listed(place)):
                    continue
                return -1
            made = box.tag in {"dt", "summary", "caption"} or bool(
                labels.FOLD_NAMES.search(box.names)
            )
            heading = row.level or made or strong
            if heading and self._words.is_title(row.text):
                return self._heading_over(place)
        return -1

    def _heading_over(self, place: int) -> int:
        """Return the heading right above a bold line: that is the title, the line its place."""
        above = place - 1
        rows = self._lines.lines
        if above < 0 or rows[place].level or not rows[above].level or above in self._dated:
            return place
        return above if self._words.is_title(rows[above].text) else place
