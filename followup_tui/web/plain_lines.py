"""A page as lines of shown text and the boxes they stand in: what a reader of announcements sees.

A line is what stands between two block elements or line breaks, with its pieces (links, bold
words, classes); a box is an element that holds lines. `plain_walk` makes them of a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from followup_tui.web.figures import hold_figures
from followup_tui.web.tag import Tag


@dataclass(slots=True)
class Box:
    """An element that holds lines."""

    tag: str
    names: str
    """Its classes and its id."""
    parent: int
    """The place of the box around it in `Lines.boxes`; -1 for the first."""
    href: str = ""
    """Where it leads, if it stands within a link."""
    first: int = 0
    last: int = 0
    """Its lines: from `first` to before `last`."""
    spans: int = 1
    """Rows that a table cell reaches over."""
    columns: int = 1
    """Columns that a table cell reaches over."""
    element: Tag | None = None
    """The element itself."""


@dataclass(slots=True)
class Piece:
    """Some words of a line that stand in one inline element."""

    start: int
    end: int
    href: str
    strong: bool
    names: str


@dataclass(slots=True)
class Line:
    """One line of shown text."""

    text: str
    box: int
    level: int
    """1 to 6 within a heading, else 0."""
    pieces: tuple[Piece, ...] = ()

    def without_start(self, count: int) -> Line:
        """Return the line without its first characters: the number of a day."""
        pieces = tuple(
            replace(piece, start=max(piece.start - count, 0), end=piece.end - count)
            for piece in self.pieces
            if piece.end > count
        )
        return Line(self.text[count:], self.box, self.level, pieces)


@dataclass(slots=True)
class Lines:
    """All lines of a page in order, and the boxes around them."""

    lines: list[Line] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)

    _numbered: list[bool] = field(default_factory=list)

    def numbered(self) -> Sequence[bool]:
        """Say of each line whether it holds a figure."""
        if len(self._numbered) != len(self.lines):
            self._numbered = hold_figures([line.text for line in self.lines])
        return self._numbered

    def cut_start(self, place: int, count: int) -> None:
        """Take the first characters out of a line: the number of a day."""
        self.lines[place] = self.lines[place].without_start(count)
        self._numbered = []

    def around(self, box: int) -> Iterator[int]:
        """Give a box and those around it, from within."""
        while box >= 0:
            yield box
            box = self.boxes[box].parent

    def text(self, first: int, last: int) -> str:
        """Return the text of some lines, one after the other."""
        return "\n".join(line.text for line in self.lines[first:last])
