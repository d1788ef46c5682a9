"""`followup quiet`: days on which a client is left in peace."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from datetime import date

from followup_tui.commands.problems import CannotDo, WrongUsage
from followup_tui.commands.run import Run
from followup_tui.commands.shapes import when
from followup_tui.desk import Desk
from followup_tui.domain.client import Client, QuietPeriod
from followup_tui.domain.due.quiet_days import in_words, listed, with_period, without
from followup_tui.domain.text import clean_line

ALL = "all"


def run(asked: Run) -> int:
    """Write the days down, or take them back, and print those there are."""
    given = asked.given
    if given.end and (given.first or given.last or given.why):
        raise WrongUsage("--end takes days back: it goes with the client alone")
    with asked.desk() as desk:
        client = asyncio.run(_changed(desk, given))
        if asked.json:
            asked.show_json(
                {
                    "client_id": client.id,
                    "client": client.name,
                    "quiet": [
                        {"first": when(each.first), "last": when(each.last), "why": each.why}
                        for each in client.quiet
                    ],
                }
            )
            return 0
        today = desk.clock().date()
        for each in client.quiet:
            asked.paper.line(f"{client.name}: {in_words(each, today)}")
        if not client.quiet:
            asked.paper.line(f"{client.name}: no quiet days.")
    return 0


async def _changed(desk: Desk, given: Namespace) -> Client:
    client = await desk.clients.find(given.client)
    if given.end:
        quiet = _ended(desk, client, given.end)
    elif given.first:
        quiet = with_period(client.quiet, _period(desk, given))
    else:
        return client
    return await desk.clients.leave_in_peace(client.id, quiet)


def _period(desk: Desk, given: Namespace) -> QuietPeriod:
    first = _day(desk, given.first)
    last = _day(desk, given.last or given.first, since=first)
    return QuietPeriod(first=first, last=last, why=clean_line(given.why))


def _ended(desk: Desk, client: Client, words: str) -> tuple[QuietPeriod, ...]:
    if words == ALL:
        return ()
    day = _day(desk, words)
    left = without(client.quiet, day)
    if left == client.quiet:
        there = f": there are {listed(client.quiet)}" if client.quiet else ""
        raise CannotDo(f"{client.name} has no quiet days on {day}{there}")
    return left


def _day(desk: Desk, words: str, since: date | None = None) -> date:
    """Return the day that is meant, one after `since` where that is named."""
    from followup_tui.domain.days.dates import read_day  # noqa: PLC0415 - only for this

    day = read_day(words, today=since or desk.clock().date())
    if day is None:
        raise WrongUsage(f"“{words}” is no day; write it like 1 Aug, fri or 2026-12-24")
    return day
