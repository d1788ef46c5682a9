"""The projects of a client: ending one, what was asked and answered, what is pencilled in."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from followup_tui.desk import Desk
from followup_tui.domain.closing_words import NAMES, pencilled_words
from followup_tui.domain.letter import LetterKind
from followup_tui.domain.project import ClosingKind, Project, StepState
from followup_tui.domain.project_views import Projects
from followup_tui.domain.promise import NextStep
from followup_tui.domain.record import Invalid
from followup_tui.services.bookings import NoSuchProject
from followup_tui.services.gather import NoSuchClient
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.actions import Place, bindings
from followup_tui.tui.anew import anew, begin
from followup_tui.tui.closing import ClosingScreen
from followup_tui.tui.key_line import KeyLine
from followup_tui.tui.messages import LetterWanted, Occasion
from followup_tui.tui.panes.project_rows import ProjectRows
from followup_tui.tui.panes.virtual_list import VirtualList
from followup_tui.tui.present import projects as present
from followup_tui.tui.present.key_names import keys_of
from followup_tui.tui.present.projects import ProjectRow
from followup_tui.tui.toast import toast
from followup_tui.tui.watching import Watch

T = TypeVar("T")

# ruff: noqa: PLC0415 - dialogs are imported when they are first opened

_LETTERS = {
    ClosingKind.REFERENCE: LetterKind.REFERENCE,
    ClosingKind.TESTIMONIAL: LetterKind.TESTIMONIAL,
    ClosingKind.REVIEW: LetterKind.REVIEW,
}


class ProjectsScreen(ClosingScreen[None]):
    """A client's projects, above whatever was shown; Escape goes back there."""

    CSS_PATH = "projects.tcss"
    AUTO_FOCUS = "ProjectRows"
    BINDINGS = bindings(Place.PROJECTS)
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (12, "-fair")]

    def __init__(self, desk: Desk, client_id: str, *, ending: bool = False) -> None:
        """With `ending` the dialog that ends a project is opened at once."""
        super().__init__()
        self._desk = desk
        self.client_id = client_id
        self._ending = ending
        self._view: Projects | None = None
        self._key = keys_of(desk.settings.keys)
        self._watch = Watch(self, desk.records, changed=self.reload, told=self._tell)

    def compose(self) -> ComposeResult:
        """Yield the title, the projects, what can be pressed and the keys."""
        yield Static("", id="projects-title", markup=False)
        yield Static("", id="projects-problem", markup=False)
        yield ProjectRows(id="projects-rows")
        yield Static("", id="projects-empty", markup=False)
        yield Static("", id="projects-hint", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Read what there is, and look for what is changed elsewhere."""
        self._watch.begin()
        self._watch.look_soon()

    # What is known

    async def reload(self) -> None:
        """Read the projects and show them; raises `StoreProblem`."""
        try:
            view = await self._desk.projects.of_client(self.client_id)
        except NoSuchClient as problem:
            self._tell(str(problem))
            return
        self._take(view)
        if self._ending:
            self._ending = False
            self.action_end()

    def _take(self, view: Projects) -> None:
        self._view = view
        self.query_one("#projects-title", Static).update(
            Content.assemble(
                ("Projects", "bold $text-accent"), ("  ·  ", "$text-muted"), view.client.name
            )
        )
        self._rows.show(view)
        some = bool(view.projects or view.bookings)
        self._rows.display = some
        empty = self.query_one("#projects-empty", Static)
        empty.display = not some
        empty.update(Content(present.nothing(view.client.name, self._key)))
        self._show_hint()

    @property
    def _rows(self) -> ProjectRows:
        return self.query_one(ProjectRows)

    def _tell(self, problem: str) -> None:
        line = self.query_one("#projects-problem", Static)
        line.update(Content(problem))
        line.display = bool(problem)

    @on(VirtualList.Moved)
    def _show_hint(self) -> None:
        hint = present.hint(self._rows.current, self._key)
        self.query_one("#projects-hint", Static).update(Content(hint))

    def change_to_take_back(self) -> str:
        """Return nothing: undo takes back the last change here."""
        return ""

    async def show_changes(self) -> None:
        """Show at once what was just changed."""
        await self._watch.look()

    # Projects

    @on(VirtualList.Picked)
    def action_open(self) -> None:
        """Change the project, or say more of the step, under the cursor."""
        row = self._rows.current
        if row is None:
            self.action_end()
        elif row.step is not None and row.project is not None:
            self._open_step(row.project, row.step.kind)
        elif row.project is not None:
            self._ask(project=row.project, ends=row.project.ended is not None)
        else:
            self.action_move()

    def action_end(self) -> None:
        """End the project under the cursor, or one that is chosen in the dialog."""
        row = self._rows.current
        project = row.project if row is not None and row.step is None else None
        self._ask(project=project if project and project.under_way else None, ends=True)

    def action_add(self) -> None:
        """Write down work that goes on."""
        self._ask(project=None, ends=False)

    def _ask(self, *, project: Project | None, ends: bool) -> None:
        from followup_tui.tui.dialogs.project import ProjectDialog, Written

        view = self._view
        if view is None:
            return
        ended_before = project is not None and project.ended is not None
        under_way = [each for each in view.projects if each.under_way]

        async def done(written: Written | None) -> None:
            if written is None:
                return
            project, booking = written
            follows = "" if ended_before else self._desk.projects.follows(project)
            toast(self, f"{project.title} is saved. {follows}".strip())
            await self.show_changes()
            if booking is not None:
                self._offer_file(booking)

        self.app.push_screen(
            ProjectDialog(self._desk, view.client, ends=ends, project=project, under_way=under_way),
            done,
        )

    # Closing steps

    def _step_row(self) -> ProjectRow | None:
        row = self._rows.current
        if row is None or row.step is None or row.project is None:
            toast(self, "Put the cursor on a closing step of a project first.", severity="warning")
            return None
        return row

    def _open_step(self, project: Project, kind: ClosingKind) -> None:
        from followup_tui.tui.dialogs.closing_step import ClosingStepDialog

        async def done(changed: Project | None) -> None:
            if changed is not None:
                self._told_step(changed, kind)
                await self.show_changes()

        self.app.push_screen(ClosingStepDialog(self._desk, project, kind), done)

    def _mark(self, state: StepState) -> None:
        if (row := self._step_row()) is None or row.project is None or row.step is None:
            return
        kind = row.step.kind
        writing = self._desk.projects.mark(row.project.id, kind, state)
        self._write(writing, lambda changed: self._told_step(changed, kind))

    def _told_step(self, changed: Project, kind: ClosingKind) -> None:
        """Say where the step stands, and what follows once nothing is left to ask."""
        words = f"{NAMES[kind]}: {changed.step(kind).state}."
        view = self._view
        if view is not None and view.is_closed(changed):
            words += f" {self._desk.projects.follows(changed)}"
        toast(self, words)

    def action_asked(self) -> None:
        """Write that the step was asked for today."""
        self._mark(StepState.ASKED)

    def action_given(self) -> None:
        """Write that it was given today."""
        self._mark(StepState.GIVEN)

    def action_declined(self) -> None:
        """Write that it was declined today: that is an answer too."""
        self._mark(StepState.DECLINED)

    def action_not_asked(self) -> None:
        """Write that it was not asked for yet after all."""
        self._mark(StepState.NOT_ASKED)

    def action_write(self) -> None:
        """Write the mail that asks for the step under the cursor."""
        if (row := self._step_row()) is None or row.project is None or row.step is None:
            return
        kind = _LETTERS.get(row.step.kind)
        if kind is None:
            toast(self, "A booking is asked for in a call, or with the follow-up mail.")
            return
        occasion = Occasion(project_id=row.project.id)
        self.post_message(LetterWanted(self.client_id, kind, occasion=occasion))

    # Bookings

    def _booking(self) -> NextStep | None:
        row = self._rows.current
        booking = row.booking if row is not None else None
        view = self._view
        if booking is None and row is not None and row.project is not None and view is not None:
            booking = view.booking_of(row.project)
        if booking is None:
            toast(self, "No booking is pencilled in here.", severity="warning")
        return booking

    def action_confirm(self) -> None:
        """Write that the booking is confirmed."""
        if (booking := self._booking()) is not None:
            self._write(
                self._desk.bookings.confirm(booking.id),
                lambda step: toast(self, f"Booking {pencilled_words(step, self._today)}."),
            )

    def action_let_go(self) -> None:
        """Let the booking go."""
        if (booking := self._booking()) is not None:
            words = f"Booking let go. {self._key('app.undo')} brings it back."
            self._write(self._desk.bookings.let_go(booking.id), lambda _: toast(self, words))

    def action_move(self) -> None:
        """Move the booking to another day."""
        from followup_tui.tui.dialogs.booking_day import BookingDayDialog

        async def done(moved: NextStep | None) -> None:
            if moved is not None:
                toast(self, f"Booking {pencilled_words(moved, self._today)}.")
                await self.show_changes()

        if (booking := self._booking()) is not None:
            self.app.push_screen(BookingDayDialog(self._desk, booking), done)

    def action_calendar(self) -> None:
        """Write the booking to a calendar file."""
        if (booking := self._booking()) is not None:
            self._offer_file(booking)

    def _offer_file(self, booking: NextStep) -> None:
        work = partial(self._make_file, booking)
        anew(self, work, name="make the calendar file", group="calendar")

    async def _make_file(self, booking: NextStep) -> None:
        from followup_tui.tui.dialogs.calendar_file import CalendarDialog, calendar_path

        view = self._view
        if view is None:
            return
        content = await self._desk.agreements.calendar_of(view.client, booking)
        name, now = f"booking {view.client.name}", self._desk.clock()
        path = await asyncio.to_thread(calendar_path, name, now)

        def save(where: Path) -> None:
            self._desk.save_file(where, content)

        if self.is_current:
            what = f"The booking, {'as it stands' if booking.confirmed else 'tentative'}"
            self.app.push_screen(CalendarDialog(path, save, what=what))

    @property
    def _today(self) -> date:
        return self._desk.clock().date()

    # Writing

    def _write(self, writing: Awaitable[T], told: Callable[[T], None]) -> None:
        """Await a change, tell of it, and show it."""

        async def write() -> None:
            try:
                changed = await writing
            except (StoreProblem, NoSuchProject, Invalid) as problem:
                toast(self, str(problem), severity="error")
            else:
                told(changed)
                await self.show_changes()

        begin(self, write, name="write", group="write")

    def action_back(self) -> None:
        """Go back to where the user was."""
        self.dismiss(None)
