"""Lines that are broken by our own rules, at whatever width they are given."""

from __future__ import annotations

from abc import abstractmethod

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget


class BrokenLines(Widget):
    """Is as high as its lines are at the width that it gets.

    Nothing is broken beforehand: what was broken for another width is too high or too low for a
    moment, in which Textual puts a scroll bar around it, or takes one away, and leaves it so.
    """

    DEFAULT_CSS = "BrokenLines { height: auto; }"

    @abstractmethod
    def lines(self, width: int) -> Content:
        """Return the lines for a width in cells."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines there are."""
        return len(self.lines(width).split(allow_blank=True)) if width else 0

    def render(self) -> RenderResult:
        """Draw the lines."""
        return self.lines(self.content_size.width)
