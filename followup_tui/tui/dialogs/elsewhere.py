"""Saves what was typed to a file of the user's choosing, or copies it: for when the desk cannot."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Button, Input, Static

from followup_tui.domain.text import clean_line
from followup_tui.domain.words import count
from followup_tui.tui.dialogs.saving import SavingDialog, ends, foot


class ElsewhereDialog(SavingDialog[bool]):
    """Offers a file and the clipboard; ends with whether the text may be let go.

    With `leaving` the user was about to leave what cannot be kept, and may do so knowingly.
    """

    AUTO_FOCUS = "#where"

    def __init__(
        self,
        what: str,
        text: str,
        *,
        path: Path,
        save: Callable[[Path, str], None],
        leaving: bool = False,
    ) -> None:
        """`what` names the text; `save` writes a new file and may raise `StoreProblem`."""
        super().__init__()
        self._what = what
        self._text = text
        self._path = path
        self._save = save
        self._leaving = leaving

    def compose(self) -> ComposeResult:
        """Yield a field for the path and the buttons."""
        with Vertical(classes="dialog-box -wide") as box:
            box.border_title = Content("Save elsewhere")
            lines = count(len(self._text.splitlines()), "line")
            words = f"{self._what} ({lines}), to a new file that only you can read:"
            if self._leaving:
                words = f"This could not be kept, and would be lost. {words}"
            yield Static(Content(words), classes="dialog-words", markup=False)
            yield Input(str(self._path), id="where", classes="-line")
            leave = [("leave", "Leave without it")] if self._leaving else []
            yield ends(
                ("save", "Save  Ctrl+S"), ("copy", "Copy"), *leave, ("cancel", "Go on typing  Esc")
            )
            yield foot()

    @on(Input.Submitted, "#where")
    def _entered(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        """Write the file, and close."""
        self.begin(self._finish, name="save elsewhere")

    async def _finish(self) -> None:
        where = clean_line(self.query_one("#where", Input).value)
        if not where:
            self.say("Name a file, like /tmp/note.txt.", wrong=True)
            return
        if await self.saved(asyncio.to_thread(self._save, Path(where), self._text)):
            self.dismiss(True)

    @on(Button.Pressed, "#copy")
    def _copy(self) -> None:
        """Copy, and stay: nobody tells whether the terminal let us."""
        self.app.copy_to_clipboard(self._text)
        self.say("Copied, if your terminal allows that: paste it somewhere before you go.")

    @on(Button.Pressed, "#leave")
    def _leave(self) -> None:
        self.dismiss(True)

    def action_cancel(self) -> None:
        """Go back to what is typed."""
        if not self.is_ending:
            self.dismiss(False)
