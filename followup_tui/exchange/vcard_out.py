"""Contacts as vCards 4.0 (RFC 6350), a card for each person.

A client without people is the card of an organisation. Cards are known by stable UIDs, so that
taking a file in again replaces and does not add.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC
from uuid import NAMESPACE_URL, uuid5

from followup_tui.domain.client import Client, Person
from followup_tui.domain.exporting.tables import company_of
from followup_tui.domain.text import fold

PRODUCT = "-//followup//followup//EN"
_OCTETS = 75  # of a line (RFC 6350, section 3.2)
_ESCAPES = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n"})
_PARTICLES = {
    "van", "von", "vom", "zu", "zum", "zur", "de", "der", "den", "del", "della", "di", "da", "do",
    "dos", "das", "du", "la", "le", "ter", "ten", "te", "bin", "ibn", "al", "el", "af", "av",
}  # fmt: skip


def write_cards(clients: Iterable[Client]) -> bytes:
    """Return the cards of all people of `clients`, in UTF-8."""
    lines: list[str] = []
    for client in clients:
        for number, person in enumerate(client.people or (None,)):
            lines += _card(client, person, first=number == 0)
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _card(client: Client, person: Person | None, *, first: bool) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield f"PRODID:{PRODUCT}"
    yield f"UID:{_uid(client, person)}"
    yield f"REV:{(client.changed or client.created).astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield from _person(client, person) if person else _organisation(client)
    if first:  # what is known of the client as a whole
        if client.website:
            yield f"URL:{client.website}"
        if client.tags:
            yield f"CATEGORIES:{','.join(map(_text, client.tags))}"
        if client.about:
            yield f"NOTE:{_text(client.about)}"
    yield "END:VCARD"


def _person(client: Client, person: Person) -> Iterator[str]:
    given, family = _parts(person.name)
    yield "KIND:individual"
    yield f"FN:{_text(person.name)}"
    yield f"N:{_text(family)};{_text(given)};;;"
    if company := company_of(client, person):
        yield f"ORG:{_text(company)}"
    if person.role:
        yield f"TITLE:{_text(person.role)}"
    for name, values in (("TEL", person.phones), ("EMAIL", person.emails)):
        for number, value in enumerate(values):
            preferred = ";PREF=1" if number == 0 and len(values) > 1 else ""
            yield f"{name}{preferred}:{_text(value)}"


def _organisation(client: Client) -> Iterator[str]:
    yield "KIND:org"
    yield f"FN:{_text(client.name)}"
    yield "N:;;;;"  # programs that know 3.0 alone refuse a card without it
    yield f"ORG:{_text(client.name)}"


def _uid(client: Client, person: Person | None) -> str:
    who = fold(person.name) if person else ""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'followup:{client.id}:{who}')}"


def _parts(name: str) -> tuple[str, str]:
    """Return the given and the family name, as far as blanks tell them apart."""
    words = name.split(" ")
    begin = len(words) - 1
    while begin > 1 and fold(words[begin - 1]) in _PARTICLES:
        begin -= 1
    return " ".join(words[:begin]), " ".join(words[begin:])


def _text(value: str) -> str:
    return value.translate(_ESCAPES)


def _folded(line: str) -> str:
    """Return a line broken to 75 octets, within no character."""
    if len(line.encode()) <= _OCTETS:
        return line
    parts, part, taken = [], "", 0
    for char in line:
        octets = len(char.encode())
        if taken + octets > _OCTETS:
            parts.append(part)
            part, taken = "", 1  # the blank with which it goes on counts
        part += char
        taken += octets
    return "\r\n ".join([*parts, part])
