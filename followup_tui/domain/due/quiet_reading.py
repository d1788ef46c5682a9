"""Days on which a client is left in peace, as they are typed.

One or several, one a line or with semicolons: “1 Aug to 31 Aug: summer holiday; until 6 Jan;
August; not before 1 March”.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from followup_tui.domain.client import QuietPeriod
from followup_tui.domain.days.calendar_days import MONTH_NAME, MONTHS, last_of
from followup_tui.domain.days.dates import read_day
from followup_tui.domain.due.quiet_days import with_period
from followup_tui.domain.record import Invalid
from followup_tui.domain.text import clean_line

_FIELD = "quiet"
_LEADING = re.compile(r"^(?:(?:not|from|in|during|on|left in peace)\s+)+", re.IGNORECASE)
_BEFORE = re.compile(r"^(?:not\s+)?before\s+(?P<day>.+)$", re.IGNORECASE)
_UNTIL = re.compile(r"^(?:until|till|up to)\s+(?P<day>.+)$", re.IGNORECASE)
_SPAN = re.compile(r"^(?P<first>.+?)\s*(?:\bto\b|\buntil\b|\btill\b|\u2013|\s-\s)\s*(?P<last>.+)$")
_MONTH = re.compile(rf"{MONTH_NAME}(?:\s+(?P<year>\d{{4}}))?", re.IGNORECASE)


def read(typed: str, *, today: date) -> tuple[QuietPeriod, ...]:
    """Return the periods that were typed, the earliest first; raises `Invalid`.

    A day without its year is the next one to come; the last day of a period that one after its
    first.
    """
    found: tuple[QuietPeriod, ...] = ()
    for line in typed.replace(";", "\n").split("\n"):
        if words := clean_line(line):
            found = with_period(found, _period(words, today))
    return found


def _period(words: str, today: date) -> QuietPeriod:
    days, _, why = words.partition(":")
    days, why = clean_line(days), clean_line(why)
    if match := _BEFORE.match(days):
        last = _day(match["day"], today, words) - timedelta(days=1)
        return _made(today, last, why, words)
    if match := _UNTIL.match(days):
        return _made(today, _day(match["day"], today, words), why, words)
    days = _LEADING.sub("", days)
    if month := _MONTH.fullmatch(days):
        return _whole_month(month, today, why)
    if match := _SPAN.match(days):
        first = _day(match["first"], today, words)
        return _made(first, _day(match["last"], first, words), why, words)
    day = _day(days, today, words)
    return _made(day, day, why, words)


def _whole_month(found: re.Match[str], today: date, why: str) -> QuietPeriod:
    """Return the next such month to come, or the one that it is now."""
    month = MONTHS.index(found["month"].lower()[:3]) + 1
    year = int(found["year"]) if found["year"] else today.year + (month < today.month)
    first = date(year, month, 1)
    return QuietPeriod(first=first, last=last_of(first), why=why)


def _day(words: str, since: date, whole: str) -> date:
    day = read_day(words, today=since)
    if day is None:
        raise Invalid(
            _FIELD, f"“{whole}” is not understood; write it like 1 Aug to 31 Aug: summer holiday"
        )
    return day


def _made(first: date, last: date, why: str, whole: str) -> QuietPeriod:
    if last < first:
        raise Invalid(_FIELD, f"“{whole}” ends before it begins")
    return QuietPeriod(first=first, last=last, why=why)
