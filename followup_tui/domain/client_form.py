"""The client form: a client as the raw texts of its fields, and back, with every problem at once.

`fields_of` shows a client, `read` makes one of what stands in the fields. What the form does not
show (origin, likes, snooze …) comes from the client that is edited.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

import msgspec

from followup_tui.domain.client import AccountManager, Cadence, Client, Competitor, Person
from followup_tui.domain.record import (
    Invalid,
    check_line,
    check_text,
    check_web_address,
    check_zone,
    new_id,
)
from followup_tui.domain.text import clean_line, clean_text

T = TypeVar("T")

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?:[:/?#]\S*)?|https?://\S+", re.IGNORECASE
)
_TEST_ENDINGS = (".test", ".example", ".invalid", ".localhost")


@dataclass(frozen=True, slots=True)
class PersonFields:
    """The fields of one person; phones and e-mails are separated by commas."""

    name: str = ""
    role: str = ""
    phones: str = ""
    emails: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in them: then there is no such person."""
        return not "".join((self.name, self.role, self.phones, self.emails)).strip()


@dataclass(frozen=True, slots=True)
class ClientFields:
    """The fields of a client as they are typed.

    Lists are separated by commas; a competitor is its name, its website after it if known
    (``Fabrikam https://fabrikam.example``).
    """

    name: str = ""
    website: str = ""
    competitors: str = ""
    interests: str = ""
    tags: str = ""
    account_manager: str = ""
    account_manager_email: str = ""
    zone: str = ""
    about: str = ""
    cadence_ideal: str = ""
    cadence_late: str = ""
    people: tuple[PersonFields, ...] = ()


class FormProblems(ValueError):
    """What is wrong: field -> sentence; the first person's numbers are `people[0].phones`."""

    def __init__(self, problems: dict[str, str]) -> None:
        super().__init__("; ".join(f"{field}: {what}" for field, what in problems.items()))
        self.problems = problems


def fields_of(client: Client) -> ClientFields:
    """Return the fields that show `client`."""
    manager, cadence = client.account_manager, client.cadence
    return ClientFields(
        name=client.name,
        website=client.website,
        competitors=", ".join(f"{_listed(c.name)} {c.website}".strip() for c in client.competitors),
        interests=_joined(client.interests),
        tags=_joined(client.tags),
        account_manager=manager.name if manager else "",
        account_manager_email=manager.email if manager else "",
        zone=client.zone,
        about=client.about,
        cadence_ideal=str(cadence.ideal) if cadence else "",
        cadence_late=str(cadence.late) if cadence else "",
        people=tuple(
            PersonFields(
                name=person.name,
                role=person.role,
                phones=_joined(person.phones),
                emails=_joined(person.emails),
            )
            for person in client.people
        ),
    )


def read(fields: ClientFields, *, region: str, base: Client | None, now: datetime) -> Client:
    """Return the client that the fields say, a new one or `base` changed.

    `region` (two letters, ISO 3166) is where a phone number without a country code belongs.
    Raises `FormProblems` with all problems.
    """
    people = base.people if base else ()
    stood = {each for person in people for each in (*person.phones, *person.emails)}
    if base and base.account_manager:
        stood.add(base.account_manager.email)
    reading = _Reading(region, stood)
    values = {
        "name": reading.of("name", fields.name, _required_line),
        "website": reading.of("website", fields.website, _web_address),
        "competitors": reading.of("competitors", fields.competitors, _competitors),
        "interests": reading.of("interests", fields.interests, _list),
        "tags": reading.of("tags", fields.tags, _list),
        "account_manager": _manager(fields, reading),
        "zone": reading.of("zone", fields.zone, _zone),
        "about": reading.of("about", fields.about, _text),
        "cadence": _cadence(fields, reading),
        "people": tuple(
            _person(person, f"people[{index}]", reading)
            for index, person in enumerate(fields.people)
            if not person.is_empty
        ),
    }
    if reading.problems:
        raise FormProblems(reading.problems)
    return _made(values, base, now)


def _made(values: Mapping[str, object], base: Client | None, now: datetime) -> Client:
    try:
        if base is None:
            blank = Client(id=new_id(now), created=now, name="new")
            return msgspec.structs.replace(blank, **values)
        return msgspec.structs.replace(base, **values, changed=now)
    except Invalid as problem:  # a rule of the whole that no field has by itself
        raise FormProblems({problem.field: problem.message}) from problem


class _Reading:
    """Reads fields one by one and keeps what is wrong with each.

    Numbers and addresses that `stood` there before are not refused: an import may have brought
    them, and another field can be mended all the same.
    """

    def __init__(self, region: str, stood: Collection[str]) -> None:
        self.region = region
        self.stood = stood
        self.problems: dict[str, str] = {}

    def of(self, field: str, text: str, reader: Callable[[str], T]) -> T | None:
        """Return what `reader` makes of the text, or None with the problem noted."""
        try:
            return reader(text)
        except Invalid as problem:
            self.problems[field] = problem.message
            return None


# One field each


def _line(text: str) -> str:
    line = clean_line(text)
    check_line("", line)
    return line


def _required_line(text: str) -> str:
    line = clean_line(text)
    check_line("", line, required=True)
    return line


def _text(text: str) -> str:
    cleaned = clean_text(text)
    check_text("", cleaned)
    return cleaned


def _zone(text: str) -> str:
    zone = clean_line(text)
    check_zone("", zone)
    return zone


