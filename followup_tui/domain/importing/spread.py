"""The first calls of those who come with a large import, spread over working days."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta

from followup_tui.domain.record import Invalid

LONGEST = 105
"""Working days over which an import is spread at most: the five months of keeping in touch."""
MOST_A_DAY = 1_000
_WORKING_DAYS = 5  # of a week


@dataclass(frozen=True, slots=True)
class Spread:
    """On which days how many clients have their first call."""

    clients: int
    a_day: int
    first: date

    def days(self) -> tuple[date, ...]:
        """Return the day of each client, in their order: working days alone."""
        found: list[date] = []
        day = _working(self.first)
        while len(found) < self.clients:
            found += [day] * min(self.a_day, self.clients - len(found))
            day = _working(day + timedelta(days=1))
        return tuple(found)

    @property
    def last(self) -> date:
        """The day of the last of them."""
        if not self.clients:
            return self.first
        weeks, rest = divmod((self.clients - 1) // self.a_day, _WORKING_DAYS)
        day = _working(self.first) + timedelta(weeks=weeks)
        for _ in range(rest):
            day = _working(day + timedelta(days=1))
        return day


def spread(clients: int, *, capacity: int, first: date, a_day: int = 0) -> Spread | None:
    """Return how the first calls of so many new clients are spread, beginning on `first`.

    By itself it is half of the daily `capacity` a day, and more only where it would take longer
    than `LONGEST` days; as many as one day takes are not spread: None. `a_day` is what the user
    wants instead. Raises `Invalid`.
    """
    if not 0 <= a_day <= MOST_A_DAY:
        raise Invalid("a day", f"must be between 1 and {MOST_A_DAY:,}")
    if a_day:
        return Spread(clients, a_day, first) if clients else None
    usual = max(math.ceil(capacity / 2), math.ceil(clients / LONGEST), 1)
    return Spread(clients, usual, first) if clients > usual else None


def _working(day: date) -> date:
    return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() > 4 else day
