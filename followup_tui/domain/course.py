"""Course: a training course with its attendees; Draw: who of them is asked to a coffee."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from followup_tui.domain.record import (
    Invalid,
    Record,
    Value,
    check_line,
    check_moment,
    check_text,
)

COFFEES = 5
"""How many are drawn unless somebody says otherwise (the playbooks' page)."""
MOST_COFFEES = 50
"""More are no informal coffee any more, and a slip of the keyboard."""


class Attendance(StrEnum):
    """Whether somebody who booked was there."""

    ATTENDED = "attended"
    ABSENT = "did not attend"
    REFUNDED = "refunded"
    OPTED_OUT = "opted out"
    """Asked not to be drawn; it holds for later courses, too."""


class Attendee(Value, frozen=True, kw_only=True):
    """Somebody on a course; `client_id` once they are on the call list."""

    name: str
    email: str = ""
    phone: str = ""
    company: str = ""
    client_id: str = ""
    attendance: Attendance = Attendance.ATTENDED

    def __post_init__(self) -> None:
        check_line("name", self.name, required=True)
        check_line("email", self.email)
        check_line("phone", self.phone)
        check_line("company", self.company)
        if self.email and (
            self.email.count("@") != 1 or self.email.startswith("@") or self.email.endswith("@")
        ):
            raise Invalid("email", f"“{self.email}” is no e-mail address")


class Course(Record, frozen=True, kw_only=True):
    """A training course that was, or will be, held."""

    table: ClassVar[str] = "courses"

    title: str
    topic: str = ""
    first_day: date
    last_day: date
    speaker: str = ""
    host: str = ""
    """Who has the coffees: the speaker, or a developer who can give real advice."""
    coffees: int = COFFEES
    """How many are to be drawn: the announcement says it, too."""
    coffee_place: str = ""
    """Where the coffees are had, as a letter can say it: “at the Blue Cup, next door”."""
    attendees: tuple[Attendee, ...] = ()
    about: str = ""
    changed: datetime | None = None

    def __post_init__(self) -> None:
        check_line("title", self.title, required=True)
        check_line("topic", self.topic)
        check_line("speaker", self.speaker)
        check_line("host", self.host)
        check_line("coffee_place", self.coffee_place)
        check_text("about", self.about)
        check_moment("changed", self.changed)
        if self.last_day < self.first_day:
            raise Invalid("last_day", "must not come before the first")
        if not 1 <= self.coffees <= MOST_COFFEES:
            raise Invalid("coffees", f"must be between 1 and {MOST_COFFEES}")

    @property
    def subject(self) -> str:
        """What it taught, in few words: its topic, else its title."""
        return self.topic or self.title


class LeftOut(Value, frozen=True, kw_only=True):
    """An attendee who was not in the pool of a draw, and why."""

    name: str
    why: str


class CoffeeEnd(StrEnum):
    """What became of the coffee that somebody was drawn for."""

    HAD = "had"
    DECLINED = "declined"
    """They do not want one."""
    MISSED = "could not be had"
    """They would have liked one, and no day was found."""


class Pick(Value, frozen=True, kw_only=True):
    """An attendee who was drawn; `replaces` names whom they stand in for."""

    client_id: str
    name: str
    replaces: str = ""
    settled: bool = False
    """Whether the coffee was had, declined or given up."""
    invited: date | None = None
    """The day on which they were asked to the coffee, if they were."""
    end: CoffeeEnd | None = None
    """How it was settled; None: it was not, or it was written down before that was kept."""
    ended: date | None = None
    why: str = ""
    """What they said, where the coffee was not had."""

    def __post_init__(self) -> None:
        check_line("why", self.why)


class Draw(Record, frozen=True, kw_only=True):
    """The random pick of some attendees, with all that is needed to repeat it."""

    table: ClassVar[str] = "draws"

    course_id: str
    seed: int
    number: int = 0
    """How many were to be drawn; 0 in records from before it was kept: as many as were."""
    pool: tuple[str, ...] = ()
    """The names in the pool, in the order in which they went in."""
    left_out: tuple[LeftOut, ...] = ()
    picks: tuple[Pick, ...] = ()
    coffee_day: date
    """Around when the coffees are to be had: two weeks after the course."""

    @property
    def open_picks(self) -> tuple[Pick, ...]:
        """Those whose coffee is not settled."""
        return tuple(pick for pick in self.picks if not pick.settled)
