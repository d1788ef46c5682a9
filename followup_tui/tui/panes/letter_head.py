"""The head of a letter: to whom it is, who reads it too, and its subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.widgets import Button, Input, Label, Static

from followup_tui.domain.text import clean_line


@dataclass(frozen=True, slots=True)
class Head:
    """What stands in the fields, cleaned."""

    to: str = ""
    cc: tuple[str, ...] = ()
    subject: str = ""


class AddressInput(Input):
    """A line for an address; the arrow down asks for those that are known."""

    BINDINGS = [Binding("down", "choose", "Choose", show=False)]

    class ChoiceWanted(Message):
        """One of the known addresses is to be chosen."""

    def action_choose(self) -> None:
        """Ask for the known addresses."""
        self.post_message(self.ChoiceWanted())


class LetterHead(Vertical):
    """The fields above the text. It says with `Changed` that something was typed there."""

    DEFAULT_CSS = """
    LetterHead {
        height: auto;
        padding: 0 1;
        & Horizontal { height: 1; }
        & Label { width: 9; color: $text-muted; }
        & Input { width: 1fr; }
        & Input.-textual-compact, & Input.-textual-compact:focus {
            border: none; height: 1; padding: 0 1; background: $surface;
        }
        & Input:focus { background: $block-cursor-background; }
        & #others { width: auto; min-width: 12; margin: 0 0 0 1; display: none; }
        & #along { height: auto; color: $text-muted; display: none; padding: 0 0 0 9; }
        &.-several #others { display: block; }
        &.-along #along { display: block; }
    }
    """

    class Changed(Message):
        """Something was typed in a field."""

    class AddressWanted(Message):
        """One of the known addresses is to be chosen."""

    class WhomChanged(Message):
        """Another address was entered: it may be somebody else's."""

    class TextWanted(Message):
        """The head is done: go on to the text."""

    def __init__(self) -> None:
        super().__init__()
        self._to = AddressInput(compact=True, select_on_focus=False, id="to")
        self._cc = Input(compact=True, select_on_focus=False, id="cc")
        self._subject = Input(compact=True, select_on_focus=False, id="subject")
        self._left_at = ""
        """The address as it was when it was last looked whose it is."""

    def compose(self) -> ComposeResult:
        """Yield the three lines, and what goes along."""
        with Horizontal():
            yield Label(Content("To"))
            yield self._to
            yield Button(Content("others  ↓"), id="others", compact=True)
        with Horizontal():
            yield Label(Content("Cc"))
            yield self._cc
        with Horizontal():
            yield Label(Content("Subject"))
            yield self._subject
        yield Static(id="along", markup=False)

    @property
    def head(self) -> Head:
        """What stands in the fields."""
        copies = (clean_line(each) for each in self._cc.value.split(","))
        return Head(
            clean_line(self._to.value),
            tuple(dict.fromkeys(each for each in copies if each)),
            clean_line(self._subject.value),
        )

    def fill(self, head: Head) -> None:
        """Fill the fields without telling that they were typed in."""
        with self.prevent(Input.Changed):
            self._to.value = head.to
            self._cc.value = ", ".join(head.cc)
            self._subject.value = head.subject
        self._left_at = head.to

    def show(self, *, addresses: Sequence[str], along: str) -> None:
        """Show what belongs to the fields; what stands in them is the user's."""
        self._to.placeholder = "an address" if addresses else "no address is known: type one"
        self._to.suggester = SuggestFromList(addresses, case_sensitive=False)
        self.set_class(len(addresses) > 1, "-several")
        self.query_one("#along", Static).update(Content(along))
        self.set_class(bool(along), "-along")

    def focus_field(self, key: str) -> None:
        """Put the cursor into ``to``, ``cc`` or ``subject``."""
        {"to": self._to, "cc": self._cc, "subject": self._subject}[key].focus()

    def write_subject(self, subject: str) -> None:
        """Write another subject, as if it were typed."""
        self._subject.value = subject

    def choose(self, address: str) -> None:
        """Put a known address into its field."""
        self._to.value = address
        self._look_whose()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Changed())

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        if event.input is self._subject:
            self.post_message(self.TextWanted())
        else:
            self.screen.focus_next()

    @on(Input.Blurred)
    def _left(self, event: Input.Blurred) -> None:
        event.stop()
        if event.input is self._to:
            self._look_whose()

    def _look_whose(self) -> None:
        if self._to.value != self._left_at:
            self._left_at = self._to.value
            self.post_message(self.WhomChanged())

    @on(AddressInput.ChoiceWanted)
    @on(Button.Pressed, "#others")
    def _choice_wanted(self, event: Message) -> None:
        event.stop()
        self.post_message(self.AddressWanted())
