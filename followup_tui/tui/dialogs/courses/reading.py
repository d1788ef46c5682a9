"""Shows a text to be read and copied: the announcement, how a draw came out."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static, TextArea

from followup_tui.tui.dialogs.saving import SavingDialog


class ReadingDialog(SavingDialog[None]):
    """A text in a window of its own; nothing can be typed there."""

    CSS_PATH = "../saving.tcss"
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
            with Horizontal(classes="ends"):
                yield Button(Content("Copy  Ctrl+S"), id="copy", compact=True)
                yield Button(Content("Close  Esc"), variant="primary", id="close", compact=True)
            yield Static("", id="said", markup=False)

    @on(Button.Pressed, "#copy")
    def action_save(self) -> None:
        """Copy the text."""
        self.app.copy_to_clipboard(self._text)
        self.say("Copied, if your terminal allows that.")

    @on(Button.Pressed, "#close")
    def action_cancel(self) -> None:
        """Close."""
        self.dismiss(None)
