"""Dates as people write them, found in a line and read: days, ranges, lists of days.

A line becomes tokens (`plain_tokens`), their letters a string, and a date a pattern in it. What
is read is what is written: a date may lack its year (`plain_years` finds it) and ``12/05/2026``
may be December or May (`either`).
"""

# ruff: noqa: RUF001 -- every kind of dash is meant

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from followup_tui.web.plain_clock import Clock, clocks
from followup_tui.web.plain_tokens import Token, tokens
from followup_tui.web.plain_words import month_of, weekday_of

_BEFORE = r"(?:[Wm][,(]?[of;]?[,)]?)?"
_AFTER = r"(?:[,(]W|W(?=$|[,;)T-]))?"
_YEAR = r"(?:,?o?Y)?"
_DATE = re.compile(
    rf"""
    (?P<month_last>[Wm]?,?[of]?D,?[-](?:f?W,?)?o?Do{{0,2}}[Mm]{_YEAR})
    |(?P<month_first>{_BEFORE}[Mm]o?D-(?:W,?)?D(?:,?o?Y)?(?![Mm]))
    |(?P<list_last>{_BEFORE}D(?:,(?:W,?)?D)*(?:,?[&/]|,(?:W,?)?D,)(?:W,?)?Do{{0,2}}[Mm]{_YEAR})
    |(?P<list_first>{_BEFORE}[Mm]o?D(?:(?:,?&|,)(?:W,?)?D)+(?:,?Y)?(?![Mm]|[-]?T))
    |(?P<numbers>{_BEFORE}D(?:-|/|,?&)(?:W,?)?[NP]Y?)
    |(?P<day_month>{_BEFORE}(?:Do{{0,2}}[Mm](?:{_YEAR}(?![MmD])|D(?=$|[,;)(T])|)){_AFTER})
    |(?P<month_day>(?:W[,(]?[of;]?[,)]?)?[Mm]o{{0,2}}D(?:,?o?Y)?(?![Mm]){_AFTER})
    |(?P<year_first>{_BEFORE}Y,?[Mm],?D)
    |(?P<whole>{_BEFORE}(?:[NIC]|PY?){_AFTER})
    |(?P<weak>{_BEFORE}(?:p|O){_AFTER})
    |(?P<partial>W[,;]?o?D(?![MmD&]))
    """,
    re.VERBOSE,
)
_BETWEEN = re.compile(r"[,;(]*(?:f?Tx?)?[;),]*(?P<to>-[fo]?|&)[,;]*")
_NUMBERS = re.compile(r"\d+")
_EARLIEST, _LATEST = 1900, 2100


@dataclass(frozen=True, slots=True)
class Day:
    """A day as it is written."""

    day: int
    month: int | None
    """None where only a weekday and a number are written, below the name of a month."""
    year: int | None = None
    either: bool = False
    """Whether day and month may as well be the other way round."""

    def in_year(self, year: int) -> date | None:
        """Return the day in that year, or None if there is none."""
        if self.month is None:
            return None
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    def exists(self) -> bool:
        """Say whether there is such a day, in its year or in a leap year."""
        year = self.year if self.year is not None else 2024
        if not _EARLIEST <= year <= _LATEST:
            return False
        return (1 <= self.day <= 31) if self.month is None else self.in_year(year) is not None


