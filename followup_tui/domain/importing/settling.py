"""An import's rows against who is there: who is known already, and who goes with whom.

Two are taken for one where they share an e-mail address, a phone number or a profile and their
names do not contradict it, or where person and company are the same. Where that is likely and not
sure (a short form of the name, a company spelled nearly alike) the row waits for the user's word.
A further person of a company that is there goes with it: a client is one relationship.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from followup_tui.domain.client import Client
from followup_tui.domain.importing.known import KnownPeople
from followup_tui.domain.importing.matching import Matching
from followup_tui.domain.importing.plan import (
    Contact,
    Fate,
    ImportPlan,
    PlannedRow,
    Progress,
    untold,
)
from followup_tui.domain.importing.turns import Settling, Turns
from followup_tui.domain.importing.who import KnownClient, KnownPerson, Match
from followup_tui.domain.text import fold


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
    return SettlingContacts(clients, region=region, once=True).settled(plan, progress)


class SettlingContacts(Settling):
    """Settles the contacts of a plan, and anew what a word of the user has an effect on."""

    def __init__(self, clients: Iterable[Client], *, region: str, once: bool = False) -> None:
        """With `once` nothing can be settled again, and it takes less."""
        turns = Turns(once=once)
        super().__init__(turns)
        self._known = KnownPeople(region, turns)
        self._matching = Matching(self._known, region)
        self._known.add_desk(clients)

    def proposed(self, row: PlannedRow) -> Iterator[Match]:
        """Yield who a row may be of, the likeliest first."""
        return self._matching.proposed(row.contact) if row.contact else iter(())

    def row(self, row: PlannedRow, number: int) -> PlannedRow:
        """Return a row with its fate settled, by what is known when its turn comes."""
        contact, word = row.contact, row.decided
        if contact is None:
            return row
        if word is Fate.MERGE and (client := self._known.on_the_desk(row.chosen)):
            return self._chosen(row, contact, number, client)
        match = self._matching.match(contact)
        if word is Fate.SKIP:
            found = _of(row, Fate.SKIP, match, "you left it out")
            return replace(found, unsure=bool(match and not match.sure))
        if match is not None:
            return self._matched(row, contact, number, match)
        if word is Fate.NEW:
            return self._new(row, contact, number)
        return self._somebody_else(row, contact, number)

    def _matched(self, row: PlannedRow, contact: Contact, number: int, match: Match) -> PlannedRow:
        """Return a row of somebody who is there, or may be."""
        if row.decided is Fate.NEW:
            # Somebody else: of the same company all the same, where it is that.
            found = self._somebody_else(row, contact, number)
            return replace(found, unsure=not match.sure, reason=f"{found.reason}, as you said")
        if match.sure or row.decided is Fate.MERGE:
            return self._same(row, contact, match)
        return replace(_of(row, Fate.SKIP, match, may_be(match)), unsure=True)

    def _chosen(
        self, row: PlannedRow, contact: Contact, number: int, client: KnownClient
    ) -> PlannedRow:
        """Return a row of a client whom the user chose: of who is there, or one more person."""
        match: Match | None = Match(None, client, "as you said")
        if contact.person is not None:
            match = self._matching.at_company(client, contact.person)
        if match is not None:
            return self._same(row, contact, replace(match, by="as you said"))
        return self._further(row, contact, number, (client, ", as you said"))

    def _same(self, row: PlannedRow, contact: Contact, match: Match) -> PlannedRow:
        """Return a row of somebody who is there: left out, or taken in for what it adds."""
        place = match.person.place if match.person else match.client.place
        place = f"stands in {place} already" if place else f"already there: {match.client.name}"
        added = self._known.added(contact, match)
        if not added:
            return _of(row, Fate.SKIP, match, f"{place} ({match.by})")
        self._known.take_in(contact, match)
        found = _of(row, Fate.MERGE, match, f"{place} ({match.by}); adds {_and(added)}")
        return replace(found, person=match.person.name if match.person else "")

    def _somebody_else(self, row: PlannedRow, contact: Contact, number: int) -> PlannedRow:
        company = self._company(contact)
        if company is None:
            return self._new(row, contact, number)
        return self._further(row, contact, number, company)

    def _company(self, contact: Contact) -> tuple[KnownClient, str] | None:
        """Return the client with whom a person goes, and where it is not the name, why."""
        if company := self._known.company(contact):
            differs = fold(company.name) != fold(contact.company)
            return company, f" (there called {company.name})" if differs else ""
        if company := self._known.company_by_mail(contact):
            return company, " (the e-mail is of that company)"
        return None

    def _further(
        self, row: PlannedRow, contact: Contact, number: int, company: tuple[KnownClient, str]
    ) -> PlannedRow:
        client, why = company
        match = Match(None, client, "")
        where = f"of {client.place}" if client.place else "on your desk"
        name = contact.company if why.startswith(" (there") else client.name
        words = f"one more person at {name} {where}{why}"
        self._add(client, contact, number, row)
        self._known.take_in(contact, match)
        return _of(row, Fate.MERGE, match, f"{words}{contact.how_called}")

    def _new(self, row: PlannedRow, contact: Contact, number: int) -> PlannedRow:
        namesake = self._matching.namesake(contact)
        alike = next(self._known.alike(contact), None)
        reason = "a new client"
        if namesake:
            alone = fold(namesake.client.name) == fold(namesake.name)
            reason += f"; there is another {namesake.name}"
            reason += "" if alone else f", at {namesake.client.name}"
        if alike:
            reason += f"; {alike.name} is called nearly the same"
        reason += contact.how_called
        client = KnownClient(
            number,
            contact.client_name,
            line=row.line,
            place=_place(row),
            is_lone=not contact.company,
        )
        self._known.add_client(client, contact)
        self._add(client, contact, number, row)
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

    def _add(self, client: KnownClient, contact: Contact, number: int, row: PlannedRow) -> None:
        if contact.person is not None:
            known = KnownPerson(number, client, contact.person.name, row.line, _place(row))
            self._known.add_person(known, contact.person, about=contact.about)


def may_be(match: Match) -> str:
    """Return in words who a row may be of, and why that is not sure."""
    who = match.person.name if match.person else match.client.name
    at = "" if fold(who) == fold(match.client.name) else f" at {match.client.name}"
    place = match.person.place if match.person else match.client.place
    where = f" of {place}" if place else ""
    return f"may be {who}{at}{where} ({match.by}): say whether it is"


def _and(parts: Sequence[str]) -> str:
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else parts[0]


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
