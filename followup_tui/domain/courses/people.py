"""Who on a course is who: the same attendee twice, and the clients that they may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from followup_tui.domain.client import Client
from followup_tui.domain.course import Attendee
from followup_tui.domain.text import fold


def identity(attendee: Attendee) -> str:
    """Return what makes somebody on a course the same as another: their mail, or all names."""
    if attendee.email:
        return fold(attendee.email)
    return f"{fold(attendee.name)} {attendee.client_id or fold(attendee.company)}"


def by_name(attendee: Attendee) -> tuple[str, str, str]:
    """Return what a pool is ordered by: nothing that importing or linking changes."""
    return fold(attendee.name), fold(attendee.email), fold(attendee.company)


class Sureness(StrEnum):
    """How sure it is that an attendee is somebody at a client."""

    SURE = "sure"
    LIKELY = "likely"
    """Shown, and linked unless the user says no."""
    POSSIBLE = "possible"
    """Proposed only: people share names."""


@dataclass(frozen=True, slots=True)
class Match:
    """A client that an attendee may belong to, and what speaks for it."""

    client_id: str
    client_name: str
    sureness: Sureness
    because: str
    """A clause: “the same e-mail”, “works there”."""


class ClientIndex:
    """Clients by what an attendee can be known by; made once for many attendees."""

    def __init__(self, clients: Iterable[Client]) -> None:
        self._mails: dict[str, Client] = {}
        self._pairs: dict[tuple[str, str], Client] = {}
        self._companies: dict[str, Client] = {}
        self._names: dict[str, list[Client]] = {}
        for client in clients:
            self._companies.setdefault(fold(client.name), client)
            for person in client.people:
                self._pairs.setdefault((fold(person.name), fold(client.name)), client)
                self._names.setdefault(fold(person.name), []).append(client)
                for email in person.emails:
                    self._mails.setdefault(fold(email), client)

    def match(self, attendee: Attendee) -> Match | None:
        """Return the best match of an attendee, or None where nothing speaks for any."""
        return next(self._matches(attendee), None)

    def _matches(self, attendee: Attendee) -> Iterator[Match]:
        name, company = fold(attendee.name), fold(attendee.company)
        if attendee.email and (client := self._mails.get(fold(attendee.email))):
            yield _match(client, Sureness.SURE, "the same e-mail")
        if company and (client := self._pairs.get((name, company))):
            yield _match(client, Sureness.LIKELY, "the same name and company")
        if company and (client := self._companies.get(company)):
            yield _match(client, Sureness.LIKELY, "the same company")
        alike = self._names.get(name, [])
        if len(alike) == 1:
            yield _match(alike[0], Sureness.POSSIBLE, "the same name")


def _match(client: Client, sureness: Sureness, because: str) -> Match:
    return Match(client.id, client.name, sureness, because)
