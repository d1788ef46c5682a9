"""One person in the client form."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Button

from followup_tui.domain.client_form import PersonFields
from followup_tui.tui.panes.form_field import FormField


class PersonBlock(Vertical):
    """The fields of a person, and a button that takes them away."""

    DEFAULT_CSS = """
    PersonBlock {
        height: auto;
        border: round $border-blurred;
        border-title-color: $text-muted;
        padding: 0 1;
        margin: 0 0 1 0;

        &:focus-within { border: round $border; }
        & FormField { padding: 0; }
        & Label { width: 16; }
        & .field-words { padding: 0 0 0 17; }
        & Button { margin: 0 0 0 16; color: $text-muted; }
    }
    """

    class Removed(Message):
        """The person is to be taken away."""

        def __init__(self, block: PersonBlock) -> None:
            super().__init__()
            self.block = block

    def __init__(self, person: PersonFields) -> None:
        super().__init__()
        self._person = person

    def compose(self) -> ComposeResult:
        """Yield the fields and the button."""
        person = self._person
        yield FormField("name", "Name", person.name)
        yield FormField("role", "Role", person.role, placeholder="e.g. IT Manager")
        yield FormField(
            "phones",
            "Phones",
            person.phones,
            placeholder="e.g. +1 206 555 0142; several with commas",
        )
        yield FormField(
            "emails", "E-mails", person.emails, placeholder="e.g. jane@northwind.example"
        )
        yield Button(Content("remove this person"), compact=True, classes="remove-person")

    def number(self, index: int) -> None:
        """Say which person it is, counting from 0."""
        contact = " · primary contact" if index == 0 else ""
        self.border_title = Content(f"Person {index + 1}{contact}")

    @property
    def fields(self) -> PersonFields:
        """What is typed in."""
        values = {field.key: field.value for field in self.query(FormField)}
        return PersonFields(
            name=values.get("name", ""),
            role=values.get("role", ""),
            phones=values.get("phones", ""),
            emails=values.get("emails", ""),
        )

    def field(self, key: str) -> FormField:
        """Return the field called `key`."""
        return self.query_one(f".field-{key}", FormField)

    @on(Button.Pressed, ".remove-person")
    def _remove(self, event: Button.Pressed) -> None:
        event.stop()
        self.post_message(self.Removed(self))
