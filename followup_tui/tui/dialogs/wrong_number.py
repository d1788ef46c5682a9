"""Asks for the right number where one turned out to be somebody else's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, Static

from followup_tui.domain.calling.dialling import Reachable
from followup_tui.domain.text import clean_line
from followup_tui.tui.actions import Place, bindings
from followup_tui.tui.closing import ClosingDialog


@dataclass(frozen=True, slots=True)
class WrongNumber:
    """What is known of a number that is wrong."""

    right: str = ""
    """The right one, as it was typed; empty: not known."""
    instead: Reachable | None = None
    """Another number that is to be called now; None: the call is over."""


class WrongNumberDialog(ClosingDialog[WrongNumber | None]):
    """Ends with what is known of the number; None: it is not wrong after all."""

    CSS_PATH = "wrong_number.tcss"
    AUTO_FOCUS = "Input"
    BINDINGS = bindings(Place.DIALOG)

    def __init__(self, number: str, who: str, others: Sequence[Reachable]) -> None:
        """`number` is not that of `who`; `others` could be called instead."""
        super().__init__()
        self._number = number
        self._who = who
        self._others = tuple(others)

    def compose(self) -> ComposeResult:
        """Yield the field, the other numbers to be clicked, and the buttons."""
        with Vertical(id="box") as box:
            box.border_title = Content("Wrong number")
            words = (
                f"{self._number} is not {self._who}. It is kept as wrong, and not dialled again."
            )
            yield Static(Content(words), markup=False)
            yield Input(placeholder="the right number, if you know it", compact=True)
            if self._others:
                yield Static(Content("Or call now:"), markup=False)
            for index, other in enumerate(self._others):
                words = f"{other.person}, {other.number}"
                yield Button(Content(words), id=f"other-{index}", classes="other", compact=True)
            with Horizontal(id="ends"):
                yield Button(Content("Mark as wrong"), variant="primary", id="mark", compact=True)
                yield Button(Content("Cancel"), id="cancel", compact=True)

    @on(Button.Pressed, "#mark")
    @on(Input.Submitted)
    def _marked(self) -> None:
        self.dismiss(WrongNumber(clean_line(self.query_one(Input).value)))

    @on(Button.Pressed, ".other")
    def _instead(self, event: Button.Pressed) -> None:
        index = int(str(event.button.id).rpartition("-")[2])
        right = clean_line(self.query_one(Input).value)
        self.dismiss(WrongNumber(right, self._others[index]))

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Close: the number is right."""
        self.dismiss(None)
