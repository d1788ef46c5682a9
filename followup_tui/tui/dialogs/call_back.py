"""Asks at which hour somebody wants to be called back."""

from __future__ import annotations

import asyncio
from datetime import date, datetime
from functools import partial

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.tui.anew import anew
from followup_tui.tui.day_field import DayField
from followup_tui.tui.dialogs.kept import KeptDialog
from followup_tui.tui.elsewhere import Held
from followup_tui.tui.keeping import hour_key
from followup_tui.tui.present import wrap_up as present

_QUICK = ("in 1 hour", "in 2 hours", "tomorrow 10:00")


class Typed(msgspec.Struct, frozen=True):
    """What was typed, and on which day: “tomorrow” means another day on another."""

    words: str
    on: date


class CallBackDialog(KeptDialog[datetime]):
    """Takes the hour in words, in the client's zone; ends with the moment, or None."""

    AUTO_FOCUS = "DayField Input"
    DEFAULT_CSS = """
    CallBackDialog {
        & > .dialog-box { width: 72; }
        & DayField { margin: 1 0; }
        & #quick { height: auto; }
        & #quick Button { margin: 0 1 0 0; }
        & #zone { color: $text-muted; }
        &.-tiny DayField, &.-short DayField { margin: 0; }
    }
    """

    def __init__(self, desk: Desk, client: Client) -> None:
        super().__init__(desk, hour_key(client.id))
        self._client = client
        self._now = desk.clock()
        self._read = partial(desk.wrap_up.read_moment, zone=client.zone)

    def compose(self) -> ComposeResult:
        """Yield the field, hours to be clicked, and the buttons."""
        with Vertical(classes="dialog-box") as box:
            box.border_title = Content("Call back")
            yield Static(Content(f"When does {self._client.name} want to be called?"), markup=False)
            yield DayField(placeholder="thu 10:00, in 2 hours")
            with Horizontal(id="quick"):
                for words in _QUICK:
                    yield Button(Content(words), compact=True, classes="quick")
            yield Static(Content(present.zone_hint(self._client)), id="zone", markup=False)
            with Horizontal(classes="ends"):
                yield Button(Content("Agree"), variant="primary", id="agree", compact=True)
                yield Button(Content("Cancel"), id="cancel", compact=True)
            yield Static(id="said", markup=False)

    def draft(self) -> bytes:
        """Return the words of the field."""
        words = self.query_one(DayField).words
        return msgspec.json.encode(Typed(words, self._now.date())) if words.strip() else b""

    def take_up(self, draft: bytes) -> str:
        """Show the words that were typed today."""
        try:
            typed = msgspec.json.decode(draft, type=Typed)
        except msgspec.MsgspecError:
            return ""
        field = self.query_one(DayField)
        if typed.on != self._now.date() or field.words:
            return ""
        field.fill(typed.words)
        self._understand_soon(typed.words)
        return "This is what you began to type."

    def held(self) -> Held:
        """Return the words of the field."""
        return Held(f"Call back: {self._client.name}", self.query_one(DayField).words)

    @on(DayField.Typed)
    def _typed(self, event: DayField.Typed) -> None:
        self.touched()
        self._understand_soon(event.words)

    def _understand_soon(self, words: str) -> None:
        self.run_worker(self._understand(words), name="read the hour", group="read", exclusive=True)

    async def _understand(self, words: str) -> datetime | None:
        """Show what the words mean, and return it if a call can be at that hour."""
        moment = await asyncio.to_thread(self._read, words) if words.strip() else None
        sentence, wrong = present.moment_said(words, moment, self._client, self._now)
        self.query_one(DayField).show(sentence, wrong=wrong)
        return None if wrong else moment

    @on(Button.Pressed, ".quick")
    def _quick(self, event: Button.Pressed) -> None:
        field = self.query_one(DayField)
        field.input.value = str(event.button.label)
        field.input.focus()

    @on(Button.Pressed, "#agree")
    @on(DayField.Entered)
    def action_save(self) -> None:
        """Agree on the hour, if it can be one."""
        anew(self, self._agree, name="agree on the hour", group="agree")

    async def _agree(self) -> None:
        field = self.query_one(DayField)
        moment = await self._understand(field.words)
        if moment is not None:
            self.close_dropped(moment)
            return
        if not field.words.strip():
            field.show("Name an hour, like thu 10:00.", wrong=True)
        field.input.focus()

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Close without an hour."""
        self.close_dropped()
