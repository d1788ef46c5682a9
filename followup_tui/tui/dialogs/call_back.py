"""Asks at which hour somebody wants to be called back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.tui.day_field import DayField
from followup_tui.tui.dialogs.day import DayDialog
from followup_tui.tui.dialogs.saving import ends, foot
from followup_tui.tui.elsewhere import Held
from followup_tui.tui.keeping import hour_key
from followup_tui.tui.present import wrap_up as present

_QUICK = ("in 1 hour", "in 2 hours", "tomorrow 10:00")


class CallBackDialog(DayDialog[datetime, datetime]):
    """Takes the hour in words, in the client's zone; ends with the moment, or None."""

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
        super().__init__(desk, hour_key(client.id), "Call back")
        self._client = client

    def compose(self) -> ComposeResult:
        """Yield the field, hours to be clicked, and the buttons."""
        with Vertical(classes="dialog-box") as box:
            box.border_title = Content(self.heading)
            yield Static(Content(f"When does {self._client.name} want to be called?"), markup=False)
            yield DayField(placeholder="thu 10:00, in 2 hours")
            with Horizontal(id="quick"):
                for words in _QUICK:
                    yield Button(Content(words), compact=True, classes="quick")
            yield Static(Content(present.zone_hint(self._client)), id="zone", markup=False)
            yield ends(("save", "Agree  Enter"), ("cancel", "Cancel  Esc"))
            yield foot()

    def read(self, words: str) -> datetime | None:
        """Return the moment, in the client's zone."""
        return self.desk.wrap_up.read_moment(words, zone=self._client.zone)

    def meaning(self, words: str, read: datetime | None) -> tuple[str, bool]:
        """Return the moment, by their clock and by ours."""
        return present.moment_said(words, read, self._client, self.now)

    def held(self) -> Held:
        """Return the words of the field."""
        return replace(super().held(), what=f"{self.heading}: {self._client.name}")

    @on(Button.Pressed, ".quick")
    def _quick(self, event: Button.Pressed) -> None:
        field = self.day_field
        field.input.value = str(event.button.label)
        field.input.focus()

    def action_save(self) -> None:
        """Agree on the hour, if it can be one."""
        self.begin(self._agree, name="agree on the hour")

    async def _agree(self) -> None:
        moment = await self.understood()
        if moment is not None:
            await self.drop(moment)
            return
        field = self.day_field
        if not field.words.strip():
            field.show("Name an hour, like thu 10:00.", wrong=True)
        field.input.focus()
