"""The coffees of a draw: invited, had, declined. Pure, from draws to draws.

A coffee belongs to the person who was drawn. A client may have sent several to a course, so the
name decides; where it says nothing (an older record, a conversation with a colleague), the one
coffee of that client that is open is meant.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from msgspec.structs import replace

from followup_tui.domain.course import CoffeeEnd, Draw, Pick
from followup_tui.domain.record import Invalid
from followup_tui.domain.text import fold

COFFEE_AFTER = 14
"""Days after the course around which the coffees are had (the playbooks' page: two weeks)."""
_CLOSED_FOR = 7
"""Days in a row that are tried before a day off is taken after all: nothing is off for longer."""


def coffee_day(last_day: date, *, days_off: Iterable[date] = ()) -> date:
    """Return the day around which the coffees are had: two weeks later, on a working day.

    A Saturday becomes the Friday before it, as does a Sunday the Monday after it; from a public
    holiday (`days_off`) it goes on to the next working day.
    """
    off = frozenset(days_off)
    day = last_day + timedelta(days=COFFEE_AFTER)
    if day.weekday() == 5:
        friday = day - timedelta(days=1)
        if friday not in off:
            return friday
    for ahead in range(_CLOSED_FOR * 2):
        there = day + timedelta(days=ahead)
        if there.weekday() < 5 and there not in off:
            return there
    return day


def open_pick(draw: Draw, client_id: str, person: str = "") -> Pick | None:
    """Return the open pick of a client that is meant, or None where there is none."""
    theirs = [p for p in draw.picks if p.client_id == client_id and client_id and not p.settled]
    named = [pick for pick in theirs if person and fold(pick.name) == fold(person)]
    if named:
        return named[0]
    return theirs[0] if len(theirs) == 1 else None


def invited(draw: Draw, client_id: str, day: date, *, person: str = "") -> Draw:
    """Return the draw with a client's coffee offered on `day`; itself where none is open.

    Being asked a second time moves the day.
    """
    pick = open_pick(draw, client_id, person)
    return draw if pick is None else _with(draw, pick, replace(pick, invited=day))


def settled(
    draw: Draw, client_id: str, end: CoffeeEnd, day: date, *, person: str = "", why: str = ""
) -> Draw:
    """Return the draw with a client's coffee settled on `day`; itself where none is open."""
    pick = open_pick(draw, client_id, person)
    if pick is None:
        return draw
    return _with(draw, pick, replace(pick, settled=True, end=end, ended=day, why=why))


def reopened(draw: Draw, client_id: str, *, person: str = "") -> Draw:
    """Return the draw with a settled coffee open again; raises `Invalid` where there is none.

    Somebody for whom another stands in stays settled: there would be a coffee too many.
    """
    done = [p for p in draw.picks if p.client_id == client_id and p.settled]
    named = [p for p in done if fold(p.name) == fold(person)] if person else done
    if len(named) != 1:
        raise Invalid("client_id", "has no coffee that was settled")
    pick = named[0]
    if any(fold(other.replaces) == fold(pick.name) for other in draw.picks):
        raise Invalid("client_id", f"is replaced already: somebody stands in for {pick.name}")
    return _with(draw, pick, replace(pick, settled=False, end=None, ended=None, why=""))


def _with(draw: Draw, old: Pick, new: Pick) -> Draw:
    picks = list(draw.picks)
    picks[next(at for at, pick in enumerate(picks) if pick is old)] = new
    return replace(draw, picks=tuple(picks))
