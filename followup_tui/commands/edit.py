"""`followup edit`: a client and its people, changed field by field as the form does it."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace

from followup_tui.commands import shapes
from followup_tui.commands.problems import CannotDo, WrongUsage
from followup_tui.commands.run import Run
from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.domain.client_form import (
    ClientFields,
    FormProblems,
    PersonFields,
    fields_of,
    read,
)
from followup_tui.domain.text import fold

_TEXTS = {
    "name": "name",
    "website": "website",
    "zone": "zone",
    "about": "about",
    "manager": "account_manager",
    "manager_email": "account_manager_email",
    "ideal": "cadence_ideal",
    "late": "cadence_late",
}
_LISTS = {"tag": "tags", "interest": "interests", "competitor": "competitors"}
"""Argument -> field of the form."""


def run(asked: Run) -> int:
    """Change the client, and print it."""
    given = asked.given
    of_somebody = (given.role is not None, given.phone, given.email, given.rename)
    if not given.person and any(of_somebody):
        raise WrongUsage(
            "--role, --phone, --email and --rename are somebody's: say whose with --person NAME"
        )
    if given.right and not given.wrong:
        raise WrongUsage("--right goes with --wrong NUMBER")
    if given.why and given.do_not_call != "yes":
        raise WrongUsage("--why goes with --do-not-call yes")
    with asked.desk() as desk:
        client = asyncio.run(_changed(desk, given))
        if asked.json:
            asked.show_json(shapes.client(client))
        else:
            asked.paper.line(f"{client.name} is as you want it.")
    return 0


async def _changed(desk: Desk, given: Namespace) -> Client:
    client = await desk.clients.find(given.client)
    fields = _fields(fields_of(client), given)
    if fields != fields_of(client):
        await desk.clients.edit(_read(desk, fields, client))
    if given.wrong:
        await _mark_wrong(desk, given, client)
    if given.do_not_call:
        wish = given.do_not_call == "yes"
        await desk.call_list.do_not_call(client.id, wish=wish, why=given.why)
    return (await desk.clients.page(client.id)).client


async def _mark_wrong(desk: Desk, given: Namespace, client: Client) -> None:
    """Keep a number as wrong; `client` is as it was before what else was changed."""
    wanted = _digits(given.wrong)
    phones = [phone for person in client.people for phone in person.phones]
    meant = [phone for phone in phones if wanted and _digits(phone) == wanted]
    if not meant:
        there = f"there is {', '.join(phones)}" if phones else "none is known"
        raise CannotDo(f"there is no number {given.wrong} at {client.name}: {there}")
    await desk.dialling.mark_wrong(client.id, meant[0], given.right)


def _digits(number: str) -> str:
    return "".join(char for char in number if char.isdecimal())


def _fields(fields: ClientFields, given: Namespace) -> ClientFields:
    """Return the fields with what is given in its place; a list that is given is the whole list."""
    texts = {field: getattr(given, name) for name, field in _TEXTS.items()}
    lists = {field: getattr(given, name) for name, field in _LISTS.items()}
    changed = {field: text for field, text in texts.items() if text is not None}
    changed |= {field: ", ".join(values) for field, values in lists.items() if values}
    people = _without(fields.people, given.drop_person)
    if given.person:
        people = _with(people, given)
    return replace(fields, **changed, people=people)


def _without(people: Sequence[PersonFields], names: Sequence[str]) -> tuple[PersonFields, ...]:
    for name in names:
        if not any(fold(person.name) == fold(name) for person in people):
            there = ", ".join(person.name for person in people) or "nobody"
            raise CannotDo(f"there is no {name} at this client: there is {there}")
    gone = {fold(name) for name in names}
    return tuple(person for person in people if fold(person.name) not in gone)


def _with(people: Sequence[PersonFields], given: Namespace) -> tuple[PersonFields, ...]:
    """Return the people with the one that is meant changed, or added after the others."""
    changed: dict[str, str] = {}
    if given.role is not None:
        changed["role"] = given.role
    if given.phone:
        changed["phones"] = ", ".join(given.phone)
    if given.email:
        changed["emails"] = ", ".join(given.email)
    if given.rename:
        changed["name"] = given.rename
    meant = fold(given.person)
    if given.rename and not any(fold(person.name) == meant for person in people):
        there = ", ".join(person.name for person in people) or "nobody"
        raise CannotDo(f"there is no {given.person} at this client: there is {there}")
    if any(fold(person.name) == meant for person in people):
        return tuple(
            replace(person, **changed) if fold(person.name) == meant else person
            for person in people
        )
    return (*people, PersonFields(name=given.person, **changed))


def _read(desk: Desk, fields: ClientFields, base: Client) -> Client:
    region = desk.settings.me.region
    try:
        return read(fields, region=region, base=base, now=desk.clock())
    except FormProblems as wrong:
        said = (f"{_option(field)} {what}" for field, what in wrong.problems.items())
        raise CannotDo("; ".join(said)) from None


def _option(field: str) -> str:
    """Return the argument that fills a field of the form."""
    place, _, name = field.rpartition(".")
    known = {"phones": "--phone", "emails": "--email", "name": "--person" if place else "--name"}
    arguments = {form: argument for argument, form in {**_TEXTS, **_LISTS}.items()}
    return known.get(name) or f"--{arguments.get(name, name).replace('_', '-')}"
