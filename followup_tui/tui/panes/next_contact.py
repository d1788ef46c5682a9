"""When to call again: a day in words, or one click."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from followup_tui.domain.calling.other_ways import PAUSE, OtherWay, Way
from followup_tui.tui.day_field import DayField

REACHED: tuple[tuple[str, str], ...] = (
    ("1 week", "in 1 week"),
    ("1 month", "in 1 month"),
    ("3 months", "in 3 months"),
    ("by cadence", ""),
)
"""Labels and words of the quick answers after a conversation."""
TRIED: tuple[tuple[str, str], ...] = (
    ("tomorrow", "tomorrow"),
    ("3 days", "in 3 days"),
    ("1 week", "in 1 week"),
    ("by cadence", ""),
)
"""Those after a try in vain."""

INSTEAD = {
    Way.NUMBER: "today",
    Way.MAIL: "in 1 week",
    Way.PAUSE: f"in {PAUSE.days // 7} weeks",
}
"""When to call again after each of the other ways: a mail wants a week to be answered."""


class NextContact(Vertical):
    """The field for the next contact, its quick answers, and why the day is proposed."""

    DEFAULT_CSS = """
    NextContact { height: auto; border: round $border-blurred; padding: 0 1; }
    NextContact:focus-within { border: round $border; }
    NextContact Horizontal { height: auto; }
    NextContact #quick { margin: 1 0 0 0; }
    NextContact Button { margin: 0 1 0 0; min-width: 8; }
    NextContact Static { height: auto; color: $text-muted; }
    """

    def __init__(
        self,
        words: str,
        why: str,
        quick: tuple[tuple[str, str], ...],
        ways: tuple[OtherWay, ...] = (),
    ) -> None:
        """`words` stand in the field at first; `why` says where they come from.

        `ways` is what could be done instead: choosing one of them sets the day that goes with it.
        """
        super().__init__()
        self.border_title = Content("Next contact")
        self._quick_answers = quick
        self._why = why
        self._ways = ways
        self.field = DayField(words, placeholder="fri, in 2 weeks, 1 Dec", name="next")

    def compose(self) -> ComposeResult:
        """Yield the field, the buttons and the reason."""
        yield self.field
        with Horizontal(id="quick"):
            for label, words in self._quick_answers:
                yield _QuickButton(label, words)
        for way in self._ways:
            yield _QuickButton(f"or {way.words}", INSTEAD[way.way], classes="way")
        if self._why:
            yield Static(Content(self._why), markup=False)

    @on(Button.Pressed)
    def _quick(self, event: Button.Pressed) -> None:
        event.stop()
        if isinstance(event.button, _QuickButton):
            self.field.input.value = event.button.words


class _QuickButton(Button):
    """A button that fills the field."""

    def __init__(self, label: str, words: str, *, classes: str | None = None) -> None:
        super().__init__(Content(label), compact=True, classes=classes)
        self.words = words
