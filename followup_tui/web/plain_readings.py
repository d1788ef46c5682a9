"""What the lines of a page say of dates and times, each line read when it is first asked for."""

from __future__ import annotations

import re

from followup_tui.web.plain_dates import Reading, ReadLine
from followup_tui.web.plain_lines import Lines

_DOTTED_HOURS = re.compile(r"\d{1,2}\.[0-5]\d(?:\s?[-–]\s?\d{1,2}\.[0-5]\d)?")  # noqa: RUF001 -- meant
_NUMBER = re.compile(r"\d")


class Readings:
    """The readings of one page's lines, by their place."""

    def __init__(self, lines: Lines, read: ReadLine) -> None:
        self._lines = lines
        self._read = read
        self._known: dict[int, Reading] = {}

    def of(self, place: int) -> Reading:
        """Return what a line says of dates and times."""
        known = self._known.get(place)
        if known is None:
            text = self._lines.lines[place].text
            if _DOTTED_HOURS.fullmatch(text):
                text = text.replace(".", ":")  # 19.30 in a cell of its own
            known = self._read(text) if _NUMBER.search(text) else Reading()
            self._known[place] = known
        return known
