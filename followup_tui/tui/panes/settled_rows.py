"""What was open or planned before: value-adds, promises, thanks and questions, and how they stand.

Each row has its words and one line of options; nothing in it is typed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from followup_tui.domain.promise import PromiseState
from followup_tui.domain.value_add import OfferState
from followup_tui.domain.wrap_up.items import (
    EarlierPromise,
    EarlierQuestion,
    OfferMade,
    QuestionState,
    ThanksOwed,
)
from followup_tui.tui.choice import Choice
from followup_tui.tui.item_rows import ItemRow

OFFERS: Mapping[str, OfferState] = {
    "offered": OfferState.OFFERED,
    "taken": OfferState.TAKEN,
    "declined": OfferState.DECLINED,
    "not spoken of": OfferState.PLANNED,
}
PROMISES: Mapping[str, PromiseState] = {
    "still open": PromiseState.OPEN,
    "kept": PromiseState.KEPT,
    "broken": PromiseState.BROKEN,
}
THANKS: Mapping[str, bool] = {"not yet": False, "given": True}
QUESTIONS: Mapping[str, QuestionState] = {state.value: state for state in QuestionState}

Settled = OfferMade | EarlierPromise | ThanksOwed | EarlierQuestion


class SettledRow(ItemRow):
    """One thing of before: its words, and where it stands."""

    DEFAULT_CSS = """
    SettledRow Choice { margin: 0 0 0 2; }
    """

    def __init__(self, item: Settled, index: int, words: str) -> None:
        """`words` says what it is, with its day where it has one."""
        super().__init__(index)
        self.item = item
        self._words = Static(Content(words), classes="text", markup=False)
        options, chosen = _options(item)
        self._choice = Choice(options, chosen)

    def fields(self) -> ComposeResult:
        """Yield the words, and the options below them."""
        yield self._words
        with Horizontal(classes="line"):
            yield self._choice

    def current(self) -> Settled:
        """Return the item as it is chosen at this moment."""
        self.item = _settled(self.item, self._choice.value)
        return self.item


def _options(item: Settled) -> tuple[tuple[str, ...], str]:
    """Return the words to choose from, and those that hold."""
    match item:
        case OfferMade():
            return tuple(OFFERS), _word(OFFERS, item.state)
        case EarlierPromise():
            return tuple(PROMISES), _word(PROMISES, item.state)
        case ThanksOwed():
            return tuple(THANKS), _word(THANKS, item.given)
        case EarlierQuestion():
            return tuple(QUESTIONS), _word(QUESTIONS, item.state)


def _word(options: Mapping[str, object], value: object) -> str:
    return next(word for word, each in options.items() if each == value)


def _settled(item: Settled, word: str) -> Settled:
    match item:
        case OfferMade():
            return replace(item, state=OFFERS[word])
        case EarlierPromise():
            return replace(item, state=PROMISES[word])
        case ThanksOwed():
            return replace(item, given=THANKS[word])
        case EarlierQuestion():
            return replace(item, state=QUESTIONS[word])
