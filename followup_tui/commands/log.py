"""`followup log`: a conversation that was held, or a try in vain, with all that follows from it."""

from __future__ import annotations

import asyncio
import re
import sys
from argparse import Namespace
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from followup_tui.commands import shapes
from followup_tui.commands.problems import CannotDo, WrongUsage
from followup_tui.commands.run import Run
from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.domain.days.dates import read_moment
from followup_tui.domain.interaction import Outcome
from followup_tui.domain.promise import Promise
from followup_tui.domain.text import clean_text
from followup_tui.services.gather import zone_of
from followup_tui.services.log import CannotLog, Logged, ToLog

_CLOCK = re.compile(r"(?:(?P<day>today|yesterday)\s+)?(?P<hour>\d{1,2}):(?P<minute>\d{2})")


def run(asked: Run) -> int:
    """Write it down, and print what comes of it."""
    given = asked.given
    outcome = Outcome(given.outcome.replace("-", " "))
    if (outcome is Outcome.CALL_BACK) != bool(given.call_back):
        raise WrongUsage("--call-back WHEN goes with --outcome call-back, and only with it")
    with asked.desk() as desk:
        client, logged = asyncio.run(_logged(desk, given, outcome))
        promises = _promises(desk, logged)
        if asked.json:
            asked.show_json(
                {
                    "client_id": client.id,
                    "client": client.name,
                    "interaction": shapes.interaction(logged.interaction),
                    "promises": [shapes.promise(each) for each in promises],
                    "next": _next(logged),
                }
            )
            return 0
        paper = asked.paper
        who = logged.interaction.person or client.name
        paper.line(f"{outcome.value.capitalize()}: {who}. {_next_words(desk, logged)}")
        for promise in promises:
            paper.line(f"Promise: {promise.text}, due {promise.due}.", indent=2)
        for way in logged.view.other_ways:
            paper.line(f"Or: {way.words}.", indent=2)
    return 0


async def _logged(desk: Desk, given: Namespace, outcome: Outcome) -> tuple[Client, Logged]:
    client = await desk.clients.find(given.client)
    held = ToLog(
        outcome,
        at=_held_at(given.at, desk) if given.at else None,
        notes=_notes(given.note),
        person=given.person,
        call_back_at=_call_back(given.call_back, desk, client) if given.call_back else None,
        again=_again(given.again, desk) if given.again else None,
        wrong=given.number,
        right=given.right,
    )
    try:
        return client, await desk.log.write(client.id, held)
    except CannotLog as problem:
        raise CannotDo(str(problem)) from None


def _notes(lines: Sequence[str]) -> str:
    """Return the notes: the lines, or what stands on the standard input where there is a ``-``."""
    if list(lines) == ["-"]:
        return clean_text(sys.stdin.buffer.read().decode("utf-8", "replace"))
    return clean_text("\n".join(lines))


def _held_at(words: str, desk: Desk) -> datetime:
    """Return when it was: ``10:30``, ``yesterday 16:00``, ``2026-11-19T10:30``."""
    now = desk.clock()
    if found := _CLOCK.fullmatch(words.strip().lower()):
        day = now.date() - timedelta(days=found["day"] == "yesterday")
        try:
            clock = time(int(found["hour"]), int(found["minute"]))
        except ValueError:
            raise WrongUsage(f"--at: {words} is no time of the day") from None
        return datetime.combine(day, clock, zone_of(now))
    try:
        at = datetime.fromisoformat(words)
    except ValueError:
        raise WrongUsage(
            f"--at: “{words}” is not understood; write it like 10:30, yesterday 16:00 "
            "or 2026-11-19T10:30"
        ) from None
    return at.astimezone(now.tzinfo) if at.tzinfo else at.replace(tzinfo=zone_of(now))


def _call_back(words: str, desk: Desk, client: Client) -> datetime:
    """Return the hour that was agreed, which is in their time as it is in the desk."""
    where = desk.whereabouts.at_once(client)
    at = read_moment(words, now=desk.clock(), zone=where.zone)
    if at is None:
        raise WrongUsage(
            f"--call-back: “{words}” is not understood; write it like “thu 10:00” or “in 2 hours”"
        )
    return at


def _again(words: str, desk: Desk) -> date:
    day = desk.wrap_up.read_day(words)
    if day is None:
        raise WrongUsage(f"--again: “{words}” is not understood; write it like fri or “in 2 weeks”")
    return day


def _promises(desk: Desk, logged: Logged) -> Sequence[Promise]:
    """Return the promises that the notes left."""
    made = desk.records.of_client(Promise, logged.interaction.client_id)
    return [each for each in made if each.interaction_id == logged.interaction.id]


def _next(logged: Logged) -> shapes.Shape:
    view = logged.view
    return {
        "day": shapes.when(view.call_again),
        "at": shapes.when(view.call_back_at or view.call_again_at),
        "why": view.call_again_why,
        "other_ways": [
            {"way": way.way.value, "words": way.words, "person": way.person, "to": way.to}
            for way in view.other_ways
        ],
    }


def _next_words(desk: Desk, logged: Logged) -> str:
    """Return when they are called again, in the user's own time."""
    view, zone = logged.view, desk.clock().tzinfo
    if view.call_back_at is not None:
        return f"Call back {view.call_back_at.astimezone(zone):%a %d %b %H:%M}."
    if view.call_again is None:
        return "The next contact comes by cadence."
    at = view.call_again_at
    hour = f", {at.astimezone(zone):%H:%M}" if at is not None else ""
    why = f" ({view.call_again_why})" if view.call_again_why else ""
    return f"Next contact {view.call_again:%a %d %b %Y}{hour}{why}."
