"""Call-backs whose hour comes while something else is being done: which are to be told of.

Each is told of once. One whose hour had come before the desk was opened stands on the list and
needs no word; a clock that was set back takes a word back until the hour comes again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from followup_tui.domain.promise import NextStep, StepKind


@dataclass(frozen=True, slots=True)
class CallBack:
    """A call that was agreed for an hour."""

    step_id: str
    client_id: str
    at: datetime

    @property
    def key(self) -> tuple[str, datetime]:
        """What it is known by: moved to another hour, it is to be told of again."""
        return self.step_id, self.at


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of call-backs at a moment."""

    agreed: tuple[CallBack, ...] = ()
    """All that are open, the earliest first."""
    seen: frozenset[tuple[str, datetime]] = frozenset()
    """Those of which nothing is to be said any more."""

    def begun(self, steps: Iterable[NextStep], now: datetime) -> Told:
        """Return what is known when the desk is opened: what has come by then is on the list."""
        known = self.read(steps)
        past = frozenset(each.key for each in known.agreed if each.at <= now)
        return replace(known, seen=known.seen | past)

    def read(self, steps: Iterable[NextStep]) -> Told:
        """Return what is known when the steps are read anew."""
        agreed = sorted(
            (
                CallBack(step.id, step.client_id, step.at)
                for step in steps
                if step.kind is StepKind.CALL_BACK and step.done is None and not step.all_day
            ),
            key=lambda each: each.key[::-1],
        )
        return replace(self, agreed=tuple(agreed))

    def due(self, now: datetime) -> tuple[CallBack, ...]:
        """Return those whose hour has come and that were not seen yet, the earliest first."""
        return tuple(each for each in self.agreed if each.at <= now and each.key not in self.seen)

    def saw(self, client_id: str, now: datetime) -> Told:
        """Return what is known once the call-backs of a client that have come were seen."""
        seen = frozenset(each.key for each in self.due(now) if each.client_id == client_id)
        return replace(self, seen=self.seen | seen) if seen else self
