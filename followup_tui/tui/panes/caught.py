"""What was understood in the notes, beside them while they are typed."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static


class CaughtPane(VerticalScroll, can_focus=False):
    """The lines that carry a sign, with what they were taken for; hidden while there are none."""

    DEFAULT_CSS = """
    CaughtPane {
        height: auto; max-height: 8; border: round $border-blurred; padding: 0 1; display: none;
        scrollbar-size-vertical: 1;
        &.-some { display: block; }
    }
    CaughtPane Static { height: auto; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Content, ...] = ()
        self._list = Static(Content(""), markup=False)
        self.border_title = Content("Understood")

    def compose(self) -> ComposeResult:
        """Yield the list."""
        yield self._list

    def show(self, lines: Sequence[Content]) -> None:
        """Show these lines; when nothing changed nothing is laid out anew."""
        if tuple(lines) == self._lines:
            return
        same_height = len(lines) == len(self._lines)
        self._lines = tuple(lines)
        self._list.update(Content("\n").join(self._lines), layout=not same_height)
        self.set_class(bool(lines), "-some")
