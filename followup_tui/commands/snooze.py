"""`followup snooze`: a client off the list until a day."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from datetime import date

from followup_tui.commands import shapes
from followup_tui.commands.problems import CannotDo, WrongUsage
from followup_tui.commands.run import Run
from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.domain.words import short_day


def run(asked: Run) -> int:
    """Take the client off the list, or let them come back, and print until when."""
    with asked.desk() as desk:
        client = asyncio.run(_snoozed(desk, asked.given))
        today, until = desk.clock().date(), client.snoozed_until
        if asked.json:
            asked.show_json(shapes.client(client))
        elif until is None or until <= today:
            asked.paper.line(f"{client.name} is on the list again when due.")
        else:
            asked.paper.line(f"{client.name} is off the list until {short_day(until, today)}.")
    return 0


async def _snoozed(desk: Desk, given: Namespace) -> Client:
    client = await desk.clients.find(given.client)
    today = desk.clock().date()
    await desk.call_list.snooze(client.id, today if given.end else _day(given.until, today))
    return (await desk.clients.page(client.id)).client


def _day(words: str, today: date) -> date:
    from followup_tui.domain.days.dates import read_day  # noqa: PLC0415 - only for this

    day = read_day(words, today=today)
    if day is None:
        raise WrongUsage(f"“{words}” is no day; write one like “in 2 weeks”, “mon” or 2026-12-01")
    if day <= today:
        raise CannotDo(f"“{words}” is not to come: choose a later day")
    return day
