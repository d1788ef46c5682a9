"""From when until when a call list holds: all that time, the same records give the same list.

A list speaks of days, so mostly it changes at midnight. Within a day a call-back comes to its hour,
somebody who was busy is to be tried again, and what fits somebody goes by. The weights of reasons
grow with the time, but all of a kind alike, so that the order stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, time, timedelta
from typing import NamedTuple

from followup_tui.domain.due.call_list import ClientFile
from followup_tui.domain.due.fitting import LAPSES
from followup_tui.domain.value_add import LEAST_NOTICE

_LEAST = timedelta(microseconds=1)
"""What fits lapses just after its moment, not at it."""


class Span(NamedTuple):
    """From a moment on, and until before another."""

    since: datetime
    until: datetime

    def __contains__(self, moment: object) -> bool:
        return isinstance(moment, datetime) and self.since <= moment < self.until


def holding(files: Iterable[ClientFile], now: datetime) -> Span:
    """Return the time around `now` in which these files give the same list.

    `now` carries the user's zone; the time is that day there, or a part of it.
    """
    begins = datetime.combine(now.date(), time(), now.tzinfo)
    ends = datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo)
    turns = [
        turn
        for file in files
        if file.next_steps or file.fitting or file.client.call_again_at is not None
        for turn in _turns(file)
    ]
    return Span(
        max((begins, *(turn for turn in turns if turn <= now))),
        min((ends, *(turn for turn in turns if turn > now))),
    )


def _turns(file: ClientFile) -> Iterator[datetime]:
    """Yield the moments at which a client's place on the list may change."""
    for step in file.next_steps:
        yield step.at
    if file.client.call_again_at is not None:
        yield file.client.call_again_at
    for encounter in file.fitting:
        if (fits := encounter.fitting) is not None:
            yield fits.at + LAPSES + _LEAST
            if fits.until is not None:
                yield fits.until - LEAST_NOTICE + _LEAST
