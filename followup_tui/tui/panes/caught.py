"""What was understood in the notes, beside them while they are typed."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from followup_tui.tui.present.caught import CaughtLine


class CaughtPane(VerticalScroll, can_focus=False):
    """The lines that carry a sign, with what they were taken for; hidden while there are none.

    A click on one asks for it to be corrected.
    """

    DEFAULT_CSS = """
    CaughtPane {
        height: auto; max-height: 8; border: round $border-blurred; padding: 0 1; display: none;
        scrollbar-size-vertical: 1;
        &.-some { display: block; }
    }
    CaughtPane Static { height: auto; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    class CorrectionWanted(Message):
        """What was understood of a line is to be corrected."""

        def __init__(self, row: int) -> None:
            super().__init__()
            self.row = row
            """The line of the notes, from 0."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[CaughtLine, ...] = ()
        self._list = Static(Content(""), markup=False)
        self.border_title = Content("Understood")

    def compose(self) -> ComposeResult:
        """Yield the list."""
        yield self._list

    def show(self, lines: Sequence[CaughtLine]) -> None:
        """Show these lines; when nothing changed nothing is laid out anew."""
        if tuple(lines) == self._lines:
            return
        same_height = len(lines) == len(self._lines)
        self._lines = tuple(lines)
        contents = [line.content for line in self._lines]
        self._list.update(Content("\n").join(contents), layout=not same_height)
        self.set_class(bool(lines), "-some")

    def show_keys(self, words: str) -> None:
        """Say in the lower border how a line is corrected."""
        self.border_subtitle = Content(words)

    def on_click(self, event: events.Click) -> None:
        """Ask for the line that was clicked to be corrected."""
        clicked = event.get_content_offset(self)
        if clicked is None:
            return
        index = clicked.y + round(self.scroll_offset.y)
        if 0 <= index < len(self._lines):
            event.stop()
            self.post_message(self.CorrectionWanted(self._lines[index].row))
