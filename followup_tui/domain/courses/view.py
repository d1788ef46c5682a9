"""What is shown of courses: the frozen states that the services return."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from followup_tui.domain.course import Attendance, Attendee, CoffeeEnd, Course, Draw, LeftOut, Pick
from followup_tui.domain.courses.people import Match


class CourseStep(StrEnum):
    """What is to be done next with a course."""

    ATTENDEES = "bring in the attendees"
    ANNOUNCE = "read out the announcement"
    DRAW = "draw who is asked to a coffee"
    INVITE = "invite those who were drawn"
    COFFEES = "have the coffees"
    REVIEW = "review what they found"
    NOTHING = "nothing is left to do"


@dataclass(frozen=True, slots=True)
class CourseItem:
    """A course as it stands in the list."""

    course: Course
    step: CourseStep
    came: int
    """How many attended."""
    drawn: int
    """How many were asked or are to be asked to a coffee: those replaced left out."""
    invited: int
    had: int
    rating: float | None = None
    """The mean of the ratings, 1 to 5."""


@dataclass(frozen=True, slots=True)
class CourseList:
    """All courses, those to come and the newest first."""

    now: datetime
    items: tuple[CourseItem, ...]


@dataclass(frozen=True, slots=True)
class AttendeeItem:
    """Somebody on a course, with all that is known of them there."""

    attendee: Attendee
    client_name: str = ""
    """The client that they belong to."""
    proposed: Match | None = None
    """The client that they may belong to, while they are linked to none."""
    pick: Pick | None = None
    """Their place in the draw, if they were drawn: the last one."""
    left_out: str = ""
    """Why they were, or would be, left out of the draw."""


@dataclass(frozen=True, slots=True)
class CourseView:
    """One course with its people."""

    now: datetime
    item: CourseItem
    people: tuple[AttendeeItem, ...]
    """The drawn first, then by name."""
    draws: tuple[Draw, ...] = ()
    """The oldest first."""
    coffee_day: date | None = None
    """Around when the coffees are, as drawn or as they would be."""
    told: tuple[str, ...] = ()
    """What the user should know: a host who is missing, a template that cannot be read."""

    @property
    def course(self) -> Course:
        """The course itself."""
        return self.item.course

    @property
    def draw(self) -> Draw | None:
        """The last draw."""
        return self.draws[-1] if self.draws else None


@dataclass(frozen=True, slots=True)
class DrawProposal:
    """A draw that is not made yet: who would go into it."""

    course: Course
    pool: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    number: int
    seed: int
    coffee_day: date
    drawn_before: tuple[str, ...] = ()
    """Who was drawn already, where this is a further draw."""


def is_replaced(draw: Draw, pick: Pick) -> bool:
    """Say whether somebody else stands in for a pick."""
    return any(other.replaces == pick.name for other in draw.picks)


def coffee_words(pick: Pick) -> str:
    """Return what became of a coffee in a word or two: ``drawn``, ``invited``, ``had``."""
    if pick.end is not None:
        return pick.end.value
    if pick.settled:
        return "settled"
    return "invited" if pick.invited else "drawn"


def step_of(course: Course, draws: tuple[Draw, ...], today: date) -> CourseStep:
    """Return what is to be done next with a course."""
    picks = [pick for draw in draws for pick in draw.picks]
    if any(not pick.settled and pick.invited is None for pick in picks):
        return CourseStep.INVITE
    if any(not pick.settled for pick in picks):
        return CourseStep.COFFEES
    if any(pick.end in {CoffeeEnd.HAD, None} for pick in picks):
        return CourseStep.REVIEW
    if picks:
        return CourseStep.NOTHING
    if not course.attendees:
        return CourseStep.ATTENDEES
    return CourseStep.ANNOUNCE if today <= course.last_day else CourseStep.DRAW


def came(course: Course) -> int:
    """Return how many attended a course; who opted out of the coffees did as well."""
    there = {Attendance.ATTENDED, Attendance.OPTED_OUT}
    return sum(1 for each in course.attendees if each.attendance in there)
