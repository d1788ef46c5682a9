"""Whom a row is about, among the clients of the desk and those that come with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from followup_tui.domain.client import Client
from followup_tui.domain.importing.known import KnownPeople
from followup_tui.domain.importing.matching import Matching
from followup_tui.domain.importing.plan import Contact
from followup_tui.domain.importing.turns import Turns
from followup_tui.domain.importing.who import KnownClient, KnownPerson, Match
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.project import Project
from followup_tui.domain.text import fold
from followup_tui.domain.value_add import ValueAdd


@dataclass(frozen=True, slots=True)
class There:
    """What the desk has of the kinds that an import can bring."""

    clients: tuple[Client, ...] = ()
    projects: tuple[Project, ...] = ()
    interactions: tuple[Interaction, ...] = ()
    value_adds: tuple[ValueAdd, ...] = ()


class Whose:
    """Finds the client of a project or a conversation, and has them come where there is none."""

    def __init__(self, clients: Iterable[Client], region: str, turns: Turns) -> None:
        self._known = KnownPeople(region, turns)
        self._known.add_desk(clients)
        self._matching = Matching(self._known, region)

    def find(self, contact: Contact) -> Match | None:
        """Return whom `contact` is, or may be; a company alone is its client."""
        known = self._known
        match = self._matching.match(contact)
        if match is not None and match.sure:
            return match
        client = known.company(contact) or known.company_by_mail(contact)
        if client is None and not contact.company:
            client = known.company(Contact(company=contact.client_name))
        return Match(None, client, "the same company") if client else match

    def chosen(self, client_id: str, contact: Contact) -> Match | None:
        """Return `contact` as somebody of a client of the desk; None: it is not there."""
        client = self._known.on_the_desk(client_id)
        if client is None:
            return None
        at = self._matching.at_company(client, contact.person) if contact.person else None
        return Match(at.person if at else None, client, "as you said")

    def proposed(self, contact: Contact) -> Iterator[Match]:
        """Yield whom `contact` may be, the likeliest first."""
        return self._matching.proposed(contact)

    def comes(self, contact: Contact, number: int, line: int) -> KnownClient:
        """Take in a client who comes with a row."""
        client = KnownClient(number, contact.client_name, line=line, is_lone=not contact.company)
        self._known.add_client(client, contact)
        if contact.person:
            self._known.add_person(
                KnownPerson(number, client, contact.person.name, line), contact.person
            )
        return client


def person_of(match: Match, contact: Contact) -> str:
    """Return with whom it was, by the name that the desk has."""
    if match.person is not None:
        return match.person.name
    name = contact.person.name if contact.person else ""
    return "" if fold(name) == fold(match.client.name) else name
