"""Course: a training course with its attendees; Draw: who of them is asked to a coffee."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from followup_tui.domain.record import Invalid, Record, Value, check_line, check_text


class Attendance(StrEnum):
    """Whether somebody who booked was there."""

    ATTENDED = "attended"
    ABSENT = "did not attend"
    REFUNDED = "refunded"
    OPTED_OUT = "opted out"


class Attendee(Value, frozen=True, kw_only=True):
    """Somebody on a course; `client_id` once they are on the call list."""

    name: str
    email: str = ""
    company: str = ""
    client_id: str = ""
    attendance: Attendance = Attendance.ATTENDED

    def __post_init__(self) -> None:
        check_line("name", self.name, required=True)
        check_line("email", self.email)
        check_line("company", self.company)


class Course(Record, frozen=True, kw_only=True):
    """A training course that was, or will be, held."""

    table: ClassVar[str] = "courses"

    title: str
    topic: str = ""
    first_day: date
    last_day: date
    host: str = ""
    """Who has the coffees: the speaker, or a developer who can give real advice."""
    attendees: tuple[Attendee, ...] = ()
    about: str = ""

    def __post_init__(self) -> None:
        check_line("title", self.title, required=True)
        check_line("topic", self.topic)
        check_line("host", self.host)
        check_text("about", self.about)
        if self.last_day < self.first_day:
            raise Invalid("last_day", "must not come before the first")


class LeftOut(Value, frozen=True, kw_only=True):
    """An attendee who was not in the pool of a draw, and why."""

    name: str
    why: str


class Pick(Value, frozen=True, kw_only=True):
    """An attendee who was drawn; `replaces` names whom they stand in for."""

    client_id: str
    name: str
    replaces: str = ""
    settled: bool = False
    """Whether the coffee was had, declined or given up."""


class Draw(Record, frozen=True, kw_only=True):
    """The random pick of some attendees, with all that is needed to repeat it."""

    table: ClassVar[str] = "draws"

    course_id: str
    seed: int
    pool: tuple[str, ...] = ()
    """The names in the pool, in the order in which they went in."""
    left_out: tuple[LeftOut, ...] = ()
    picks: tuple[Pick, ...] = ()
    coffee_day: date
    """Around when the coffees are to be had: two weeks after the course."""
