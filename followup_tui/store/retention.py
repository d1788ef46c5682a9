"""Which of the dated backups are kept: a pure rule over days."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import date

DAILY = 7
WEEKLY = 4
MONTHLY = 12


def kept(days: Iterable[date]) -> set[date]:
    """Return the days whose backup is kept.

    That is the last of each of the latest 7 days, 4 weeks (ISO 8601, Monday first) and 12 months
    that have one. Days without a backup count for nothing, so a desk that is left alone for a
    year loses none by that. Pruning each day or once a year keeps the same.
    """
    latest_first = sorted(set(days), reverse=True)
    return {
        *latest_first[:DAILY],
        *_last_of_each(latest_first, lambda day: day.isocalendar()[:2], WEEKLY),
        *_last_of_each(latest_first, lambda day: (day.year, day.month), MONTHLY),
    }


def _last_of_each(
    latest_first: Iterable[date], span: Callable[[date], Hashable], number: int
) -> list[date]:
    """Return the last day of each of the latest `number` spans."""
    last: dict[Hashable, date] = {}
    for day in latest_first:
        last.setdefault(span(day), day)
    return list(last.values())[:number]
