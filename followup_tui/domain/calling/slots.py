"""Two times to choose from: slots for a next call, coffee or meeting, in the hours of both sides.

Two slots differ in their day and in their half of the day, so that whoever cannot come to the
one may well come to the other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import UTC, date, datetime, time, timedelta

from followup_tui.domain.calling.whereabouts import Whereabouts
from followup_tui.domain.promise import StepKind

LEAST_NOTICE = timedelta(hours=18)
"""How far ahead the first slot is: an invitation for tomorrow morning is sent today."""
DAYS_TRIED = 60
"""Days after the first one within which slots are looked for: the longest summer holiday."""
WAKING = (7 * 60, 21 * 60)
"""Minutes of the day in which the user may be asked to work, where office hours do not meet: half
the world is more than eight hours away."""
_MORNING = (10 * 60, 9 * 60 + 30, 11 * 60, 9 * 60, 8 * 60)
_AFTERNOON = (14 * 60, 15 * 60, 13 * 60 + 30, 16 * 60, 16 * 60 + 30)

LENGTHS: dict[StepKind, timedelta] = {
    StepKind.CALL: timedelta(minutes=30),
    StepKind.CALL_BACK: timedelta(minutes=30),
    StepKind.COFFEE: timedelta(minutes=30),
    StepKind.MEETING: timedelta(hours=1),
    StepKind.BOOKING: timedelta(days=1),
}
"""How long each is in the calendar. A coffee is “some 20 minutes” and the way there."""

LEADS: dict[StepKind, int] = {
    StepKind.CALL: 2,
    StepKind.CALL_BACK: 1,
    StepKind.COFFEE: 5,
    StepKind.MEETING: 5,
    StepKind.BOOKING: 30,
}
"""Days ahead from which each is proposed; a booking is pencilled in about a month ahead."""


def propose(
    kind: StepKind,
    *,
    now: datetime,
    theirs: Whereabouts,
    ours: Whereabouts,
    after: date | None = None,
    taken: Collection[datetime] = (),
    number: int = 2,
) -> tuple[datetime, ...]:
    """Return up to `number` slots in their zone, the earliest first; never one that is past.

    They lie on working days of both, from the day `after` (theirs; None: as `LEADS` has it) on,
    in the office hours of both, or where those do not meet in theirs and while we are awake; none
    overlaps a moment that is `taken`. Fewer, or none, where there is no such time within
    `DAYS_TRIED` days. A booking is a whole day: its slot is the midnight that begins it.
    """
    first = after or now.astimezone(theirs.zone).date() + timedelta(days=LEADS[kind])
    earliest = now.astimezone(UTC) + LEAST_NOTICE
    for waking in (False, True):
        found: list[datetime] = []
        for day in _days(first, theirs, ours):
            slot = _slot(kind, day, found, earliest, theirs, ours, taken, waking=waking)
            if slot is not None:
                found.append(slot)
            if len(found) == number:
                return tuple(found)
        if found:
            return tuple(found)
    return ()


def _days(first: date, theirs: Whereabouts, ours: Whereabouts) -> Iterator[date]:
    """Yield the working days of both."""
    for ahead in range(DAYS_TRIED):
        try:
            day = first + timedelta(days=ahead)
        except OverflowError:
            return
        if not theirs.is_off(day) and not ours.is_off(day):
            yield day


def _slot(
    kind: StepKind,
    day: date,
    before: list[datetime],
    earliest: datetime,
    theirs: Whereabouts,
    ours: Whereabouts,
    taken: Collection[datetime],
    *,
    waking: bool,
) -> datetime | None:
    """Return the slot of one day: in the other half of it than the slot before."""
    if kind is StepKind.BOOKING:
        midnight = datetime.combine(day, time(), theirs.zone)
        return midnight if midnight.astimezone(UTC) > earliest else None
    morning = not before or before[-1].hour >= 12
    hours = (*_MORNING, *_AFTERNOON) if morning else (*_AFTERNOON, *_MORNING)
    for minutes in hours:
        # By way of UTC: an hour that a change of clocks skips is not to be proposed as it is.
        wall = datetime.combine(day, time(minutes // 60, minutes % 60), theirs.zone)
        at = wall.astimezone(UTC).astimezone(theirs.zone)
        if (
            at.astimezone(UTC) > earliest
            and _suits(at, kind, theirs, ours, waking=waking)
            and not any(_overlap(at, other, LENGTHS[kind]) for other in taken)
            and all(at.time() != other.time() for other in before)
        ):
            return at
    return None


def _suits(
    at: datetime, kind: StepKind, theirs: Whereabouts, ours: Whereabouts, *, waking: bool
) -> bool:
    here = at.astimezone(ours.zone)
    length = LENGTHS[kind]
    if not _within(at, length, *_minutes(theirs)):
        return False
    if ours.is_off(here.date()):
        return False
    return _within(here, length, *(WAKING if waking else _minutes(ours)))


def _minutes(place: Whereabouts) -> tuple[int, int]:
    opens, closes = place.hours.opens, place.hours.closes
    return opens.hour * 60 + opens.minute, closes.hour * 60 + closes.minute


def _within(at: datetime, length: timedelta, opens: int, closes: int) -> bool:
    begins = at.hour * 60 + at.minute
    return opens <= begins and begins + length // timedelta(minutes=1) <= closes


def _overlap(one: datetime, other: datetime, length: timedelta) -> bool:
    """Say whether a meeting that begins at `one` runs into another that begins at `other`."""
    return abs(one.astimezone(UTC) - other.astimezone(UTC)) < length
