"""When to try again somebody who was not reached: another day, at another hour than before.

Whoever did not answer at ten on Tuesday is likely to be in the same meeting at ten on Thursday.
So the office hours are parted in three (morning, afternoon, late), and the next try is in the part
that was tried least, the one tried longest ago first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from followup_tui.domain.calling.office_hours import OfficeHours

BUSY_AGAIN = timedelta(minutes=30)
"""A line that is busy is free again soon: the same person sits beside it."""
_DAYS_TRIED = 40
"""Days within which a free one is looked for: the longest holidays there are, and some more."""
_AWAKE = (time(7), time(21))
"""Between these the user can be asked to call, in their own time."""
_SIXTEENTHS = 16
_HOURS = (2, 10, 15)
"""Where in the office hours each part is tried, in sixteenths: 10:00, 14:00 and 16:30 of nine to
five. Neither the first hour, in which the post is read, nor lunch."""
_ENDS = (6, 13)
"""Where the morning and the afternoon end, likewise: 12:00 and 15:30."""
_ORDER = (0, 2, 1)
"""Of parts that were tried equally often, once some were: morning, late, then the afternoon."""


@dataclass(frozen=True, slots=True)
class Trying:
    """What the hour of the next try goes by."""

    now: datetime
    """With the user's zone."""
    zone: tzinfo
    """Theirs."""
    hours: OfficeHours = field(default_factory=OfficeHours)
    tried: tuple[datetime, ...] = ()
    """The tries in vain since they were last reached, this one with them, in any order."""
    is_off: Callable[[date], bool] = lambda _: False
    """Says whether a day is a public holiday there, or they are to be left in peace on it."""

    def is_free(self, day: date) -> bool:
        """Say whether they can be called on a day."""
        return self.hours.is_workday(day) and not self.is_off(day)


def next_try(day: date, trying: Trying) -> datetime | None:
    """Return the moment of the next try, on `day` (theirs) or the first one after it that is free.

    It is within their office hours, in the part of the day that was tried least, and where that
    can be while the user is awake; always to come. None where no day is free for weeks.
    """
    for ahead in range(_DAYS_TRIED):
        on = day + timedelta(days=ahead)
        if not trying.is_free(on):
            continue
        moments = [(part, _at(on, when, trying)) for part, when in enumerate(_hours(trying.hours))]
        to_come = [(part, at) for part, at in moments if at > trying.now]
        if to_come:
            return min(to_come, key=lambda each: _rank(each[0], each[1], trying))[1]
    return None


def soon(trying: Trying) -> datetime | None:
    """Return the moment in half an hour, to the next five minutes, if their hours allow it."""
    at = trying.now.astimezone(UTC) + BUSY_AGAIN
    over = timedelta(minutes=at.minute % 5, seconds=at.second, microseconds=at.microsecond)
    at = (at if not over else at - over + timedelta(minutes=5)).astimezone(trying.zone)
    return at if trying.hours.holds(at) and trying.is_free(at.date()) else None


def part_of(local: datetime, hours: OfficeHours) -> int:
    """Return in which part of the office hours a moment of their clock is: 0, 1 or 2.

    What is before they open counts as morning, what is after they close as late.
    """
    opens, closes = _minutes(hours.opens), _minutes(hours.closes)
    reached = (_minutes(local.time()) - opens) * _SIXTEENTHS
    return sum(reached >= end * (closes - opens) for end in _ENDS)


def part_words(local: datetime, hours: OfficeHours) -> str:
    """Return the part of the day in a word: ``in the morning``, ``late in the day``."""
    return ("in the morning", "in the afternoon", "late in the day")[part_of(local, hours)]


def _hours(hours: OfficeHours) -> Sequence[time]:
    """Return the hour of each part, to the quarter of an hour before it."""
    opens, closes = _minutes(hours.opens), _minutes(hours.closes)
    found = []
    for sixteenths in _HOURS:
        minute = opens + sixteenths * (closes - opens) // _SIXTEENTHS
        minute = max(minute - minute % 15, opens)
        found.append(time(minute // 60, minute % 60))
    return found


def _at(day: date, when: time, trying: Trying) -> datetime:
    # By way of UTC: an hour that a change of clocks skips is not to be proposed as it is.
    return datetime.combine(day, when, trying.zone).astimezone(UTC).astimezone(trying.zone)


def _rank(part: int, at: datetime, trying: Trying) -> tuple[bool, int, datetime, int]:
    """Return what the parts of a day are ordered by; the least comes first."""
    here = at.astimezone(trying.now.tzinfo).time()
    asleep = not _AWAKE[0] <= here < _AWAKE[1]
    tries = [
        tried
        for tried in trying.tried
        if part_of(tried.astimezone(trying.zone), trying.hours) == part
    ]
    last = max(tries, default=datetime.min.replace(tzinfo=UTC))
    return asleep, len(tries), last, _ORDER.index(part) if trying.tried else part


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute
