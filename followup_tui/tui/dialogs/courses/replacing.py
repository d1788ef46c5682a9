"""Asks why somebody's coffee is not had, before the next of the draw stands in."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Button, Input, Static

from followup_tui.desk import Desk
from followup_tui.domain.course import CoffeeEnd
from followup_tui.domain.words import count
from followup_tui.tui.dialogs.one_line import OneLineDialog
from followup_tui.tui.dialogs.saving import ends, foot
from followup_tui.tui.keeping import instead_key


@dataclass(frozen=True, slots=True)
class Replaced:
    """How it was answered."""

    end: CoffeeEnd
    why: str
    stands_in: str


class ReplaceDialog(OneLineDialog[Replaced]):
    """Ends with why somebody is replaced; None: they are not."""

    def __init__(self, desk: Desk, course_id: str, name: str, *, stands_in: str, left: int) -> None:
        """`left` is how many could stand in, the one who would among them."""
        super().__init__(desk, instead_key(course_id), f"In place of {name}")
        self._stands_in = stands_in
        self._left = left

    def compose(self) -> ComposeResult:
        """Yield what would be done, a field for why, and the buttons."""
        with Vertical(classes="dialog-box -wide") as box:
            box.border_title = Content(self.heading)
            words = (
                f"{self._stands_in} comes next in the order that the seed has given, and would "
                f"stand in. {count(self._left, 'person is', 'people are')} left to do so."
            )
            yield Static(words, classes="dialog-words", markup=False)
            yield Input(placeholder="why, if they said", id="why", classes="-line")
            yield ends(
                ("save", "Could not come  Ctrl+S"),
                ("declined", "Does not want to"),
                ("cancel", "Cancel  Esc"),
            )
            yield foot()

    def action_save(self) -> None:
        """Replace who could not come."""
        self._end(CoffeeEnd.MISSED)

    @on(Button.Pressed, "#declined")
    def _declined(self) -> None:
        self._end(CoffeeEnd.DECLINED)

    def _end(self, end: CoffeeEnd) -> None:
        self.answer(Replaced(end, self.line, self._stands_in))
