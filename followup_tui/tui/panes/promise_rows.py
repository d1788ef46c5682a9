"""The promises that were caught in the notes, each to keep, mend or drop."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Checkbox, Input, Static

from followup_tui.domain.caught import CaughtPromise
from followup_tui.tui.day_field import DayField

DUE = "due-"
"""What the names of the fields for the days begin with; the promise's index follows."""


class PromiseRow(Vertical):
    """One promise: whether to keep it, its words, and its day."""

    class Changed(Message):
        """The words were changed, or whether the promise is kept."""

        def __init__(self, index: int, *, text: str, keep: bool) -> None:
            super().__init__()
            self.index = index
            self.text = text
            self.keep = keep

    def __init__(self, promise: CaughtPromise, index: int) -> None:
        super().__init__()
        self.index = index
        """Its place among the promises of the wrap-up."""
        self._keep = Checkbox("", promise.keep, compact=True)
        self._text = Input(promise.text, compact=True)
        self.due = DayField(promise.due.isoformat(), name=f"{DUE}{index}")

    def compose(self) -> ComposeResult:
        """Yield the box and the words on one line, the day on the next."""
        with Horizontal(classes="line"):
            yield self._keep
            yield self._text
        with Horizontal(classes="line"):
            yield Static(Content("by"), classes="by", markup=False)
            yield self.due

    @property
    def kept(self) -> bool:
        """Whether the box is ticked."""
        return self._keep.value

    def wrong(self) -> None:
        """Put the focus on the words, which are missing."""
        self._text.focus()
        self.due.show("Say what was promised, or untick it.", wrong=True)

    @on(Checkbox.Changed)
    @on(Input.Changed)
    def _changed(self, event: Message) -> None:
        event.stop()
        self.set_class(not self._keep.value, "-dropped")
        text = self._text.value
        self.post_message(self.Changed(self.index, text=text, keep=self._keep.value))


class PromiseRows(Vertical):
    """All promises that were caught."""

    DEFAULT_CSS = """
    PromiseRows { height: auto; border: round $border-blurred; padding: 0 1; }
    PromiseRows:focus-within { border: round $border; }
    PromiseRow { height: auto; }
    PromiseRow .line { height: auto; }
    PromiseRow Checkbox { width: 5; border: none; padding: 0; }
    PromiseRow Input { width: 1fr; }
    PromiseRow .by { width: 5; padding: 0 1 0 2; color: $text-muted; }
    PromiseRow.-dropped Input, PromiseRow.-dropped DayField { opacity: 50%; }
    """

    def __init__(self, promises: Sequence[CaughtPromise]) -> None:
        super().__init__()
        self.border_title = Content("Promises")
        self._promises = tuple(promises)

    def compose(self) -> ComposeResult:
        """Yield a row for each."""
        for index, promise in enumerate(self._promises):
            yield PromiseRow(promise, index)
