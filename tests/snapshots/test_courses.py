"""The courses, one course, its dialogs and its review, as they look."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.pilot import Pilot
from textual.widgets import Static

from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.courses.course import CourseDialog
from followup_tui.tui.messages import CoursesWanted
from followup_tui.tui.panes.courses.rows import AttendeeRows, CourseRows
from followup_tui.tui.screens.courses.course import CourseScreen
from followup_tui.tui.screens.courses.courses import CoursesScreen
from followup_tui.tui.screens.courses.review import ReviewScreen
from tests.course_story import course_story
from tests.fakes import a_desk
from tests.snapshots.shell import SIZES, an_app, ask, still
from tests.tui.waiting import until

Snap = Callable[..., bool]
Pictures = Callable[..., None]


def the_app() -> FollowupApp:
    return an_app(a_desk(records=course_story()))


async def listed(pilot: Pilot[Any]) -> None:
    await ask(pilot, CoursesWanted(), CoursesScreen)
    rows = pilot.app.screen.query_one(CourseRows)
    await until(pilot, lambda: rows.row_count == 3)
    await still(pilot)


async def one_course(pilot: Pilot[Any]) -> None:
    """The course whose drawn are to be invited."""
    await listed(pilot)
    await pilot.press("down", "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, CourseScreen))
    rows = pilot.app.screen.query_one(AttendeeRows)
    await until(pilot, lambda: rows.row_count == 9)
    await still(pilot)


async def reviewed(pilot: Pilot[Any]) -> None:
    await listed(pilot)
    await pilot.press("down", "down", "r")
    await until(pilot, lambda: isinstance(pilot.app.screen, ReviewScreen))
    title = pilot.app.screen.query_one("#title", Static)
    await until(pilot, lambda: "3 of 4 coffees" in str(title.render()))
    await still(pilot)


async def added(pilot: Pilot[Any]) -> None:
    await listed(pilot)
    await pilot.press("plus")
    await until(pilot, lambda: isinstance(pilot.app.screen, CourseDialog))
    await still(pilot)


def test_the_courses(pictures: Pictures) -> None:
    pictures(the_app(), SIZES, listed)


def test_one_course(pictures: Pictures) -> None:
    pictures(the_app(), SIZES, one_course)


def test_the_review(pictures: Pictures) -> None:
    pictures(the_app(), SIZES, reviewed, light=[(120, 36)])


def test_adding_a_course(snap_compare: Snap) -> None:
    assert snap_compare(the_app(), terminal_size=(80, 24), run_before=added)