def _web_address(text: str) -> str:
    address = clean_line(text)
    if address and not _SCHEME.match(address):
        address = f"https://{address}"
    check_web_address("", address)
    host = address.partition("://")[2].split("/")[0]
    if address and "." not in host and not host.startswith(("localhost", "[")):
        raise Invalid("", "must be a web address, like www.northwind.example")
    return address


def _list(text: str, *, separators: str = ",") -> tuple[str, ...]:
    """Return what stands between the commas, each once; a comma in quotes is part of a word."""
    found = [_line(_unquoted(part)) for part in _split(text, separators)]
    return tuple(dict.fromkeys(part for part in found if part))


def _competitors(text: str) -> tuple[Competitor, ...]:
    found = []
    for part in _split(text, ","):
        words = clean_line(part).split(" ")
        website = words.pop() if len(words) > 1 and _ADDRESS.fullmatch(words[-1]) else ""
        name = _unquoted(" ".join(words))
        if not name:
            continue
        if not website and _SCHEME.match(name):
            website, name = name, name.partition("://")[2].split("/")[0].removeprefix("www.")
        found.append(Competitor(name=_required_line(name), website=_web_address(website)))
    return tuple(found)


def _manager(fields: ClientFields, reading: _Reading) -> AccountManager | None:
    email = fields.account_manager_email.strip()
    if email not in reading.stood:
        email = reading.of("account_manager_email", email, _one_email) or ""
    if email and not fields.account_manager.strip():
        reading.problems["account_manager"] = "must not be empty where there is an e-mail address"
        return None
    name = reading.of("account_manager", fields.account_manager, _line)
    return AccountManager(name=name, email=email) if name else None


def _cadence(fields: ClientFields, reading: _Reading) -> Cadence | None:
    if not (fields.cadence_ideal.strip() or fields.cadence_late.strip()):
        return None
    ideal = reading.of("cadence_ideal", fields.cadence_ideal, _days)
    late = reading.of("cadence_late", fields.cadence_late, _days)
    if ideal is None or late is None:
        return None
    try:
        return Cadence(ideal=ideal, late=late)
    except Invalid as problem:
        reading.problems["cadence_late"] = problem.message
        return None


def _days(text: str) -> int:
    number = clean_line(text)
    if not (number.isascii() and number.isdigit() and 1 <= int(number[:9]) <= 36_500):
        raise Invalid("", "must be a number of days, 1 to 36,500; or leave both empty")
    return int(number)


def _person(fields: PersonFields, at: str, reading: _Reading) -> Person | None:
    name = reading.of(f"{at}.name", fields.name, _required_line)
    role = reading.of(f"{at}.role", fields.role, _line)
    phones = reading.of(f"{at}.phones", fields.phones, lambda text: _phones(text, reading))
    emails = reading.of(f"{at}.emails", fields.emails, lambda text: _emails(text, reading))
    if name is None or role is None or phones is None or emails is None:
        return None
    return Person(name=name, role=role, phones=phones, emails=emails)


def _phones(text: str, reading: _Reading) -> tuple[str, ...]:
    """Return the numbers as typed, once each of them could be one."""
    # Imported late: nothing but a form needs it, and no start may wait for it.
    import phonenumbers  # noqa: PLC0415

    numbers = _list(text, separators=",;")
    for number in numbers:
        if number in reading.stood:
            continue
        try:
            parsed = phonenumbers.parse(number, reading.region.upper())
            possible = phonenumbers.is_possible_number(parsed)
        except phonenumbers.NumberParseException:
            possible = False
        if not possible:
            raise Invalid("", f"“{number}” cannot be a phone number; write it like +61 2 5550 0142")
    return numbers


def _emails(text: str, reading: _Reading) -> tuple[str, ...]:
    return tuple(
        address if address in reading.stood else _one_email(address)
        for address in _list(text, separators=",;")
    )


def _one_email(text: str) -> str:
    """Return the address as typed; domains that exist for examples and tests are allowed."""
    import email_validator  # noqa: PLC0415  (as above)

    address = clean_line(text)
    if not address:
        return ""
    check_line("", address)
    probe = address
    for ending in _TEST_ENDINGS:  # reserved by RFC 2606: nobody's mail, but everybody's examples
        if address.lower().endswith(ending):
            probe = f"{address}.com"
    try:
        email_validator.validate_email(probe, check_deliverability=False, test_environment=True)
    except email_validator.EmailNotValidError as problem:
        raise Invalid("", f"“{address}” is no e-mail address: {_reason(problem)}") from problem
    return address


def _reason(problem: Exception) -> str:
    words = clean_line(str(problem)).rstrip(".")
    return words[:1].lower() + words[1:]


# Lists in one field


def _joined(items: tuple[str, ...]) -> str:
    return ", ".join(_listed(item) for item in items)


def _listed(item: str) -> str:
    """Return an item as it is typed into a list: in quotes where it would fall apart without."""
    plain = not any(char in item for char in ',;"')
    return item if plain else '"' + item.replace('"', '""') + '"'


def _unquoted(item: str) -> str:
    item = item.strip()
    if len(item) > 1 and item[0] == item[-1] == '"':
        return item[1:-1].replace('""', '"')
    return item


def _split(text: str, separators: str) -> list[str]:
    """Return the parts between separators, or line breaks, that stand outside of double quotes."""
    parts, part, quoted = [], "", False
    for char in text:
        if char == '"':
            quoted = not quoted
        if (char in separators and not quoted) or char == "\n":
            parts.append(part)
            part = ""
        else:
            part += char
    return [*parts, part]
