"""The client form: a client as the raw texts of its fields, and back, with every problem at once.

`fields_of` shows a client, `read` makes one of what stands in the fields. What the form does not
show (origin, likes, snooze …) comes from the client that is edited.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TypeVar

import msgspec

from followup_tui.domain import form_fields
from followup_tui.domain.client import AccountManager, Cadence, Client, Person
from followup_tui.domain.due import quiet_days, quiet_reading
from followup_tui.domain.record import Invalid, new_id

T = TypeVar("T")


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
    quiet: str = ""
    """Days on which they are left in peace, one period a line; see `due.quiet_reading`."""
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
        competitors=form_fields.joined_competitors(client.competitors),
        interests=form_fields.joined(client.interests),
        tags=form_fields.joined(client.tags),
        account_manager=manager.name if manager else "",
        account_manager_email=manager.email if manager else "",
        zone=client.zone,
        about=client.about,
        cadence_ideal=str(cadence.ideal) if cadence else "",
        cadence_late=str(cadence.late) if cadence else "",
        quiet=quiet_days.typed_of(client.quiet),
        people=tuple(
            PersonFields(
                name=person.name,
                role=person.role,
                phones=form_fields.joined(person.phones),
                emails=form_fields.joined(person.emails),
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
    wrong = {person.name: person.wrong_phones for person in people}
    values = {
        "name": reading.of("name", fields.name, form_fields.required_line),
        "website": reading.of("website", fields.website, form_fields.web_address),
        "competitors": reading.of("competitors", fields.competitors, form_fields.competitors),
        "interests": reading.of("interests", fields.interests, form_fields.words),
        "tags": reading.of("tags", fields.tags, form_fields.words),
        "account_manager": _manager(fields, reading),
        "zone": reading.of("zone", fields.zone, form_fields.zone),
        "about": reading.of("about", fields.about, form_fields.text),
        "cadence": _cadence(fields, reading),
        "quiet": reading.of("quiet", fields.quiet, partial(quiet_reading.read, today=now.date())),
        "people": tuple(
            _person(person, f"people[{index}]", reading, wrong)
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

    def phones(self, typed: str) -> tuple[str, ...]:
        """Return the phone numbers of one person."""
        return form_fields.phones(typed, region=self.region, stood=self.stood)

    def emails(self, typed: str) -> tuple[str, ...]:
        """Return the e-mail addresses of one person."""
        return form_fields.emails(typed, stood=self.stood)


def _manager(fields: ClientFields, reading: _Reading) -> AccountManager | None:
    email = fields.account_manager_email.strip()
    if email not in reading.stood:
        email = reading.of("account_manager_email", email, form_fields.email) or ""
    if email and not fields.account_manager.strip():
        reading.problems["account_manager"] = "must not be empty where there is an e-mail address"
        return None
    name = reading.of("account_manager", fields.account_manager, form_fields.line)
    return AccountManager(name=name, email=email) if name else None


def _cadence(fields: ClientFields, reading: _Reading) -> Cadence | None:
    if not (fields.cadence_ideal.strip() or fields.cadence_late.strip()):
        return None
    ideal = reading.of("cadence_ideal", fields.cadence_ideal, form_fields.days)
    late = reading.of("cadence_late", fields.cadence_late, form_fields.days)
    if ideal is None or late is None:
        return None
    try:
        return Cadence(ideal=ideal, late=late)
    except Invalid as problem:
        reading.problems["cadence_late"] = problem.message
        return None


def _person(
    fields: PersonFields, at: str, reading: _Reading, wrong: Mapping[str, tuple[str, ...]]
) -> Person | None:
    """Return a person; numbers found `wrong` (by name) stay so, unless they stand here again."""
    name = reading.of(f"{at}.name", fields.name, form_fields.required_line)
    role = reading.of(f"{at}.role", fields.role, form_fields.line)
    phones = reading.of(f"{at}.phones", fields.phones, reading.phones)
    emails = reading.of(f"{at}.emails", fields.emails, reading.emails)
    if name is None or role is None or phones is None or emails is None:
        return None
    stay_wrong = tuple(phone for phone in wrong.get(name, ()) if phone not in phones)
    return Person(name=name, role=role, phones=phones, emails=emails, wrong_phones=stay_wrong)
