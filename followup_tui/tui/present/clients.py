"""The list of all clients: what stands in a row, and which rows answer to a filter.

Pure functions: `lines` makes the rows of a moment, `matching` filters them, `row` draws one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from textual.content import Content

from followup_tui.domain.client import Client
from followup_tui.domain.queue import Band, CallList, Standing
from followup_tui.domain.text import fold
from followup_tui.domain.words import count, day_words, short_day, span_words
from followup_tui.tui.present.cells import cell

_BAND_SIGNS = {Band.URGENT: "!", Band.LATE: "●", Band.DUE: "○", Band.SOON: "·"}
_PLAIN = "$text"
_DIM = "$text-muted"


@dataclass(frozen=True, slots=True)
class ClientLine:
    """One client, as the list shows it."""

    client_id: str
    name: str
    person: str
    reached: str
    """When they were last reached, in words."""
    next_contact: str
    """When they are to be called next, in words; that they are not to be called, where so."""
    band: Band | None
    """How pressing it is, where they are on the call list."""
    do_not_call: bool
    searched: str
    """The folded words by which the line is found."""


@dataclass(frozen=True, slots=True)
class _Next:
    words: str
    band: Band | None = None


def lines(
    clients: Iterable[Client],
    standings: Mapping[str, Standing],
    call_list: CallList,
    *,
    look_ahead: int,
) -> tuple[ClientLine, ...]:
    """Return a line for each client, in the order given.

    `look_ahead` is the number of days that the call list looked ahead: who is on none of its
    parts is to be called after those.
    """
    today = call_list.now.date()
    listed = _listed(call_list, today)
    later = f"after {short_day(today + timedelta(days=look_ahead), today)}"
    return tuple(
        _line(client, standings.get(client.id), listed.get(client.id), later, today)
        for client in clients
    )


def _listed(call_list: CallList, today: date) -> dict[str, _Next]:
    """Return, by client id, the next contact of everybody on the call list."""
    found: dict[str, _Next] = {}
    for entry in (*call_list.today, *call_list.beyond):
        due = entry.reason.due
        words = "due today" if due >= today else f"due since {short_day(due, today)}"
        found[entry.client_id] = _Next(words, entry.reason.band)
    for entry in call_list.coming:
        found[entry.client_id] = _Next(day_words(entry.reason.due, today), Band.SOON)
    for held in call_list.held:
        until = f" until {short_day(held.until, today)}" if held.until else ""
        found[held.entry.client_id] = _Next(f"{held.why}{until}")
    return found


def _line(
    client: Client, standing: Standing | None, listed: _Next | None, later: str, today: date
) -> ClientLine:
    person = client.primary.name if client.primary else ""
    if client.do_not_call:
        coming = _Next("do not call")
    elif listed:
        coming = listed
    elif client.call_again and client.call_again > today:
        coming = _Next(short_day(client.call_again, today))
    else:
        coming = _Next(later)
    names = [client.name, *(each.name for each in client.people), *client.tags]
    return ClientLine(
        client_id=client.id,
        name=client.name,
        person=person,
        reached=_reached(standing, today),
        next_contact=coming.words,
        band=coming.band,
        do_not_call=client.do_not_call is not None,
        searched=fold(" ".join(names)),
    )


def _reached(standing: Standing | None, today: date) -> str:
    if standing is None or standing.last_reached is None:
        return "never"
    days = (today - standing.last_reached).days
    return day_words(standing.last_reached, today) if days < 7 else f"{span_words(days)} ago"


def matching(all_lines: Sequence[ClientLine], query: str) -> tuple[ClientLine, ...]:
    """Return the lines in which every word of `query` stands, in a name, a person or a tag."""
    words = fold(query).split()
    if not words:
        return tuple(all_lines)
    return tuple(line for line in all_lines if all(word in line.searched for word in words))


def named(line: ClientLine) -> Content:
    """Return a client's name with that of the person, as a list to pick from shows it."""
    person = f"  {line.person}" if line.person and line.person != line.name else ""
    return Content.assemble((line.name, "$text"), (person, "$text-muted"))


def counted(shown: int, total: int) -> str:
    """Return how many are shown: ``16 clients``, or ``3 of 16 clients``."""
    return count(total, "client") if shown == total else f"{shown:,} of {count(total, 'client')}"


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths of the columns, in cells; 0: the column is left out."""

    name: int
    person: int
    reached: int
    next_contact: int

    @classmethod
    def of(cls, width: int) -> Columns:
        """Share out `width`: on a narrow screen the least important columns go first."""
        next_contact = 24 if width >= 64 else 16 if width >= 36 else 0
        reached = 16 if width >= 76 else 0
        rest = max(width - 3 - next_contact - reached, 0)
        person = rest * 2 // 5 if width >= 56 else 0
        return cls(rest - person, person, reached, next_contact)


def row(line: ClientLine, width: int) -> Content:
    """Return the row of a client, `width` cells wide."""
    columns = Columns.of(width)
    if line.do_not_call:
        sign, colour = "⊘", "$band-late"
    elif line.band:
        sign, colour = _BAND_SIGNS[line.band], f"$band-{line.band}"
    else:
        sign, colour = " ", _DIM
    return Content.assemble(
        (f" {sign} ", colour),
        cell(line.name, columns.name, "bold"),
        cell(line.person, columns.person, _PLAIN),
        cell(line.reached, columns.reached, _DIM),
        cell(line.next_contact, columns.next_contact, colour),
    )


def heading(width: int) -> Content:
    """Return the heading over the rows."""
    columns = Columns.of(width)
    return Content.assemble(
        "   ",
        cell("Client", columns.name, _DIM),
        cell("Person", columns.person, _DIM),
        cell("Last reached", columns.reached, _DIM),
        cell("Next contact", columns.next_contact, _DIM),
    )
