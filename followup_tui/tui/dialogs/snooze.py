"""Asks until when a client shall be left alone; and why somebody does not want to be called."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Button, Input, Static

from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.services.gather import NoSuchClient
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.anew import anew
from followup_tui.tui.day_field import DayField
from followup_tui.tui.dialogs.one_line import OneLineDialog
from followup_tui.tui.dialogs.saving import SavingDialog, ends, foot
from followup_tui.tui.keeping import wish_key

_PRESETS: tuple[tuple[str, int], ...] = (
    ("1 day", 1),
    ("3 days", 3),
    ("1 week", 7),
    ("1 month", 30),
)
"""Words and days of the choices that need no typing; their keys are 1 to 4."""


def _day(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b} {day.year}"


class SnoozeDialog(SavingDialog[date | None]):
    """Takes the client off the list until a day, and ends with that day; None: cancelled."""

    AUTO_FOCUS = ".presets Button"
    PROBLEMS = (StoreProblem, NoSuchClient)
    BINDINGS = [
        Binding("up", "app.focus_previous", "Up", show=False),
        Binding("down", "app.focus_next", "Down", show=False),
        *(
            Binding(str(number), f"preset({number - 1})", words, show=False)
            for number, (words, _) in enumerate(_PRESETS, 1)
        ),
    ]

    def __init__(
        self,
        client: Client,
        *,
        today: date,
        read: Callable[[str], date | None],
        save: Callable[[date], Awaitable[None]],
    ) -> None:
        """`read` understands words like “next tue”; `save` may raise `StoreProblem`."""
        super().__init__()
        self._client = client
        self._today = today
        self._read = read
        self._save = save

    def compose(self) -> ComposeResult:
        """Yield the choices, a field for any other day, and the buttons."""
        with Vertical(classes="dialog-box") as box:
            box.border_title = Content("Snooze")
            words = f"Until when shall {self._client.name} be off the list?"
            yield Static(Content(words), classes="dialog-words", markup=False)
            with Vertical(classes="presets"):
                for number, (label, days) in enumerate(_PRESETS, 1):
                    day = _day(self._today + timedelta(days=days))
                    text = Content.assemble(f" {number}  {label:<9}", (day, "dim"))
                    yield Button(text, id=f"preset-{number}", compact=True)
            yield DayField(placeholder="or a day: next tue")
            yield ends(("save", "Snooze  Enter"), ("cancel", "Cancel  Esc"))
            yield foot()

    @on(Button.Pressed, ".presets Button")
    def _preset_pressed(self, event: Button.Pressed) -> None:
        number = str(event.button.id).rpartition("-")[2]
        self.action_preset(int(number) - 1)

    def action_preset(self, index: int) -> None:
        """Snooze for one of the choices."""
        day = self._today + timedelta(days=_PRESETS[index][1])
        self.begin(partial(self._finish, day), name="snooze")

    @on(DayField.Typed)
    def _typed(self, event: DayField.Typed) -> None:
        anew(self, partial(self._understand, event.words), name="read the day", group="read")

    async def _understand(self, words: str) -> date | None:
        """Show which day the words mean; return it if it is one to come."""
        field = self.query_one(DayField)
        if not words.strip():
            field.show("")
            return None
        day = await asyncio.to_thread(self._read, words)
        if day is None:
            field.show("no day is named so", wrong=True)
        elif day <= self._today:
            field.show(f"{_day(day)} is not to come", wrong=True)
        else:
            field.show(_day(day))
            return day
        return None

    @on(DayField.Entered)
    def _entered(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        """Snooze until the day that was typed."""
        self.begin(self._save_typed, name="snooze")

    async def _save_typed(self) -> None:
        field = self.query_one(DayField)
        day = await self._understand(field.words)
        if day is not None:
            await self._finish(day)
            return
        if not field.words.strip():
            self.say("Choose one of the lines, or type a day.", wrong=True)
        field.input.focus()

    async def _finish(self, day: date) -> None:
        if await self.saved(self._save(day)):
            self.dismiss(day)


class DoNotCallDialog(OneLineDialog[bool]):
    """Records that a client does not want to be called; ends with whether it was recorded."""

    PROBLEMS = (StoreProblem, NoSuchClient)

    def __init__(self, desk: Desk, client: Client) -> None:
        super().__init__(desk, wish_key(client.id), f"Do not call: {client.name}")
        self._client = client

    def compose(self) -> ComposeResult:
        """Yield a field for the reason, and the buttons."""
        with Vertical(classes="dialog-box") as box:
            box.border_title = Content("Do not call")
            words = (
                f"{self._client.name} stays off the list until you take this back. "
                "Why, if they said so?"
            )
            yield Static(Content(words), classes="dialog-words", markup=False)
            yield Input(placeholder="asked to be written to instead", id="why", classes="-line")
            yield ends(("save", "Do not call  Enter"), ("cancel", "Cancel  Esc"))
            yield foot()

    def action_save(self) -> None:
        """Record the wish."""
        self.begin(self._finish, name="do not call")

    async def _finish(self) -> None:
        await self.write(self._record)

    async def _record(self) -> bool:
        await self.desk.call_list.do_not_call(self._client.id, wish=True, why=self.line)
        return True
