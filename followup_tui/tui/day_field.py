"""An input for a day or an hour in words, with what was understood beside it."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static


class DayField(Horizontal):
    """Takes words for a day; whoever holds it reads them and calls `show`.

    The field itself reads nothing: it says with `Typed` that there are new words, with `Entered`
    that Enter was pressed, and shows the sentence it is given.
    """

    DEFAULT_CSS = """
    DayField { height: auto; width: 1fr; }
    DayField Input { width: 22; max-width: 60%; }
    DayField Static { width: 1fr; height: auto; padding: 0 0 0 1; color: $text-success; }
    DayField.-wrong Static { color: $text-error; }
    """

    class OfWords(Message):
        """Something was done with the words."""

        def __init__(self, field: DayField, words: str) -> None:
            super().__init__()
            self.field = field
            self.words = words

        @property
        def control(self) -> DayField:
            """The field they stand in."""
            return self.field

    class Typed(OfWords):
        """The words were changed by the user."""

    class Entered(OfWords):
        """Enter was pressed in the field."""

    def __init__(self, words: str = "", *, placeholder: str = "", name: str | None = None) -> None:
        super().__init__(name=name, id=name)
        self._input = Input(words, placeholder=placeholder, compact=True, select_on_focus=True)
        self._said = Static(Content(""), markup=False)
        self._shown = ("", False)

    def compose(self) -> ComposeResult:
        """Yield the input and what was understood."""
        yield self._input
        yield self._said

    @property
    def words(self) -> str:
        """What stands in the field."""
        return self._input.value

    @property
    def said(self) -> str:
        """What is shown beside it: what was understood, or what is wrong."""
        return self._shown[0]

    @property
    def input(self) -> Input:
        """The input itself, to be focused."""
        return self._input

    def fill(self, words: str) -> None:
        """Put words there without saying that the user typed them."""
        with self.prevent(Input.Changed):
            self._input.value = words

    def show(self, sentence: str, *, wrong: bool = False) -> None:
        """Say what was understood, or what is wrong."""
        if (sentence, wrong) == self._shown:
            return  # each drawing anew is a layout of the whole screen
        self._shown = (sentence, wrong)
        self.set_class(wrong, "-wrong")
        self._said.update(Content(sentence))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(self, event.value))

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Entered(self, event.value))
