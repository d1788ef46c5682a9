"""Shows a text to be read and copied: the announcement, how a draw came out."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import TextArea

from followup_tui.tui.dialogs.saving import SavingDialog, ends, foot


class ReadingDialog(SavingDialog[None]):
    """A text in a window of its own; nothing can be typed there."""

    AUTO_FOCUS = "TextArea"

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title = title
        self._text = text

    def compose(self) -> ComposeResult:
        """Yield the text and the buttons."""
        with Vertical(classes="dialog-box -wide") as box:
            box.border_title = Content(self._title)
            yield TextArea(self._text, read_only=True, compact=True)
            yield ends(("save", "Copy  Ctrl+S"), ("cancel", "Close  Esc"), main="cancel")
            yield foot()

    def action_save(self) -> None:
        """Copy the text."""
        self.app.copy_to_clipboard(self._text)
        self.say("Copied, if your terminal allows that.")
