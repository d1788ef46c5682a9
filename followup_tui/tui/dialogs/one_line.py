"""A dialog with one line to be typed: kept while it is, forgotten with the answer."""

from __future__ import annotations

from functools import partial
from typing import TypeVar

from textual import on
from textual.widgets import Input

from followup_tui.desk import Desk
from followup_tui.domain.text import clean_line
from followup_tui.tui.dialogs.kept import KeptDialog
from followup_tui.tui.elsewhere import Held

T = TypeVar("T")


class OneLineDialog(KeptDialog[T]):
    """Takes a line that may stay empty; Enter saves, Escape leaves everything as it is."""

    AUTO_FOCUS = "Input"

    def __init__(self, desk: Desk, draft_key: str, heading: str) -> None:
        """`heading` says what the line is of, where it is saved elsewhere."""
        super().__init__(desk, draft_key)
        self.heading = heading

    @property
    def line(self) -> str:
        """What is typed, clean."""
        return clean_line(self.query_one(Input).value)

    def draft(self) -> bytes:
        """Return the line."""
        return self.line.encode()

    def take_up(self, draft: bytes) -> str:
        """Show the line as it was, before what was typed meanwhile."""
        field = self.query_one(Input)
        with self.prevent(Input.Changed):
            field.value = clean_line(draft.decode(errors="replace")) + field.value
        return "This is what you began to type."

    def held(self) -> Held:
        """Return the line."""
        return Held(self.heading, self.line)

    @on(Input.Changed)
    def _typed(self) -> None:
        self.touched()

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.action_save()

    def answer(self, result: T) -> None:
        """Close with `result`, which is not written down here."""
        self.begin(partial(self.drop, result), name="answer")

    def action_cancel(self) -> None:
        """Leave everything as it is."""
        self.close_dropped()
