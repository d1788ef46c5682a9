"""Takes down somebody who was met: a few fields, under a minute."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import ClassVar

import msgspec
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Button, Static

from followup_tui.desk import Desk
from followup_tui.domain.client_form import FormProblems
from followup_tui.domain.encounter import Warmth
from followup_tui.domain.networking.met import Met, MetFields, hints
from followup_tui.domain.networking.next_step import STEP_FOR
from followup_tui.services.gather import NoSuchClient
from followup_tui.services.networking.meeting import Known, Written
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.choice import Choice
from followup_tui.tui.dialogs.form import FormDialog, labelled
from followup_tui.tui.keeping import met_key
from followup_tui.tui.panes.form_field import FormField

_WHO = frozenset({"name", "company", "email", "phone"})
"""Fields by which somebody may be known already."""
REST = 0.25
"""Seconds without a key after which it is seen who is known."""
_JOIN, _NEW = "they belong there", "somebody new"


@dataclass(frozen=True, slots=True)
class Noted:
    """What was written down, and whether the letter is to be written at once."""

    written: Written
    write: bool


class MetDialog(FormDialog[Noted, MetFields]):
    """Ends with what was written down; None: nothing was."""

    AUTO_FOCUS = ".field-name Input"
    ENDS = (
        ("save", "Save  Ctrl+S"),
        ("write", "Save and write  F4"),
        ("cancel", "Later  Esc"),
        ("discard", "Drop"),
    )
    PROBLEMS = (StoreProblem, NoSuchClient)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f4,alt+w", "save_and_write", "save and write", priority=True)
    ]
    DEFAULT_CSS = """
    MetDialog {
        & #step { width: auto; margin: 0 0 0 3; color: $text-muted; }
        & #known { display: none; height: auto; margin: 1 0 0 0; }
        & #known Static { width: 1fr; height: auto; }
        & #known Choice { width: auto; }
        &.-known #known { display: block; }
    }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, met_key(), "Somebody you met", MetFields, MetFields())
        self._known: Known | None = None
        self._write = False
        """Whether the letter is to be written at once."""

    def fields(self, typed: MetFields) -> ComposeResult:
        """Yield the fields of somebody, and room for whom it may be."""
        yield FormField("name", "Who", placeholder="Priya Nair")
        yield FormField("company", "Company")
        yield FormField("where", "Where", placeholder="DevMeetup")
        yield FormField("when", "When", placeholder="today; or yesterday, tue")
        yield labelled(
            "How warm",
            Choice([each.value for each in Warmth], typed.warmth.value, name="warmth"),
            Static("", id="step", markup=False),
        )
        yield FormField("talked_about", "Talked about", lines=2)
        yield FormField("in_common", "In common")
        yield FormField("learned", "New to you", placeholder="something you had not known")
        yield FormField("promised", "Promised", placeholder="the slides by fri")
        yield FormField("email", "E-mail")
        yield FormField("phone", "Phone")
        with Vertical(id="known"):
            yield Static("", id="known-words", markup=False)
            yield Choice([_JOIN, _NEW], _JOIN, classes="join")

    async def on_mount(self) -> None:
        """Say what is proposed."""
        self._say_step()

    # What is typed

    def typed(self) -> MetFields:
        """Return what stands in the fields."""
        return msgspec.convert(self.values(), MetFields)

    def is_fresh(self, typed: MetFields) -> bool:
        """Say whether nothing is typed; how warm it was says nothing alone."""
        return typed.is_empty

    def fill(self, typed: MetFields) -> None:
        """Put `typed` in the place of what stands in the fields."""
        self.put_values(msgspec.to_builtins(typed))
        self._say_step()
        self._say_days()
        self._look_up()

    @on(FormField.Changed)
    def _field_changed(self, event: FormField.Changed) -> None:
        if event.field.key in _WHO:
            self._look_up()
        elif event.field.key in {"when", "promised"}:
            self._say_days()

    @on(Choice.Chosen)
    def _say_step(self) -> None:
        step = STEP_FOR[self.typed().warmth]
        self.query_one("#step", Static).update(Content(f"a {step.value} is proposed"))

    @work(name="read the days", group="days", exclusive=True)
    async def _say_days(self) -> None:
        """Show which days the words mean."""
        said = await asyncio.to_thread(hints, self.typed(), now=self.desk.clock())
        for key, words in said.items():
            self.field(key).show_hint(words)

    @work(name="see who is known", group="known", exclusive=True)
    async def _look_up(self) -> None:
        """Show who of those on the list it may be, once the hand rests: many take a while."""
        await asyncio.sleep(REST)
        try:
            self._show_known(await self.desk.met.known(self.typed()))
        except StoreProblem as problem:
            self.say(str(problem), wrong=True)

    def _show_known(self, known: Known | None) -> bool:
        """Show whom it may be; say whether that is news."""
        if known == self._known:
            return False
        self._known = known
        self.set_class(known is not None, "-known")
        if known is not None:
            words = f"On the list already: {known.name} ({known.by})."
            self.query_one("#known-words", Static).update(Content(words))
            self.query_one(".join", Choice).choose(_JOIN if known.is_sure else _NEW)
        return known is not None

    # How it ends

    def action_save(self) -> None:
        """Write it down and close."""
        self._end(write=False)

    @on(Button.Pressed, "#write")
    def action_save_and_write(self) -> None:
        """Write it down, close, and go on to the letter."""
        self._end(write=True)

    def _end(self, *, write: bool) -> None:
        if not self.is_ending:
            self._write = write
            if self.written is not None:  # and only its draft is still there
                self.written = replace(self.written, write=write)
            super().action_save()

    async def write_down(self) -> Noted | None:
        """Write it down; say what is wrong where it cannot be, and return None."""
        typed = self.typed()
        met = await self._read(typed)
        if met is None:
            return None
        if self._show_known(await self.desk.met.known(typed)):
            self.say("See whether they are on the list already, then save again.")
            self.query_one(".join", Choice).focus()
            return None
        joins = self._known and self.query_one(".join", Choice).value == _JOIN
        written = await self.desk.met.write(
            met, join=self._known.client_id if self._known and joins else ""
        )
        return Noted(written, self._write)

    async def _read(self, typed: MetFields) -> Met | None:
        try:
            return await self.desk.met.read(typed)
        except FormProblems as wrong:
            for key, sentence in wrong.problems.items():
                self.field(key).show_problem(sentence)
            self.field(next(iter(wrong.problems))).focus_input()
            return None

    def start_over(self) -> None:
        """Drop it: there is nobody here to begin with again."""
        self.close_dropped()
