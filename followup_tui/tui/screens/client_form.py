"""Adding and editing a client and its people, each problem shown at its field."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Button, Static

from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.domain.client_form import (
    ClientFields,
    FormProblems,
    PersonFields,
    fields_of,
    read,
)
from followup_tui.domain.words import age_words
from followup_tui.services.clients import NoSuchClient
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.actions import Place, bindings
from followup_tui.tui.anew import begin
from followup_tui.tui.elsewhere import Held
from followup_tui.tui.key_line import KeyLine
from followup_tui.tui.panes.form_field import FormField
from followup_tui.tui.panes.person_fields import PersonBlock
from followup_tui.tui.present import client_form as form
from followup_tui.tui.present import zones
from followup_tui.tui.screens.form_screen import FormScreen


class _ZoneSuggester(Suggester):
    """Completes the names of time zones."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        names = await asyncio.to_thread(zones.zone_names)
        return zones.completion(value, names)


class ClientFormScreen(FormScreen[Client]):
    """The form of one client; returns the client that was saved, or None."""

    CSS_PATH = "client_form.tcss"
    SAID = "#form-problem"
    BINDINGS = bindings(Place.CLIENT_FORM)

    def __init__(self, desk: Desk, client_id: str | None) -> None:
        super().__init__(desk, form.draft_key(client_id))
        self._client_id = client_id
        self._initial: ClientFields | None = None
        """What stood in the form when it was opened, before any draft; None: not loaded yet."""

    def compose(self) -> ComposeResult:
        """Yield the frame; the fields follow when the client is known."""
        yield Static("", id="form-title", markup=False)
        yield Static("", id="form-problem", markup=False)
        yield VerticalScroll(Vertical(id="form-box"), id="form-scroll", can_focus=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Load the client, and what was typed and not saved."""
        begin(self, self._open, name="open the form", group="form")

    async def _open(self) -> None:
        try:
            client = await self._client()
            content = await asyncio.to_thread(self.desk.drafts.load, self.draft_key)
        except (StoreProblem, NoSuchClient) as problem:
            self.tell(str(problem), wrong=True)
            return
        if not self.query("#form-box"):
            return  # closed meanwhile
        self._initial = fields_of(client) if client else ClientFields()
        kept = form.decode(content) if content else None
        title = f"Edit {client.name}" if client else "Add a client"
        self.query_one("#form-title", Static).update(Content(title))
        await self._fill(kept.fields if kept else self._initial)
        if kept:
            age = age_words(kept.at, self.desk.clock())
            self.tell(f"Taken up again: this was typed {age} and not saved. Esc can drop it.")
        elif content:
            self.tell("What was typed here earlier could not be read; it is left out.")

    async def _client(self) -> Client | None:
        """Return the client as it is now, or None for a new one."""
        if self._client_id is None:
            return None
        return (await self.desk.clients.page(self._client_id)).client

    async def _fill(self, fields: ClientFields) -> None:
        """Mount the fields with what stands in them."""
        # Painted when the cursor is in the first field, and not before: who types when the form
        # is there is not to lose a letter.
        with self.app.batch_update():
            box = self.query_one("#form-box", Vertical)
            await box.mount_all(
                [
                    *(_field(spec, fields) for spec in form.BEFORE_PEOPLE),
                    Vertical(id="form-people"),
                    Button(Content("+ add a person"), id="form-add-person", compact=True),
                    *(_field(spec, fields) for spec in form.AFTER_PEOPLE),
                ]
            )
            people = fields.people or (PersonFields(),)
            await self._people_box.mount_all(PersonBlock(person) for person in people)
            self._number_people()
            self._field("name").focus_input()
        await self._hint_at_zone()

    # What stands in the form

    @property
    def _people_box(self) -> Vertical:
        return self.query_one("#form-people", Vertical)

    @property
    def _blocks(self) -> list[PersonBlock]:
        return list(self._people_box.query(PersonBlock))

    def _field(self, key: str) -> FormField:
        return self.query_one(f"#form-box > .field-{key}", FormField)

    @property
    def fields(self) -> ClientFields:
        """What is typed in; a person without anything is nobody."""
        people = tuple(block.fields for block in self._blocks)
        return ClientFields(
            **{key: self._field(key).value for key in form.ORDER},
            people=tuple(person for person in people if not person.is_empty),
        )

    @property
    def _changed(self) -> bool:
        return self._initial is not None and self.fields != self._initial

    # Typing

    @on(FormField.Changed)
    async def _typed(self, event: FormField.Changed) -> None:
        if event.field.key == "zone":
            await self._hint_at_zone()

    async def _hint_at_zone(self) -> None:
        field = self._field("zone")
        names = await asyncio.to_thread(zones.zone_names)
        field.show_hint(zones.hint(field.value, names, self.desk.clock()))

    @on(PersonBlock.Removed)
    async def _remove(self, event: PersonBlock.Removed) -> None:
        await event.block.remove()
        self._number_people()
        self.autosave.changed()
        self.query_one("#form-add-person", Button).focus()

    @on(Button.Pressed, "#form-add-person")
    async def _add_pressed(self) -> None:
        await self.action_add_person()

    async def action_add_person(self) -> None:
        """Add a person, and go there."""
        if self._initial is None:
            return
        block = PersonBlock(PersonFields())
        await self._people_box.mount(block)
        self._number_people()
        block.field("name").focus_input()

    def _number_people(self) -> None:
        for index, block in enumerate(self._blocks):
            block.number(index)

    # Keeping and saving

    @property
    def is_ready(self) -> bool:
        """Whether the client is known, and the fields are there."""
        return self._initial is not None

    def draft(self) -> bytes:
        """Return what is typed, unless the form says what it said at first."""
        if not self._changed:
            return b""
        return form.encode(form.KeptForm(self.desk.clock(), self.fields))

    def held(self) -> Held:
        """Return what is typed, a field a line."""
        name = str(self.query_one("#form-title", Static).content)
        return Held(f"Form: {name}", form.plain_text(self.fields) if self._changed else "")

    async def write(self) -> Client | None:
        """Add the client, or write what was changed of it."""
        clients = self.desk.clients
        try:
            client = await self._read()
            await (clients.add if self._client_id is None else clients.edit)(client)
        except FormProblems as found:
            self._show_problems(found.problems)
            return None
        except NoSuchClient as gone:
            self.tell(f"{gone} Nothing is lost: it is still here.", wrong=True)
            return None
        return client

    async def _read(self) -> Client:
        """Return the client that the form means; raises `FormProblems`.

        What the form does not show (likes, the next call …) and what was not typed in is taken
        from the record as it is now, not as it was when the form was opened.
        """
        await asyncio.to_thread(self.desk.records.refresh)
        base = await self._client()
        typed = self.fields
        if base is not None and self._initial is not None:
            typed = form.merged(typed, self._initial, fields_of(base))
        # In a thread: checking numbers and addresses imports what is slow to import.
        return await asyncio.to_thread(
            partial(
                read,
                typed,
                region=self.desk.settings.me.region,
                base=base,
                now=self.desk.clock(),
            )
        )

    def _show_problems(self, problems: Mapping[str, str]) -> None:
        """Show each problem at its field and go to the first; what has no field, on top."""
        by_field = self._fields_by_key()
        for key, field in by_field.items():
            field.show_problem(problems.get(key, ""))
        homeless = [f"{key}: {text}" for key, text in problems.items() if key not in by_field]
        number = len(problems)
        words = "One field needs mending." if number == 1 else f"{number} fields need mending."
        self.tell(" ".join([words, *homeless]), wrong=True)
        first = next((field for key, field in by_field.items() if key in problems), None)
        if first is not None:
            first.focus_input()

    def _fields_by_key(self) -> dict[str, FormField]:
        """Return every field by the key that problems name it with, in the order of the form."""
        found: dict[str, FormField] = {}
        filled = [block for block in self._blocks if not block.fields.is_empty]
        for field in self.query(FormField):
            block = next((each for each in filled if each in field.ancestors), None)
            if block is not None:
                found[form.problem_key(filled.index(block), field.key)] = field
            elif field.parent is self.query_one("#form-box"):
                found[field.key] = field
        return found

    def tell(self, words: str, *, wrong: bool = False) -> None:
        """Say something on top; the line is there only as long as it says something."""
        super().tell(words, wrong=wrong)
        self.query_one(self.SAID).display = bool(words)


def _field(spec: form.FieldSpec, fields: ClientFields) -> FormField:
    return FormField(
        spec.key,
        spec.label,
        getattr(fields, spec.key),
        placeholder=spec.placeholder,
        lines=spec.lines,
        hint=spec.hint,
        suggester=_ZoneSuggester() if spec.key == "zone" else None,
    )
