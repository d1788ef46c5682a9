"""A next step: noted, proposed or added; ticked, it is written down and can go into a calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from followup_tui.domain.notes.caught import CaughtStep
from followup_tui.domain.promise import StepKind
from followup_tui.domain.text import clean_line
from followup_tui.tui.choice import Choice
from followup_tui.tui.day_field import DayField
from followup_tui.tui.item_rows import ItemRow
from followup_tui.tui.tick import Tick

AT = "at-"
"""What the names of the fields for the moments begin with; the step's index follows."""
_HOW = {"agreed": True, "proposed": False}


class StepRow(ItemRow):
    """One step: what it is, whether both said yes, when, and a word about it."""

    DEFAULT_CSS = """
    StepRow .about { margin: 0 0 0 2; }
    """

    def __init__(self, step: CaughtStep, index: int, words: str) -> None:
        """`words` is its moment as it can be typed again, in the client's zone."""
        super().__init__(index, doubt=step.doubt)
        self.item = step
        self._keep = Tick("", step.keep, compact=True)
        self._kind = Choice([kind.value for kind in StepKind], step.kind.value, narrow=True)
        self._how = Choice(tuple(_HOW), "agreed" if step.agreed else "proposed")
        self._text = Input(step.text, placeholder="about what", compact=True, classes="about")
        self.at = DayField(words, placeholder="thu 10:00, 1 Dec", name=f"{AT}{index}")
        self.set_class(not step.keep, "-dropped")

    def fields(self) -> ComposeResult:
        """Yield what it is and whether it is agreed on one line, when on the next."""
        with Horizontal(classes="line"):
            yield self._keep
            yield self._kind
            yield self._how
            yield self._text
        with Horizontal(classes="line indented"):
            yield self.at

    @property
    def kept(self) -> bool:
        """Whether the box is ticked."""
        return self._keep.value

    def take(self, at: datetime, *, all_day: bool) -> None:
        """Take over the moment, or the day, that was read."""
        self.item = replace(self.item, at=at, all_day=all_day)

    def say(self, problem: str) -> None:
        """Show what is wrong; what is wrong with the moment is said beside it."""
        super().say("" if self.at.has_class("-wrong") else problem)

    def current(self) -> CaughtStep:
        """Return the item as its fields have it at this moment."""
        self.item = replace(
            self.item,
            kind=StepKind(self._kind.value),
            agreed=_HOW[self._how.value],
            text=clean_line(self._text.value),
            keep=self._keep.value,
        )
        return self.item
