"""Finding courses, and somebody on one, by what the user calls them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from followup_tui.domain.course import Course, Draw
from followup_tui.domain.text import clean_line, fold, shorten
from followup_tui.services.ports import Records

CANDIDATES = 5
"""Names that an error lists."""
T = TypeVar("T")


class NoSuchCourse(LookupError):
    """No course or attendee, or more than one, answers to a name; the text says which come near."""


def known_course(records: Records, course_id: str) -> Course:
    """Return the course of that id; raises `NoSuchCourse`."""
    course = records.get(Course, course_id)
    if course is None:
        raise NoSuchCourse("This course is not there any more: it was removed elsewhere.")
    return course


def draws_of(records: Records, course_id: str) -> tuple[Draw, ...]:
    """Return the draws of a course, the oldest first."""
    return tuple(draw for draw in records.all(Draw) if draw.course_id == course_id)


def course_named(records: Records, words: str) -> Course:
    """Return the one course meant by an id, a title, the start or a part of one.

    ``last`` is the one that ended last. Raises `NoSuchCourse`.
    """
    wanted = clean_line(words)
    courses = sorted(records.all(Course), key=lambda each: each.last_day, reverse=True)
    for course in courses:
        if course.id == wanted:
            return course
    if fold(wanted) == "last" and courses:
        return courses[0]
    return _one(
        wanted,
        courses,
        lambda each: each.title,
        lambda each: f"“{shorten(each.title, 60)}” of {each.last_day} ({each.id})",
        none=f"No course is called “{shorten(wanted, 60)}”: `followup course list` shows them.",
    )


def one_of(
    words: str, among: Sequence[T], named: Callable[[T], str], shown: Callable[[T], str], where: str
) -> T:
    """Return the one of `among` whose name, its start or a part of it is `words`.

    `where` says in an error what they are: “on this course”. Raises `NoSuchCourse`.
    """
    wanted = clean_line(words)
    none = f"Nobody {where} is called “{shorten(wanted, 60)}”."
    return _one(wanted, among, named, shown, none=none)


def _one(
    wanted: str,
    among: Sequence[T],
    named: Callable[[T], str],
    shown: Callable[[T], str],
    *,
    none: str,
) -> T:
    folded = fold(wanted)
    for fits in (str.__eq__, str.startswith, str.__contains__):
        found = [each for each in among if folded and fits(fold(named(each)), folded)]
        if len(found) == 1:
            return found[0]
        if found:
            listed = ", ".join(shown(each) for each in found[:CANDIDATES])
            more = f" and {len(found) - CANDIDATES} more" if len(found) > CANDIDATES else ""
            raise NoSuchCourse(
                f"“{shorten(wanted, 60)}” fits {len(found)}: {listed}{more}. Write more of it."
            )
    raise NoSuchCourse(none)
