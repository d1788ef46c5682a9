"""A text in a column."""

from __future__ import annotations

from textual.content import Content


def cell(text: str, width: int, style: str) -> Content:
    """Return `text` in a column of `width` cells, a blank at its end; empty for none."""
    if width <= 1:
        return Content("")
    cut = Content(text).truncate(width - 1, ellipsis=True)
    return cut.truncate(width, pad=True).stylize(style)
