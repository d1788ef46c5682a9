"""Office hours: on which days of the week, and from when to when, somebody may well be called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time

from followup_tui.domain.record import Invalid

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_WORKING_WEEK = frozenset(range(5))
_WRITTEN = re.compile(
    r"(?:(?P<days>[a-z]{3,9}(?:\s*[-–,]\s*[a-z]{3,9})*)\s+)?"  # noqa: RUF001 - typed as a dash
    r"(?P<opens>\d{1,2}:\d{2})\s*[-–]\s*(?P<closes>\d{1,2}:\d{2})",  # noqa: RUF001
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """One span of hours, the same on each working day, in the time of wherever the office is."""

    opens: time = time(9)
    closes: time = time(17)
    days: frozenset[int] = _WORKING_WEEK
    """Working days, as `date.weekday` counts: 0 is Monday."""

    def is_workday(self, day: date) -> bool:
        """Say whether it is a working day of the week; of holidays nothing is known here."""
        return day.weekday() in self.days

    def holds(self, local: datetime) -> bool:
        """Say whether the office is open at a moment that is told in its own time."""
        return self.is_workday(local) and self.opens <= local.time() < self.closes


def read(field: str, text: str) -> OfficeHours:
    """Return the hours that are written as ``Mon-Fri 09:00-17:00``, or ``09:00-17:00``.

    Days may also be listed (``Mon,Tue,Thu``); without days they are Monday to Friday. Raises
    `Invalid` in the name of `field`.
    """
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        raise Invalid(field, f"“{text}” is not understood; write it like Mon-Fri 09:00-17:00")
    opens, closes = _time(field, found["opens"]), _time(field, found["closes"])
    if closes <= opens:
        raise Invalid(field, "must close after it opens, on the same day")
    return OfficeHours(opens, closes, _days(field, found["days"]))


def _time(field: str, words: str) -> time:
    hour, minute = (int(part) for part in words.split(":"))
    try:
        return time(hour, minute)
    except ValueError:
        raise Invalid(field, f"{words} is no time of the day") from None


def _days(field: str, words: str | None) -> frozenset[int]:
    if not words:
        return _WORKING_WEEK
    days: set[int] = set()
    for part in words.replace("–", "-").split(","):  # noqa: RUF001 - typed as a dash
        first, _, last = (name.strip() for name in part.partition("-"))
        begin, end = _day(field, first), _day(field, last or first)
        days.update((begin + ahead) % 7 for ahead in range((end - begin) % 7 + 1))
    return frozenset(days)


def _day(field: str, name: str) -> int:
    short = name[:3].capitalize()
    if short not in DAYS:
        raise Invalid(field, f"“{name}” is no day of the week; write it like Mon or Fri")
    return DAYS.index(short)


_SPAN = re.compile(r"(?P<first>\d{4}-\d{2}-\d{2})(?:\s*(?:to|-|–)\s*(?P<last>\d{4}-\d{2}-\d{2}))?")  # noqa: RUF001
LONGEST_AWAY = 366
"""Days of one span in which somebody is away; more is a slip of the pen."""


def read_days_off(field: str, text: str) -> tuple[date, ...]:
    """Return the days of ``2026-12-24 to 2027-01-03``, or of one day.

    Raises `Invalid` in the name of `field`.
    """
    found = _SPAN.fullmatch(text.strip())
    try:
        if found is None:
            raise ValueError(text)
        first = date.fromisoformat(found["first"])
        last = date.fromisoformat(found["last"] or found["first"])
    except ValueError:
        words = f"“{text}” is not understood; write it like 2026-12-24 to 2027-01-03"
        raise Invalid(field, words) from None
    number = (last - first).days + 1
    if not 1 <= number <= LONGEST_AWAY:
        raise Invalid(field, f"“{text}” must end after it begins, within a year")
    return tuple(date.fromordinal(first.toordinal() + each) for each in range(number))
