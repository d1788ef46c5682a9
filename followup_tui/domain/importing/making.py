"""The clients that a settled plan makes, and those that it adds to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from msgspec.structs import replace as with_fields

from followup_tui.domain.client import Client, DoNotCall, Origin, OriginKind, Person
from followup_tui.domain.importing.beyond import lines_of
from followup_tui.domain.importing.phones import phone_key
from followup_tui.domain.importing.plan import (
    Contact,
    Fate,
    ImportPlan,
    ImportProblem,
    PlannedRow,
    Progress,
    untold,
)
from followup_tui.domain.importing.reaching import is_nameless
from followup_tui.domain.record import Invalid, new_id, utc
from followup_tui.domain.text import fold

_TOLD_EVERY = 500  # rows


@dataclass(frozen=True, slots=True)
class ImportedClients:
    """The clients that a plan makes, and those on the desk that it adds to."""

    new: tuple[Client, ...]
    changed: tuple[Client, ...]


class _Making:
    """The clients as they come to be, row by row."""

    def __init__(self, source: str, region: str, now: datetime) -> None:
        self._source = source
        self._region = region
        self._now = now
        self.new: dict[int, Client] = {}
        self.changed: dict[str, Client] = {}
        self._named: dict[tuple[str, str], str] = {}
        """Of a client the name of somebody by the address or number that they were called by."""

    def made(self, contact: Contact) -> Client:
        """Return the client that a contact makes."""
        return Client(
            id=new_id(self._now),
            created=utc(self._now),
            name=contact.client_name,
            people=(contact.person,) if contact.person else (),
            website=contact.website,
            tags=contact.tags,
            about=contact.about,
            origin=Origin(kind=OriginKind.IMPORT, detail=self._source),
            do_not_call=self._wish(contact, None),
        )

    def joined(self, client: Client, contact: Contact, person: str) -> Client:
        """Return `client` with a row added: with a further person, or to the one that is named."""
        person = self._named.get((client.id, person), person)
        if is_nameless(person) and contact.person is not None and not contact.called_by:
            client = self._with_name(client, person, contact.person.name)
            person = contact.person.name
        people = client.people
        if contact.person is not None and not person:
            people = (*people, contact.person)
        elif contact.person is not None:
            people = tuple(
                self._known_better(each, contact.person) if each.name == person else each
                for each in people
            )
        name = person or (contact.person.name if contact.person else "")
        whose = "" if not name or fold(name) == fold(client.name) else f"{name}: "
        role = next((each.role for each in client.people if each.name == person), "")
        beyond = lines_of(contact, client=client.name, website=client.website, role=role)
        lines = [f"{whose}{line}" for line in beyond if line not in client.about]
        return with_fields(
            client,
            people=people,
            website=client.website or contact.website,
            tags=tuple(dict.fromkeys((*client.tags, *contact.tags))),
            about="\n".join(filter(None, (client.about, *lines))),
            do_not_call=self._wish(contact, client.do_not_call),
        )

    def _with_name(self, client: Client, way: str, name: str) -> Client:
        """Return `client` with the name of somebody who was called by a way to reach them."""
        self._named[client.id, way] = name
        return with_fields(
            client,
            name=name if client.name == way else client.name,
            people=tuple(
                with_fields(each, name=name) if each.name == way else each for each in client.people
            ),
        )

    def _wish(self, contact: Contact, there: DoNotCall | None) -> DoNotCall | None:
        if there is not None or not contact.do_not_call:
            return there
        return DoNotCall(since=self._now.date(), why=f"as {self._source} says")

    def _known_better(self, person: Person, found: Person) -> Person:
        """Return `person` with the ways to reach them that were found beside those known."""
        emails = {fold(email) for email in person.emails}
        numbers = {self._key(phone) for phone in (*person.phones, *person.wrong_phones)}
        return with_fields(
            person,
            role=person.role or found.role,
            emails=(*person.emails, *(e for e in found.emails if fold(e) not in emails)),
            phones=(*person.phones, *(p for p in found.phones if self._key(p) not in numbers)),
        )

    def _key(self, phone: str) -> str:
        return phone_key(phone, self._region) or fold(phone)


def clients_of(
    plan: ImportPlan,
    clients: Iterable[Client],
    *,
    now: datetime,
    region: str = "",
    turns: Sequence[date] = (),
    progress: Progress = untold,
) -> ImportedClients:
    """Return what carrying out a settled plan of contacts writes.

    `clients` are those it was settled against. Each new client remembers the file it came from,
    and the day of `turns` that is its own (`spread.days`), if there is one. Raises `ImportProblem`
    where rows that are right by themselves make no client together (notes without end).
    """
    there = {client.id: client for client in clients}
    making = _Making(plan.source, region, now)
    for number, row in enumerate(plan.rows, start=1):
        if number % _TOLD_EVERY == 1:
            progress("Making clients", number - 1, len(plan.rows))
        if row.contact is None or row.fate is Fate.SKIP:
            continue
        try:
            _take(row, row.contact, number, making, there, now)
        except Invalid as problem:
            raise ImportProblem(
                f"Line {row.line} of {plan.source} ({row.name}) cannot be imported: of its client, "
                f"“{problem.field}” {problem.message}. Take it out of the file, and try again."
            ) from problem
    new = tuple(making.new.values())
    if turns:
        new = tuple(
            with_fields(client, origin=with_fields(client.origin, turn=turn))
            for client, turn in zip(new, turns, strict=True)
        )
    return ImportedClients(new, tuple(making.changed.values()))


def _take(
    row: PlannedRow,
    contact: Contact,
    number: int,
    making: _Making,
    there: dict[str, Client],
    now: datetime,
) -> None:
    if row.fate is Fate.NEW:
        making.new[number] = making.made(contact)
    elif row.client_id:
        base = making.changed.get(row.client_id) or there[row.client_id]
        joined = making.joined(base, contact, row.person)
        making.changed[row.client_id] = with_fields(joined, changed=utc(now))
    else:
        base = making.new[row.with_row]
        making.new[row.with_row] = making.joined(base, contact, row.person)
