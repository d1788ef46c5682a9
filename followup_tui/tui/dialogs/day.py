"""A dialog that takes one day or one hour in words, and shows at each key what they mean."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import Generic, TypeVar

import msgspec
from textual import on

from followup_tui.desk import Desk
from followup_tui.tui.anew import anew
from followup_tui.tui.day_field import DayField
from followup_tui.tui.dialogs.kept import KeptDialog
from followup_tui.tui.elsewhere import Held

T = TypeVar("T")
D = TypeVar("D", bound=date)


class Typed(msgspec.Struct, frozen=True):
    """What was typed, and on which day: “tomorrow” means another day on another."""

    words: str
    on: date


class DayDialog(KeptDialog[T], Generic[T, D]):
    """Asks for a `D`, a day or a moment. Whoever leaves it wants none: Escape forgets the words."""

    AUTO_FOCUS = "DayField Input"

    def __init__(self, desk: Desk, draft_key: str, heading: str) -> None:
        super().__init__(desk, draft_key)
        self.heading = heading
        self.now = desk.clock()

    # What a dialog of this kind says

    def read(self, words: str) -> D | None:
        """Return what the words mean; None: nothing. Called in a thread."""
        raise NotImplementedError

    def meaning(self, words: str, read: D | None) -> tuple[str, bool]:
        """Return what to say of the words and what was read, and whether that is wrong."""
        raise NotImplementedError

    # What is typed

    @property
    def day_field(self) -> DayField:
        """The field that the words are typed in."""
        return self.query_one(DayField)

    def draft(self) -> bytes:
        """Return the words of the field."""
        words = self.day_field.words
        return msgspec.json.encode(Typed(words, self.now.date())) if words.strip() else b""

    def take_up(self, draft: bytes) -> str:
        """Show the words that were typed today."""
        try:
            typed = msgspec.json.decode(draft, type=Typed)
        except msgspec.MsgspecError:
            return ""
        if typed.on != self.now.date() or self.day_field.words:
            return ""
        self.day_field.fill(typed.words)
        self._understand_soon()
        return "This is what you began to type."

    def held(self) -> Held:
        """Return the words of the field."""
        return Held(self.heading, self.day_field.words)

    @on(DayField.Typed)
    def _typed(self) -> None:
        self.touched()
        self._understand_soon()

    def _understand_soon(self) -> None:
        anew(self, self.understood, name="read the words", group="read")

    async def understood(self) -> D | None:
        """Show what the words mean, and return it where it can be meant."""
        words = self.day_field.words
        read = await asyncio.to_thread(self.read, words) if words.strip() else None
        sentence, wrong = self.meaning(words, read)
        self.day_field.show(sentence, wrong=wrong)
        return None if wrong else read

    # How it ends

    @on(DayField.Entered)
    def _entered(self) -> None:
        self.action_save()

    def action_cancel(self) -> None:
        """Close without a day."""
        self.close_dropped()
