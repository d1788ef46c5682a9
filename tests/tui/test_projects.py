"""The projects of a client on the screen: ending one, marking steps, what is typed and undone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from typing import Any, cast

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from followup_tui.domain.project import ClosingKind, Project, StepState
from followup_tui.domain.project_views import Projects
from followup_tui.domain.promise import StepKind
from followup_tui.domain.record import Invalid
from followup_tui.tui import project_form as form
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.booking_day import BookingDayDialog
from followup_tui.tui.dialogs.closing_step import ClosingStepDialog
from followup_tui.tui.dialogs.project import ProjectDialog
from followup_tui.tui.messages import ProjectsWanted
from followup_tui.tui.panes.project_rows import ProjectRows
from followup_tui.tui.present import projects as present
from followup_tui.tui.screens.desk import DeskScreen
from followup_tui.tui.screens.letter import LetterScreen
from followup_tui.tui.screens.projects import ProjectsScreen
from tests.builders import TODAY, a_client, a_project, a_step, days
from tests.fakes import DISK_FULL, MemoryDrafts, MemoryRecords, a_desk
from tests.tui.waiting import until

CLIENT = a_client("Harbour Mills")
UNDER_WAY = a_project(CLIENT, "Booking portal", started=TODAY - days(90))
ENDED = a_project(CLIENT, "Time sheets", ended=TODAY - days(3))
BOOKING = a_step(
    CLIENT,
    kind=StepKind.BOOKING,
    at=a_step(CLIENT).at + days(20),
    all_day=True,
    project_id=ENDED.id,
)


# What is typed


def test_the_fields_show_a_project_and_say_it_again() -> None:
    project = a_project(
        CLIENT,
        "Returns",
        technologies=("Azure", "SQL"),
        started=TODAY - days(30),
        ended=TODAY,
        success=False,
        more_work=True,
        about="Goods that come back.",
    )
    typed = form.typed_of(project, TODAY)
    assert (typed.started, typed.ended) == ("20 Oct 2026", "today")
    work = form.read(typed, ends=True, today=TODAY)
    assert (work.title, work.started, work.ended) == (project.title, project.started, TODAY)
    assert (work.success, work.more_work, work.booking) == (False, True, None)
    assert [t.strip() for t in work.technologies] == ["Azure", "SQL"]


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("ended", form.Typed(title="X", ended="")),
        ("ended", form.Typed(title="X", ended="whenever")),
        ("started", form.Typed(title="X", started="once", ended="today")),
        ("booking", form.Typed(title="X", ended="today", more_work="likely", booking="later")),
    ],
)
def test_what_names_no_day_is_said_of_its_field(field: str, typed: form.Typed) -> None:
    with pytest.raises(Invalid) as problem:
        form.read(typed, ends=True, today=TODAY)
    assert problem.value.field == field


def test_a_day_to_pencil_in_counts_only_where_more_work_is_likely() -> None:
    typed = form.Typed(title="X", ended="today", booking="in 4 weeks")
    assert form.read(typed, ends=True, today=TODAY).booking is None
    likely = form.Typed(title="X", ended="today", booking="in 4 weeks", more_work="likely")
    assert form.read(likely, ends=True, today=TODAY).booking == date(2026, 12, 17)
    assert form.read(likely, ends=False, today=TODAY).ended is None


@pytest.mark.parametrize("width", [1, 10, 40, 200])
def test_rows_fit_whatever_width_they_have(width: int) -> None:
    due = a_desk().playbooks["after-project"].due
    view = Projects(CLIENT, (UNDER_WAY, ENDED), (BOOKING,), due, TODAY)
    rows = present.rows_of(view)
    assert len(rows) == 1 + 5
    for row in rows:
        lines = present.lines(row, view, width)
        assert lines
        assert all(line.cell_length <= max(width, 12) for line in lines)


# The screen


@asynccontextmanager
async def shown(*records: Any) -> AsyncIterator[tuple[FollowupApp, Pilot[Any], MemoryRecords]]:
    store = MemoryRecords([CLIENT, *records])
    app = FollowupApp(a_desk(records=store))
    async with app.run_test(size=(100, 30)) as pilot:
        app.animation_level = "none"
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        app.post_message(ProjectsWanted(CLIENT.id))
        await until(pilot, lambda: isinstance(app.screen, ProjectsScreen))
        await until(pilot, lambda: bool(str(app.screen.query_one("#projects-title").render())))
        await pilot.pause()
        yield app, pilot, store


async def test_what_is_typed_waits_and_what_was_written_is_taken_back() -> None:
    async with shown() as (app, pilot, store):
        drafts = app.desk.drafts
        assert isinstance(drafts, MemoryDrafts)
        assert "No project is written down" in str(
            app.screen.query_one("#projects-empty", Static).content
        )
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, ProjectDialog))
        await pilot.press(*"Portal")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, ProjectsScreen))
        assert drafts.keys("project-"), "what was typed is kept"
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, ProjectDialog))
        title = app.screen.query_one(".field-title Input", Input)
        await until(pilot, lambda: title.value == "Portal", "it stands there again")
        app.screen.query_one(".field-ended Input", Input).value = "nonsense"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "names no day" in str(app.screen.query_one(
            ".field-ended .field-words", Static).content))  # fmt: skip
        app.screen.query_one(".field-ended Input", Input).value = "mon"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, ProjectsScreen))
        (project,) = store.all(Project)
        assert (project.title, project.ended) == ("Portal", TODAY - days(3))
        assert not drafts.keys("project-")
        rows = app.screen.query_one(ProjectRows)
        await until(pilot, lambda: rows.row_count == 5, "the project and its steps")
        await pilot.press("down", "n")
        await until(
            pilot,
            lambda: store.all(Project)[0].step(ClosingKind.REFERENCE).state is StepState.DECLINED,
        )
        await pilot.press("u")
        await until(
            pilot,
            lambda: store.all(Project)[0].step(ClosingKind.REFERENCE).state is StepState.NOT_ASKED,
        )


async def test_by_the_mouse_and_the_other_keys() -> None:
    async with shown(UNDER_WAY, ENDED, BOOKING) as (app, pilot, store):

        def step(kind: ClosingKind) -> StepState:
            found = store.get(Project, ENDED.id)
            assert found is not None
            return found.step(kind).state

        rows = app.screen.query_one(ProjectRows)
        await until(pilot, lambda: rows.row_count == 6)
        await pilot.click(ProjectRows, offset=(8, 3), times=2)
        await until(pilot, lambda: isinstance(app.screen, ClosingStepDialog), "the first step")
        await pilot.click("Choice", offset=(30, 0))
        app.screen.query_one("#note", Input).value = "by phone"
        await pilot.click("#save")
        await until(pilot, lambda: step(ClosingKind.REFERENCE) is StepState.GIVEN)
        await until(pilot, lambda: isinstance(app.screen, ProjectsScreen))
        await pilot.press("down", "a")
        await until(pilot, lambda: step(ClosingKind.TESTIMONIAL) is StepState.ASKED)
        await pilot.press("backspace")
        await until(pilot, lambda: step(ClosingKind.TESTIMONIAL) is StepState.NOT_ASKED)
        await pilot.press("end", "m")
        await until(pilot, lambda: isinstance(app.screen, BookingDayDialog))
        kept = cast(MemoryDrafts, app.desk.drafts).kept
        await pilot.press(*"4 jan")
        await until(pilot, lambda: any(b"4 jan" in draft for draft in kept.values()), "kept")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ProjectsScreen))
        assert not kept
        (booking,) = (each for each in store.all(type(BOOKING)) if each.id == BOOKING.id)
        assert booking.at.date() == date(2027, 1, 4)
        await pilot.press("x")
        await until(pilot, lambda: step(ClosingKind.BOOKING) is StepState.DECLINED)
        await pilot.press("up", "w")
        await until(pilot, lambda: isinstance(app.screen, LetterScreen), "the mail for a review")


async def test_what_cannot_be_saved_stays_and_is_written_once() -> None:
    async with shown() as (app, pilot, store):
        drafts = app.desk.drafts
        assert isinstance(drafts, MemoryDrafts)
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, ProjectDialog))
        await pilot.press(*"Portal")
        drafts.broken = DISK_FULL
        await pilot.press("ctrl+s")
        said = app.screen.query_one("#said", Static)
        await until(pilot, lambda: DISK_FULL in str(said.content), "the sentence")
        drafts.broken = ""
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, ProjectsScreen))
        assert [project.title for project in store.all(Project)] == ["Portal"]
