"""Lines that are too long for their room. Pure functions."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content


def hanging(content: Content, width: int, indent: int) -> Iterator[Content]:
    """Wrap `content`; the lines after the first are set in by `indent` cells."""
    room = max(width, 8)
    first, *rest = content.wrap(room)
    yield first
    if rest:
        begun = len(first.plain)
        # What the wrapping ate at the break is white space only.
        tail = content[begun:].plain
        tail_content = content[begun + len(tail) - len(tail.lstrip()) :]
        for line in tail_content.wrap(max(room - indent, 4)):
            yield Content.assemble(" " * indent, line)
