"""Entries that begin with the number of their day, below the name of a month: ``03. Reading``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from followup_tui.web.plain_context import Context
from followup_tui.web.plain_dated import Dated
from followup_tui.web.plain_dates import Day, Reading, ReadLine, Span
from followup_tui.web.plain_lines import Lines

_BEGIN = re.compile(r"(0[1-9]|[12]\d|3[01]|[1-9])(?:\.|st|nd|rd|th)?[:,]?\s+(?=[^\W\d_]{3})")
_ENTRIES = frozenset({"li", "p", "div", "dd", "td"})


def numbered_days(lines: Lines, context: Context, read: ReadLine) -> Iterator[Dated]:
    """Give the days of such entries; their numbers are taken out of the lines.

    All entries of a list have to begin so, in the order of a month, and the nearest heading has to
    be a month: ``1. Flour, 2. Water`` is a recipe.
    """
    if not context.names_months:
        return
    for places in _lists(lines):
        above = context.above(places[0])
        if not above or above[-1].says is None or above[-1].says.month is None:
            continue
        begun = [_BEGIN.match(lines.lines[place].text) for place in places]
        days = [int(found[1]) for found in begun if found]
        if len(days) < len(places) or not _in_order(days):
            continue
        for place, found in zip(places, begun, strict=True):
            row = lines.lines[place]
            if found is None or read(row.text).spans:
                continue
            span = Span(0, found.end(), Day(int(found[1]), None), weak=True)
            clocks = read(row.text[found.end() :]).clocks
            lines.cut_start(place, found.end())
            yield Dated(place, place + 1, row.box, row.text, Reading((span,), clocks), bare=False)


def _in_order(days: Sequence[int]) -> bool:
    """Say whether numbers run as the days of a month do, and do not merely count."""
    rising = all(one <= other for one, other in pairwise(days))
    return rising and list(days) != list(range(1, len(days) + 1))


def _lists(lines: Lines) -> Iterator[list[int]]:
    """Give the first lines of like boxes side by side, two of them or more."""
    found: dict[tuple[int, str, str], list[int]] = {}
    for box in lines.boxes:
        if box.tag in _ENTRIES and box.first < box.last:
            found.setdefault((box.parent, box.tag, box.names), []).append(box.first)
    for places in found.values():
        if len(places) > 1 and all(one < other for one, other in pairwise(places)):
            yield places
