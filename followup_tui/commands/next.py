"""`followup next`: the next call, coffee, meeting or booking, with a calendar file of it."""

from __future__ import annotations

import asyncio
from argparse import Namespace

from followup_tui.commands import shapes
from followup_tui.commands.calendar_file import place_of, save
from followup_tui.commands.problems import WrongUsage
from followup_tui.commands.run import Run
from followup_tui.desk import Desk
from followup_tui.domain.calling.whereabouts import zone_named
from followup_tui.domain.client import Client
from followup_tui.domain.promise import NextStep, StepKind
from followup_tui.domain.text import clean_line
from followup_tui.services.agreements import StepWanted
from followup_tui.services.gather import zone_of


def run(asked: Run) -> int:
    """Write the step down, and its file where one is asked for; print it."""
    given = asked.given
    path = place_of(given.ics)
    with asked.desk() as desk:
        client, step = asyncio.run(_written(desk, given))
        if path is not None:
            save(desk, path, asyncio.run(desk.agreements.calendar_of(client, step)))
        if asked.json:
            asked.show_json(
                {
                    "client_id": client.id,
                    "client": client.name,
                    "next_step": shapes.next_step(step),
                    "file": str(path) if path else None,
                }
            )
            return 0
        asked.paper.line(_words(desk, client, step))
        if path is not None:
            asked.paper.line(f"Calendar file: {path}", indent=2)
    return 0


async def _written(desk: Desk, given: Namespace) -> tuple[Client, NextStep]:
    client = await desk.clients.find(given.client)
    words = clean_line(" ".join(given.when))
    read = desk.wrap_up.read_when(words, client.zone)
    if read is None:
        raise WrongUsage(
            f"“{words}” is no time; write it like “thu 10:00”, “1 Dec 14:30” or “in 2 weeks”"
        )
    at, all_day = read
    wanted = StepWanted(
        kind=StepKind(given.kind.replace("-", " ")),
        at=at,
        all_day=all_day,
        agreed=given.agreed,
        text=given.about,
    )
    return client, await desk.agreements.step(client.id, wanted)


def _words(desk: Desk, client: Client, step: NextStep) -> str:
    """Return the step in words: in their time, and in the user's where that differs."""
    own = zone_of(desk.clock())
    theirs = step.at.astimezone(zone_named(client.zone, own))
    how = "agreed" if step.agreed else "proposed"
    words = f"{client.name}: {step.kind} {how} for {theirs:%a} {theirs.day} {theirs:%b %Y}"
    if step.all_day:
        return f"{words}."
    ours = step.at.astimezone(own)
    here = "" if ours.utcoffset() == theirs.utcoffset() else f" their time, {ours:%a %H:%M} here"
    return f"{words} {theirs:%H:%M}{here}."
