"""Showing what to read out at the end of a course, to be read and copied."""

from __future__ import annotations

from functools import partial
from typing import Any

from textual.screen import Screen

from followup_tui.desk import Desk
from followup_tui.domain.course import Course
from followup_tui.domain.courses.announcement import AnnouncementProblem
from followup_tui.services.courses.finding import NoSuchCourse
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.anew import anew
from followup_tui.tui.toast import toast


def announce(screen: Screen[Any], desk: Desk, course: Course) -> None:
    """Show the announcement of a course above `screen`."""
    anew(screen, partial(_announce, screen, desk, course), name="announce", group="announce")


async def _announce(screen: Screen[Any], desk: Desk, course: Course) -> None:
    from followup_tui.tui.dialogs.courses.reading import ReadingDialog  # noqa: PLC0415 - seldom

    try:
        text = await desk.courses.announcement(course.id)
    except (StoreProblem, NoSuchCourse, AnnouncementProblem) as problem:
        toast(screen, str(problem), severity="error")
        return
    if problem_words := desk.courses.announcement_problem():
        toast(screen, problem_words, severity="warning")
    screen.app.push_screen(ReadingDialog(f"To read out: {course.title}", text))
