"""Why somebody who was met comes up again: something new fits what they care about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from followup_tui.domain.due.call_list import Band, ClientFile, Reason, ReasonKind
from followup_tui.domain.due.ways import Ways, earliness
from followup_tui.domain.encounter import Fitting
from followup_tui.domain.playbook import Trigger
from followup_tui.domain.text import shorten
from followup_tui.domain.value_add import LEAST_NOTICE

TITLE = 60  # characters of a title in a row of the call list
LAPSES = timedelta(weeks=3)
"""After which it is no news any more: whoever was not told by then is better told of the next."""
_NEXT = timedelta(microseconds=1)
"""Moments are that far apart."""


def fitting(file: ClientFile, ways: Ways) -> Iterator[Reason]:
    """Yield what came into the library and fits, the newest alone.

    Somebody for whom there was work since is spoken to as a client, by that playbook.
    """
    trigger = Trigger.LAST_REACHED if file.projects else Trigger.ENCOUNTER
    playbook = ways.by_trigger.get(trigger)
    if playbook is None:
        return
    newest = max((e.fitting for e in file.fitting if e.fitting), key=lambda f: f.at, default=None)
    if newest is None or _is_dealt_with(newest, file, ways):
        return
    because = f": {newest.because}" if newest.because else ""
    yield Reason(
        kind=ReasonKind.FITTING,
        text=f"“{shorten(newest.title, TITLE)}” fits them{because}",
        due=newest.at.astimezone(ways.zone).date(),
        band=Band.DUE,
        playbook=playbook.key,
        weight=earliness(newest.at),
        record_id=newest.value_add_id,
    )


def changes_at(fits: Fitting) -> Iterator[datetime]:
    """Yield the moments at which something that fits is no reason any more."""
    yield fits.at + LAPSES + _NEXT
    if fits.until is not None:
        yield fits.until - LEAST_NOTICE + _NEXT


def _is_dealt_with(fits: Fitting, file: ClientFile, ways: Ways) -> bool:
    """Say whether they were spoken to since it came, or it is no news any more."""
    last = file.standing.last_reached
    return (
        (last is not None and last >= fits.at.astimezone(ways.zone).date())
        or ways.now - fits.at > LAPSES
        or (fits.until is not None and fits.until - ways.now < LEAST_NOTICE)
    )
