"""The list of courses as it is drawn: a line each, and all of the one under the cursor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from textual.content import Content

from followup_tui.domain.course import Course
from followup_tui.domain.courses.view import CourseItem, CourseList, CourseStep
from followup_tui.domain.words import count, short_day
from followup_tui.tui.present.cells import cell

_DIM = "$text-muted"
_STEPS = {
    CourseStep.ATTENDEES: ("…", _DIM),
    CourseStep.ANNOUNCE: ("○", "$text-accent"),
    CourseStep.DRAW: ("◆", "$band-due"),
    CourseStep.INVITE: ("!", "$band-late"),
    CourseStep.COFFEES: ("●", "$band-due"),
    CourseStep.REVIEW: ("✓", "$text-success"),
    CourseStep.NOTHING: ("-", _DIM),
}
"""A sign for what is to be done next, and its colour."""
DOING = {
    CourseStep.ATTENDEES: "course.import",
    CourseStep.ANNOUNCE: "course.announce",
    CourseStep.DRAW: "course.draw",
    CourseStep.INVITE: "course.invite",
    CourseStep.COFFEES: "course.coffee",
    CourseStep.REVIEW: "course.review",
}
"""The action by which the next step is done."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths of the columns, in cells; 0: the column is left out."""

    title: int
    days: int
    came: int
    coffees: int
    rating: int

    @classmethod
    def of(cls, width: int) -> Columns:
        """Share out `width`: on a narrow screen the rating goes first, then who came."""
        days = 12 if width >= 34 else 0
        coffees = 13 if width >= 50 else 0
        came = 9 if width >= 64 else 0
        rating = 7 if width >= 72 else 0
        return cls(max(width - 3 - days - coffees - came - rating, 0), days, came, coffees, rating)


def heading(width: int) -> Content:
    """Return the heading over the rows."""
    columns = Columns.of(width)
    return Content.assemble(
        "   ",
        cell("Course", columns.title, _DIM),
        cell("Ended", columns.days, _DIM),
        cell("Came", columns.came, _DIM),
        cell("Coffees", columns.coffees, _DIM),
        cell("Rated", columns.rating, _DIM),
    )


def row(item: CourseItem, width: int, today: date) -> Content:
    """Return the row of a course, `width` cells wide."""
    columns = Columns.of(width)
    sign, colour = _STEPS[item.step]
    rating = f"{item.rating:.1f}" if item.rating is not None else ""
    over = item.step in {CourseStep.REVIEW, CourseStep.NOTHING}
    return Content.assemble(
        (f" {sign} ", colour),
        cell(item.course.title, columns.title, "$text" if over else "bold"),
        cell(short_day(item.course.last_day, today), columns.days, _DIM),
        cell(str(item.came) if item.course.attendees else "", columns.came, _DIM),
        cell(coffees(item), columns.coffees, _DIM if over else "$text"),
        cell(rating, columns.rating, "$text-success"),
    )


def coffees(item: CourseItem) -> str:
    """Return how many of the coffees were had: ``2 of 5 had``."""
    return f"{item.had} of {item.drawn} had" if item.drawn else ""


def title(shown: CourseList) -> Content:
    """Return the head of the screen."""
    return Content.assemble(
        ("Courses", "bold $text-accent"), ("  ·  ", _DIM), count(len(shown.items), "course")
    )


def days(course: Course) -> str:
    """Return the days of a course with their year: ``4 to 5 November 2026``."""
    first, last = course.first_day, course.last_day
    end = f"{last.day} {last:%B %Y}"
    if first == last:
        return f"{last:%A} {end}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {end}"
    year = f" {first.year}" if first.year != last.year else ""
    return f"{first.day} {first:%B}{year} to {end}"


def details(item: CourseItem) -> Content:
    """Return all that is known of one course."""
    return Content("\n").join(_details(item))


def _details(item: CourseItem) -> Iterator[Content]:
    course = item.course
    yield Content(course.title).stylize("bold")
    yield Content(days(course)).stylize(_DIM)
    for label, text in (
        ("topic", course.topic),
        ("taught by", course.speaker),
        ("coffees with", course.host),
        ("where", course.coffee_place),
    ):
        if text:
            yield Content.assemble((f"{label}: ", _DIM), text)
    if not course.host:
        yield Content("Nobody hosts the coffees yet.").stylize("$text-warning")
    people = count(len(course.attendees), "attendee")
    yield Content.assemble(("people: ", _DIM), f"{people}, {item.came} came")
    if item.drawn:
        yield Content.assemble(
            ("coffees: ", _DIM),
            f"{item.drawn} drawn, {item.invited} asked, {item.had} had",
        )
    if item.rating is not None:
        yield Content.assemble(("rated: ", _DIM), f"{item.rating:.1f} of 5")
    if item.step is not CourseStep.NOTHING:
        sign, colour = _STEPS[item.step]
        yield Content("")
        yield Content.assemble((f"{sign} ", colour), ("next: ", _DIM), (item.step.value, "bold"))
    if course.about:
        yield Content("")
        yield Content(course.about)
