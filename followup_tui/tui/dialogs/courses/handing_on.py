"""Asks where the review of a course is written to, and whether it says who said what."""

from __future__ import annotations

from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Button, Input, Static

from followup_tui.domain.text import clean_line
from followup_tui.tui.dialogs.saving import SavingDialog, ends, foot


class HandOnDialog(SavingDialog[tuple[Path, bool] | None]):
    """Ends with the file, and whether names stand in it; None: nothing is written."""

    AUTO_FOCUS = "#where"

    def __init__(self, path: Path) -> None:
        """`path` is the file that is proposed."""
        super().__init__()
        self._path = path

    def compose(self) -> ComposeResult:
        """Yield a field for the path and the buttons."""
        with Vertical(classes="dialog-box -wide") as box:
            box.border_title = Content("For the trainer, as Markdown")
            yield Static(
                "What was said over a coffee was said in confidence, so names are left out unless "
                "you say otherwise. It goes to a new file:",
                classes="dialog-words",
                markup=False,
            )
            yield Input(str(self._path), id="where", classes="-line")
            yield ends(
                ("save", "Save without names  Ctrl+S"),
                ("named", "Save with names"),
                ("cancel", "Cancel  Esc"),
            )
            yield foot()

    @on(Input.Submitted, "#where")
    def _entered(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        """Write it without names."""
        self._end(names=False)

    @on(Button.Pressed, "#named")
    def _with_names(self) -> None:
        self._end(names=True)

    def _end(self, *, names: bool) -> None:
        where = clean_line(self.query_one("#where", Input).value)
        if where:
            self.dismiss((Path(where), names))
        else:
            self.say("Name a file, like ~/review.md.", wrong=True)
