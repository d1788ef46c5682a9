"""Asks at which hour somebody wants to be called back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from followup_tui.domain.client import Client
from followup_tui.tui.actions import Place, bindings
from followup_tui.tui.day_field import DayField
from followup_tui.tui.present import wrap_up as present

_QUICK = ("in 1 hour", "in 2 hours", "tomorrow 10:00")


class CallBackDialog(ModalScreen[datetime | None]):
    """Takes the hour in words, in the client's zone; ends with the moment, or None."""

    CSS_PATH = "call_back.tcss"
    BINDINGS = bindings(Place.DIALOG)

    def __init__(
        self, client: Client, *, now: datetime, read: Callable[[str], datetime | None]
    ) -> None:
        """`read` understands words like “thu 10:00” as an hour where the client is."""
        super().__init__()
        self._client = client
        self._now = now
        self._read = read

    def compose(self) -> ComposeResult:
        """Yield the field, hours to be clicked, and the buttons."""
        with Vertical(id="box") as box:
            box.border_title = Content("Call back")
            yield Static(Content(f"When does {self._client.name} want to be called?"), markup=False)
            yield DayField(placeholder="thu 10:00, in 2 hours")
            with Horizontal(id="quick"):
                for words in _QUICK:
                    yield Button(Content(words), compact=True, classes="quick")
            yield Static(Content(present.zone_hint(self._client)), id="zone", markup=False)
            with Horizontal(id="ends"):
                yield Button(Content("Agree"), variant="primary", id="agree", compact=True)
                yield Button(Content("Cancel"), id="cancel", compact=True)

    def on_mount(self) -> None:
        """Be ready for typing."""
        self.query_one(DayField).input.focus()

    @on(DayField.Typed)
    def _typed(self, event: DayField.Typed) -> None:
        self.run_worker(
            self._understand(event.words), name="read the hour", group="read", exclusive=True
        )

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
    def _agreed(self) -> None:
        self.run_worker(self._agree(), name="agree on the hour", group="agree", exclusive=True)

    async def _agree(self) -> None:
        field = self.query_one(DayField)
        moment = await self._understand(field.words)
        if moment is not None:
            self.dismiss(moment)
            return
        if not field.words.strip():
            field.show("Name an hour, like thu 10:00.", wrong=True)
        field.input.focus()

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Close without an hour."""
        self.dismiss(None)
