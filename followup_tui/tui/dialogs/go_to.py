"""Asks for a month or a year to go to."""

from __future__ import annotations

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from followup_tui.domain.days.periods import last_day_of
from followup_tui.tui.dialogs.saving import SavingDialog, ends, foot


class GoToDialog(SavingDialog[date | None]):
    """Ends with the last day of the month or the year that was named; None: nowhere."""

    AUTO_FOCUS = "#where"

    def __init__(self, *, today: date) -> None:
        super().__init__()
        self._today = today

    def compose(self) -> ComposeResult:
        """Yield the field and the buttons."""
        with Vertical(classes="dialog-box") as box:
            box.border_title = Content("Go to")
            yield Input(placeholder="may 2025, 2024, last month", id="where", classes="-line")
            yield ends(("save", "Go  Enter"), ("cancel", "Cancel  Esc"))
            yield foot()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        day = last_day_of(event.value, today=self._today)
        self.say(f"{day:%B %Y}" if day else "")

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        """Go there."""
        day = last_day_of(self.query_one("#where", Input).value, today=self._today)
        if day is None:
            self.say("Write a month or a year, like may 2025 or 2024.", wrong=True)
        else:
            self.dismiss(day)
