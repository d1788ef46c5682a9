"""What the desk's dialogs have in common: they save themselves, and stay open when they cannot."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.types import CSSPathType
from textual.widgets import Static

from followup_tui.domain.record import Invalid
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.actions import Place, bindings

T = TypeVar("T")

SAVE: list[BindingType] = [
    *bindings(Place.DIALOG),
    Binding("ctrl+s,f2", "save", "save", tooltip="Save and close.", priority=True),
]


class SavingDialog(ModalScreen[T]):
    """A dialog that is saved before it closes; what is typed outlives a store that fails."""

    CSS_PATH: ClassVar[CSSPathType | None] = "saving.tcss"
    BINDINGS = SAVE
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (10, "-short"), (16, "-fair")]

    async def saved(self, saving: Awaitable[object]) -> bool:
        """Await `saving`; say whether it worked, and show the sentence where it did not."""
        try:
            await saving
        except (StoreProblem, Invalid) as problem:
            self.say(str(problem), wrong=True)
            return False
        return True

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        """Show a sentence at the foot of the dialog."""
        line = self.query_one("#said", Static)
        line.set_class(wrong, "-wrong")
        line.update(Content(sentence))

    def action_save(self) -> None:
        """Save and close."""
        raise NotImplementedError
