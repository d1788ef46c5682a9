"""Who on a course is who: the same attendee twice, and the clients that they may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from followup_tui.domain.client import Client
from followup_tui.domain.course import Attendee
from followup_tui.domain.text import fold


def is_same(one: Attendee, other: Attendee) -> bool:
    """Say whether two bookings are of one person.

    Whoever books for three writes one e-mail address behind three names: so a shared address
    counts only where the names share a word. Without it name and company must agree.
    """
    if one.email and fold(one.email) == fold(other.email):
        return bool(_words(one.name) & _words(other.name))
    if fold(one.name) != fold(other.name):
        return False
    companies = {fold(one.company), fold(other.company)}
    if one.email and other.email:
        return len(companies) == 1 and companies != {""}
    same_client = not (one.client_id and other.client_id) or one.client_id == other.client_id
    return same_client and (len(companies) == 1 or "" in companies)


def _words(name: str) -> set[str]:
    return set(fold(name).replace(",", " ").split())


class Known:
    """Attendees in their order, found again by e-mail and name."""

    def __init__(self, attendees: Iterable[Attendee] = ()) -> None:
        self._all: list[Attendee] = []
        self._by: dict[str, list[int]] = {}
        for attendee in attendees:
            self.add(attendee)

    def add(self, attendee: Attendee) -> int:
        """Remember somebody, and return their place."""
        self._all.append(attendee)
        return self.put(len(self._all) - 1, attendee)

    def put(self, at: int, attendee: Attendee) -> int:
        """Let somebody stand at a place who is known better by now; return the place."""
        self._all[at] = attendee
        for key in _keys(attendee):
            places = self._by.setdefault(key, [])
            if at not in places:
                places.append(at)
        return at

    def place(self, attendee: Attendee) -> int | None:
        """Return the place of the one who is the same as `attendee`, or None."""
        places = (at for key in _keys(attendee) for at in self._by.get(key, ()))
        return next((at for at in places if is_same(self._all[at], attendee)), None)


def _keys(attendee: Attendee) -> tuple[str, ...]:
    name = fold(attendee.name)
    return (fold(attendee.email), name) if attendee.email else (name,)


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
