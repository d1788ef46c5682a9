"""An import's rows against who is there: who is known already, and who goes with whom.

Two are taken for one where they share an e-mail address, a phone number or a profile and their
names do not contradict it, or where person and company are the same. Where that is likely and not
sure (a short form of the name, a company spelled nearly alike) the row waits for the user's word.
A further person of a company that is there goes with it: a client is one relationship.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from followup_tui.domain.client import Client
from followup_tui.domain.importing.known import KnownPeople
from followup_tui.domain.importing.plan import (
    Contact,
    Fate,
    ImportPlan,
    PlannedRow,
    Progress,
    untold,
)
from followup_tui.domain.importing.who import KnownClient, Match
from followup_tui.domain.text import fold

_TOLD_EVERY = 500  # rows


def marked(
    plan: ImportPlan,
    clients: Iterable[Client],
    *,
    region: str,
    progress: Progress = untold,
) -> ImportPlan:
    """Return `plan` with the fate of each contact settled, against `clients`.

    What the user said of a row (`PlannedRow.decided`) goes before what is found. Rows without a
    contact stay as they are.
    """
    known = KnownPeople(region)
    known.add_desk(clients)
    rows = []
    for number, row in enumerate(plan.rows, start=1):
        if number % _TOLD_EVERY == 1:
            progress("Comparing", number - 1, len(plan.rows))
        rows.append(_settled(row, row.contact, number, known) if row.contact else row)
    return replace(plan, rows=tuple(rows))


def _settled(row: PlannedRow, contact: Contact, number: int, known: KnownPeople) -> PlannedRow:
    match, word = known.match(contact), row.decided
    if word is Fate.SKIP:
        found = _of(row, Fate.SKIP, match, "you left it out")
        return replace(found, unsure=bool(match and not match.sure))
    if match is not None and word is Fate.NEW:
        # Somebody else: of the same company all the same, where it is that.
        company = _company(contact, known)
        found = (
            _further(row, contact, number, company, known)
            if company
            else _new(row, contact, number, known)
        )
        return replace(found, unsure=not match.sure, reason=f"{found.reason}, as you said")
    if match is not None and (match.sure or word is Fate.MERGE):
        return _same(row, contact, match, known)
    if match is not None:
        who = match.person.name if match.person else match.client.name
        at = "" if fold(who) == fold(match.client.name) else f" at {match.client.name}"
        place = match.person.place if match.person else match.client.place
        where = f" of {place}" if place else ""
        words = f"may be {who}{at}{where} ({match.by}): say whether it is"
        return replace(_of(row, Fate.SKIP, match, words), unsure=True)
    if word is not Fate.NEW and (company := _company(contact, known)):
        return _further(row, contact, number, company, known)
    return _new(row, contact, number, known)


def _same(row: PlannedRow, contact: Contact, match: Match, known: KnownPeople) -> PlannedRow:
    """Return a row of somebody who is there: left out, or taken in for what it adds."""
    place = match.person.place if match.person else match.client.place
    place = f"stands in {place} already" if place else f"already there: {match.client.name}"
    added = known.added(contact, match)
    if not added:
        return _of(row, Fate.SKIP, match, f"{place} ({match.by})")
    known.take_in(contact, match)
    found = _of(row, Fate.MERGE, match, f"{place} ({match.by}); adds {_and(added)}")
    return replace(found, person=match.person.name if match.person else "")


def _and(parts: Sequence[str]) -> str:
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else parts[0]


def _company(contact: Contact, known: KnownPeople) -> tuple[KnownClient, str] | None:
    """Return the client with whom a person goes, and where it is not the name, why."""
    if company := known.company(contact):
        differs = fold(company.name) != fold(contact.company)
        return company, f" (there called {company.name})" if differs else ""
    if company := known.company_by_mail(contact):
        return company, " (the e-mail is of that company)"
    return None


def _further(
    row: PlannedRow,
    contact: Contact,
    number: int,
    company: tuple[KnownClient, str],
    known: KnownPeople,
) -> PlannedRow:
    client, why = company
    match = Match(None, client, "")
    where = f"of {client.place}" if client.place else "on your desk"
    name = contact.company if why.startswith(" (there") else client.name
    words = f"one more person at {name} {where}{why}"
    _add(known, client, contact, number, row)
    known.take_in(contact, match)
    return _of(row, Fate.MERGE, match, words)


def _new(row: PlannedRow, contact: Contact, number: int, known: KnownPeople) -> PlannedRow:
    namesake, alike = known.namesake(contact), known.alike(contact)
    reason = "a new client"
    if namesake:
        alone = fold(namesake.client.name) == fold(namesake.name)
        reason += f"; there is another {namesake.name}"
        reason += "" if alone else f", at {namesake.client.name}"
    if alike:
        reason += f"; {alike.name} is called nearly the same"
    client = KnownClient(
        contact.client_name,
        row=number,
        line=row.line,
        place=_place(row),
        website=contact.website,
        tags=set(contact.tags),
        about=contact.about,
        do_not_call=contact.do_not_call,
        is_lone=not contact.company,
    )
    known.add_client(client)
    _add(known, client, contact, number, row)
    return replace(
        row,
        fate=Fate.NEW,
        reason=reason,
        client_id="",
        with_row=0,
        with_line=0,
        person="",
        unsure=False,
    )


def _add(
    known: KnownPeople, client: KnownClient, contact: Contact, number: int, row: PlannedRow
) -> None:
    if contact.person is not None:
        known.add_person(
            client,
            contact.person,
            about=contact.about,
            row=number,
            line=row.line,
            place=_place(row),
        )


def _place(row: PlannedRow) -> str:
    return row.file or f"line {row.line}"


def _of(row: PlannedRow, fate: Fate, match: Match | None, reason: str) -> PlannedRow:
    client_id, number, line = "", 0, 0
    if match is not None:
        # A row that is left out names the row that it repeats; one that joins, the client's.
        repeats = match.person if fate is Fate.SKIP and match.person else match.client
        client_id = match.client.client_id
        number, line = repeats.row or match.client.row, repeats.line or match.client.line
    return replace(
        row,
        fate=fate,
        reason=reason,
        client_id=client_id,
        with_row=number,
        with_line=line,
        person="",
        unsure=False,
    )
