"""Asks to which day a pencilled booking moves."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from followup_tui.desk import Desk
from followup_tui.domain.days.past import read_near_day
from followup_tui.domain.promise import NextStep
from followup_tui.domain.record import Invalid
from followup_tui.services.bookings import NoSuchProject
from followup_tui.services.gather import NoSuchClient
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.day_field import DayField
from followup_tui.tui.dialogs.day import DayDialog
from followup_tui.tui.dialogs.saving import ends, foot
from followup_tui.tui.keeping import booking_key


class BookingDayDialog(DayDialog[NextStep, date]):
    """Ends with the booking as it was moved; None: it stays."""

    PROBLEMS = (StoreProblem, NoSuchProject, NoSuchClient)

    def __init__(self, desk: Desk, booking: NextStep) -> None:
        super().__init__(desk, booking_key(booking.client_id, booking.id), "Move the booking")
        self._booking = booking

    def compose(self) -> ComposeResult:
        """Yield a field for the day, and the buttons."""
        day = self._booking.at.date()
        with Vertical(classes="dialog-box") as box:
            box.border_title = Content(self.heading)
            words = (
                f"It is pencilled in for {day:%A} {day.day} {day:%B}. To which day does it move?"
            )
            yield Static(Content(words), classes="dialog-words", markup=False)
            yield DayField(placeholder="mon, in 2 weeks, 4 Jan")
            yield ends(("save", "Move  Enter"), ("cancel", "Leave it  Esc"))
            yield foot()

    def read(self, words: str) -> date | None:
        """Return the day."""
        return read_near_day(words, today=self.now.date())

    def meaning(self, words: str, read: date | None) -> tuple[str, bool]:
        """Return the day in whole."""
        if not words.strip():
            return "", False
        if read is None:
            return "no day is named so", True
        return f"{read:%A} {read.day} {read:%B %Y}", read <= self.now.date()

    def action_save(self) -> None:
        """Move it and close."""
        self.begin(self._finish, name="move the booking")

    async def _finish(self) -> None:
        await self.write(self._move)

    async def _move(self) -> NextStep | None:
        day = await self.understood()
        if day is None:
            self.say("Type a day to come.", wrong=True)
            return None
        return await self.desk.bookings.move(self._booking.id, day)

    def say_invalid(self, wrong: Invalid) -> None:
        """Say what is wrong with the day."""
        self.say(f"It {wrong.message}.", wrong=True)
