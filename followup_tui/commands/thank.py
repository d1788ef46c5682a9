"""`followup thank`: that somebody was thanked for whom they introduced."""

from __future__ import annotations

import asyncio

from followup_tui.commands.run import Run
from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.domain.promise import Referral


def run(asked: Run) -> int:
    """Mark what thanks are owed as given, and print for whom."""
    with asked.desk() as desk:
        client, given = asyncio.run(_thanked(desk, asked.given.client))
        people = [referral.name for referral in given]
        if asked.json:
            asked.show_json({"client_id": client.id, "client": client.name, "thanked_for": people})
        elif people:
            asked.paper.line(f"{client.name} was thanked for introducing {', '.join(people)}.")
        else:
            asked.paper.line(f"{client.name} is owed no thanks.")
    return 0


async def _thanked(desk: Desk, words: str) -> tuple[Client, tuple[Referral, ...]]:
    client = await desk.clients.find(words)
    owed = (await desk.clients.page(client.id)).thanks
    for referral in owed:
        await desk.agreements.thank(referral.id)
    return client, owed
