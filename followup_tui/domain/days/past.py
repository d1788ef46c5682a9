"""Days that were: “6 Nov”, “fri” and “last monday”, said of something that has happened."""

from __future__ import annotations

from datetime import date, timedelta

from followup_tui.domain.days.dates import read_day
from followup_tui.domain.text import clean_line

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
_LAST = ("last ", "past ")


def read_past_day(words: str, *, today: date) -> date | None:
    """Return the day that `words` mean of something that was; None where they mean none for sure.

    A weekday is the last one, and a day without its year the last one that there was. What cannot
    be but to come (“tomorrow”, a date with its year) is the day it says: whoever asks refuses it.
    """
    text = clean_line(words)
    for before in _LAST:
        if text.lower().startswith(before):
            text = text[len(before) :]
    day = read_day(text, today=today)
    if day is None or day <= today:
        return day
    if read_day(text, today=today + _DAY) == day + _DAY:
        return day  # counted from today
    if day - today <= _WEEK and not any(char.isdigit() for char in text):
        return day - _WEEK
    earlier = read_day(text, today=_a_year_before(today) + _DAY)
    return earlier if earlier is not None and earlier <= today else day


def read_near_day(words: str, *, today: date) -> date | None:
    """Return the day that `words` mean, the nearer one where it was and will be again."""
    found = {read_day(words, today=today), read_past_day(words, today=today)} - {None}
    return min((day for day in found if day), key=lambda day: abs(day - today), default=None)


def _a_year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year - 1, day=28)
