"""Asks for a month or a year to go to."""

from __future__ import annotations

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, Static

from followup_tui.domain.days.periods import last_day_of
from followup_tui.tui.dialogs.saving import SavingDialog


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
            with Horizontal(classes="ends"):
                yield Button(Content("Go  Enter"), variant="primary", id="save", compact=True)
                yield Button(Content("Cancel  Esc"), id="cancel", compact=True)
            yield Static("", id="said", markup=False)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        day = last_day_of(event.value, today=self._today)
        self.say(f"{day:%B %Y}" if day else "")

    @on(Button.Pressed, "#save")
    @on(Input.Submitted)
    def action_save(self) -> None:
        """Go there."""
        day = last_day_of(self.query_one("#where", Input).value, today=self._today)
        if day is None:
            self.say("Write a month or a year, like may 2025 or 2024.", wrong=True)
        else:
            self.dismiss(day)

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Stay."""
        self.dismiss(None)
