"""What was understood in the notes, beside them while they are typed."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from followup_tui.tui.present.caught import CaughtLine

_FEW = 3
"""Lines that the pane has room for at first; with more it grows once."""
_MOST = 6
"""Lines that it has room for then; the wheel shows the others."""


class CaughtPane(Vertical, can_focus=False):
    """The lines that carry a sign, with what they were taken for; hidden while there are none.

    A click on one asks for it to be corrected. The pane does not grow with each line: to lay out
    the screen anew takes as long as drawing two keys, and lines come while somebody types.
    """

    DEFAULT_CSS = """
    CaughtPane {
        height: 5; border: round $border-blurred; padding: 0 1; display: none;
        &.-some { display: block; }
        &.-many { height: 8; }
    }
    CaughtPane Static { height: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }
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
        self._top = 0
        """The uppermost line that is shown."""
        self._list = Static(Content(""), markup=False)
        self.border_title = Content("Understood")

    def compose(self) -> ComposeResult:
        """Yield the list."""
        yield self._list

    def show(self, lines: Sequence[CaughtLine]) -> None:
        """Show these lines, the first of them uppermost; nothing is drawn that stands there."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        self._top = 0
        self._draw()
        self.set_class(bool(lines), "-some")
        if len(lines) > _FEW:  # and it stays so, however many are left
            self.add_class("-many")

    def _draw(self) -> None:
        """Draw what there may be room for, from the uppermost line on."""
        shown = self._lines[self._top : self._top + _MOST]
        self._list.update(Content("\n").join(line.content for line in shown), layout=False)

    def _scroll_by(self, lines: int) -> None:
        top = min(max(self._top + lines, 0), max(len(self._lines) - 1, 0))
        if top != self._top:
            self._top = top
            self._draw()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Show what stands below."""
        event.stop()
        self._scroll_by(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Show what stands above."""
        event.stop()
        self._scroll_by(-1)

    def show_keys(self, words: str) -> None:
        """Say in the lower border how a line is corrected."""
        self.border_subtitle = Content(words)

    def on_click(self, event: events.Click) -> None:
        """Ask for the line that was clicked to be corrected."""
        # The list below reports its clicks, too: only the screen's own offset is that of both.
        region = self.content_region
        index = event.screen_y - region.y + self._top
        if region.contains_point(event.screen_offset) and 0 <= index < len(self._lines):
            event.stop()
            self.post_message(self.CorrectionWanted(self._lines[index].row))
