"""Days of the calendar as they are written: “1 Dec”, “3.12.”, “2026-12-01”, “mid Jan”, “the 15th”.

Texts come in folded (`text.fold`). A form that does not match says None; one that matches and
names no day, or may be two, raises `NoDay` with the reason.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

NO_DAY = "is no day"
TWO_DAYS = "may be two days: write it like 5 Dec"
TOO_VAGUE = "names no day"

WEEKDAY_NAME = (
    r"(?P<weekday>mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday)\.?"
)
MONTH_NAME = (
    r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|"
    r"april|june|july|august|september|october|november|december)\.?"
)
_DAY_NUMBER = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?"
_YEAR = r"(?:,?\s*(?P<year>\d{4}))?"
_IN_FRONT = rf"(?:{WEEKDAY_NAME},?\s+(?:the\s+)?)?"

_PART_OF = re.compile(
    r"(?:the\s+)?(?P<part>beginning\s+of|start\s+of|early|mid|middle\s+of|end\s+of)[\s-]+"
    r"(?:the\s+|this\s+)?"
    rf"(?:(?P<this>month)|(?P<next>next\s+month)|(?P<unit>year|quarter|q[1-4])|{MONTH_NAME}){_YEAR}"
)
_ISO = re.compile(rf"{_IN_FRONT}(?P<year>\d{{4}})-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}})")
_DAY_MONTH = re.compile(rf"{_IN_FRONT}{_DAY_NUMBER}[\s-]*(?:of\s+)?{MONTH_NAME}{_YEAR}")
_MONTH_DAY = re.compile(rf"{_IN_FRONT}{MONTH_NAME}\s+(?:the\s+)?{_DAY_NUMBER}{_YEAR}")
_DOTTED = re.compile(
    rf"{_IN_FRONT}(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})(?:\.\s?(?P<year>\d{{4}}|\d\d)|\.?)"
)
_SLASHED = re.compile(
    rf"{_IN_FRONT}(?P<one>\d{{1,2}})[/-](?P<other>\d{{1,2}})(?:[/-](?P<year>\d{{4}}|\d\d))?"
)
_OF_MONTH = re.compile(
    rf"{_IN_FRONT}(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)"
    r"(?:\s+of\s+(?P<month>(?:this|the|next)\s+month))?"
)
_NUMBERED_WEEK = re.compile(r"(?:kw|cw|(?:calendar\s+)?week)\s*(?P<week>\d{1,2})")


class NoDay(ValueError):
    """Words that have the form of a day and name none: `why` follows them in a sentence."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def working_days_on(day: date, number: int) -> date:
    """Return the day `number` working days after `day`: Saturdays and Sundays do not count."""
    while number > 0:
        day += timedelta(days=1)
        if day.weekday() < 5:
            number -= 1
    return day


def months_on(day: date, months: int) -> date:
    """Return the same day of a later month, or its last where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_of(month: date) -> date:
    """Return the last day of the month that `month` is in."""
    return month.replace(day=monthrange(month.year, month.month)[1])


def part_of(text: str, today: date) -> date | None:
    """Return the first, the fifteenth or the last day of a month; the last of a quarter or year."""
    found = _PART_OF.fullmatch(text)
    if found is None:
        return None
    part = found["part"][:3]
    if found["unit"]:
        return _end_of(found["unit"], today) if part == "end" else None
    first = today.replace(day=1)
    if found["next"]:
        first = months_on(first, 1)
    elif found["month"]:
        month = MONTHS.index(found["month"][:3]) + 1
        first = months_on(first, (month - today.month) % 12)
        if found["year"]:
            first = date(int(found["year"]), month, 1)
    day = last_of(first) if part == "end" else first.replace(day=15 if part == "mid" else 1)
    return day if day >= today or found["year"] or found["this"] else months_on(day, 12)


def _end_of(unit: str, today: date) -> date:
    if unit == "year":
        return date(today.year, 12, 31)
    month = 3 * int(unit[1]) if unit[0:2] != "qu" else -(-today.month // 3) * 3
    year = today.year + (month < today.month)
    return last_of(date(year, month, 1))


def calendar_day(text: str, today: date) -> date | None:
    """Return a day written by its number and its month."""
    for form in (_ISO, _DAY_MONTH, _MONTH_DAY, _DOTTED):
        found = form.fullmatch(text)
        if found is not None:
            name = found["month"]
            month = int(name) if name.isdigit() else MONTHS.index(name[:3]) + 1
            return with_year(found["year"], month, int(found["day"]), today)
    return None


def with_year(year: str | None, month: int, day: int, today: date) -> date:
    """Return a day of a year; without one the next that is not past, today among them."""
    if year is not None:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    # 29 Feb has its year only every four, and may have to wait eight (1896 to 1904).
    for each in range(today.year, today.year + 9):
        if 1 <= month <= 12 and 1 <= day <= monthrange(each, month)[1]:
            found = date(each, month, day)
            if found >= today:
                return found
    raise NoDay(NO_DAY)


def slashed(text: str, today: date) -> date | None:
    """Return the day of ``25/12/2026`` or ``25/12``; raises `NoDay` where it could be either."""
    found = _SLASHED.fullmatch(text)
    if found is None:
        return None
    one, other, year = int(found["one"]), int(found["other"]), found["year"]
    if one <= 12 and other <= 12 and one != other:
        raise NoDay(TWO_DAYS)
    day, month = (one, other) if other <= 12 else (other, one)
    return with_year(year, month, day, today)


def of_month(text: str, today: date) -> date | None:
    """Return the day of “the 15th”: the next to come with that number."""
    found = _OF_MONTH.fullmatch(text)
    if found is None:
        return None
    day, first = int(found["day"]), today.replace(day=1)
    if found["month"]:
        return (months_on(first, 1) if "next" in found["month"] else first).replace(day=day)
    for months in range(12):
        month = months_on(first, months)
        if 1 <= day <= monthrange(month.year, month.month)[1] and month.replace(day=day) >= today:
            return month.replace(day=day)
    raise NoDay(NO_DAY)


def numbered_week(text: str, today: date) -> date | None:
    """Return the Monday of a week by its number (ISO 8601), this year's or the next's."""
    found = _NUMBERED_WEEK.fullmatch(text)
    if found is None:
        return None
    week = int(found["week"])
    monday = date.fromisocalendar(today.isocalendar().year, week, 1)
    if monday + timedelta(days=6) < today:
        monday = date.fromisocalendar(today.isocalendar().year + 1, week, 1)
    return monday


def names_no_year(text: str) -> bool:
    """Say whether a text names a day and a month, and no year."""
    found = _DAY_MONTH.fullmatch(text) or _MONTH_DAY.fullmatch(text) or _DOTTED.fullmatch(text)
    return found is not None and found["year"] is None


def weekday_in(text: str) -> int | None:
    """Return the weekday (Monday 0) that stands before a date of the calendar, if one does."""
    for form in (_ISO, _DAY_MONTH, _MONTH_DAY, _DOTTED, _SLASHED, _OF_MONTH):
        found = form.fullmatch(text)
        if found is not None:
            return WEEKDAYS.index(found["weekday"][:3]) if found["weekday"] else None
    return None
