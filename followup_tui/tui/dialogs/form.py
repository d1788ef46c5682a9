"""A form in a dialog: its fields, the row of its ends, its draft, and how it is written down."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Generic, TypeVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Input, Label, Select, TextArea

from followup_tui.desk import Desk
from followup_tui.domain.record import Invalid
from followup_tui.tui.choice import Choice
from followup_tui.tui.day_field import DayField
from followup_tui.tui.dialogs.kept import KeptDialog
from followup_tui.tui.dialogs.saving import ends, foot
from followup_tui.tui.elsewhere import Held
from followup_tui.tui.panes.form_field import FormField

T = TypeVar("T")
V = TypeVar("V")


def labelled(label: str, *widgets: Widget) -> Horizontal:
    """Return a line of a form on which something is chosen."""
    return Horizontal(Label(Content(label)), *widgets, classes="chosen")


class FormDialog(KeptDialog[T], Generic[T, V]):
    """Ends with what was written; None: nothing was. What stands in its fields is a `V`.

    A form says its `fields`, what is `typed` in them, how they are `fill`ed with that, and how it
    is written down (`write_down`); the rest follows from that.
    """

    DEFAULT_CSS = """
    FormDialog {
        & FormField { padding: 0; }
        & FormField Input.-textual-compact, & FormField TextArea { background: $surface; }
        & FormField Input.-textual-compact:focus, & FormField TextArea:focus {
            background: $block-cursor-background;
        }
        & .chosen { height: auto; }
        & .chosen Label { width: 18; color: $text-muted; }
        & .chosen Select { width: 1fr; }
        & .chosen Choice { margin: 0 0 0 1; }
    }
    """
    ENDS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("save", "Save  Ctrl+S"),
        ("cancel", "Later  Esc"),
        ("discard", "Start over"),
    )
    """The buttons of its ends, each with its id and its words."""
    FOOT: ClassVar[str] = ""
    """What is said at its foot to begin with."""

    def __init__(self, desk: Desk, draft_key: str, heading: str, shape: type[V], begun: V) -> None:
        """`begun` stands in the fields at first; `shape` is its type, as which a draft is read."""
        super().__init__(desk, draft_key)
        self.heading = heading
        self.begun = begun
        self._shape = shape

    # What a form says

    def fields(self, typed: V) -> ComposeResult:
        """Yield the fields, filled with `typed`."""
        raise NotImplementedError

    def typed(self) -> V:
        """Return what stands in the fields."""
        raise NotImplementedError

    def fill(self, typed: V) -> None:
        """Put `typed` in the place of what stands in the fields, without telling of it."""
        raise NotImplementedError

    async def write_down(self) -> T | None:
        """Write it down, and return what the dialog ends with; None: why not was said.

        Raises `Invalid` with the field that is wrong, and `PROBLEMS`.
        """
        raise NotImplementedError

    def is_fresh(self, typed: V) -> bool:
        """Say whether nothing of `typed` is to be kept: it is as it began."""
        return typed == self.begun

    # The fields

    def compose(self) -> ComposeResult:
        """Yield the fields and the ends."""
        with Vertical(classes="dialog-box -wide") as box:
            box.border_title = Content(self.heading)
            yield from self.fields(self.begun)
            yield ends(*self.ENDS)
            yield foot(self.FOOT)

    def field(self, key: str) -> FormField:
        """Return one of the fields."""
        return self.query_one(f".field-{key}", FormField)

    def values(self) -> dict[str, str]:
        """Return what stands in each field, by its key, and in each choice that has a name."""
        values = {field.key: field.value for field in self.query(FormField)}
        return values | {choice.name: choice.value for choice in self.query(Choice) if choice.name}

    def put_values(self, values: Mapping[str, str]) -> None:
        """Put values in the place of what stands there, without telling of it."""
        with self.prevent(FormField.Changed, Choice.Chosen):
            for field in self.query(FormField):
                field.fill(values.get(field.key, ""))
            for choice in self.query(Choice):
                choice.choose(values.get(choice.name or "", choice.value))

    @on(FormField.Changed)
    @on(Choice.Chosen)
    @on(DayField.Typed)
    @on(Input.Changed)
    @on(Select.Changed)
    @on(TextArea.Changed)
    def _changed(self) -> None:
        self.touched()

    # The draft

    def draft(self) -> bytes:
        """Return what stands in the fields, unless it is as it began."""
        typed = self.typed()
        return b"" if self.is_fresh(typed) else msgspec.json.encode(typed)

    def take_up(self, draft: bytes) -> str:
        """Show what was typed before."""
        try:
            typed = msgspec.json.decode(draft, type=self._shape)
        except msgspec.MsgspecError as problem:
            return f"What you began to write cannot be read ({problem})."
        self.fill(typed)
        return "This is what you began to write."

    def held(self) -> Held:
        """Return what is typed."""
        lines = (field.value for field in self.query(FormField))
        return Held(self.heading, "\n".join(line for line in lines if line.strip()))

    # How it ends

    def action_save(self) -> None:
        """Write it and close."""
        self.begin(self.finish, name="save a form")

    async def finish(self) -> None:
        """Write it down, and close; say why where that fails."""
        await self.write(self.write_down)

    def say_invalid(self, wrong: Invalid) -> None:
        """Put the sentence under the field that it is about, or at the foot."""
        for field in self.query(f".field-{wrong.field}").results(FormField):
            field.show_problem(wrong.message)
            field.focus_input()
            return
        super().say_invalid(wrong)

    @on(Button.Pressed, "#discard")
    def _discard_pressed(self) -> None:
        self.start_over()

    def start_over(self) -> None:
        """Put what stood there at the beginning."""
        self.fill(self.begun)
        self.touched()
        self.say("")
