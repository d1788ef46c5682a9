"""Until when a call list holds: until then, the same records give the same list.

A list speaks of days, so mostly it changes at midnight. Within a day a call-back comes to its hour,
somebody who was busy is to be tried again, and what fits somebody goes by. The weights of reasons
grow with the time, but all of a kind alike, so that the order stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, time, timedelta

from followup_tui.domain.due.call_list import ClientFile
from followup_tui.domain.due.fitting import LAPSES
from followup_tui.domain.value_add import LEAST_NOTICE

_LEAST = timedelta(microseconds=1)
"""What fits lapses just after its moment, not at it."""


def holds_until(files: Iterable[ClientFile], now: datetime) -> datetime:
    """Return the first moment after `now` at which these files may give another list.

    `now` carries the user's zone; the moment is midnight there, or one before it.
    """
    midnight = datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo)
    turns = (
        turn
        for file in files
        if file.next_steps or file.fitting or file.client.call_again_at is not None
        for turn in _turns(file)
        if turn > now
    )
    return min((midnight, *turns))


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
