"""schema.org's Schedule: the days on which something recurs, worked out for the coming year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice

from followup_tui.web.jsonld import Json, Node, text
from followup_tui.web.moments import Moment, known_zone, read_clock, read_moment

HORIZON = timedelta(days=400)
"""How far ahead what recurs is worked out: a yearly day shows once."""
_MOST = 60  # occurrences of one schedule
_MOST_DAYS = 5000  # that are looked at for one schedule
_PERIOD = re.compile(r"P(?:(\d{1,2})D)?(?:(\d{1,2})W)?(?:(\d{1,2})M)?(?:(\d{1,2})Y)?$")
_UNITS = ("day", "week", "month", "year")
_WORDS = {
    "daily": ("day", 1), "weekly": ("week", 1), "biweekly": ("week", 2), "fortnightly": ("week", 2),
    "monthly": ("month", 1), "yearly": ("year", 1), "annually": ("year", 1),
}  # fmt: skip
_DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
_DAY = re.compile(
    r"(-?[1-5])?(mo|tu|we|th|fr|sa|su)(?:day|sday|nesday|rsday|urday|nday|iday|onday)?$"
)
_DURATION = re.compile(
    r"P(?:(\d{1,3})W)?(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:\d{1,6}S)?)?$",
    re.IGNORECASE,
)


def read_duration(written: str) -> timedelta | None:
    """Return the time that ``PT1H30M`` or ``P3D`` means; None where it means none."""
    found = _DURATION.match(written.strip()[:40])
    if found is None:
        return None
    weeks, days, hours, minutes = (int(part or 0) for part in found.groups())
    lasting = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes)
    return lasting if timedelta(0) < lasting <= timedelta(days=366) else None


@dataclass(frozen=True, slots=True)
class _Rule:
    """On which days something takes place."""

    begin: date
    unit: str
    every: int
    weekdays: frozenset[tuple[int, int]]
    """(0 for each, or which of the month; 0 for Monday)."""
    month_days: frozenset[int]
    months: frozenset[int]

    def takes(self, day: date) -> bool:
        """Say whether a day is one of them."""
        if self.months and day.month not in self.months:
            return False
        if self.unit == "day":
            return (day - self.begin).days % self.every == 0 and self._is_weekday(day, day)
        if self.unit == "week":
            weeks = (_monday(day) - _monday(self.begin)).days // 7
            return weeks % self.every == 0 and self._is_weekday(day, self.begin)
        if self.unit == "month":
            months = (day.year - self.begin.year) * 12 + day.month - self.begin.month
            return months % self.every == 0 and self._is_day_of_month(day)
        month = bool(self.months) or day.month == self.begin.month
        return (
            month and (day.year - self.begin.year) % self.every == 0 and self._is_day_of_month(day)
        )

    def _is_weekday(self, day: date, usual: date) -> bool:
        if not self.weekdays:
            return day.weekday() == usual.weekday()
        after = (day + timedelta(days=7)).month != day.month
        numbers = {0, (day.day - 1) // 7 + 1, *([-1] if after else [])}
        return any((number, day.weekday()) in self.weekdays for number in numbers)

    def _is_day_of_month(self, day: date) -> bool:
        if self.weekdays:
            return self._is_weekday(day, day)
        return day.day in self.month_days if self.month_days else day.day == self.begin.day


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _frequency(written: str) -> tuple[str, int] | None:
    """Return the unit and the number of them that ``P1W`` or ``weekly`` means."""
    known = _WORDS.get(written.rsplit("/", 1)[-1].lower())
    found = _PERIOD.match(written.upper())
    if known is not None or found is None:
        return known
    for unit, number in zip(_UNITS, found.groups(), strict=True):
        if number and int(number) > 0:
            return unit, int(number)
    return None


def _listed(value: Json) -> list[str]:
    listed = value if isinstance(value, list) else [value]
    return [said for said in (text(one) for one in listed[:60]) if said]


def _weekdays(value: Json) -> frozenset[tuple[int, int]]:
    names = [re.split(r"[/#:]", said)[-1].lower() for said in _listed(value)]
    found = [_DAY.match(name) for name in names]
    return frozenset((int(one[1] or 0), _DAYS.index(one[2])) for one in found if one is not None)


def _numbers(value: Json, most: int) -> frozenset[int]:
    said = [int(number[:5]) for number in _listed(value) if number.isdecimal()]
    return frozenset(number for number in said if 1 <= number <= most)


def _days(schedule: Node, begin: date, now: datetime) -> Iterator[date]:
    """Give the coming days of a schedule, in order."""
    period = _frequency(text(schedule.get("repeatFrequency")))
    if period is None:
        return
    rule = _Rule(
        begin,
        *period,
        _weekdays(schedule.get("byDay")),
        _numbers(schedule.get("byMonthDay"), 31),
        _numbers(schedule.get("byMonth"), 12),
    )
    counts = _numbers(schedule.get("repeatCount"), _MOST_DAYS)
    left = min(counts) if counts else _MOST_DAYS
    closes = read_moment(text(schedule.get("endDate")))
    soonest, latest = now.date() - timedelta(days=2), now.date() + HORIZON
    latest = min(latest, closes.day) if closes is not None else latest
    excepted = [read_moment(said) for said in _listed(schedule.get("exceptDate"))]
    dropped = {moment.day for moment in excepted if moment is not None}
    first = begin if counts else max(begin, soonest)  # a count runs from the beginning
    for number in range(min((latest - first).days + 1, _MOST_DAYS)):
        day = first + timedelta(days=number)
        if left and rule.takes(day):
            left -= 1
            if day >= soonest and day not in dropped:
                yield day


def occurrences(schedule: Node, *, now: datetime) -> Iterator[tuple[Moment, Moment | None]]:
    """Give the start and end of each coming time that a Schedule names, the next ones first."""
    begin = read_moment(text(schedule.get("startDate")))
    if begin is None:
        return
    opens = read_clock(text(schedule.get("startTime")))
    closes = read_clock(text(schedule.get("endTime")))
    lasting = read_duration(text(schedule.get("duration")))
    named = text(schedule.get("scheduleTimezone"))
    zone = known_zone(named) if named else None
    for day in islice(_days(schedule, begin.day, now), _MOST):
        if begin.whole_day and opens is None:
            yield Moment(datetime.combine(day, time.min), whole_day=True, zone=None), None
            continue
        at = datetime.combine(day, opens or begin.at.time(), tzinfo=zone or begin.at.tzinfo)
        start = Moment(at, whole_day=False, zone=named if zone is not None else begin.zone)
        yield start, _end(start, closes, lasting)


def _end(start: Moment, closes: time | None, lasting: timedelta | None) -> Moment | None:
    if closes is not None:
        at = start.at.replace(hour=closes.hour, minute=closes.minute)
        later = at if at > start.at else at + timedelta(days=1)
        return Moment(later, whole_day=False, zone=start.zone)
    if lasting is None:
        return None
    return Moment(start.at + lasting, whole_day=False, zone=start.zone)
