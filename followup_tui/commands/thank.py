"""`followup thank`: that somebody was thanked for whom they introduced."""

from __future__ import annotations

import asyncio
from argparse import Namespace

from followup_tui.commands.problems import CannotDo
from followup_tui.commands.run import Run
from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.domain.promise import Referral
from followup_tui.domain.text import clean_line, fold


def run(asked: Run) -> int:
    """Mark what thanks are owed as given, and print for whom."""
    with asked.desk() as desk:
        client, given = asyncio.run(_thanked(desk, asked.given))
        people = [referral.name for referral in given]
        if asked.json:
            asked.show_json({"client_id": client.id, "client": client.name, "thanked_for": people})
        elif people:
            asked.paper.line(f"{client.name} was thanked for introducing {', '.join(people)}.")
        else:
            asked.paper.line(f"{client.name} is owed no thanks.")
    return 0


async def _thanked(desk: Desk, given: Namespace) -> tuple[Client, tuple[Referral, ...]]:
    client = await desk.clients.find(given.client)
    every = (await desk.clients.page(client.id)).thanks
    wanted = fold(clean_line(given.name))
    owed = tuple(each for each in every if wanted in fold(each.name))
    if every and not owed:
        there = ", ".join(each.name for each in every)
        raise CannotDo(f"no thanks are owed for {clean_line(given.name)}: they are for {there}")
    for referral in owed:
        await desk.agreements.thank(referral.id)
    return client, owed
