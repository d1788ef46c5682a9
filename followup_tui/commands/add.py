"""`followup add`: a new client, and the person to talk to there."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from collections.abc import Sequence

from followup_tui.commands import shapes
from followup_tui.commands.problems import CannotDo, WrongUsage
from followup_tui.commands.run import Run
from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.domain.text import fold

_OPTIONS = {
    "name": "NAME",
    "people[0].name": "--person",
    "people[0].role": "--role",
    "people[0].phones": "--phone",
    "people[0].emails": "--email",
}
"""Field of the client form -> the argument that fills it, where it is not ``--field``."""


def run(asked: Run) -> int:
    """Add the client, and print it."""
    given = asked.given
    if not given.person and (given.role or given.phone or given.email):
        raise WrongUsage("--role, --phone and --email are somebody's: say whose with --person NAME")
    with asked.desk() as desk:
        client = _read(given, desk)
        asyncio.run(_added(desk, client, anyway=given.anyway))
        if asked.json:
            asked.show_json(shapes.client(client))
        else:
            asked.paper.line(f"Added {client.name}.")
    return 0


def _read(given: Namespace, desk: Desk) -> Client:
    """Return the client that the arguments say; raises `CannotDo` with all that is wrong."""
    from followup_tui.domain import client_form  # noqa: PLC0415 - only this command needs it

    person = client_form.PersonFields(
        name=given.person,
        role=given.role,
        phones=_joined(given.phone),
        emails=_joined(given.email),
    )
    fields = client_form.ClientFields(
        name=given.name,
        website=given.website,
        competitors=_joined(given.competitor),
        interests=_joined(given.interest),
        tags=_joined(given.tag),
        account_manager=given.manager,
        zone=given.zone,
        about=given.about,
        people=() if person.is_empty else (person,),
    )
    try:
        return client_form.read(fields, region=desk.settings.me.region, base=None, now=desk.clock())
    except client_form.FormProblems as wrong:
        raise CannotDo(
            "; ".join(f"{_option(field)} {what}" for field, what in wrong.problems.items())
        ) from None


def _joined(values: Sequence[str]) -> str:
    return ", ".join(values)


def _option(field: str) -> str:
    """Return the argument that fills a field of the form."""
    plain = field.partition("[")[0]
    return _OPTIONS.get(field) or {"account_manager": "--manager"}.get(
        plain, "--" + plain.removesuffix("s")
    )


async def _added(desk: Desk, client: Client, *, anyway: bool) -> None:
    """Write the client, unless there is one of that name already."""
    for other in () if anyway else await desk.clients.all():
        if fold(other.name) == fold(client.name):
            raise CannotDo(
                f"there is {other.name} already (`followup show {other.id}`); "
                "add another one of that name with --anyway"
            )
    await desk.clients.add(client)
