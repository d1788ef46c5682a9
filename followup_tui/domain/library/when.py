"""When something that can be given takes place, as it is typed: a day, a moment, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from followup_tui.domain.days.dates import read_day, read_moment


@dataclass(frozen=True, slots=True)
class When:
    """A moment or a day that was understood."""

    starts: datetime | None
    all_day: bool
    said: str


def read_when(words: str, now: datetime) -> When | None:
    """Return what the words for when mean: nothing, a day or a moment; None: not understood.

    `now` carries the user's zone, in which they are meant.
    """
    if not words.strip():
        return When(None, False, "")
    zone = now.tzinfo
    if zone is None:
        raise ValueError("the clock must give moments with a zone")
    moment = read_moment(words, now=now, zone=zone)
    if moment is not None:
        return When(moment, False, f"{moment:%A} {moment.day} {moment:%B %Y}, {moment:%H:%M}")
    day = read_day(words, today=now.date())
    if day is None:
        return None
    midnight = datetime(day.year, day.month, day.day, tzinfo=zone)
    return When(midnight, True, f"{day:%A} {day.day} {day:%B %Y}")
