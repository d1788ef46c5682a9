"""The fields of a project as they are typed, and what they say: pure, tested without a screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import msgspec

from followup_tui.domain.days.past import read_near_day, read_past_day
from followup_tui.domain.project import Project
from followup_tui.domain.project_views import Work
from followup_tui.domain.record import Invalid

UNKNOWN = "not known yet"
SUCCESS = {UNKNOWN: None, "a success": True, "not a success": False}
"""What is chosen -> what is known."""
MORE_WORK = {UNKNOWN: None, "likely": True, "not likely": False}


class Typed(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in the fields, as it was typed."""

    project_id: str = ""
    """The project it is about; empty: a new one."""
    title: str = ""
    technologies: str = ""
    started: str = ""
    ended: str = ""
    success: str = UNKNOWN
    more_work: str = UNKNOWN
    booking: str = ""
    about: str = ""


def typed_of(project: Project, today: date) -> Typed:
    """Return a project as its fields show it."""
    return Typed(
        project_id=project.id,
        title=project.title,
        technologies=", ".join(project.technologies),
        started=_written(project.started, today),
        ended=_written(project.ended, today),
        success=_chosen(SUCCESS, project.success),
        more_work=_chosen(MORE_WORK, project.more_work),
        about=project.about,
    )


def _written(day: date | None, today: date) -> str:
    if day is None:
        return ""
    return "today" if day == today else f"{day.day} {day:%b} {day.year}"


def _chosen(options: dict[str, bool | None], value: bool | None) -> str:
    return next(words for words, each in options.items() if each is value)


def read(typed: Typed, *, ends: bool, today: date) -> Work:
    """Return what the fields say; raises `Invalid` with the field that is wrong.

    With `ends` the project has ended, on the day that is typed.
    """
    ended = read_day("ended", typed.ended, today) if ends else None
    if ends and ended is None:
        raise Invalid("ended", "needs the day: write it like today, fri or 6 Nov")
    more_work = MORE_WORK[typed.more_work]
    return Work(
        title=typed.title,
        technologies=tuple(typed.technologies.split(",")),
        started=read_day("started", typed.started, today),
        ended=ended,
        success=SUCCESS[typed.success] if ends else None,
        more_work=more_work if ends else None,
        about=typed.about,
        booking=read_day("booking", typed.booking, today) if ends and more_work else None,
    )


_READERS: dict[str, Callable[..., date | None]] = {
    "started": read_past_day,
    "ended": read_near_day,
    "booking": read_near_day,
}


def read_day(field: str, words: str, today: date) -> date | None:
    """Return the day that the words of a field mean, None for none; raises `Invalid`."""
    if not words.strip():
        return None
    day = _READERS[field](words, today=today)
    if day is None:
        raise Invalid(field, f"“{words.strip()}” names no day: write it like fri or 6 Nov")
    return day


def day_said(field: str, words: str, today: date) -> str:
    """Return what the words of a field mean, in whole; raises `Invalid` as `read_day`."""
    day = read_day(field, words, today)
    return f"{day:%A} {day.day} {day:%B %Y}" if day else ""
