"""Days and hours as a letter says them: “Thursday 26 November at 10:00 your time”."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, tzinfo

FARTHEST = 300
"""Days from which a day is told with its year; the personal check takes nearer ones for steps."""
_FEW = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a letter; written without more, it is its words."""

    date: date
    words: str
    """``Thursday 26 November``, with the year where that is not plain."""
    short: str
    """``26 November``, likewise."""
    ago: str
    """Seen from the letter's day: ``today``, ``yesterday``, ``on Thursday 19 November``."""

    def __str__(self) -> str:
        return self.words


@dataclass(frozen=True, slots=True)
class Moment:
    """A day with an hour, or a whole day."""

    day: Day
    time: str | None
    """``10:00``; None for a whole day."""
    words: str
    """``Thursday 26 November at 10:00``."""
    theirs: str
    """The same, with ``your time`` behind it where their clock is not the user's."""
    iso: str
    """``2026-11-26T10:00+11:00``, for machines."""

    def __str__(self) -> str:
        return self.theirs


def day_of(day: date, today: date) -> Day:
    """Return a day as it is said on `today`."""
    year = "" if abs((day - today).days) < FARTHEST else f" {day.year}"
    words = f"{day:%A} {day.day} {day:%B}{year}"
    near = {0: "today", -1: "yesterday", 1: "tomorrow"}.get((day - today).days)
    return Day(day, words, f"{day.day} {day:%B}{year}", near or f"on {words}")


def moment_of(at: datetime, now: datetime, zone: tzinfo, *, all_day: bool = False) -> Moment:
    """Return a moment as the clock of `zone` has it; `now` carries the user's own zone."""
    local = at if all_day else at.astimezone(zone)
    day = day_of(local.date(), now.astimezone(zone).date())
    if all_day:
        return Moment(day, None, day.words, day.words, day.date.isoformat())
    time = f"{local.hour}:{local:%M}"
    words = f"{day.words} at {time}"
    same = local.replace(tzinfo=None) == at.astimezone(now.tzinfo).replace(tzinfo=None)
    return Moment(day, time, words, words if same else f"{words} your time", local.isoformat())


def since(then: date, today: date) -> str:
    """Return how long ago a day was: ``six weeks``, ``ten months``, ``two years``."""
    days = max((today - then).days, 0)
    if days < 14:
        number, word = days, "day"
    elif days < 61:
        number, word = round(days / 7), "week"
    elif days < 700:
        number, word = round(days / 30.44), "month"
    else:
        number, word = round(days / 365.25), "year"
    return f"{_in_words(number)} {word if number == 1 else word + 's'}"


def when_it_was(then: date, today: date) -> str:
    """Return when something was: ``yesterday``, ``on Thursday``, ``in May``, ``in May 2024``."""
    days = (today - then).days
    if days <= 0:
        return "today"
    if days == 1:
        return "yesterday"
    if days < 7:
        return f"on {then:%A}"
    if days < 32:
        return f"on {then.day} {then:%B}"
    if days < FARTHEST:
        return f"in {then:%B}"
    return f"in {then:%B} {then.year}"


def _in_words(number: int) -> str:
    return _FEW[number - 1] if 0 < number <= len(_FEW) else str(number)
