"""Plain text for the terminal: words wrapped and columns aligned by what a terminal draws.

On a terminal lines are as wide as it is; into a pipe or a file they are as long as they need to
be, so that nothing that is searched for is broken in two.
"""

from __future__ import annotations

import os
import re
import shutil
import unicodedata
from collections.abc import Iterator, Sequence
from typing import TextIO

_NARROWEST = 20  # columns: below this, wrapping makes a column of single words
_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What a terminal would obey. Records have none of it; the name of a file may have."""


def cells(text: str) -> int:
    """Return how many columns `text` takes (Unicode Standard Annex 11; wide counts two)."""
    if text.isascii():
        return len(text)
    return sum(_char_cells(char) for char in text)


def _char_cells(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def cut(text: str, width: int) -> str:
    """Return `text` in at most `width` columns, with an ellipsis where it was cut."""
    if cells(text) <= width:
        return text
    kept, used = [], 1
    for char in text:
        used += _char_cells(char)
        if used > width:
            break
        kept.append(char)
    return "".join(kept).rstrip() + "…"


def pad(text: str, width: int) -> str:
    """Return `text` filled with blanks to `width` columns."""
    return text + " " * max(width - cells(text), 0)


def wrap(text: str, width: int) -> Iterator[str]:
    """Yield the lines of `text` broken between words to `width` columns.

    A word that is longer than a line is broken within.
    """
    line = ""
    for word in text.split():
        joined = f"{line} {word}" if line else word
        if cells(joined) <= width:
            line = joined
            continue
        if line:
            yield line
        *whole, line = _pieces(word, width)
        yield from whole
    if line:
        yield line


def _pieces(word: str, width: int) -> list[str]:
    """Return `word` in pieces of at most `width` columns."""
    pieces, piece = [], ""
    for char in word:
        if piece and cells(piece) + _char_cells(char) > width:
            pieces.append(piece)
            piece = ""
        piece += char
    return [*pieces, piece]


class Paper:
    """Writes lines of text; `width` is None where lines may be as long as they like."""

    def __init__(self, stream: TextIO, width: int | None = None) -> None:
        self._stream = stream
        self.width = None if width is None else max(width, _NARROWEST)

    def line(
        self, text: str = "", *, indent: int = 0, hang: int | None = None, lead: str = ""
    ) -> None:
        """Write `text` after `indent` blanks and a `lead` whose own blanks are kept.

        The lines that it goes on in begin after `hang` blanks (default: `indent`).
        """
        text = _STEERING.sub("�", text)
        first = " " * indent + lead
        if self.width is None or cells(first) + cells(text) <= self.width:
            print((first + text).rstrip(), file=self._stream)
            return
        following = min(indent if hang is None else hang, self.width // 2)
        for number, part in enumerate(wrap(text, self.width - max(cells(first), following))):
            print((" " * following if number else first) + part, file=self._stream)

    def paragraphs(self, text: str, *, indent: int = 0) -> None:
        """Write a text of several lines, each wrapped for itself."""
        for line in text.split("\n"):
            self.line(line, indent=indent)

    def head(self, text: str) -> None:
        """Write the head of a section, with an empty line before it."""
        self.line()
        self.line(text)

    def ends(self, left: str, right: str) -> None:
        """Write two texts at the two ends of the line, or two blanks apart where it has none."""
        if not right:
            self.line(left)
        elif self.width is None:
            self.line(f"{left}  {right}")
        elif cells(left) + 2 + cells(right) <= self.width:
            self.line(pad(left, self.width - cells(right)) + right)
        else:
            self.line(left)
            self.line(right, indent=2)

    def rows(self, rows: Sequence[tuple[str, str]], *, indent: int = 0) -> None:
        """Write pairs of a label and a text, the texts aligned where there is room for it."""
        wide = max((cells(label) for label, text in rows if text), default=0) + 2
        if self.width is not None and indent + wide > self.width // 2:
            wide = 0
        for label, text in rows:
            if text and wide:
                self.line(text, indent=indent, hang=indent + wide, lead=pad(label, wide))
            elif text:
                self.line(f"{label}: {text}", indent=indent, hang=indent + 2)


def paper_for(stream: TextIO) -> Paper:
    """Return the paper for `stream`: as wide as the terminal (or ``COLUMNS``), else unbounded."""
    if stream.isatty() or os.environ.get("COLUMNS", "").isdecimal():
        return Paper(stream, shutil.get_terminal_size((80, 24)).columns)
    return Paper(stream)
