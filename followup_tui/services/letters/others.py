"""What the personal check must know of everybody else: their names, and what they alone said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, tzinfo
from heapq import nlargest
from threading import Lock

from followup_tui.domain.client import Client
from followup_tui.domain.encounter import Encounter
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.letter import Letter, LetterState
from followup_tui.domain.letters.facts import own_facts
from followup_tui.domain.letters.names import OtherNames
from followup_tui.domain.personal import Fact
from followup_tui.domain.stems import telling
from followup_tui.services.ports import Records

CLIENTS = 200
"""Clients whose facts are looked at, those last spoken to: who writes mixes up the last ones."""
MET = 50
"""People met whose facts are, the last ones."""
TALKS = 3
"""Of each, the conversations whose notes are."""
LETTERS = 20
"""Letters to others that a new one is compared with, the last that left."""
_MOSTLY = 0.6
"""Share of a fact's telling words from which what is offered here says the same."""


class Everybody:
    """Other clients' names and facts, read again only once something has changed.

    Safe to call from any thread. Raises `ports.StoreProblem`.
    """

    def __init__(self, records: Records) -> None:
        self._records = records
        self._guard = Lock()
        self._clients: Sequence[Client] = ()
        self._names = OtherNames()
        self._version = -1
        self._facts: dict[str, tuple[Fact, ...]] = {}

    def names(self) -> OtherNames:
        """Return the names of all clients and of their people: their own are fine to the check."""
        with self._guard:
            clients = self._records.all(Client)
            if clients is not self._clients:  # the store gives the same ones until they change
                self._clients, self._names = clients, OtherNames(_names(clients))
            return self._names

    def facts_without(self, client: Client, said_here: str, zone: tzinfo) -> tuple[Fact, ...]:
        """Return what those said who were last spoken to, but for `client`.

        `said_here` is what this client is offered: what says the same is no sign of anybody.
        """
        with self._guard:
            if self._version != self._records.version:
                self._facts = self._read(zone)
                self._version = self._records.version
        here = {root for _, root in telling(said_here)}
        return tuple(
            fact
            for key, facts in self._facts.items()
            if key != client.id
            for fact in facts
            if not _is_covered(fact, here)
        )

    def _read(self, zone: tzinfo) -> dict[str, tuple[Fact, ...]]:
        standings = self._records.standings()
        last = nlargest(
            CLIENTS,
            standings,
            key=lambda key: standings[key].last_attempt or standings[key].last_reached or date.min,
        )
        met = nlargest(MET, self._records.all(Encounter), key=lambda encounter: encounter.day)
        found = {}
        for key in dict.fromkeys((*last, *(encounter.client_id for encounter in met))):
            client = self._records.get(Client, key)
            if client is None:
                continue
            talks = list(self._records.of_client(Interaction, key))[-TALKS:]
            encounters = self._records.of_client(Encounter, key)
            found[key] = own_facts(client, talks, encounters, zone=zone)
        return found

    def earlier(self, letter: Letter) -> tuple[str, ...]:
        """Return the letters that left before: all to this client, the last ones to others."""
        own = [
            each
            for each in self._records.of_client(Letter, letter.client_id)
            if _is_out(each) and each.id != letter.id
        ]
        out = [
            each
            for each in self._records.all(Letter)
            if each.client_id != letter.client_id and _is_out(each)
        ]
        others = nlargest(LETTERS, out, key=lambda each: each.changed or each.created)
        return tuple(each.body for each in (*own, *others))


def _is_out(letter: Letter) -> bool:
    return letter.has_left or letter.state is LetterState.SAVED


def _names(clients: Sequence[Client]) -> Iterator[str]:
    for client in clients:
        yield client.name
        yield from (person.name for person in client.people)


def _is_covered(fact: Fact, here: set[str]) -> bool:
    words = {root for _, root in telling(fact.text)} if here else set()
    return bool(words) and len(words & here) >= _MOSTLY * len(words)
