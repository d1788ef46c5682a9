"""Whom a client named: recognising those who are on the list, and writing the others down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from dataclasses import replace as replaced
from datetime import datetime

from msgspec.structs import replace

from followup_tui.domain.client import Client, Origin, OriginKind, Person
from followup_tui.domain.importing.phones import phone_key
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.promise import Referral
from followup_tui.domain.record import LINE_LIMIT, Record, new_id, utc
from followup_tui.domain.text import clean_line, clean_text, fold, shorten
from followup_tui.domain.wrap_up.items import NamedPerson
from followup_tui.services.ports import Records

_TAIL = 5
"""Digits at the end of a number that are the same however its beginning is written."""


def recognised(person: NamedPerson, clients: Iterable[Client], *, region: str) -> NamedPerson:
    """Return somebody who was named, with the client that they are on the list with already.

    The same e-mail address tells best, then the same phone number, the same name at the same
    company, the same company; a name alone tells where no company was said. `region` (ISO 3166)
    is where numbers without a country code belong.
    """
    best: tuple[int, Client, str] | None = None
    for client in clients:
        found = _alike(person, client, region)
        if found is not None and (best is None or found[0] < best[0]):
            best = (found[0], client, found[1])
    if best is None:
        return replaced(person, known="", known_name="", known_by="")
    _, client, by = best
    return replaced(person, known=client.id, known_name=client.name, known_by=by)


def _alike(person: NamedPerson, client: Client, region: str) -> tuple[int, str] | None:
    """Return by what somebody is known to be of a client, with how well that tells (0: best)."""
    emails = {fold(email) for each in client.people for email in each.emails}
    if person.email and fold(person.email) in emails:
        return 0, "the same e-mail"
    numbers = (phone for each in client.people for phone in each.phones)
    if person.phone and any(_same_number(person.phone, number, region) for number in numbers):
        return 1, "the same phone number"
    name, names = fold(person.name), {fold(each.name) for each in client.people}
    if _is_company(person.company, client.name) and name in names:
        return 2, "the same name and company"
    if person.company and fold(person.company) == fold(client.name):
        return 3, "the same company"
    if not person.company and name and name in names | {fold(client.name)}:
        return 4, "the same name"
    return None


def _same_number(one: str, other: str, region: str) -> bool:
    """Say whether two numbers are one; only those that end alike are taken apart, which is slow."""
    if _digits(one)[-_TAIL:] != _digits(other)[-_TAIL:]:
        return False
    key = phone_key(one, region)
    return bool(key) and phone_key(other, region) == key


def _digits(phone: str) -> str:
    return "".join(char for char in phone if char.isdecimal())


def _is_company(said: str, name: str) -> bool:
    """Say whether a company may be meant by what was said: “Tailspin” by “Tailspin Toys”."""
    words, known = fold(said).split(), fold(name).split()
    shorter = min(len(words), len(known))
    return bool(shorter) and words[:shorter] == known[:shorter]


@dataclass(slots=True)
class Introduced:
    """What becomes of those who were named: clients new or changed, and the referrals."""

    introducer: Client
    """Who named them, with what the conversation itself changed."""
    clients: dict[str, Client] = field(default_factory=dict)
    """By id: the new ones, and those on the list that somebody was joined to."""
    referrals: list[Referral] = field(default_factory=list)

    def records(self) -> Sequence[Record]:
        """Return all that is to be written, the introducer aside."""
        return (*self.clients.values(), *self.referrals)


def introduced(
    named: Iterable[NamedPerson],
    introducer: Client,
    interaction: Interaction,
    *,
    records: Records,
    now: datetime,
) -> Introduced:
    """Return what those who are kept of `named` become.

    Somebody joined to a client is added to its people, or completes the person of that name. A
    colleague (joined to the introducer) is one more person there and no referral. Whoever is
    joined to a client that was removed meanwhile becomes a new one.
    """
    all_of_it = Introduced(introducer)
    for person in named:
        name = _line(person.name)
        if person.keep and name:
            _introduce(replaced(person, name=name), all_of_it, interaction, records, now)
    return all_of_it


def _introduce(
    named: NamedPerson,
    so_far: Introduced,
    interaction: Interaction,
    records: Records,
    now: datetime,
) -> None:
    person = _person(named)
    if named.linked == so_far.introducer.id:
        so_far.introducer = joined(so_far.introducer, person)
        return
    known = _known(named, so_far, records)
    if known is None:
        client = _new_client(named, person, so_far.introducer, interaction, now)
        so_far.clients[client.id] = client
    else:
        client = known
        with_them = joined(known, person)
        if with_them != known:
            is_new = known.created == utc(now)
            so_far.clients[known.id] = with_them if is_new else replace(with_them, changed=utc(now))
    so_far.referrals.append(
        Referral(
            id=new_id(now),
            created=utc(now),
            client_id=so_far.introducer.id,
            name=named.name,
            detail=_line(", ".join(part for part in (named.company, named.detail) if part)),
            became=client.id,
            interaction_id=interaction.id,
        )
    )


def _known(named: NamedPerson, so_far: Introduced, records: Records) -> Client | None:
    """Return the client to join somebody to: on the list, or named a line before."""
    if named.linked:
        return so_far.clients.get(named.linked) or records.get(Client, named.linked)
    company = fold(_line(named.company))
    return next((c for c in so_far.clients.values() if company and fold(c.name) == company), None)


def _new_client(
    named: NamedPerson, person: Person, by: Client, interaction: Interaction, now: datetime
) -> Client:
    names = dict.fromkeys(name for name in (interaction.person, by.name) if name)
    return Client(
        id=new_id(now),
        created=utc(now),
        name=_line(named.company) or person.name,
        people=(person,),
        origin=Origin(
            kind=OriginKind.REFERRAL,
            detail=_line(f"by {', '.join(names)}"),
            introduced_by=by.id,
        ),
        about=clean_text(named.detail),
    )


def _person(named: NamedPerson) -> Person:
    email, phone = _line(named.email), _line(named.phone)
    return Person(
        name=named.name, emails=(email,) if email else (), phones=(phone,) if phone else ()
    )


def joined(client: Client, person: Person) -> Client:
    """Return a client with a person added, or completed where one of that name is there."""
    people = list(client.people)
    for index, each in enumerate(people):
        if fold(each.name) == fold(person.name) or _shares_address(each, person):
            people[index] = replace(
                each,
                emails=tuple(_once((*each.emails, *person.emails))),
                phones=tuple(_once((*each.phones, *person.phones))),
            )
            break
    else:
        people.append(person)
    return client if tuple(people) == client.people else replace(client, people=tuple(people))


def _shares_address(one: Person, other: Person) -> bool:
    return bool({fold(email) for email in one.emails} & {fold(email) for email in other.emails})


def _once(lines: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for line in lines:
        key = "".join(fold(line).split())
        if key not in seen:
            seen.add(key)
            yield line


def _line(text: str) -> str:
    return shorten(clean_line(text), LINE_LIMIT)
