"""Days counted from the day the sample desk is opened, and the placeholders that hold them.

The sample desk and its sites must be interesting on any day, so nothing in them carries a date:
a date is a number of days from the day of opening. Office life leaves weekends alone, so what
happened is moved back to the Friday, and what is to come forward to the Monday; today is today.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_PLACEHOLDER = re.compile(
    r"\{\{(?P<base>day|mon|tue|wed|thu|fri|sat|sun)(?P<days>[+-]\d{1,4})?"
    r"(?: (?P<at>\d\d:\d\d))?(?: (?P<zone>[A-Za-z_]+(?:/[A-Za-z_]+)+))?:(?P<form>[^{}]+)\}\}"
)


def shift(day: date, days: int, weekday: str = "") -> date:
    """Return the day that lies `days` after `day`, on a working day.

    With a `weekday` (``mon`` … ``sun``) it is the first such day from there on. Without one, a
    day in the past that falls on a weekend becomes the Friday before it, a coming one the Monday
    after; `day` itself stays. The order of days is kept.
    """
    there = day + timedelta(days=days)
    if weekday:
        return there + timedelta(days=(WEEKDAYS.index(weekday) - there.weekday()) % 7)
    over = there.weekday() - 4  # days past Friday
    if over <= 0 or days == 0:
        return there
    return there - timedelta(days=over) if days < 0 else there + timedelta(days=3 - over)


def fill(text: str, day: date) -> str:
    """Return `text` with its placeholders replaced by dates counted from `day`.

    A placeholder names a day, its form, and where it matters an hour and a zone:
    ``{{day+12:%d.%m.%Y}}`` is the twelfth day from here, ``{{wed+4:%Y%m%d}}`` the first Wednesday
    from the fourth, and ``{{wed+4 18:00 Australia/Sydney:iso}}`` a moment in ISO 8601. Forms are
    those of `strftime`, and ``iso``.
    """
    return _PLACEHOLDER.sub(lambda found: _written(found, day), text)


def _written(found: re.Match[str], day: date) -> str:
    """Return what one placeholder stands for."""
    there = day + timedelta(days=int(found["days"] or 0))
    if found["base"] != "day":
        there = shift(day, int(found["days"] or 0), found["base"])
    zone = ZoneInfo(found["zone"]) if found["zone"] else None
    moment = datetime.combine(there, time.fromisoformat(found["at"] or "00:00"), tzinfo=zone)
    if found["form"] == "iso":
        return moment.isoformat() if found["at"] else there.isoformat()
    return moment.strftime(found["form"])
