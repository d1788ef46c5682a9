"""Asks for the right number where one turned out to be somebody else's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Button, Input, Static

from followup_tui.desk import Desk
from followup_tui.domain.calling.dialling import Reachable
from followup_tui.tui.dialogs.one_line import OneLineDialog
from followup_tui.tui.dialogs.saving import ends, foot
from followup_tui.tui.keeping import number_key


@dataclass(frozen=True, slots=True)
class WrongNumber:
    """What is known of a number that is wrong."""

    right: str = ""
    """The right one, as it was typed; empty: not known."""
    instead: Reachable | None = None
    """Another number that is to be called now; None: the call is over."""


class WrongNumberDialog(OneLineDialog[WrongNumber]):
    """Ends with what is known of the number; None: it is not wrong after all."""

    DEFAULT_CSS = """
    WrongNumberDialog {
        & > .dialog-box { width: 72; }
        & Input { margin: 1 0; }
        &.-tiny Input, &.-short Input { margin: 0; }
    }
    """

    def __init__(
        self, desk: Desk, client_id: str, wrong: Reachable, others: Sequence[Reachable]
    ) -> None:
        """`wrong` is not the number of that person; `others` could be called instead."""
        super().__init__(desk, number_key(client_id), f"The right number of {wrong.person}")
        self._wrong = wrong
        self._others = tuple(others)

    def compose(self) -> ComposeResult:
        """Yield the field, the other numbers to be clicked, and the buttons."""
        with Vertical(classes="dialog-box") as box:
            box.border_title = Content("Wrong number")
            words = (
                f"{self._wrong.number} is not {self._wrong.person}. "
                "It is kept as wrong, and not dialled again."
            )
            yield Static(Content(words), markup=False)
            yield Input(placeholder="the right number, if you know it", compact=True)
            if self._others:
                yield Static(Content("Or call now:"), markup=False)
            for index, other in enumerate(self._others):
                words = f"{other.person}, {other.number}"
                yield Button(Content(words), id=f"other-{index}", classes="other", compact=True)
            yield ends(("save", "Mark as wrong  Enter"), ("cancel", "Cancel  Esc"))
            yield foot()

    def action_save(self) -> None:
        """Mark it as wrong, and keep the right one where it was typed."""
        self.answer(WrongNumber(self.line))

    @on(Button.Pressed, ".other")
    def _instead(self, event: Button.Pressed) -> None:
        index = int(str(event.button.id).rpartition("-")[2])
        self.answer(WrongNumber(self.line, self._others[index]))
