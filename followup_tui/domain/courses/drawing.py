"""The draw: some attendees of a course, picked at random for a coffee, so that it can be repeated.

The same pool, seed and number give the same picks on every machine: `random.Random(seed)` with
`shuffle` is Python's Mersenne twister, whose sequence for a seed is kept across versions only for
`random()`; so the order is taken from that method alone.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from msgspec.structs import replace as with_fields

from followup_tui.domain.course import (
    MOST_COFFEES,
    Attendance,
    Attendee,
    CoffeeEnd,
    Course,
    Draw,
    LeftOut,
    Pick,
)
from followup_tui.domain.courses.coffees import coffee_day
from followup_tui.domain.courses.people import Known, by_name
from followup_tui.domain.record import Invalid, new_id, utc
from followup_tui.domain.text import fold

_WHY = {
    Attendance.ABSENT: "did not attend",
    Attendance.REFUNDED: "was refunded",
    Attendance.OPTED_OUT: "opted out",
}

WhyNot = Callable[[Attendee], str]
"""Says why an attendee is to be left alone, as a clause; empty where nothing speaks against it."""


@dataclass(frozen=True, slots=True)
class Pool:
    """Who can be drawn, in the order in which they go in, and who cannot and why."""

    people: tuple[Attendee, ...]
    left_out: tuple[LeftOut, ...]


def nothing_against(_: Attendee) -> str:
    """Leave nobody alone: the rule where nothing else is known of them."""
    return ""


def pool_of(course: Course, why_not: WhyNot = nothing_against) -> Pool:
    """Return the pool of a course: each attendee is in it, or left out with a reason."""
    people: list[Attendee] = []
    left_out: list[LeftOut] = []
    seen = Known()
    for attendee in course.attendees:
        why = _WHY.get(attendee.attendance, "") or why_not(attendee)
        if not why and seen.place(attendee) is not None:
            why = "is on the list twice"
        if why:
            left_out.append(LeftOut(name=attendee.name, why=why))
        else:
            seen.add(attendee)
            people.append(attendee)
    # In the order of their names: how an import happened to list them changes nothing.
    return Pool(tuple(sorted(people, key=by_name)), tuple(left_out))


def draw(
    course: Course,
    *,
    seed: int,
    now: datetime,
    number: int = 0,
    why_not: WhyNot = nothing_against,
    days_off: Collection[date] = (),
) -> Draw:
    """Return the draw of `number` attendees (0: as the course has it), with who was left out.

    With fewer in the pool than `number` all of them are drawn. `days_off` are public holidays, on
    which no coffee is had. Raises `Invalid` for a number that is none and for an empty pool.
    """
    number = number or course.coffees
    if not 1 <= number <= MOST_COFFEES:
        raise Invalid("number", f"must be between 1 and {MOST_COFFEES}")
    pool = pool_of(course, why_not)
    drawn = (pool.people[index] for index in shuffled(len(pool.people), seed)[:number])
    return Draw(
        id=new_id(now),
        created=utc(now),
        course_id=course.id,
        seed=seed,
        number=number,
        pool=tuple(each.name for each in pool.people),
        left_out=pool.left_out,
        picks=tuple(_pick(each) for each in drawn),
        coffee_day=coffee_day(course.last_day, days_off=days_off),
    )


def order_of(record: Draw) -> tuple[str, ...]:
    """Return the names of a draw's pool in the order in which its seed draws them."""
    return tuple(record.pool[index] for index in shuffled(len(record.pool), record.seed))


def comes_out_again(record: Draw) -> bool:
    """Say whether the seed gives the picks that are on record, those who stood in left aside."""
    first = [pick.name for pick in record.picks if not pick.replaces]
    return list(order_of(record)[: len(first)]) == first


def stand_ins(record: Draw, course: Course, why_not: WhyNot = nothing_against) -> list[Attendee]:
    """Return who can stand in for somebody, in the drawn order: the first of them would."""
    pool = _in_pool(record, course)
    taken = {at for at in (_place_of(pick, pool) for pick in record.picks) if at is not None}
    found: list[Attendee] = []
    for index in shuffled(len(pool), record.seed):
        attendee = pool[index]
        if attendee is None or index in taken:
            continue
        if attendee.attendance is Attendance.ATTENDED and not why_not(attendee):
            found.append(attendee)
    return found


def replace(
    record: Draw,
    pick: Pick,
    *,
    course: Course,
    why_not: WhyNot = nothing_against,
    end: CoffeeEnd = CoffeeEnd.MISSED,
    why: str = "",
    day: date,
) -> Draw:
    """Return the draw with somebody else from its pool in place of `pick`.

    The next in the drawn order, who was not picked yet and is not to be left alone, stands in; the
    one replaced stays on record as settled. Raises `Invalid` when `pick` was not drawn or has had
    the coffee, when somebody stands in already, and when nobody is left in the pool.
    """
    if pick not in record.picks or pick.end is CoffeeEnd.HAD:
        raise Invalid("name", "was not drawn, or has had the coffee")
    if any(fold(other.replaces) == fold(pick.name) for other in record.picks):
        raise Invalid("name", f"is replaced already: somebody stands in for {pick.name}")
    others = stand_ins(record, course, why_not)
    if not others:
        raise Invalid("pool", "has nobody left to stand in")
    gone = pick if pick.settled else with_fields(pick, settled=True, end=end, ended=day, why=why)
    picks = tuple(gone if each is pick or each == pick else each for each in record.picks)
    return with_fields(record, picks=(*picks, _pick(others[0], replaces=pick.name)))


def shuffled(number: int, seed: int) -> list[int]:
    """Return 0 … number - 1 in an order that follows from `seed` alone.

    A Fisher-Yates shuffle (Knuth, The Art of Computer Programming, volume 2, algorithm P).
    """
    source = random.Random(seed)
    order = list(range(number))
    for last in range(number - 1, 0, -1):
        other = int(source.random() * (last + 1))
        order[last], order[other] = order[other], order[last]
    return order


def _in_pool(record: Draw, course: Course) -> list[Attendee | None]:
    """Return who stands at each place of the pool; None where they have left the course since."""
    left = sorted(course.attendees, key=by_name)
    pool: list[Attendee | None] = []
    for name in record.pool:
        found = next((attendee for attendee in left if attendee.name == name), None)
        if found is not None:
            left.remove(found)
        pool.append(found)
    return pool


def _place_of(pick: Pick, pool: Sequence[Attendee | None]) -> int | None:
    """Return where in the pool a pick stands; None where they have left the course."""
    named = [at for at, each in enumerate(pool) if each is not None and each.name == pick.name]
    theirs = [at for at in named if (each := pool[at]) and each.client_id == pick.client_id]
    return next(iter([*theirs, *named]), None)


def _pick(attendee: Attendee, *, replaces: str = "") -> Pick:
    return Pick(client_id=attendee.client_id, name=attendee.name, replaces=replaces)
