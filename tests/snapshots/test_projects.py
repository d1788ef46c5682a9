"""The projects of a client, and the dialogs over them, as they look."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time
from typing import Any, cast

from textual.pilot import Pilot

from followup_tui.domain import closing
from followup_tui.domain.project import ClosingKind
from followup_tui.domain.promise import StepKind
from followup_tui.services.ports import Change
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.closing_step import ClosingStepDialog
from followup_tui.tui.dialogs.project import ProjectDialog
from followup_tui.tui.messages import ProjectsWanted
from followup_tui.tui.panes.project_rows import ProjectRows
from followup_tui.tui.screens.projects import ProjectsScreen
from tests.builders import NOW, TODAY, a_project, a_step, days
from tests.fakes import a_story_desk
from tests.snapshots.shell import SIZES, an_app, still
from tests.story import LITWARE
from tests.tui.waiting import until

Compare = Callable[..., bool]


def _app() -> FollowupApp:
    return an_app(a_story_desk())


async def _shown(pilot: Pilot[Any]) -> None:
    """Open the projects of somebody with each state of a step, and work under way."""
    desk = cast(FollowupApp, pilot.app).desk
    ended = a_project(
        LITWARE,
        "Returns [desk]",
        technologies=("Azure", "Blazor"),
        started=TODAY - days(200),
        ended=TODAY - days(20),
        success=True,
        more_work=True,
        about="Taking goods back without a form on paper.",
    )
    ended = closing.asked(ended, ClosingKind.TESTIMONIAL, TODAY - days(16))
    ended = closing.answered(ended, ClosingKind.REFERENCE, given=True, day=TODAY - days(15))
    ended = closing.answered(ended, ClosingKind.REVIEW, given=False, day=TODAY - days(15))
    booking = a_step(
        LITWARE,
        kind=StepKind.BOOKING,
        at=datetime.combine(TODAY + days(12), time(), NOW.tzinfo),
        all_day=True,
        project_id=ended.id,
    )
    under_way = a_project(LITWARE, "Price lists", started=TODAY - days(40))
    desk.records.commit(Change(by="test", put=(ended, booking, under_way)))
    pilot.app.post_message(ProjectsWanted(LITWARE.id))
    await until(pilot, lambda: isinstance(pilot.app.screen, ProjectsScreen))
    rows = pilot.app.screen.query_one(ProjectRows)
    await until(pilot, lambda: rows.row_count > 3, "the projects")
    await pilot.press("down", "down", "down", "down")
    await still(pilot)


async def _ending(pilot: Pilot[Any]) -> None:
    await _shown(pilot)
    await pilot.press("home", "e")
    await until(pilot, lambda: isinstance(pilot.app.screen, ProjectDialog))
    await pilot.press("tab", "tab", "tab", "tab", "right", "tab", "right")
    field = pilot.app.screen.query_one(".field-booking")
    await until(pilot, lambda: bool(getattr(field, "value", "")), "the day that is proposed")
    await still(pilot)


async def _step(pilot: Pilot[Any]) -> None:
    await _shown(pilot)
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, ClosingStepDialog))
    await still(pilot)


def test_projects(pictures: Callable[..., None]) -> None:
    pictures(_app(), SIZES, _shown, light=SIZES[1:2])


def test_ending_a_project(snap_compare: Compare) -> None:
    assert snap_compare(_app(), terminal_size=(80, 24), run_before=_ending)


def test_a_closing_step(snap_compare: Compare) -> None:
    assert snap_compare(_app(), terminal_size=(80, 24), run_before=_step)
