"""Months and years as people name them: “may 2025”, “2024”, “last month”."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

_MONTHS = {calendar.month_name[number].lower(): number for number in range(1, 13)}
_LEAST = 3  # letters by which a month is known
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBERS = re.compile(r"((?:19|20)\d\d)[-/.](\d{1,2})|(\d{1,2})[-/.]((?:19|20)\d\d)")


def last_day_of(words: str, *, today: date) -> date | None:
    """Return the last day of the month or year that is meant; None if none is.

    A month without a year is the latest one that has begun.
    """
    text = " ".join(words.lower().replace(",", " ").split())
    if text in {"today", "now"}:
        return today
    if text == "last month":
        return today.replace(day=1) - timedelta(days=1)
    if text in {"last year", "this year"}:
        return date(today.year - (text == "last year"), 12, 31)
    if _YEAR.fullmatch(text):
        return date(int(text), 12, 31)
    if found := _NUMBERS.fullmatch(text):
        year, month = found[1] or found[4], found[2] or found[3]
        return _end(int(year), int(month))
    return _named(text.split(), today)


def _named(words: list[str], today: date) -> date | None:
    """Return the end of a month named in words, with or without its year."""
    years = [word for word in words if _YEAR.fullmatch(word)]
    names = [word for word in words if word not in years]
    if len(names) != 1 or len(years) > 1 or len(names[0].rstrip(".")) < _LEAST:
        return None
    name = names[0].rstrip(".")
    month = next((number for full, number in _MONTHS.items() if full.startswith(name)), None)
    if month is None:
        return None
    year = int(years[0]) if years else today.year - (month > today.month)
    return _end(year, month)


def _end(year: int, month: int) -> date | None:
    if not 1 <= month <= 12:
        return None
    return date(year, month, calendar.monthrange(year, month)[1])
