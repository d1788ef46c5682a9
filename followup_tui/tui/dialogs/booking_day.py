"""Asks to which day a pencilled booking moves."""

from __future__ import annotations

import asyncio
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from followup_tui.desk import Desk
from followup_tui.domain.days.past import read_near_day
from followup_tui.domain.promise import NextStep
from followup_tui.domain.record import Invalid
from followup_tui.services.bookings import NoSuchProject
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.anew import anew
from followup_tui.tui.day_field import DayField
from followup_tui.tui.dialogs.saving import SavingDialog


class BookingDayDialog(SavingDialog[NextStep | None]):
    """Ends with the booking as it was moved; None: it stays."""

    AUTO_FOCUS = "DayField Input"

    def __init__(self, desk: Desk, booking: NextStep) -> None:
        super().__init__()
        self._desk = desk
        self._booking = booking

    def compose(self) -> ComposeResult:
        """Yield a field for the day, and the buttons."""
        day = self._booking.at.date()
        with Vertical(classes="dialog-box") as box:
            box.border_title = Content("Move the booking")
            words = (
                f"It is pencilled in for {day:%A} {day.day} {day:%B}. To which day does it move?"
            )
            yield Static(Content(words), classes="dialog-words", markup=False)
            yield DayField(placeholder="mon, in 2 weeks, 4 Jan")
            with Horizontal(classes="ends"):
                yield Button(Content("Move"), variant="primary", id="save", compact=True)
                yield Button(Content("Leave it"), id="stay", compact=True)
            yield Static("", id="said", markup=False)

    @on(DayField.Typed)
    def _typed(self, event: DayField.Typed) -> None:
        anew(self, self._understand, name="read the day", group="read")

    async def _understand(self) -> date | None:
        field = self.query_one(DayField)
        if not field.words.strip():
            field.show("")
            return None
        today = self._desk.clock().date()
        day = await asyncio.to_thread(read_near_day, field.words, today=today)
        if day is None:
            field.show("no day is named so", wrong=True)
        else:
            field.show(f"{day:%A} {day.day} {day:%B %Y}", wrong=day <= today)
        return day

    @on(Button.Pressed, "#save")
    @on(DayField.Entered)
    def action_save(self) -> None:
        """Move it and close."""
        anew(self, self._finish, name="move the booking", group="save")

    async def _finish(self) -> None:
        day = await self._understand()
        if day is None:
            self.say("Type a day to come.", wrong=True)
            return
        try:
            moved = await self._desk.bookings.move(self._booking.id, day)
        except Invalid as wrong:
            self.say(f"It {wrong.message}.", wrong=True)
        except (StoreProblem, NoSuchProject) as problem:
            self.say(str(problem), wrong=True)
        else:
            self.dismiss(moved)

    @on(Button.Pressed, "#stay")
    def action_cancel(self) -> None:
        """Leave it where it is."""
        self.dismiss(None)
