"""Which year a date without one is in: by its heading, by its weekday, or the next to come."""

# ruff: noqa: RUF001 -- every kind of dash and apostrophe is meant

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from followup_tui.web.plain_dates import Day, Span
from followup_tui.web.plain_tokens import tokens
from followup_tui.web.plain_words import names_month

_LONGEST_MONTH = 40
AHEAD = timedelta(days=300)
"""How far ahead a date without any year may be: about ten months."""
_JUST_OVER = timedelta(days=75)
_WORD = re.compile(r"[^\W\d_]+")
_YEARS = re.compile(r"(?<![\d.,€$£#/-])(20\d\d)(?:\s?[/–-]\s?(?:20)?(\d\d)(?!\d))?(?![\d.,]\d|%)")


@dataclass(frozen=True, slots=True)
class Heading:
    """The month and the years that a heading says for what stands below it."""

    month: int | None = None
    years: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Dated:
    """The days of a date, with their years."""

    first: date
    last: date | None = None
    more: tuple[date, ...] = ()
    sure: bool = True
    """Whether the page says all of it, rather than that it fits."""
    said: bool = False
    """Whether a year is written, in the date or above it."""
    checked: bool = False
    """Whether the weekday agrees."""


def heading_of(text: str, language: str) -> Heading | None:
    """Return what a heading says for the dates below it: ``March 2026``, ``Programm 2026/27``."""
    if len(text) > 90:
        return None
    years = years_in(text)
    month = _month_in(text, language) if len(text) <= _LONGEST_MONTH else None
    if month is None and not years:
        return None
    return Heading(month, years)


def years_in(text: str) -> tuple[int, ...]:
    """Return the years that a heading names: both of ``2026/27``."""
    if "20" not in text:
        return ()  # asked of each short line of a page
    years: list[int] = []
    for found in _YEARS.finditer(text):
        years.append(int(found[1]))
        if found[2] and int(found[2]) == (years[0] + 1) % 100:
            years.append(years[0] + 1)
    return tuple(years)


def _month_in(text: str, language: str) -> int | None:
    """Return the month that a heading is: a name, maybe with a year, and no day beside it."""
    if not names_month(_WORD.findall(text.casefold()), language):
        return None
    row = tokens(text, language)
    months = [token.value for token in row if token.kind in "Mm"]
    if len(months) != 1 or len(row) > 4 or any(token.kind in "DNIPT" for token in row):
        return None
    return months[0]


def in_month(span: Span, heading: Heading) -> Span | None:
    """Return ``Sat 12`` as a whole date below the name of a month, or None."""
    if heading.month is None:
        return None
    day = replace(span.first, month=heading.month)
    return replace(span, first=day, weak=False) if day.exists() else None


def _agrees(day: date, weekday: int | None) -> bool:
    return weekday is None or day.weekday() == weekday


def _days(span: Span, year: int) -> Dated | None:
    """Return the days of a span that begins in `year`."""
    first = span.first.in_year(year)
    if first is None:
        return None
    last = None
    if span.last is not None:
        last_year = span.last.year if span.first.year is not None else None
        last = span.last.in_year(last_year or year)
        if last is not None and last < first:
            last = span.last.in_year(year + 1)
        if last is None or (last - first).days > 366:
            return None
    more = tuple(day for one in span.more if (day := one.in_year(year)) is not None)
    return Dated(first, last, more)


def _turned(day: Day) -> Day:
    return replace(day, day=day.month or 0, month=day.day)


def _by_weekday(span: Span) -> Span:
    """Return the span with the order of day and month that its weekday asks for."""
    if not span.first.either or span.weekday is None or span.first.year is None:
        return span
    one, other = span.first, _turned(span.first)
    first, second = one.in_year(span.first.year), other.in_year(span.first.year)
    fits = first is not None and first.weekday() == span.weekday
    turned_fits = second is not None and second.weekday() == span.weekday
    if fits == turned_fits:
        return span
    day = replace(one if fits else other, either=False)
    return replace(span, first=day)


def resolve(span: Span, heading: Heading | None, today: date) -> Dated | None:
    """Return the days that a date means, or None where that cannot be said.

    `heading` is what the headings above it say; `today` the present day. A weekday that fits no
    year means that something was read wrongly: then there is no date.
    """
    span = _by_weekday(span)
    if span.first.month is None:
        return None
    unsure = span.first.either
    if span.first.year is not None:
        found = _days(span, span.first.year)
        if found is None:
            return None
        fits = _agrees(found.first, span.weekday)
        checked = fits and span.weekday is not None
        sure = not unsure and fits
        return Dated(found.first, found.last, found.more, sure, said=True, checked=checked)
    years = heading.years if heading is not None else ()
    if years:
        return _of_heading(span, years, unsure=unsure, today=today)
    return _next(span, unsure=unsure, today=today)


def _of_heading(span: Span, years: tuple[int, ...], *, unsure: bool, today: date) -> Dated | None:
    """Return the days in one of the years that a heading says."""
    candidates = [found for year in years if (found := _days(span, year)) is not None]
    fitting = [found for found in candidates if _agrees(found.first, span.weekday)]
    if not fitting:
        return None
    ahead = [found for found in fitting if (found.last or found.first) >= today]
    if len(years) > 1 and span.weekday is None and len(fitting) > 1:
        # "Programm 2026/27" runs from late summer to summer
        month = span.first.month or 1
        chosen = fitting[0] if month >= 8 else fitting[-1]
    else:
        chosen = ahead[0] if ahead else fitting[-1]
    return replace(chosen, sure=not unsure, said=True, checked=span.weekday is not None)


def _next(span: Span, *, unsure: bool, today: date) -> Dated | None:
    """Return the days in this year or the next, whichever the weekday and the calendar allow."""
    candidates = [
        found
        for year in (today.year - 1, today.year, today.year + 1)
        if (found := _days(span, year)) is not None
    ]
    fitting = [found for found in candidates if _agrees(found.first, span.weekday)]
    ahead = [
        found
        for found in fitting
        if (found.last or found.first) >= today and found.first - today <= AHEAD
    ]
    if not ahead:
        return None
    if span.weekday is None:
        past = [found for found in fitting if timedelta(0) < today - found.first < _JUST_OVER]
        if past:
            return None  # more likely just over than nearly a year ahead
    return replace(ahead[0], sure=not unsure, checked=span.weekday is not None)
