"""The draw: some attendees of a course, picked at random for a coffee, so that it can be repeated.

The same course, seed and number give the same picks on every machine: `random.Random(seed)` with
`shuffle` is Python's Mersenne twister, whose sequence for a seed is kept across versions only for
`random()`; so the order is taken from that method alone.
"""

from __future__ import annotations

import random
from collections.abc import Collection
from datetime import datetime, timedelta

from followup_tui.domain.course import Attendance, Attendee, Course, Draw, LeftOut, Pick
from followup_tui.domain.record import Invalid, new_id
from followup_tui.domain.text import fold

COFFEE_AFTER = 14
"""Days after the course around which the coffees are had (the playbooks' page: two weeks)."""

_WHY = {
    Attendance.ABSENT: "did not attend",
    Attendance.REFUNDED: "was refunded",
    Attendance.OPTED_OUT: "opted out",
}


def draw(
    course: Course,
    *,
    seed: int,
    number: int = 5,
    called_lately: Collection[str],
    now: datetime,
) -> Draw:
    """Return the draw of `number` attendees, with who was left out and why.

    `called_lately` holds the ids of clients called in the last weeks. With fewer in the pool than
    `number` all of them are drawn. Raises `Invalid` for a number below one.
    """
    if number < 1:
        raise Invalid("number", "must be at least one")
    pool: list[Attendee] = []
    left_out: list[LeftOut] = []
    seen: set[str] = set()
    for attendee in course.attendees:
        why = _why_not(attendee, called_lately, seen)
        seen.add(_identity(attendee))
        if why:
            left_out.append(LeftOut(name=attendee.name, why=why))
        else:
            pool.append(attendee)
    # In the order of their names: how an import happened to list them changes nothing.
    pool.sort(key=_by_name)
    return Draw(
        id=new_id(now),
        created=now,
        course_id=course.id,
        seed=seed,
        pool=tuple(each.name for each in pool),
        left_out=tuple(left_out),
        picks=tuple(_pick(pool[index]) for index in shuffled(len(pool), seed)[:number]),
        coffee_day=course.last_day + timedelta(days=COFFEE_AFTER),
    )


def replace(
    draw: Draw, client_id: str, *, course: Course, called_lately: Collection[str] = ()
) -> Draw:
    """Return the draw with somebody else from its pool in place of the pick `client_id`.

    The next in the drawn order, who was not picked yet, stands in; the one replaced stays on
    record as settled. Raises `Invalid` when `client_id` was not drawn or is settled, and when
    nobody is left in the pool.
    """
    current = next((p for p in draw.picks if p.client_id == client_id and not p.settled), None)
    if current is None:
        raise Invalid("client_id", "was not drawn, or has been settled")
    taken = {(pick.client_id, pick.name) for pick in draw.picks}
    pool = _in_pool(draw, course)
    for index in shuffled(len(pool), draw.seed):
        attendee = pool[index]
        if attendee is None or attendee.client_id in called_lately:
            continue
        if (attendee.client_id, attendee.name) not in taken:
            picks = tuple(_settled(pick) if pick is current else pick for pick in draw.picks)
            return _with_picks(draw, (*picks, _pick(attendee, replaces=current.name)))
    raise Invalid("pool", "has nobody left to stand in")


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


def _by_name(attendee: Attendee) -> tuple[str, str, str]:
    return fold(attendee.name), attendee.client_id, attendee.email


def _in_pool(draw: Draw, course: Course) -> list[Attendee | None]:
    """Return who stands at each place of the pool; None where they have left the course since."""
    left = sorted(course.attendees, key=_by_name)
    pool: list[Attendee | None] = []
    for name in draw.pool:
        found = next((attendee for attendee in left if attendee.name == name), None)
        if found is not None:
            left.remove(found)
        pool.append(found)
    return pool


def _why_not(attendee: Attendee, called_lately: Collection[str], seen: Collection[str]) -> str:
    """Return why somebody is not in the pool; empty when they are."""
    if attendee.attendance is not Attendance.ATTENDED:
        return _WHY[attendee.attendance]
    if attendee.client_id and attendee.client_id in called_lately:
        return "was called in the last weeks"
    return "is on the list twice" if _identity(attendee) in seen else ""


def _identity(attendee: Attendee) -> str:
    return attendee.client_id or f"{fold(attendee.name)} {fold(attendee.email)}"


def _pick(attendee: Attendee, *, replaces: str = "") -> Pick:
    return Pick(client_id=attendee.client_id, name=attendee.name, replaces=replaces)


def _settled(pick: Pick) -> Pick:
    return Pick(client_id=pick.client_id, name=pick.name, replaces=pick.replaces, settled=True)


def _with_picks(draw: Draw, picks: tuple[Pick, ...]) -> Draw:
    return Draw(
        id=draw.id,
        created=draw.created,
        course_id=draw.course_id,
        seed=draw.seed,
        pool=draw.pool,
        left_out=draw.left_out,
        picks=picks,
        coffee_day=draw.coffee_day,
    )
