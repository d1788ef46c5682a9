"""Writes a calendar file to a place of the user's choosing."""

from __future__ import annotations

import asyncio
import unicodedata
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from followup_tui.domain.text import clean_line
from followup_tui.tui.dialogs.saving import SavingDialog, ends, foot

DOWNLOADS = "Downloads"


def calendar_path(name: str, now: datetime) -> Path:
    """Return a new file to propose, in the user's downloads or else their own folder.

    Blocks: call it in a thread.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = "".join(char if char.isalnum() else " " for char in plain).split()
    stem = f"{'-'.join(['followup', *words])[:60]}-{now:%Y%m%d}"
    downloads = Path.home() / DOWNLOADS
    folder = downloads if downloads.is_dir() else Path.home()
    path, number = folder / f"{stem}.ics", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}.ics"
    return path


class CalendarDialog(SavingDialog[Path | None]):
    """Asks for a file and writes it; ends with its path, or None where it was left."""

    AUTO_FOCUS = "#where"

    def __init__(
        self, path: Path, save: Callable[[Path], None], *, what: str = "The steps that are ticked"
    ) -> None:
        """`path` is proposed; `save` writes a new file and may raise `StoreProblem`."""
        super().__init__()
        self._path = path
        self._save = save
        self._what = what

    def compose(self) -> ComposeResult:
        """Yield a field for the path and the buttons."""
        with Vertical(classes="dialog-box -wide") as box:
            box.border_title = Content("Calendar file")
            words = f"{self._what}, for any calendar program, to a new file:"
            yield Static(Content(words), classes="dialog-words", markup=False)
            yield Input(str(self._path), id="where", classes="-line")
            yield ends(("save", "Write  Ctrl+S"), ("cancel", "Back  Esc"))
            yield foot()

    @on(Input.Submitted, "#where")
    def _entered(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        """Write the file, and close."""
        self.begin(self._finish, name="write the file")

    async def _finish(self) -> None:
        where = clean_line(self.query_one("#where", Input).value)
        if not where:
            self.say("Name a file, like /tmp/coffee.ics.", wrong=True)
            return
        if await self.saved(asyncio.to_thread(self._save, Path(where))):
            self.dismiss(Path.home() / Path(where).expanduser())