@dataclass(frozen=True, slots=True)
class Span:
    """A date in a line: a day, a range or several days, and where it stands."""

    start: int
    end: int
    first: Day
    last: Day | None = None
    """The last day of a range."""
    more: tuple[Day, ...] = ()
    """Further single days: ``3, 10 and 17 March``."""
    weekday: int | None = None
    """The weekday written for the first day; 0 is Monday."""
    weak: bool = False
    """Written so that it might be no date at all: ``12.05``, ``5/12``, ``Sat 12``."""

    def on(self, weekday: int) -> Span:
        """Return it with the weekday that is written for it."""
        return Span(self.start, self.end, self.first, self.last, self.more, weekday, self.weak)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a line says of dates and times."""

    spans: tuple[Span, ...] = ()
    clocks: tuple[Clock, ...] = ()

    def places(self) -> list[tuple[int, int]]:
        """Return where its dates and times stand in the line."""
        spans = [(span.start, span.end) for span in self.spans]
        return [*spans, *((clock.start, clock.end) for clock in self.clocks)]


_NOTHING = Reading()
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_FIGURES = re.compile(r"\d\s?[-./:‐‑‒–—−年月년월aphuo]")
"""What every date of numbers holds, and every hour of numbers alone, in lower case."""
_HOURS = ("noon", "midday", "midnight")
_HOUR_MARKS = ("kl", "kello", "ore", "godz")
_HOUR_MARK = re.compile(r"\b(?:kl|kello|ore|godz)")
"""What all other hours hold."""


def _numeric(token: Token, *, month_first: bool | None) -> Day | None:
    """Read a date of numbers. With dots the day is first; else `month_first` says, if known."""
    parts = [int(part) for part in _NUMBERS.findall(token.text)]
    if token.kind == "I":
        year, month, day = parts
        return Day(day, month, year)
    if token.kind == "C":
        return Day(parts[-1], parts[-2], parts[0] if len(parts) == 3 else None)
    year_part = parts[2] if len(parts) == 3 else None
    if year_part is not None and year_part < 100:
        year_part += 2000
    one, two = parts[0], parts[1]
    dotted = "." in token.text
    either = not dotted and month_first is None and one != two and one <= 12 and two <= 12
    swap = not dotted and ((month_first is True and one <= 12) or two > 12)
    day, month = (two, one) if swap else (one, two)
    return Day(day, month, year_part, either)


def _shared(first: Day, last: Day) -> tuple[Day, Day]:
    """Return both ends of a range, each with the year that one of them says."""
    if first.month is None or last.month is None:
        return first, last
    turns = (first.month, first.day) > (last.month, last.day)
    if first.year is None and last.year is not None:
        first = replace(first, year=last.year - turns)
    elif last.year is None and first.year is not None:
        last = replace(last, year=first.year + turns)
    return first, last


def _values(row: Sequence[Token], kinds: str) -> list[int]:
    return [token.value for token in row if token.kind in kinds]


def _named(row: Sequence[Token], kind: str) -> Span | None:
    """Read a date whose month is a word. `row` are its tokens."""
    days = _values(row, "D")
    months = [token.value for token in row if token.kind in "Mm"]
    if row[0].kind == "m" and len(months) > 1:
        months = months[1:]  # "mar 12 maggio": a Tuesday
    years = _values(row, "Y")
    if kind == "day_month" and len(days) == 2:  # 12 Mar 26
        years = [2000 + days.pop()]
    if not days or not months:
        return None
    year = years[0] if years else None
    made = [Day(day, months[0], year) for day in days]
    first, last, more = made[0], None, tuple(made[1:])
    if kind in {"month_last", "month_first"}:
        last, more = made[1], ()
    elif more and not all(a.day < b.day for a, b in pairwise(made)):
        # "Room 12, 4 May": only the number beside the month is surely a day
        return Span(row[0].start, row[-1].end, made[-1] if kind == "list_last" else first)
    elif len(more) == 1 and more[0].day == first.day + 1:
        last, more = more[0], ()  # "12 and 13 March" is one thing on two days
    return Span(row[0].start, row[-1].end, first, last, more)


def _numbered(row: Sequence[Token], month_first: bool | None) -> Span | None:
    """Read a date of numbers alone, maybe with a day before it: ``12.-14.05.2026``."""
    day = next((token.value for token in row if token.kind == "D"), None)
    token = next(token for token in row if token.kind in "NICPpO")
    last = _numeric(token, month_first=month_first)
    if last is None:
        return None
    years = _values(row, "Y")
    if last.year is None and years:
        last = replace(last, year=years[0])
    if day is None:
        return Span(row[0].start, row[-1].end, last, weak=token.kind in "pO")
    first = replace(last, day=day)
    return Span(row[0].start, row[-1].end, first, last)


def _partial(row: Sequence[Token]) -> Span:
    return Span(row[0].start, row[-1].end, Day(row[-1].value, None), weak=True)


def _read(kind: str, row: Sequence[Token], month_first: bool | None) -> Span | None:
    if kind == "partial":
        span: Span | None = _partial(row)
    elif kind in {"numbers", "whole", "weak"}:
        span = _numbered(row, month_first)
    else:
        span = _named(row, kind)
    if span is None or not all(
        day.exists() for day in (span.first, span.last, *span.more) if day is not None
    ):
        return None
    if span.last is not None:
        first, last = _shared(span.first, span.last)
        if first.year == last.year and first.month == last.month and first.day >= last.day:
            return None
        span = replace(span, first=first, last=last)
    weekday = next((token.value for token in row if token.kind == "W"), None)
    return span if weekday is None else span.on(weekday)


def join_range(one: Span, other: Span) -> Span | None:
    """Return the range that two dates with a dash between them make, or None."""
    if one.last or other.last or one.more or other.more or other.first.month is None:
        return None
    begins = one.first
    if begins.month is None:
        begins = replace(begins, month=other.first.month, year=other.first.year)
    first, last = _shared(begins, other.first)
    if first.year is not None and last.year is not None:
        a, b = first.in_year(first.year), last.in_year(last.year)
        if a is None or b is None or not 0 < (b - a).days < 370:
            return None
    return replace(one, end=other.end, first=first, last=last, weak=one.weak and other.weak)


def _within(one: Span, spans: Sequence[Span]) -> bool:
    return any(span.start <= one.start and one.end <= span.end for span in spans)


def _next_days(span: Span) -> bool:
    """Say whether a range is of one day and the next."""
    if span.last is None:
        return False
    year = span.first.year or 2024
    first, last = span.first.in_year(year), span.last.in_year(span.last.year or year)
    return first is not None and last is not None and (last - first).days == 1


def _ranges(found: Sequence[tuple[Span, int, int]], kinds: str) -> list[Span]:
    """Join the dates that have nothing but a dash (and a time) between them."""
    spans: list[Span] = []
    before = 0
    for span, start, end in found:
        between = _BETWEEN.fullmatch(kinds, before, start) if spans else None
        if between is not None:
            joined = join_range(spans[-1], span)
            if joined is not None and (between["to"] != "&" or _next_days(joined)):
                spans[-1] = joined
                before = end
                continue
        spans.append(span)
        before = end
    return spans


def _may_tell(text: str, language: str) -> bool:
    """Say whether a line in lower case may tell a day or an hour: most with a number do not."""
    if _FIGURES.search(text) or any(word in text for word in _HOURS):
        return True
    if any(mark in text for mark in _HOUR_MARKS) and _HOUR_MARK.search(text):
        return True
    return _DIGIT.search(text) is not None and (
        "-feira" in text
        or any(
            month_of(word, language) or weekday_of(word, language) is not None
            for word in _WORD.findall(text)
        )
    )


def read_line(text: str, *, language: str = "", month_first: bool | None = None) -> Reading:
    """Return the dates and times of one line of text.

    `language` is two letters, or empty where it is not known. `month_first` says how ``5/12/2026``
    is meant; None: not known, then such a date is read with the day first and marked `either`.
    """
    if not _may_tell(text.lower(), language):
        return _NOTHING
    row = tokens(text, language)
    kinds = "".join([token.kind for token in row])
    found: list[tuple[Span, int, int]] = []
    for match in _DATE.finditer(kinds):
        span = _read(match.lastgroup or "", row[match.start() : match.end()], month_first)
        if span is not None:
            found.append((span, match.start(), match.end()))
    spans = _ranges(found, kinds)
    if any(not span.weak for span in spans):
        spans = [span for span in spans if not span.weak]
    weak = all(span.weak for span in spans)
    taken = [] if weak else [(one.start, one.end) for one, _, _ in found if not one.weak]
    if not weak:
        # "12.05 - 14.05.2026": the first is sure only by the second
        taken += [(one.start, one.end) for one, _, _ in found if one.weak and _within(one, spans)]
    times = clocks(row, text, taken)
    if not spans and not times:
        return _NOTHING
    return Reading(tuple(spans), tuple(times))


ReadLine = Callable[[str], Reading]
"""`read_line` with the language and the order of a page."""
