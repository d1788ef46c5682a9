"""Adding and editing a client and its people, each problem shown at its field."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
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
from followup_tui.tui.autosave import Autosave, Kept
from followup_tui.tui.dialogs.confirm import Choice, ConfirmDialog
from followup_tui.tui.elsewhere import Held
from followup_tui.tui.key_line import KeyLine
from followup_tui.tui.panes.form_field import FormField
from followup_tui.tui.panes.person_fields import PersonBlock
from followup_tui.tui.present import client_form as form
from followup_tui.tui.present import zones
from followup_tui.tui.present.key_names import keys_of
from followup_tui.tui.toast import toast

_LEAVE = (
    Choice("save", "Save", main=True),
    Choice("stay", "Go on typing"),
    Choice("leave", "Throw away"),
)


class _ZoneSuggester(Suggester):
    """Completes the names of time zones."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        names = await asyncio.to_thread(zones.zone_names)
        return zones.completion(value, names)


class ClientFormScreen(Screen[Client | None]):
    """The form of one client; returns the client that was saved, or None."""

    CSS_PATH = "client_form.tcss"
    AUTO_FOCUS = ""
    BINDINGS = bindings(Place.CLIENT_FORM)

    def __init__(self, desk: Desk, client_id: str | None) -> None:
        super().__init__()
        self._desk = desk
        self._client_id = client_id
        self._initial: ClientFields | None = None
        """What stood in the form when it was opened, before any draft; None: not loaded yet."""
        self._saving = False
        self._failed = False
        """Whether the last try to keep what is typed failed."""
        self._key = keys_of(desk.settings.keys)
        self._autosave = Autosave(self, self._keep, clock=desk.clock, told=self._kept)

    def compose(self) -> ComposeResult:
        """Yield the frame; the fields follow when the client is known."""
        yield Static("", id="form-title", markup=False)
        yield Static("", id="form-problem", markup=False)
        yield VerticalScroll(Vertical(id="form-box"), id="form-scroll", can_focus=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Load the client, and what was typed and not saved."""
        self.run_worker(self._open(), name="open the form", group="form", exit_on_error=True)

    async def _open(self) -> None:
        try:
            client = await self._client()
            content = await asyncio.to_thread(
                self._desk.drafts.load, form.draft_key(self._client_id)
            )
        except (StoreProblem, NoSuchClient) as problem:
            self._tell(str(problem), wrong=True)
            return
        if not self.query("#form-box"):
            return  # closed meanwhile
        self._initial = fields_of(client) if client else ClientFields()
        kept = form.decode(content) if content else None
        title = f"Edit {client.name}" if client else "Add a client"
        self.query_one("#form-title", Static).update(Content(title))
        await self._fill(kept.fields if kept else self._initial)
        if kept:
            age = age_words(kept.at, self._desk.clock())
            self._tell(f"Taken up again: this was typed {age} and not saved. Esc can drop it.")
        elif content:
            self._tell("What was typed here earlier could not be read; it is left out.")

    async def _client(self) -> Client | None:
        """Return the client as it is now, or None for a new one."""
        if self._client_id is None:
            return None
        return (await self._desk.clients.page(self._client_id)).client

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
        self._autosave.changed()
        if event.field.key == "zone":
            await self._hint_at_zone()

    async def _hint_at_zone(self) -> None:
        field = self._field("zone")
        names = await asyncio.to_thread(zones.zone_names)
        field.show_hint(zones.hint(field.value, names, self._desk.clock()))

    @on(PersonBlock.Removed)
    async def _remove(self, event: PersonBlock.Removed) -> None:
        await event.block.remove()
        self._number_people()
        self._autosave.changed()
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

    async def _keep(self) -> None:
        """Keep what is typed; nothing is kept of a form that says what it said at first."""
        key = form.draft_key(self._client_id)
        if self._changed:
            kept = form.KeptForm(self._desk.clock(), self.fields)
            await asyncio.to_thread(self._desk.drafts.save, key, form.encode(kept))
        else:
            await asyncio.to_thread(self._desk.drafts.discard, key)

    def _kept(self, kept: Kept) -> None:
        """Say when what is typed cannot be kept."""
        if kept.problem:
            words = (
                f"What you type stays here; {self._key('app.save_elsewhere')} saves it elsewhere."
            )
            self._tell(f"{kept.problem} {words}", wrong=True)
        elif self._failed:
            self._tell("Kept again: nothing is lost.")
        self._failed = bool(kept.problem)

    def held(self) -> Held:
        """Return what is typed, a field a line."""
        name = str(self.query_one("#form-title", Static).content)
        return Held(f"Form: {name}", form.plain_text(self.fields) if self._changed else "")

    def is_unkept(self) -> bool:
        """Say whether what is typed could not be kept."""
        return self._autosave.unsaved

    async def keep_typed(self) -> None:
        """Save what was typed and is not yet kept."""
        await self._autosave.flush()

    def action_save(self) -> None:
        """Save the client."""
        if self._initial is not None and not self._saving:
            self.run_worker(self._save(), name="save the client", group="save-form")

    async def _save(self) -> None:
        self._saving = True
        try:
            client = await self._read()
            if self._client_id is None:
                await self._desk.clients.add(client)
            else:
                await self._desk.clients.edit(client)
            self._autosave.close()
            await asyncio.to_thread(self._desk.drafts.discard, form.draft_key(self._client_id))
        except FormProblems as found:
            self._show_problems(found.problems)
        except (StoreProblem, NoSuchClient) as problem:
            self._tell(f"{problem} Nothing is lost: it is still here.", wrong=True)
        else:
            self.dismiss(client)
        finally:
            self._saving = False

    async def _read(self) -> Client:
        """Return the client that the form means; raises `FormProblems`.

        What the form does not show (likes, the next call …) and what was not typed in is taken
        from the record as it is now, not as it was when the form was opened.
        """
        await asyncio.to_thread(self._desk.records.refresh)
        base = await self._client()
        typed = self.fields
        if base is not None and self._initial is not None:
            typed = form.merged(typed, self._initial, fields_of(base))
        # In a thread: checking numbers and addresses imports what is slow to import.
        return await asyncio.to_thread(
            partial(
                read,
                typed,
                region=self._desk.settings.me.region,
                base=base,
                now=self._desk.clock(),
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
        self._tell(" ".join([words, *homeless]), wrong=True)
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

    def _tell(self, words: str, *, wrong: bool = False) -> None:
        line = self.query_one("#form-problem", Static)
        line.update(Content(words))
        line.set_class(wrong, "-wrong")
        line.display = bool(words)

    # Leaving

    def action_cancel(self) -> None:
        """Leave; ask first when something would be lost."""
        if self._changed:
            question = "Save what you typed?"
            self.app.push_screen(ConfirmDialog(question, _LEAVE), self._leave)
        else:
            self._leave("leave")

    def _leave(self, answer: str | None) -> None:
        if answer == "save":
            self.action_save()
        elif answer == "leave":
            self.run_worker(self._drop(), name="leave the form", group="save-form")

    async def _drop(self) -> None:
        """Forget what was typed, and close; a draft that cannot be removed comes back once more."""
        self._autosave.close()
        try:
            await asyncio.to_thread(self._desk.drafts.discard, form.draft_key(self._client_id))
        except StoreProblem as problem:
            toast(self, str(problem), severity="error")
        self.dismiss(None)


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
