"""A desk with three courses: one reviewed, one whose coffees are under way, one to be drawn."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec.structs import replace

from followup_tui.domain.client import Client, Person
from followup_tui.domain.course import Attendance, Attendee, CoffeeEnd, Course, Draw
from followup_tui.domain.courses.coffees import settled
from followup_tui.domain.courses.drawing import draw
from followup_tui.domain.interaction import (
    Answer,
    Interaction,
    InteractionKind,
    NoteLine,
    Outcome,
)
from followup_tui.domain.record import Record, new_id, utc
from tests.builders import NOW, TODAY, a_client, days

_PEOPLE = (
    ("Ann Ray", "Ray & Sons"), ("Ben Cole", "Cole Ltd"), ("Cleo Marsh", "Marsh Media"),
    ("Dan Ito", "Ito Trade"), ("Eve Ott", "Ott Optics"), ("Finn Park", "Park Mills"),
    ("Gia Luna", "Luna Labs"), ("Hana Sato", "Sato Seeds"), ("Ivo Bell", "Bell Foundry"),
)  # fmt: skip
_ANSWERS = (
    ("5", "more time for the identity lab", "how to keep the bill small", "yes", "+ the labs"),
    ("4", "the identity lab was too long", "logging without drowning", "no", "- the room was cold"),
    ("2", "less slides, more of our own code", "the bill: what costs what", "yes", "? who pays"),
)


def mail_of(name: str) -> str:
    first, last = name.lower().split()
    return f"{first}@{last}.example"


def attendees(*, opted_out: str = "", refunded: str = "Ben Cole") -> tuple[Attendee, ...]:
    states = {opted_out: Attendance.OPTED_OUT, refunded: Attendance.REFUNDED}
    return tuple(
        Attendee(
            name=name,
            email=mail_of(name),
            company=company,
            attendance=states.get(name, Attendance.ATTENDED),
        )
        for name, company in _PEOPLE
    )


def a_course(title: str = "Azure for developers", *, ended: int = 0, **fields: object) -> Course:
    made = NOW - days(ended + 1)
    fields.setdefault("attendees", attendees())
    return Course(
        id=new_id(made),
        created=utc(made),
        title=title,
        topic="Azure",
        first_day=TODAY - days(ended + 1),
        last_day=TODAY - days(ended),
        speaker="Priyanka Rao",
        host="Priyanka Rao",
        coffee_place="at the Blue Cup",
        **fields,  # type: ignore[arg-type]
    )


def drawn_from(course: Course, *, seed: int = 4711, number: int = 4) -> tuple[Course, Draw]:
    """Return a course and its draw, made the day after, with a client id for each drawn."""
    at = datetime.combine(course.last_day + days(1), NOW.timetz())
    made = draw(course, seed=seed, number=number, now=at)
    picks = tuple(replace(pick, client_id=_client_id(course, pick.name)) for pick in made.picks)
    ids = {pick.name: pick.client_id for pick in picks}
    linked = tuple(replace(each, client_id=ids.get(each.name, "")) for each in course.attendees)
    return replace(course, attendees=linked), replace(made, picks=picks)


def _client_id(course: Course, name: str) -> str:
    return f"{course.id[:18]}{name.replace(' ', '').lower()[:8]:0<8}"


def clients_of(course: Course) -> list[Client]:
    return [
        a_client(
            each.company,
            id=each.client_id,
            people=(Person(name=each.name, emails=(each.email,), phones=("+61 2 5550 0101",)),),
        )
        for each in course.attendees
        if each.client_id
    ]


def reviewed() -> tuple[Record, ...]:
    """Return a course of seven weeks ago, its draw of four and the three coffees that were had."""
    course, made = drawn_from(a_course("Azure in two days", ended=49))
    records: list[Record] = []
    for at, pick in enumerate(made.picks[:3]):
        day = NOW - timedelta(days=35 - at)
        made = settled(made, pick.client_id, CoffeeEnd.HAD, day.date(), person=pick.name)
        rating, better, know, used, note = _ANSWERS[at]
        records.append(
            Interaction(
                id=new_id(day),
                created=utc(day),
                client_id=pick.client_id,
                kind=InteractionKind.COFFEE,
                at=utc(day),
                person=pick.name,
                outcome=Outcome.REACHED,
                playbook="retro-coffee",
                course_id=course.id,
                notes=(NoteLine(at=utc(day), text=note),),
                answers=(
                    Answer(question="what-they-thought", text=f"good, says {pick.name.split()[0]}"),
                    Answer(question="rating", text=rating),
                    Answer(question="better", text=better),
                    Answer(question="used-since", text=used),
                    Answer(question="still-to-know", text=know),
                    Answer(question="some-help", text="no"),
                ),
            )
        )
    last = made.picks[3]
    made = settled(made, last.client_id, CoffeeEnd.DECLINED, TODAY - days(30), why="moved away")
    return (*clients_of(course), course, made, *records)


def under_way() -> tuple[Record, ...]:
    """Return a course of twelve days ago, of which nobody was asked yet."""
    course, made = drawn_from(a_course(ended=12, attendees=attendees(opted_out="Gia Luna")))
    return (*clients_of(course), course, made)


def course_story() -> tuple[Record, ...]:
    """Return all of it."""
    return (*reviewed(), *under_way(), a_course("Data pipelines", ended=2))
