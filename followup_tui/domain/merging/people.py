"""The people of two clients put together: who stands in both becomes one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace as with_fields

from followup_tui.domain.client import Person
from followup_tui.domain.importing.companies import Likeness
from followup_tui.domain.importing.mail import is_for_all
from followup_tui.domain.importing.names import names_are_one
from followup_tui.domain.text import fold

PhoneKey = Callable[[str], str]
"""Gives what a number is compared by; empty: nobody's own."""


def people_of_both(
    ours: Sequence[Person], theirs: Sequence[Person], key: PhoneKey
) -> tuple[tuple[Person, ...], tuple[str, ...]]:
    """Return everybody once, ours first, and in lines what has no place among them.

    Two are one where their names are, or are alike and they share an address or a number.
    """
    people = list(ours)
    lines: list[str] = []
    for other in theirs:
        at = next((at for at, one in enumerate(people) if _are_one(one, other, key)), None)
        if at is None:
            people.append(other)
            continue
        one = people[at]
        people[at] = _together(one, other, key)
        if one.name != other.name and fold(one.name) != fold(other.name):
            lines.append(f"{one.name}: also written {other.name}")
        if one.role and other.role and fold(one.role) != fold(other.role):
            lines.append(f"{one.name}: also {other.role}")
    return tuple(people), tuple(lines)


def _are_one(one: Person, other: Person, key: PhoneKey) -> bool:
    likeness, _ = names_are_one(one.name, other.name)
    if likeness is Likeness.SAME:
        return True
    return likeness is Likeness.ALIKE and bool(_ways(one, key) & _ways(other, key))


def _ways(person: Person, key: PhoneKey) -> set[str]:
    emails = {fold(email) for email in person.emails if not is_for_all(email)}
    return emails | ({key(phone) for phone in person.phones} - {""})


def _together(one: Person, other: Person, key: PhoneKey) -> Person:
    """Return one person with all ways to reach either; a number found wrong stays wrong."""
    wrong = _once((*one.wrong_phones, *other.wrong_phones), key)
    wrong_keys = {key(phone) or fold(phone) for phone in wrong}
    phones = _once((*one.phones, *other.phones), key)
    return with_fields(
        one,
        role=one.role or other.role,
        emails=tuple({fold(email): email for email in (*other.emails, *one.emails)}[each]
                     for each in dict.fromkeys(map(fold, (*one.emails, *other.emails)))),
        phones=tuple(p for p in phones if (key(p) or fold(p)) not in wrong_keys),
        wrong_phones=wrong,
    )  # fmt: skip


def _once(phones: Sequence[str], key: PhoneKey) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for phone in phones:
        found.setdefault(key(phone) or fold(phone), phone)
    return tuple(found.values())
