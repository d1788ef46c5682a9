"""Takes down somebody who was met: a few fields, under a minute."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import ClassVar

import msgspec
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Label, Static

from followup_tui.desk import Desk
from followup_tui.domain.client_form import FormProblems
from followup_tui.domain.encounter import Warmth
from followup_tui.domain.networking.met import Met, MetFields, hints
from followup_tui.domain.networking.next_step import STEP_FOR
from followup_tui.services.gather import NoSuchClient
from followup_tui.services.networking.meeting import Known, Written
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.choice import Choice
from followup_tui.tui.dialogs.kept import KeptDialog
from followup_tui.tui.elsewhere import Held
from followup_tui.tui.keeping import met_key
from followup_tui.tui.panes.form_field import FormField

_TEXTS = (
    "name", "company", "where", "when", "talked_about", "in_common", "learned", "promised",
    "email", "phone",
)  # fmt: skip
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


class MetDialog(KeptDialog[Noted]):
    """Ends with what was written down; None: nothing was."""

    AUTO_FOCUS = ".field-name Input"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f4,alt+w", "save_and_write", "save and write", priority=True)
    ]
    DEFAULT_CSS = """
    MetDialog {
        & FormField { padding: 0; }
        & FormField Input.-textual-compact, & FormField TextArea { background: $surface; }
        & FormField Input.-textual-compact:focus, & FormField TextArea:focus {
            background: $block-cursor-background;
        }
        & .chosen { height: auto; }
        & .chosen Label { width: 18; color: $text-muted; }
        & .chosen Choice { margin: 0 0 0 1; }
        & #step { width: auto; margin: 0 0 0 3; color: $text-muted; }
        & #known { display: none; height: auto; margin: 1 0 0 0; }
        & #known Static { width: 1fr; height: auto; }
        & #known Choice { width: auto; }
        &.-known #known { display: block; }
    }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, met_key())
        self._known: Known | None = None
        self._met: Written | None = None
        """What was written, where only its draft could not be dropped."""

    def compose(self) -> ComposeResult:
        """Yield the fields and the buttons."""
        with Vertical(classes="dialog-box -wide") as box:
            box.border_title = Content("Somebody you met")
            yield FormField("name", "Who", placeholder="Priya Nair")
            yield FormField("company", "Company")
            yield FormField("where", "Where", placeholder="DevMeetup")
            yield FormField("when", "When", placeholder="today; or yesterday, tue")
            with Horizontal(classes="chosen"):
                yield Label(Content("How warm"))
                yield Choice([each.value for each in Warmth], Warmth.OPEN.value, classes="warmth")
                yield Static("", id="step", markup=False)
            yield FormField("talked_about", "Talked about", lines=2)
            yield FormField("in_common", "In common")
            yield FormField("learned", "New to you", placeholder="something you had not known")
            yield FormField("promised", "Promised", placeholder="the slides by fri")
            yield FormField("email", "E-mail")
            yield FormField("phone", "Phone")
            with Vertical(id="known"):
                yield Static("", id="known-words", markup=False)
                yield Choice([_JOIN, _NEW], _JOIN, classes="join")
            with Horizontal(classes="ends"):
                yield Button(Content("Save  Ctrl+S"), variant="primary", id="save", compact=True)
                yield Button(Content("Save and write  F4"), id="write", compact=True)
                yield Button(Content("Later  Esc"), id="later", compact=True)
                yield Button(Content("Drop"), id="discard", compact=True)
            yield Static("", id="said", markup=False)

    async def on_mount(self) -> None:
        """Say what is proposed."""
        self._say_step()

    # What is typed

    def _field(self, key: str) -> FormField:
        return self.query_one(f".field-{key}", FormField)

    def _typed(self) -> MetFields:
        values = {key: self._field(key).value for key in _TEXTS}
        return MetFields(warmth=Warmth(self.query_one(".warmth", Choice).value), **values)

    def draft(self) -> bytes:
        """Return what stands in the fields, where anything does."""
        typed = self._typed()
        return b"" if typed.is_empty else msgspec.json.encode(typed)

    def take_up(self, draft: bytes) -> str:
        """Show what was typed before."""
        try:
            typed = msgspec.json.decode(draft, type=MetFields)
        except msgspec.MsgspecError as problem:
            return f"What you began to write cannot be read ({problem})."
        with self.prevent(FormField.Changed, Choice.Chosen):
            for key in _TEXTS:
                self._field(key).fill(getattr(typed, key))
            self.query_one(".warmth", Choice).choose(typed.warmth.value)
        self._say_step()
        self._say_days()
        self._look_up()
        return "This is what you began to write."

    def held(self) -> Held:
        """Return what is typed."""
        typed = self._typed()
        lines = [getattr(typed, key) for key in _TEXTS]
        return Held("Somebody you met", "\n".join(line for line in lines if line.strip()))

    @on(FormField.Changed)
    def _changed(self, event: FormField.Changed) -> None:
        self.touched()
        if event.field.key in _WHO:
            self._look_up()
        elif event.field.key in {"when", "promised"}:
            self._say_days()

    @on(Choice.Chosen, ".warmth")
    def _warmth_chosen(self) -> None:
        self.touched()
        self._say_step()

    def _say_step(self) -> None:
        step = STEP_FOR[Warmth(self.query_one(".warmth", Choice).value)]
        self.query_one("#step", Static).update(Content(f"a {step.value} is proposed"))

    @work(name="read the days", group="days", exclusive=True)
    async def _say_days(self) -> None:
        """Show which days the words mean."""
        said = await asyncio.to_thread(hints, self._typed(), now=self.desk.clock())
        for key, words in said.items():
            self._field(key).show_hint(words)

    @work(name="see who is known", group="known", exclusive=True)
    async def _look_up(self) -> None:
        """Show who of those on the list it may be, once the hand rests: many take a while."""
        await asyncio.sleep(REST)
        try:
            self._show_known(await self.desk.met.known(self._typed()))
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

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Write it down and close."""
        self._end(write=False)

    @on(Button.Pressed, "#write")
    def action_save_and_write(self) -> None:
        """Write it down, close, and go on to the letter."""
        self._end(write=True)

    def _end(self, *, write: bool) -> None:
        self.run_worker(
            self._finish(write=write), name="save who was met", group="save", exclusive=True
        )

    async def _finish(self, *, write: bool) -> None:
        if self._met is None:
            self._met = await self._write_down()
        if self._met is not None:
            await self.close_written(Noted(self._met, write))

    async def _write_down(self) -> Written | None:
        """Write it down; say what is wrong where it cannot be, and return None."""
        typed = self._typed()
        try:
            met = await self._read(typed)
            if met is None:
                return None
            if self._show_known(await self.desk.met.known(typed)):
                self.say("See whether they are on the list already, then save again.")
                self.query_one(".join", Choice).focus()
                return None
            joins = self._known and self.query_one(".join", Choice).value == _JOIN
            return await self.desk.met.write(
                met, join=self._known.client_id if self._known and joins else ""
            )
        except (StoreProblem, NoSuchClient) as problem:
            self.say(str(problem), wrong=True)
            return None

    async def _read(self, typed: MetFields) -> Met | None:
        try:
            return await self.desk.met.read(typed)
        except FormProblems as wrong:
            for key, sentence in wrong.problems.items():
                self._field(key).show_problem(sentence)
            self._field(next(iter(wrong.problems))).focus_input()
            return None

    @on(Button.Pressed, "#discard")
    def _dropped(self) -> None:
        self.close_dropped()

    @on(Button.Pressed, "#later")
    def action_cancel(self) -> None:
        """Close; what is typed waits for the next time."""
        self.close_later()
