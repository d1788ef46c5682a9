"""The links of a block of lines."""

from __future__ import annotations

from collections.abc import Iterator

from followup_tui.web.plain_block import Block
from followup_tui.web.plain_lines import Lines, Piece


def href_of(lines: Lines, block: Block, title: int) -> str:
    """Return where an event leads: the link of its title, around it, or the first in its block."""
    rows = lines.lines
    near: list[str] = []
    if title >= 0:
        near.extend(piece.href for piece in rows[title].pieces if piece.href)
        near.append(lines.boxes[rows[title].box].href)
    if block.box >= 0:
        near.append(lines.boxes[block.box].href)
    near.extend(
        piece.href
        for row in rows[block.first : block.last]
        for piece in row.pieces
        if piece.href and not piece.href.lower().endswith(".ics")
    )
    return next(
        (href for href in near if href and not href.startswith(("mailto:", "tel:", "#"))), ""
    )


def runs(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    """Give the pieces of a line, those of one link together."""
    run: list[Piece] = []
    for piece in pieces:
        if run and (piece.href, piece.strong) == (run[-1].href, run[-1].strong):
            run.append(piece)
            continue
        if run:
            yield Piece(run[0].start, run[-1].end, run[0].href, run[0].strong, run[0].names)
        run = [piece]
    if run:
        yield Piece(run[0].start, run[-1].end, run[0].href, run[0].strong, run[0].names)
