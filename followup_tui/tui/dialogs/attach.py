"""The user's own files that go along with a letter."""

from __future__ import annotations

import asyncio
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, Static

from followup_tui.domain.text import clean_line
from followup_tui.services.letters.files import why_not_along
from followup_tui.tui.dialogs.saving import SavingDialog, ends, foot


class AttachDialog(SavingDialog[tuple[str, ...]]):
    """Ends with the paths of the files that go along; None: as before."""

    AUTO_FOCUS = "#path"
    DEFAULT_CSS = """
    AttachDialog {
        & #files { height: auto; max-height: 8; overflow-y: auto; }
        & .file { height: 1; }
        & .file Static { width: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }
    }
    """

    def __init__(self, files: tuple[str, ...]) -> None:
        super().__init__()
        self._files = files

    def compose(self) -> ComposeResult:
        """Yield the files, a line for one more, and the buttons."""
        with Vertical(classes="dialog-box -wide") as box:
            box.border_title = Content("Files that go along")
            yield Vertical(id="files")
            yield Input(placeholder="~/offer.pdf, then Enter", id="path", classes="-line")
            yield ends(("save", "Done  Ctrl+S"), ("cancel", "Cancel  Esc"))
            yield foot("A calendar file of agreed steps goes along by itself.")

    async def on_mount(self) -> None:
        """List the files."""
        await self._list()

    async def _list(self) -> None:
        box = self.query_one("#files", Vertical)
        await box.remove_children()
        await box.mount_all(
            Horizontal(
                Static(Content(path), markup=False),
                Button(Content("leave out"), name=path, classes="out", compact=True),
                classes="file",
            )
            for path in self._files
        )

    @on(Button.Pressed, ".out")
    async def _leave_out(self, event: Button.Pressed) -> None:
        self._files = tuple(path for path in self._files if path != event.button.name)
        await self._list()
        self.query_one("#path", Input).focus()

    @on(Input.Submitted, "#path")
    async def _entered(self) -> None:
        if await self._add():
            await self._list()

    async def _add(self) -> bool:
        """Add the file that is typed; say why where it cannot go along."""
        field = self.query_one("#path", Input)
        typed = clean_line(field.value)
        if not typed:
            return True
        try:
            path = Path.home() / Path(typed).expanduser()
        except RuntimeError:
            self.say(f"{typed} names nobody's folder: write the path whole.", wrong=True)
            return False
        problem = await asyncio.to_thread(why_not_along, path)
        if problem:
            self.say(problem, wrong=True)
            return False
        self._files = tuple(dict.fromkeys((*self._files, str(path))))
        field.value = ""
        self.say(f"{path.name} goes along.")
        return True

    def action_save(self) -> None:
        """End with the files that are listed, and the one that is typed."""
        self.begin(self._finish, name="choose the files")

    async def _finish(self) -> None:
        if await self._add():
            self.dismiss(self._files)
