"""Takes a project: work that goes on, or one that has ended with what comes after it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Label, Select, Static

from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.domain.project import Project
from followup_tui.domain.promise import NextStep
from followup_tui.domain.record import Invalid
from followup_tui.services.bookings import NoSuchProject
from followup_tui.services.gather import NoSuchClient
from followup_tui.services.ports import StoreProblem
from followup_tui.tui import project_form as form
from followup_tui.tui.anew import anew
from followup_tui.tui.choice import Choice
from followup_tui.tui.dialogs.kept import KeptDialog
from followup_tui.tui.elsewhere import Held
from followup_tui.tui.keeping import project_key
from followup_tui.tui.panes.form_field import FormField
from followup_tui.tui.project_form import Typed

Written = tuple[Project, NextStep | None]
"""The project as it was written, and what was pencilled in."""

_DAYS = ("started", "ended", "booking")
_TEXTS = ("title", "technologies", "started", "ended", "booking", "about")
_NEW = "new"


class ProjectDialog(KeptDialog[Written]):
    """Ends with the project as it was written; None: nothing was.

    With `ends` it is about a project that has ended, which is chosen first where work goes on;
    and what comes after it is asked too.
    """

    AUTO_FOCUS = ".field-title Input"
    DEFAULT_CSS = """
    ProjectDialog {
        & FormField { padding: 0; }
        & FormField Input.-textual-compact, & FormField TextArea { background: $surface; }
        & FormField Input.-textual-compact:focus, & FormField TextArea:focus {
            background: $block-cursor-background;
        }
        & .chosen { height: auto; }
        & .chosen Label { width: 18; color: $text-muted; }
        & .chosen Select { width: 1fr; }
        & .chosen Choice { margin: 0 0 0 1; }
        & .field-booking { display: none; }
        &.-likely .field-booking { display: block; }
    }
    """

    def __init__(
        self,
        desk: Desk,
        client: Client,
        *,
        ends: bool,
        project: Project | None = None,
        under_way: Sequence[Project] = (),
    ) -> None:
        """`project` is the one at hand; None: a new one, or one of those `under_way`."""
        self._closes = ends and (project is None or project.under_way)
        """Whether it is by this that the project ends: what comes after it is asked then."""
        kind = "end" if self._closes else "write"
        super().__init__(desk, project_key(client.id, f"{kind}-{project.id if project else _NEW}"))
        self._client = client
        self._ends = ends
        self._project = project
        self._under_way = tuple(under_way)
        self._today = desk.clock().date()
        chosen = project or (self._under_way[0] if ends and self._under_way else None)
        self._begun = self._fresh(chosen)
        self._shown_id = self._begun.project_id
        """The project whose fields are shown."""
        self._proposed = ""
        """The day that is proposed for a booking, once one is."""
        self._result: Written | None = None
        """What was written already, where only the draft is still to be dropped."""

    def _fresh(self, project: Project | None) -> Typed:
        """Return the fields of a project as they stand at first."""
        typed = form.typed_of(project, self._today) if project else Typed()
        return replace(typed, ended=typed.ended or "today") if self._ends else typed

    def compose(self) -> ComposeResult:
        """Yield the fields and the buttons."""
        with Vertical(classes="dialog-box -wide") as box:
            box.border_title = Content(self._title())
            yield from self._which()
            yield from self._fields(self._begun)
            with Horizontal(classes="ends"):
                yield Button(Content("Save  Ctrl+S"), variant="primary", id="save", compact=True)
                yield Button(Content("Later  Esc"), id="later", compact=True)
                yield Button(Content("Start over"), id="discard", compact=True)
            yield Static("", id="said", markup=False)

    def _title(self) -> str:
        if self._closes:
            what = "End a project"
        else:
            what = "Change a project" if self._project else "A project"
        return f"{what}: {self._client.name}"

    def _which(self) -> ComposeResult:
        if self._project is None and self._ends and self._under_way:
            with Horizontal(classes="chosen"):
                yield Label(Content("Which"))
                yield Select(
                    [
                        *((Content(each.title), each.id) for each in self._under_way),
                        (Content("another, not written down yet"), _NEW),
                    ],
                    value=self._begun.project_id or _NEW,
                    allow_blank=False,
                    compact=True,
                    id="which",
                )

    def _fields(self, typed: Typed) -> ComposeResult:
        yield FormField("title", "Project", typed.title, placeholder="Booking portal")
        yield FormField("technologies", "Made with", typed.technologies, placeholder="Azure, SQL")
        yield FormField("started", "Begun", typed.started, placeholder="1 June, if you know it")
        if self._ends:
            yield FormField("ended", "Ended", typed.ended, placeholder="today, fri, 6 Nov")
            with Horizontal(classes="chosen"):
                yield Label(Content("They call it"))
                yield Choice(tuple(form.SUCCESS), typed.success, name="success")
            with Horizontal(classes="chosen"):
                yield Label(Content("More work"))
                yield Choice(tuple(form.MORE_WORK), typed.more_work, name="more_work")
        if self._closes:
            yield FormField("booking", "Pencil in", typed.booking, placeholder="in 4 weeks")
        yield FormField("about", "In a few words", typed.about, lines=2)

    # What is typed

    def _typed(self) -> Typed:
        values = {key: self._field(key).value for key in _TEXTS if self.query(f".field-{key}")}
        values |= {str(choice.name): choice.value for choice in self.query(Choice)}
        return Typed(project_id=self._chosen_id(), **values)

    def _chosen_id(self) -> str:
        if self._project is not None:
            return self._project.id
        for select in self.query("#which").results(Select):
            return "" if select.value == _NEW else str(select.value)
        return ""

    def _field(self, key: str) -> FormField:
        return self.query_one(f".field-{key}", FormField)

    def _fill(self, typed: Typed) -> None:
        """Put `typed` in the place of what stands in the fields."""
        with self.prevent(FormField.Changed, Select.Changed, Choice.Chosen):
            for select in self.query("#which").results(Select):
                known = {each.id for each in self._under_way}
                select.value = typed.project_id if typed.project_id in known else _NEW
            for key in _TEXTS:
                if self.query(f".field-{key}"):
                    self._field(key).fill(getattr(typed, key))
            for choice in self.query(Choice):
                choice.choose(getattr(typed, str(choice.name)))
        self._shown_id = typed.project_id
        self._show_booking()
        self._say_days()

    def draft(self) -> bytes:
        """Return what stands in the fields, unless it is as it began."""
        typed = self._typed()
        return b"" if typed == self._fresh(self._known(typed)) else msgspec.json.encode(typed)

    def _known(self, typed: Typed) -> Project | None:
        known = (*self._under_way, *((self._project,) if self._project else ()))
        return next((each for each in known if each.id == typed.project_id), None)

    def take_up(self, draft: bytes) -> str:
        """Show what was typed before."""
        try:
            typed = msgspec.json.decode(draft, type=Typed)
        except msgspec.MsgspecError as problem:
            return f"What you began to write cannot be read ({problem})."
        self._fill(typed)
        return "This is what you began to write."

    def held(self) -> Held:
        """Return what is typed."""
        typed = self._typed()
        lines = [getattr(typed, key) for key in _TEXTS]
        return Held(self._title(), "\n".join(line for line in lines if line.strip()))

    async def on_mount(self) -> None:
        """Say what the days mean."""
        self._say_days()

    @on(FormField.Changed)
    def _changed(self, event: FormField.Changed) -> None:
        self.touched()
        if event.field.key in _DAYS:
            self._say_day(event.field)

    @on(Choice.Chosen)
    def _chose(self) -> None:
        self.touched()
        self._show_booking()

    @on(Select.Changed, "#which")
    def _which_chosen(self) -> None:
        """Show the project that was chosen; what was typed of the other gives way."""
        if self._chosen_id() == self._shown_id:
            return  # it was put there, not chosen
        self._fill(self._fresh(self._known(self._typed())))
        self.touched()

    def _say_days(self) -> None:
        for key in _DAYS:
            if self.query(f".field-{key}"):
                self._say_day(self._field(key))

    def _say_day(self, field: FormField) -> None:
        try:
            field.show_hint(form.day_said(field.key, field.value, self._today))
        except Invalid as problem:
            field.show_hint(problem.message)

    def _show_booking(self) -> None:
        """Ask for the day to pencil in where more work is likely, and propose one."""
        if not self._closes:
            return
        likely = form.MORE_WORK[self._typed().more_work] is True
        self.set_class(likely, "-likely")
        if likely and not self._proposed and not self._field("booking").value:
            anew(self, self._propose, name="find a day", group="day")

    async def _propose(self) -> None:
        try:
            day = await self.desk.projects.booking_day(self._client.id)
        except (StoreProblem, NoSuchClient) as problem:
            self.say(str(problem), wrong=True)
            return
        field = self._field("booking")
        if day is not None and not field.value:
            self._proposed = f"{day:%a} {day.day} {day:%b} {day.year}"
            field.fill(self._proposed)
            self._say_day(field)
            self.touched()

    # How it ends

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Write it and close."""
        anew(self, self._finish, name="save the project", group="save")

    async def _finish(self) -> None:
        if self._result is not None:
            await self.close_written(self._result)
            return
        typed = self._typed()
        try:
            work = await asyncio.to_thread(form.read, typed, ends=self._ends, today=self._today)
            self._result = await self.desk.projects.write(
                self._client.id, work, project_id=typed.project_id
            )
        except Invalid as wrong:
            self.say_invalid(wrong)
        except (StoreProblem, NoSuchProject, NoSuchClient) as problem:
            self.say(str(problem), wrong=True)
        else:
            await self.close_written(self._result)

    @on(Button.Pressed, "#discard")
    def _start_over(self) -> None:
        """Put what stood there at the beginning."""
        self._fill(self._begun)
        self.touched()
        self.say("")

    @on(Button.Pressed, "#later")
    def action_cancel(self) -> None:
        """Close; what is typed waits for the next time."""
        self.close_later()
