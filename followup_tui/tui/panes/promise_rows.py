"""A promise that was caught in the notes or added: to keep, mend or drop."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from followup_tui.domain.notes.caught import CaughtPromise
from followup_tui.domain.promise import Owner
from followup_tui.domain.text import clean_line
from followup_tui.tui.choice import Choice
from followup_tui.tui.day_field import DayField
from followup_tui.tui.item_rows import ItemRow
from followup_tui.tui.tick import Tick

DUE = "due-"
"""What the names of the fields for the days begin with; the promise's index follows."""
_OWNERS = {"by us": Owner.US, "by them": Owner.THEM}


class PromiseRow(ItemRow):
    """One promise: whether to keep it, its words, who owes it, and its day."""

    DEFAULT_CSS = """
    PromiseRow .by { width: 8; padding: 0 1 0 5; color: $text-muted; }
    """

    def __init__(self, promise: CaughtPromise, index: int) -> None:
        super().__init__(index, doubt=promise.doubt)
        self.item = promise
        self._keep = Tick("", promise.keep, compact=True)
        self._text = Input(promise.text, placeholder="what is promised", compact=True)
        owner = next(words for words, owner in _OWNERS.items() if owner is promise.by)
        self._by = Choice(tuple(_OWNERS), owner)
        self.due = DayField(promise.due.isoformat(), name=f"{DUE}{index}")

    def fields(self) -> ComposeResult:
        """Yield the box, the words and whose promise it is on one line, the day on the next."""
        with Horizontal(classes="line"):
            yield self._keep
            yield self._text
            yield self._by
        with Horizontal(classes="line"):
            yield Static(Content("by"), classes="by", markup=False)
            yield self.due

    @property
    def kept(self) -> bool:
        """Whether the box is ticked."""
        return self._keep.value

    def take(self, due: date) -> None:
        """Take over the day that was read."""
        self.item = replace(self.item, due=due)

    def say(self, problem: str) -> None:
        """Show what is wrong; what is wrong with the day is said beside it."""
        super().say("" if self.due.has_class("-wrong") else problem)

    def current(self) -> CaughtPromise:
        """Return the item as its fields have it at this moment."""
        self.item = replace(
            self.item,
            text=clean_line(self._text.value),
            keep=self._keep.value,
            by=_OWNERS[self._by.value],
        )
        return self.item
