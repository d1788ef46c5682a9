"""An import's rows against the clients there are: who is known already, who goes with whom.

`marked` settles the fate of each row, `clients_of` makes the clients of a plan that was settled.
Two rows, or a row and a person on the desk, are taken for the same where they share an e-mail
address or a phone number and their names do not contradict it, or where person and company are
the same. A further person of a company that is there goes with it: a client is one relationship.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from msgspec.structs import replace as with_fields

from followup_tui.domain.client import Client, Origin, OriginKind, Person
from followup_tui.domain.importing.plan import Contact, Fate, ImportPlan, ImportProblem, PlannedRow
from followup_tui.domain.record import Invalid, new_id, utc
from followup_tui.domain.text import fold


@dataclass(frozen=True, slots=True)
class _Known:
    """Somebody who is there: on the desk (`client_id`), or in an earlier row (`line`)."""

    client_name: str
    person_name: str = ""
    client_id: str = ""
    line: int = 0


class _Index:
    """Everybody who is there, by all that they can be known by."""

    def __init__(self, region: str) -> None:
        self._region = region
        self._ways: dict[str, list[_Known]] = {}
        self._pairs: dict[tuple[str, str], _Known] = {}
        self._clients: dict[str, _Known] = {}
        self._people: dict[str, _Known] = {}

    def add(self, known: _Known, person: Person | None) -> None:
        """Remember somebody; who came first stays the one that is named."""
        client = fold(known.client_name)
        self._clients.setdefault(client, known)
        if person is None:
            return
        name = fold(person.name)
        self._pairs.setdefault((name, client), known)
        self._people.setdefault(name, known)
        for way in self._ways_to(person):
            self._ways.setdefault(way, []).append(known)

    def same(self, contact: Contact) -> tuple[_Known, str] | None:
        """Return who is the same as `contact`, and by what that is known."""
        person, client = contact.person, fold(contact.client_name)
        if person is None:
            known = self._clients.get(client)
            return (known, "the same company") if known else None
        for way in self._ways_to(person):
            for known in self._ways.get(way, ()):
                if _may_be_one(person.name, known.person_name):
                    return known, "the same e-mail" if "@" in way else "the same phone number"
        pair = self._pairs.get((fold(person.name), client))
        return (pair, "the same name") if pair else None

    def company(self, contact: Contact) -> _Known | None:
        """Return the client that is the company of `contact`."""
        return self._clients.get(fold(contact.company)) if contact.company else None

    def namesake(self, contact: Contact) -> _Known | None:
        """Return somebody of the same name elsewhere."""
        return self._people.get(fold(contact.person.name)) if contact.person else None

    def _ways_to(self, person: Person) -> Iterator[str]:
        for email in person.emails:
            yield fold(email)
        for phone in person.phones:
            if key := phone_key(phone, self._region):
                yield key


def _may_be_one(one: str, other: str) -> bool:
    """Say whether two names share a word: colleagues share a number, rarely also a name."""
    return bool(_name_words(one) & _name_words(other))


def _name_words(name: str) -> set[str]:
    return set(fold(name).replace(",", " ").split())


@lru_cache(maxsize=4096)
def phone_key(phone: str, region: str) -> str:
    """Return what a number is compared by: E.164 where it can be read, else its digits.

    `region` (ISO 3166) is where those without a country code belong. Fewer than six digits, an
    extension, are nobody's own number: empty.
    """
    import phonenumbers  # noqa: PLC0415 - no start may wait for it

    digits = "".join(char for char in phone if char.isdecimal())
    if len(digits) < 6:
        return ""
    try:
        parsed = phonenumbers.parse(phone, region.upper() or None)
    except phonenumbers.NumberParseException:
        return digits
    key = str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164))
    return f"{key};{parsed.extension}" if parsed.extension else key


def marked(plan: ImportPlan, clients: Iterable[Client], *, region: str) -> ImportPlan:
    """Return `plan` with the fate of each row that could be read settled, against `clients`."""
    index = _Index(region)
    for client in clients:
        for person in client.people or (None,):
            known = _Known(client.name, person.name if person else "", client_id=client.id)
            index.add(known, person)
        index.add(_Known(client.name, client_id=client.id), None)
    return replace(plan, rows=tuple(_settled(row, index) for row in plan.rows))


def _settled(row: PlannedRow, index: _Index) -> PlannedRow:
    contact = row.contact
    if contact is None:
        return row
    if same := index.same(contact):
        known, by = same
        return _of(row, Fate.SKIP, known, f"{_place(known)} ({by})")
    name = contact.person.name if contact.person else ""
    if company := index.company(contact):
        index.add(replace(company, person_name=name, line=row.line), contact.person)
        where = f"of line {company.line}" if company.line else "on your desk"
        return _of(row, Fate.MERGE, company, f"one more person at {company.client_name} {where}")
    namesake = index.namesake(contact)
    index.add(_Known(contact.client_name, name, line=row.line), contact.person)
    reason = "a new client"
    if namesake:
        alone = fold(namesake.client_name) == fold(namesake.person_name)
        reason += f"; there is another {namesake.person_name}"
        reason += "" if alone else f", at {namesake.client_name}"
    return replace(row, fate=Fate.NEW, reason=reason, client_id="", with_line=0)


def _place(known: _Known) -> str:
    if known.line:
        return f"stands in line {known.line} already"
    return f"already there: {known.client_name}"


def _of(row: PlannedRow, fate: Fate, known: _Known, reason: str) -> PlannedRow:
    return replace(row, fate=fate, reason=reason, client_id=known.client_id, with_line=known.line)


@dataclass(frozen=True, slots=True)
class ImportedClients:
    """The clients that a plan makes, and those on the desk that it adds people to."""

    new: tuple[Client, ...]
    changed: tuple[Client, ...]


def clients_of(plan: ImportPlan, clients: Iterable[Client], *, now: datetime) -> ImportedClients:
    """Return what carrying out a settled plan writes; `clients` are those it was settled against.

    Each new client remembers the file it came from. Raises `ImportProblem` where rows that are
    right by themselves make no client together (notes without end).
    """
    there = {client.id: client for client in clients}
    new: dict[int, Client] = {}
    changed: dict[str, Client] = {}
    for row in plan.rows:
        if row.contact is None or row.fate is Fate.SKIP:
            continue
        try:
            if row.fate is Fate.NEW:
                new[row.line] = _made(row.contact, plan.source, now)
            elif row.client_id:
                base = changed.get(row.client_id) or there[row.client_id]
                changed[row.client_id] = with_fields(_joined(base, row.contact), changed=utc(now))
            else:
                new[row.with_line] = _joined(new[row.with_line], row.contact)
        except Invalid as problem:
            raise ImportProblem(
                f"Line {row.line} of {plan.source} ({row.name}) cannot be imported: of its client, "
                f"“{problem.field}” {problem.message}. Take it out of the file, and try again."
            ) from problem
    return ImportedClients(tuple(new.values()), tuple(changed.values()))


def _made(contact: Contact, source: str, now: datetime) -> Client:
    return Client(
        id=new_id(now),
        created=utc(now),
        name=contact.client_name,
        people=(contact.person,) if contact.person else (),
        website=contact.website,
        tags=contact.tags,
        about=contact.about,
        origin=Origin(kind=OriginKind.IMPORT, detail=source),
    )


def _joined(client: Client, contact: Contact) -> Client:
    """Return `client` with the person of `contact`, and what the row says beyond that."""
    about = contact.about
    if about and contact.person:
        about = f"{contact.person.name}: {about}"
    return with_fields(
        client,
        people=(*client.people, contact.person) if contact.person else client.people,
        website=client.website or contact.website,
        tags=tuple(dict.fromkeys((*client.tags, *contact.tags))),
        about="\n".join(filter(None, (client.about, about))),
    )
