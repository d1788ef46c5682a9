"""One field of a form: its label, its input, and under it a hint or what is wrong."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input, Label, Static, TextArea


class FormField(Vertical):
    """A labelled input of one line, or of several.

    It says with `Changed` that something was typed. What is wrong with it is shown under it, in
    place of the hint, until it is typed in again.
    """

    DEFAULT_CSS = """
    FormField {
        height: auto;
        padding: 0 0 1 0;

        & > Horizontal { height: auto; }
        & Label { width: 18; color: $text-muted; }
        & Input { width: 1fr; }
        & Input.-textual-compact, & Input.-textual-compact:focus {
            padding: 0 1; height: 1; background: $panel;
        }
        & TextArea, & TextArea:focus { border: none; padding: 0 1; height: 4; background: $panel; }
        & .field-words { padding: 0 0 0 19; color: $text-muted; height: auto; display: none; }
        &.-says .field-words { display: block; }
        &.-wrong .field-words { color: $text-error; }
        &.-wrong Label { color: $text-error; }
        &.-within Label { color: $text-accent; text-style: bold; }
    }
    """

    class Changed(Message):
        """The field was typed in."""

        def __init__(self, field: FormField) -> None:
            super().__init__()
            self.field = field

        @property
        def control(self) -> FormField:
            """The field."""
            return self.field

    def __init__(
        self,
        key: str,
        label: str,
        value: str = "",
        *,
        placeholder: str = "",
        lines: int = 1,
        hint: str = "",
        suggester: Suggester | None = None,
    ) -> None:
        """`key` is the field's name in `domain.client_form`; `lines` above 1 makes a text area."""
        super().__init__(classes=f"field-{key.replace('.', '--')}")
        self.key = key
        self._label = label
        self._hint = hint
        self._problem = ""
        # Made here, since hints may come before the field has been composed.
        self._words = Static("", classes="field-words", markup=False)
        self._input: Input | TextArea
        if lines > 1:
            self._input = TextArea(
                value, tab_behavior="focus", placeholder=placeholder, compact=True
            )
            self._input.styles.height = lines
        else:
            self._input = Input(
                value,
                placeholder=placeholder,
                suggester=suggester,
                compact=True,
                select_on_focus=False,
            )

    def compose(self) -> ComposeResult:
        """Yield the label beside the input, and the line under it."""
        with Horizontal():
            yield Label(Content(self._label))
            yield self._input
        yield self._words

    def on_mount(self) -> None:
        """Show the hint."""
        self._say()

    def on_descendant_focus(self) -> None:
        """Mark the label. (`:focus-within` stays on the label when the focus has gone on.)"""
        self.add_class("-within")

    def on_descendant_blur(self) -> None:
        """Take the mark off again."""
        self.remove_class("-within")

    @property
    def value(self) -> str:
        """What stands in the field."""
        return self._input.text if isinstance(self._input, TextArea) else self._input.value

    def fill(self, value: str) -> None:
        """Put `value` there without saying that it was typed."""
        with self.prevent(Input.Changed, TextArea.Changed):
            if isinstance(self._input, TextArea):
                self._input.text = value
            else:
                self._input.value = value
        self.show_problem("")

    def focus_input(self) -> None:
        """Put the cursor in the field."""
        self.screen.set_focus(self._input)  # at once: who types on is not to lose a letter

    def show_hint(self, words: str) -> None:
        """Show `words` under the field, unless something is wrong with it."""
        self._hint = words
        self._say()

    def show_problem(self, sentence: str) -> None:
        """Show what is wrong with the field; an empty sentence takes it away."""
        self._problem = sentence
        self._say()

    def _say(self) -> None:
        words = self._problem or self._hint
        self.set_class(bool(self._problem), "-wrong")
        self.set_class(bool(words), "-says")
        sign = "! " if self._problem else ""
        self._words.update(Content(sign + words))

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _typed(self, event: Message) -> None:
        event.stop()
        self.show_problem("")
        self.post_message(self.Changed(self))

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        """Enter goes on to the next field, as a hand expects that fills in a form."""
        event.stop()
        self.screen.focus_next()
