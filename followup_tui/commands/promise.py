"""`followup promise`: something owed, by us or by them; and that it was kept or broken."""

from __future__ import annotations

import asyncio
from argparse import Namespace

from followup_tui.commands import shapes
from followup_tui.commands.problems import CannotDo, WrongUsage
from followup_tui.commands.run import Run
from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.domain.interaction import NoteLine
from followup_tui.domain.notes.caught import CaughtPromise
from followup_tui.domain.promise import Owner, Promise
from followup_tui.domain.record import utc
from followup_tui.domain.text import clean_line
from followup_tui.services.gather import NoSuchPromise


def run(asked: Run) -> int:
    """Write the promise down, or settle one, and print it."""
    given = asked.given
    settled = given.kept or given.broken
    if bool(given.kept) and bool(given.broken):
        raise WrongUsage("a promise is --kept or --broken, not both")
    if bool(settled) == bool(given.client) or bool(given.client) != bool(given.text):
        raise WrongUsage(
            "followup promise CLIENT TEXT writes one down; --kept ID or --broken ID settles one"
        )
    with asked.desk() as desk:
        work = _settled(desk, settled, kept=bool(given.kept)) if settled else _made(desk, given)
        client, promise = asyncio.run(work)
        if asked.json:
            asked.show_json(
                {
                    "client_id": client.id if client else promise.client_id,
                    "client": client.name if client else "",
                    "promise": shapes.promise(promise),
                }
            )
            return 0
        who = "We" if promise.by is Owner.US else (client.name if client else "They")
        words = f"{who} promised: {promise.text}, due {promise.due}"
        asked.paper.line(f"{words} ({promise.state})." if settled else f"{words}.")
    return 0


async def _made(desk: Desk, given: Namespace) -> tuple[Client | None, Promise]:
    client = await desk.clients.find(given.client)
    caught = _understood(desk, client, clean_line(" ".join(given.text)))
    due = caught.due
    if given.due:
        day = desk.wrap_up.read_day(given.due)
        if day is None:
            raise WrongUsage(
                f"--due: “{given.due}” is no day; write it like fri, 1 Dec or “in 2 weeks”"
            )
        due = day
    by = Owner(given.by) if given.by else caught.by
    return client, await desk.agreements.promise(client.id, caught.text, due=due, by=by)


def _understood(desk: Desk, client: Client, text: str) -> CaughtPromise:
    """Return what a line of notes with that promise would say: its day, and whose it is."""
    from followup_tui.domain.notes.understanding import understand  # noqa: PLC0415 - only for this

    now = desk.clock()
    where = desk.whereabouts.at_once(client)
    caught = understand(
        NoteLine(at=utc(now), text=f"! {text}"),
        now=now,
        zone=where.zone,
        own=now.tzinfo or where.zone,
        region=desk.settings.me.region,
        people=[person.name for person in client.people],
    )
    if not isinstance(caught, CaughtPromise):
        raise WrongUsage("there is nothing to promise: followup promise CLIENT TEXT")
    return caught


async def _settled(desk: Desk, words: str, *, kept: bool) -> tuple[Client | None, Promise]:
    try:
        promise = await desk.agreements.find_promise(words)
        settled = await desk.agreements.settle(promise.id, kept=kept)
    except NoSuchPromise as problem:
        raise CannotDo(str(problem)) from None
    return desk.records.get(Client, promise.client_id), settled
