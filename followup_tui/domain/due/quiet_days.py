"""Days on which a client is left in peace, in words; `due.quiet_reading` reads them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from followup_tui.domain.client import QuietPeriod
from followup_tui.domain.words import day_words


def with_period(periods: Iterable[QuietPeriod], new: QuietPeriod) -> tuple[QuietPeriod, ...]:
    """Return the periods with a new one, in place of one of the same days, the earliest first."""
    kept = [each for each in periods if (each.first, each.last) != (new.first, new.last)]
    return tuple(sorted((*kept, new), key=lambda each: (each.first, each.last)))


def without(periods: Iterable[QuietPeriod], day: date) -> tuple[QuietPeriod, ...]:
    """Return the periods in which `day` is not."""
    return tuple(each for each in periods if not each.first <= day <= each.last)


def typed_of(periods: Sequence[QuietPeriod]) -> str:
    """Return periods as they are typed, one a line: ``1 Aug 2027 to 31 Aug 2027: holiday``."""
    return "\n".join(
        f"{_whole(each.first)} to {_whole(each.last)}" + (f": {each.why}" if each.why else "")
        for each in periods
    )


def listed(periods: Iterable[QuietPeriod]) -> str:
    """Return periods on one line."""
    return ", ".join(f"{_whole(each.first)} to {_whole(each.last)}" for each in periods)


def in_words(period: QuietPeriod, today: date) -> str:
    """Return ``in peace from 1 Aug up to 31 Aug: holiday``, as of `today`."""
    why = f": {period.why}" if period.why else ""
    until = f"up to {day_words(period.last, today)}"
    if period.last < today:
        until = f"until {day_words(period.last, today)}, over"
    begins = f"from {day_words(period.first, today)} " if period.first > today else ""
    return f"in peace {begins}{until}{why}"


def _whole(day: date) -> str:
    return f"{day.day} {day:%b} {day.year}"
