"""Takes a project: work that goes on, or one that has ended with what comes after it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Select

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
from followup_tui.tui.dialogs.form import FormDialog, labelled
from followup_tui.tui.keeping import project_key
from followup_tui.tui.panes.form_field import FormField
from followup_tui.tui.project_form import Typed

Written = tuple[Project, NextStep | None]
"""The project as it was written, and what was pencilled in."""

_DAYS = ("started", "ended", "booking")
_NEW = "new"


class ProjectDialog(FormDialog[Written, Typed]):
    """Ends with the project as it was written; None: nothing was.

    With `ends` it is about a project that has ended, which is chosen first where work goes on;
    and what comes after it is asked too.
    """

    AUTO_FOCUS = ".field-title Input"
    PROBLEMS = (StoreProblem, NoSuchProject, NoSuchClient)
    DEFAULT_CSS = """
    ProjectDialog {
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
        self._client = client
        self._ends = ends
        self._project = project
        self._under_way = tuple(under_way)
        self._today = desk.clock().date()
        begun = self._fresh(project or (self._under_way[0] if ends and self._under_way else None))
        kind = "end" if self._closes else "write"
        key = project_key(client.id, f"{kind}-{project.id if project else _NEW}")
        super().__init__(desk, key, f"{self._what()}: {client.name}", Typed, begun)
        self._shown_id = begun.project_id
        """The project whose fields are shown."""
        self._proposed = ""
        """The day that is proposed for a booking, once one is."""

    def _fresh(self, project: Project | None) -> Typed:
        """Return the fields of a project as they stand at first."""
        typed = form.typed_of(project, self._today) if project else Typed()
        return replace(typed, ended=typed.ended or "today") if self._ends else typed

    def _what(self) -> str:
        if self._closes:
            return "End a project"
        return "Change a project" if self._project else "A project"

    def _which(self) -> ComposeResult:
        if self._project is None and self._ends and self._under_way:
            options = [
                *((Content(each.title), each.id) for each in self._under_way),
                (Content("another, not written down yet"), _NEW),
            ]
            first = self.begun.project_id or _NEW
            yield labelled(
                "Which",
                Select(options, value=first, allow_blank=False, compact=True, id="which"),
            )

    def fields(self, typed: Typed) -> ComposeResult:
        """Yield the fields of a project, those of its end where it has one."""
        yield from self._which()
        yield FormField("title", "Project", typed.title, placeholder="Booking portal")
        yield FormField("technologies", "Made with", typed.technologies, placeholder="Azure, SQL")
        yield FormField("started", "Begun", typed.started, placeholder="1 June, if you know it")
        if self._ends:
            yield FormField("ended", "Ended", typed.ended, placeholder="today, fri, 6 Nov")
            success = Choice(tuple(form.SUCCESS), typed.success, name="success")
            yield labelled("They call it", success)
            more_work = Choice(tuple(form.MORE_WORK), typed.more_work, name="more_work")
            yield labelled("More work", more_work)
        if self._closes:
            yield FormField("booking", "Pencil in", typed.booking, placeholder="in 4 weeks")
        yield FormField("about", "In a few words", typed.about, lines=2)

    # What is typed

    def typed(self) -> Typed:
        """Return what stands in the fields."""
        return Typed(project_id=self._chosen_id(), **self.values())

    def _chosen_id(self) -> str:
        if self._project is not None:
            return self._project.id
        for select in self.query("#which").results(Select):
            return "" if select.value == _NEW else str(select.value)
        return ""

    def fill(self, typed: Typed) -> None:
        """Put `typed` in the place of what stands in the fields."""
        with self.prevent(Select.Changed):
            for select in self.query("#which").results(Select):
                known = {each.id for each in self._under_way}
                select.value = typed.project_id if typed.project_id in known else _NEW
        self.put_values(msgspec.structs.asdict(typed))
        self._shown_id = typed.project_id
        self._show_booking()
        self._say_days()

    def is_fresh(self, typed: Typed) -> bool:
        """Say whether it is as the fields of that project begin."""
        return typed == self._fresh(self._known(typed))

    def _known(self, typed: Typed) -> Project | None:
        known = (*self._under_way, *((self._project,) if self._project else ()))
        return next((each for each in known if each.id == typed.project_id), None)

    async def on_mount(self) -> None:
        """Say what the days mean."""
        self._say_days()

    @on(FormField.Changed)
    def _day_typed(self, event: FormField.Changed) -> None:
        if event.field.key in _DAYS:
            self._say_day(event.field)

    @on(Choice.Chosen)
    def _chose(self) -> None:
        self._show_booking()

    @on(Select.Changed, "#which")
    def _which_chosen(self) -> None:
        """Show the project that was chosen; what was typed of the other gives way."""
        if self._chosen_id() == self._shown_id:
            return  # it was put there, not chosen
        self.fill(self._fresh(self._known(self.typed())))

    def _say_days(self) -> None:
        for key in _DAYS:
            if self.query(f".field-{key}"):
                self._say_day(self.field(key))

    def _say_day(self, field: FormField) -> None:
        try:
            field.show_hint(form.day_said(field.key, field.value, self._today))
        except Invalid as problem:
            field.show_hint(problem.message)

    def _show_booking(self) -> None:
        """Ask for the day to pencil in where more work is likely, and propose one."""
        if not self._closes:
            return
        likely = form.MORE_WORK[self.typed().more_work] is True
        self.set_class(likely, "-likely")
        if likely and not self._proposed and not self.field("booking").value:
            anew(self, self._propose, name="find a day", group="day")

    async def _propose(self) -> None:
        try:
            day = await self.desk.projects.booking_day(self._client.id)
        except (StoreProblem, NoSuchClient) as problem:
            self.say(str(problem), wrong=True)
            return
        field = self.field("booking")
        if day is not None and not field.value:
            self._proposed = f"{day:%a} {day.day} {day:%b} {day.year}"
            field.fill(self._proposed)
            self._say_day(field)
            self.touched()

    async def write_down(self) -> Written:
        """Write the project."""
        typed = self.typed()
        work = await asyncio.to_thread(form.read, typed, ends=self._ends, today=self._today)
        return await self.desk.projects.write(self._client.id, work, project_id=typed.project_id)
