"""What the personal check says of a letter, and the recorded facts that it could still use."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from followup_tui.tui.panes.broken_lines import BrokenLines
from followup_tui.tui.panes.row_list import RowList
from followup_tui.tui.present import letter as present
from followup_tui.tui.present.rows import RowLayout, Run

if TYPE_CHECKING:
    from followup_tui.domain.personal import PersonalCheck, Unused

_INDENT = 2
_TALLEST = 3  # lines of a fact


class FactRows(RowList):
    """The recorded facts that could still be used, the best first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "use", "use", show=False),
        *(Binding(str(n), f"use({n})", "use", show=False) for n in range(1, 10)),
    ]

    class Wanted(Message):
        """A fact is to be put into the text."""

        def __init__(self, fact: Unused) -> None:
            super().__init__()
            self.fact = fact

    def __init__(self) -> None:
        super().__init__(id="facts")
        self._facts: tuple[Unused, ...] = ()
        self._now: datetime | None = None

    def show(self, facts: Sequence[Unused], now: datetime) -> None:
        """Show these facts; the cursor stays on its own where it is still there."""
        at_hand = self.at_hand
        self._facts, self._now = tuple(facts), now
        index = self._facts.index(at_hand) if at_hand in self._facts else 0
        self.lay_out_anew(cursor=index)

    @property
    def at_hand(self) -> Unused | None:
        """The fact under the cursor."""
        if self.cursor is None or self.cursor >= len(self._facts):
            return None
        return self._facts[self.cursor]

    def lay_out(self, width: int) -> RowLayout:
        """Return where the facts stand."""
        return RowLayout(Run(1, len(self._lines(row, width))) for row in range(len(self._facts)))

    def present(self, row: int, width: int, *, under_cursor: bool) -> Sequence[Content]:
        """Return the lines of a fact."""
        return self._lines(row, width)

    def _lines(self, row: int, width: int) -> list[Content]:
        if self._now is None:
            return []
        fact, about = present.fact_lines(self._facts[row], row + 1, self._now)
        lines = list(fact.wrap(max(width - _INDENT, 8)))[:_TALLEST]
        return [lines[0], *(Content("  ") + line for line in lines[1:]), about]

    def next(self) -> None:
        """Take the next fact to hand; after the last one comes the first."""
        if self._facts:
            self.cursor = ((self.cursor or 0) + 1) % len(self._facts)

    def action_use(self, number: int = 0) -> None:
        """Ask for the fact under the cursor, or for the one of that number."""
        if number and number <= len(self._facts):
            self.post_message(self.Wanted(self._facts[number - 1]))
        elif not number and (fact := self.at_hand) is not None:
            self.post_message(self.Wanted(fact))

    def row_clicked(self, row: int, line: int, column: int) -> None:
        """Ask for the fact that was clicked."""
        if row < len(self._facts):
            self.post_message(self.Wanted(self._facts[row]))


class VerdictLine(Static):
    """Whether the letter is ready, on one line; a click leads to the reasons."""

    DEFAULT_CSS = """
    VerdictLine {
        width: 1fr; height: 1; text-wrap: nowrap; text-overflow: ellipsis;
        &:hover { background: $block-hover-background; }
    }
    """

    class Pressed(Message):
        """The reasons are wanted."""

    def __init__(self) -> None:
        super().__init__(present.verdict(None), markup=False)

    def show(self, check: PersonalCheck) -> None:
        """Show what was found."""
        self.update(present.verdict(check))

    def on_click(self) -> None:
        """Ask for the reasons."""
        self.post_message(self.Pressed())


class Reasons(BrokenLines):
    """The findings of the check, each broken under its own sign."""

    def __init__(self) -> None:
        super().__init__()
        self._check: PersonalCheck | None = None

    def show(self, check: PersonalCheck) -> None:
        """Show what was found."""
        self._check = check
        self.refresh(layout=True)

    def lines(self, width: int) -> Content:
        """Return the findings; nothing before the letter was checked."""
        return Content("") if self._check is None else present.reasons(self._check, width)


class LetterCheckPane(Vertical):
    """The check beside the text: what is found, then what could still be used."""

    DEFAULT_CSS = """
    LetterCheckPane {
        border-title-color: $text-muted;
        & #reasons-scroll { height: auto; max-height: 60%; border: round $border-blurred;
            border-title-color: $text-muted; padding: 0 1; }
        & #facts-box { height: 1fr; min-height: 4; border: round $border-blurred;
            border-title-color: $text-muted; border-subtitle-color: $text-muted; padding: 0 1; }
        & #facts-box:focus-within { border: round $border; }
        & #no-facts { color: $text-muted; display: none; }
        &.-none #no-facts { display: block; }
        &.-none #facts { display: none; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.facts = FactRows()
        """The facts that could still be used."""
        self._keys = ""

    def compose(self) -> ComposeResult:
        """Yield the findings over the facts."""
        with VerticalScroll(id="reasons-scroll", can_focus=False) as reasons:
            reasons.border_title = Content("Could it have gone to anyone?")
            yield Reasons()
        with Vertical(id="facts-box") as facts:
            facts.border_title = Content("Could still be used")
            yield self.facts
            yield Static(Content(""), id="no-facts", markup=False)

    def show(self, check: PersonalCheck, now: datetime) -> None:
        """Show what was found."""
        self.query_one(Reasons).show(check)
        self.set_class(not check.unused, "-none")
        words = "All that is recorded is used." if check.used else "Nothing is recorded yet."
        self.query_one("#no-facts", Static).update(Content(words))
        self.facts.show(check.unused, now)

    def show_keys(self, words: str) -> None:
        """Say in the lower border how a fact is used."""
        self.query_one("#facts-box").border_subtitle = Content(words)
