"""A form of a few fields in a dialog: kept as a draft, each problem under its own field."""

from __future__ import annotations

from collections.abc import Awaitable, Mapping
from typing import TypeVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from followup_tui.desk import Desk
from followup_tui.domain.record import Invalid
from followup_tui.services.courses.finding import NoSuchCourse
from followup_tui.tui.anew import anew
from followup_tui.tui.choice import Choice
from followup_tui.tui.dialogs.kept import KeptDialog
from followup_tui.tui.elsewhere import Held
from followup_tui.tui.panes.form_field import FormField

T = TypeVar("T")
Typed = dict[str, str]
"""What stands in each field, by its key."""


class FieldsDialog(KeptDialog[T]):
    """Ends with what was written; None: nothing was. A form says its fields, and what they make."""

    CSS_PATH = "../saving.tcss"
    DEFAULT_CSS = """
    FieldsDialog {
        & FormField { padding: 0; }
        & FormField Input.-textual-compact, & FormField TextArea { background: $surface; }
        & FormField Input.-textual-compact:focus, & FormField TextArea:focus {
            background: $block-cursor-background;
        }
        & .chosen { height: auto; }
        & .chosen Label { width: 18; color: $text-muted; }
        & .chosen Choice { margin: 0 0 0 1; }
    }
    """

    def __init__(self, desk: Desk, draft_key: str, begun: Mapping[str, str], title: str) -> None:
        """`begun` is what stands in the fields at first."""
        super().__init__(desk, draft_key)
        self.begun: Typed = dict(begun)
        self._title = title

    def compose(self) -> ComposeResult:
        """Yield the fields and the buttons."""
        with Vertical(classes="dialog-box -wide") as box:
            box.border_title = Content(self._title)
            yield from self.fields(self.begun)
            with Horizontal(classes="ends"):
                yield Button(Content("Save  Ctrl+S"), variant="primary", id="save", compact=True)
                yield Button(Content("Later  Esc"), id="later", compact=True)
                yield Button(Content("Start over"), id="discard", compact=True)
            yield Static("", id="said", markup=False)

    def fields(self, typed: Typed) -> ComposeResult:
        """Yield the fields, filled with `typed`."""
        raise NotImplementedError

    def made(self, typed: Typed) -> T:
        """Return what the fields make; raises `Invalid` with the field that is wrong."""
        raise NotImplementedError

    async def put(self, value: T) -> None:
        """Write it down; raises `StoreProblem`, `Invalid` and `NoSuchCourse`."""
        raise NotImplementedError

    # What is typed

    def typed(self) -> Typed:
        """Return what stands in the fields."""
        values = {field.key: field.value for field in self.query(FormField)}
        return values | {str(choice.name): choice.value for choice in self.query(Choice)}

    def fill(self, typed: Mapping[str, str]) -> None:
        """Put `typed` in the place of what stands in the fields."""
        with self.prevent(FormField.Changed, Choice.Chosen):
            for field in self.query(FormField):
                field.fill(typed.get(field.key, ""))
            for choice in self.query(Choice):
                choice.choose(typed.get(str(choice.name), choice.value))

    @on(FormField.Changed)
    @on(Choice.Chosen)
    def _changed(self) -> None:
        self.touched()

    def draft(self) -> bytes:
        """Return what stands in the fields, unless it is as it began."""
        typed = self.typed()
        return b"" if typed == self.begun else msgspec.json.encode(typed)

    def take_up(self, draft: bytes) -> str:
        """Show what was typed before."""
        try:
            typed = msgspec.json.decode(draft, type=Typed)
        except msgspec.MsgspecError as problem:
            return f"What you began to write cannot be read ({problem})."
        self.fill(typed)
        return "This is what you began to write."

    def held(self) -> Held:
        """Return what is typed."""
        lines = (text for text in self.typed().values() if text.strip())
        return Held(self._title, "\n".join(lines))

    # How it ends

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Write it and close."""
        anew(self, self._finish, name="save a form", group="save")

    async def _finish(self) -> None:
        try:
            value = self.made(self.typed())
        except Invalid as wrong:
            self.say_invalid(wrong)
            return
        await self.write(value, lambda: self.put(value))

    async def saved(self, saving: Awaitable[object]) -> bool:
        """Await `saving`; say why it did not work, also where the course is gone."""
        try:
            return await super().saved(saving)
        except NoSuchCourse as gone:
            self.say(str(gone), wrong=True)
            return False

    @on(Button.Pressed, "#discard")
    def _start_over(self) -> None:
        """Put what stood there at the beginning."""
        self.fill(self.begun)
        self.touched()
        self.say("")

    @on(Button.Pressed, "#later")
    def action_cancel(self) -> None:
        """Close; what is typed waits for the next time."""
        self.close_later()
