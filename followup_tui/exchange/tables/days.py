"""Days and hours as tables write them, in whatever order a country or a program has.

``03/04/2024`` is March or April: the column tells where one of its days cannot be a month, else
the user's region.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from followup_tui.domain.text import clean_line, fold

_MONTHS = (
    "jan january januar janvier janv enero ene gennaio gen janeiro januari jaenner janner",
    "feb february februar fevrier fevr febrero febbraio fevereiro fev februari",
    "mar march marz maerz mrz mars marzo marco maart mrt",
    "apr april avril avr abril abr aprile",
    "may mai mayo maggio mag maio mei",
    "jun june juni juin junio giugno giu junho",
    "jul july juli juillet juil julio luglio lug julho",
    "aug august aout agosto ago augustus",
    "sep sept september septembre septiembre settembre set setembro",
    "oct october oktober okt octobre octubre ottobre ott outubro out",
    "nov november novembre noviembre novembro",
    "dec december dezember dez decembre diciembre dic dicembre dezembro",
)
_MONTH = {name: at for at, names in enumerate(_MONTHS, start=1) for name in names.split()}
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,]+(.*))?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(?:\d{2})?Z?)?")
_FIGURES = re.compile(r"(\d{1,2})[./-]\s?(\d{1,2})[./-]\s?(\d{4}|\d{2})(?:[T ,]+(.*))?")
_DAY_FIRST = re.compile(r"(?:[a-z]+\.?,? )?(\d{1,2})(?:st|nd|rd|th|\.|er)?[ -](?:de )?([a-z]+)\.?,?[ -](?:de )?(\d{4}|\d{2})(?:[ ,]+(.*))?")  # fmt: skip # noqa: E501
_MONTH_FIRST = re.compile(r"(?:[a-z]+\.?,? )?([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:[ ,]+(.*))?")  # fmt: skip # noqa: E501
_MONTH_ALONE = re.compile(r"(?:([a-z]+)\.? (\d{4})|(\d{1,2})/(\d{4})|(\d{4})-(\d{2}))")
_HOUR = re.compile(r"(?:at |um |a |as )?(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?(?:[.,]\d+)?\s*(am|pm|a\.m\.|p\.m\.)?\s*(?:uhr|h)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?")  # fmt: skip # noqa: E501
_HOUR_ALONE = re.compile(r"(\d{1,2})\s*(am|pm|uhr|h)")
_SERIAL = re.compile(r"[2-6]\d{4}(?:\.\d+)?")
_EPOCH = date(1899, 12, 30)  # from which spreadsheets count days
_YEAR = re.compile(r"(?:19|20)\d{2}")
_MONTH_BEFORE_DAY = {"US", "PH", "FM", "PW"}
_CENTURY = 70  # two figures from here on are of the last century, as in POSIX


@dataclass(frozen=True, slots=True)
class DayOrder:
    """How days of figures alone are to be read."""

    month_first: bool = False
    sure: bool = True
    """Whether the column itself tells."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, and the hour where one stands there."""

    day: date
    hour: time | None = None

    @property
    def at(self) -> datetime:
        """The moment; of a day without an hour its noon, which is that day in nearly every zone."""
        return datetime.combine(self.day, self.hour or time(12))


def order_of(values: Iterable[str], region: str) -> DayOrder:
    """Return how the days of a column are written: by those that can be read in one way alone."""
    votes = [0, 0]
    figures = 0
    for value in values:
        found = _FIGURES.fullmatch(clean_line(value))
        if not found:
            continue
        one, two = int(found[1]), int(found[2])
        figures += one <= 12 and two <= 12 and one != two
        if one > 12 >= two:
            votes[0] += 1
        elif two > 12 >= one:
            votes[1] += 1
    if votes[0] != votes[1]:
        return DayOrder(month_first=votes[1] > votes[0])
    return DayOrder(month_first=region.upper() in _MONTH_BEFORE_DAY, sure=not figures)


def read_moment(text: str, order: DayOrder) -> Moment | None:
    """Return the day, and the hour if there is one, that `text` says; None where it says none."""
    line = fold(clean_line(text))
    try:
        return _by_figures(line, order) or _by_words(line)
    except ValueError:  # the 31st of February
        return None


def read_day(text: str, order: DayOrder, *, end: bool = False) -> date | None:
    """Return the day that `text` says; of a month or a year alone its first one, or its
    last with `end`.

    None where it says none.
    """
    if found := read_moment(text, order):
        return found.day
    line = fold(clean_line(text))
    if _YEAR.fullmatch(line):
        return date(int(line), 12, 31) if end else date(int(line), 1, 1)
    alone = _MONTH_ALONE.fullmatch(line)
    if not alone:
        return None
    month = _MONTH.get(alone[1] or "", 0) or int(alone[3] or alone[6] or 0)
    year = int(alone[2] or alone[4] or alone[5])
    if not 1 <= month <= 12:
        return None
    first = date(year, month, 1)
    if not end:
        return first
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def read_hour(text: str) -> time | None:
    """Return the hour that `text` says; None where it says none."""
    line = fold(clean_line(text))
    if found := _HOUR.fullmatch(line):
        return _time(int(found[1]), int(found[2]), found[4])
    if found := _HOUR_ALONE.fullmatch(line):
        return _time(int(found[1]), 0, found[2])
    return None


def _time(hour: int, minute: int, half: str | None) -> time | None:
    if half and half.startswith(("a", "p")):
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _by_figures(line: str, order: DayOrder) -> Moment | None:
    if found := _ISO.fullmatch(line):
        return _moment(int(found[1]), int(found[2]), int(found[3]), found[4])
    if found := _COMPACT.fullmatch(line):
        hour = f"{found[4]}:{found[5]}" if found[4] else ""
        return _moment(int(found[1]), int(found[2]), int(found[3]), hour)
    if found := _FIGURES.fullmatch(line):
        one, two = int(found[1]), int(found[2])
        month_first = order.month_first and "." not in line.split(" ", maxsplit=1)[0]
        month, day = (one, two) if month_first else (two, one)
        if month > 12 >= day:
            month, day = day, month
        return _moment(_year(found[3]), month, day, found[4])
    if _SERIAL.fullmatch(line):
        whole, _, part = line.partition(".")
        minutes = round(float(f"0.{part or 0}") * 24 * 60)
        of_day = time(minutes // 60 % 24, minutes % 60) if part else None
        return Moment(_EPOCH + timedelta(days=int(whole)), of_day)
    return None


def _by_words(line: str) -> Moment | None:
    if (found := _DAY_FIRST.fullmatch(line)) and found[2] in _MONTH:
        return _moment(_year(found[3]), _MONTH[found[2]], int(found[1]), found[4])
    if (found := _MONTH_FIRST.fullmatch(line)) and found[1] in _MONTH:
        return _moment(int(found[3]), _MONTH[found[1]], int(found[2]), found[4])
    return None


def _moment(year: int, month: int, day: int, hour: str | None) -> Moment:
    """Return a moment; raises `ValueError` for a day that there is not."""
    return Moment(date(year, month, day), read_hour(hour) if hour else None)


def _year(text: str) -> int:
    year = int(text)
    if len(text) == 4:
        return year
    return year + (1900 if year >= _CENTURY else 2000)
