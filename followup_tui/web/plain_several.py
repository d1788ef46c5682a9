"""Several things on one day: rows below one date, entries with an hour each in one cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from followup_tui.web import plain_signs as signs
from followup_tui.web.plain_block import Block
from followup_tui.web.plain_lines import Lines
from followup_tui.web.plain_parts import PartsReader

_ENTRIES = frozenset({"li", "p", "div"})
_MOST_ROWS = 12
"""Rows that one date is read for: no day of a table has more."""


def several_of(block: Block, lines: Lines, parts: PartsReader) -> Iterator[Block]:
    """Give the blocks that the row of a table makes: mostly itself alone."""
    row = block.box
    if row < 0 or lines.boxes[row].tag != "tr" or not block.dates[0].bare:
        yield block
        return
    yield from _entries(block, lines, parts)
    cell = parts.tables.cell_of(row, block.dates[0].first)
    for below in parts.tables.below(row, cell)[:_MOST_ROWS] if cell >= 0 else ():
        box = lines.boxes[below]
        if box.first < box.last:
            part = replace(block, first=box.first, last=box.last, box=below)
            yield from _entries(part, lines, parts)


def _entries(block: Block, lines: Lines, parts: PartsReader) -> Iterator[Block]:
    """Give the entries of one cell, where each has an hour and a name; else the block."""
    for cell in parts.tables.children(block.box):
        alike = _alike(cell, lines, parts)
        if len(alike) > 1:
            for entry in alike:
                box = lines.boxes[entry]
                yield Block(box.first, box.last, block.dates, entry, cell)
            return
    yield block


def _alike(cell: int, lines: Lines, parts: PartsReader) -> list[int]:
    """Return the entries of a cell; none where they are the order of a single day."""
    holders = parts.tables.children(cell)
    if len(holders) == 1 and lines.boxes[holders[0]].tag in {"ul", "ol", "div"}:
        holders = parts.tables.children(holders[0])
    entries = [one for one in holders if lines.boxes[one].tag in _ENTRIES]
    for one in entries:
        text = lines.text(lines.boxes[one].first, lines.boxes[one].last)
        if not parts.is_timed(text) or not parts.is_title(text) or signs.AGENDA.search(text):
            return []
    return entries
