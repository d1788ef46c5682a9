"""`followup log`: a conversation that was held, or a try in vain, with all that follows from it."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from collections.abc import Sequence
from datetime import date, datetime

from followup_tui.commands import shapes
from followup_tui.commands.moments import held_at, typed
from followup_tui.commands.problems import CannotDo, WrongUsage
from followup_tui.commands.run import Run
from followup_tui.commands.suggested import offerable
from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.domain.days.dates import read_moment
from followup_tui.domain.interaction import InteractionKind, Outcome
from followup_tui.domain.promise import Promise
from followup_tui.domain.text import clean_line
from followup_tui.domain.value_add import OfferState
from followup_tui.domain.wrap_up.items import QuestionState
from followup_tui.services.log import CannotLog, Logged, ToLog

CADENCE = "cadence"


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
    now = desk.clock()
    at = held_at("--at", given.at, now) if given.at else None
    held = ToLog(
        outcome,
        at=at,
        notes=typed(given.note),
        person=given.person,
        call_back_at=_call_back(given.call_back, desk, client) if given.call_back else None,
        again=_again(given.again, desk) if given.again not in {"", CADENCE} else None,
        by_cadence=given.again == CADENCE,
        wrong=given.number,
        right=given.right,
        until=held_at("--until", given.until, now, day=(at or now).date()) if given.until else None,
        kind=InteractionKind(given.kind) if given.kind else None,
        playbook=clean_line(given.playbook),
        answers=_answers(given.answer),
        offered=await _offered(desk, client, given.offer),
        questions={
            **dict.fromkeys(given.answered, QuestionState.ANSWERED),
            **dict.fromkeys(given.dropped, QuestionState.DROPPED),
        },
        apart=tuple(given.apart),
        summary=given.summary,
    )
    try:
        return client, await desk.log.write(client.id, held)
    except CannotLog as problem:
        raise CannotDo(str(problem)) from None
    finally:
        await desk.close()


def _answers(said: Sequence[str]) -> dict[str, str]:
    """Return what was answered, by the key of the question."""
    found: dict[str, str] = {}
    for each in said:
        key, equals, text = each.partition("=")
        if not equals or not key.strip():
            raise WrongUsage(f"--answer: “{clean_line(each)}” answers nothing: write QUESTION=TEXT")
        found[clean_line(key)] = text
    return found


async def _offered(desk: Desk, client: Client, said: Sequence[str]) -> dict[str, OfferState]:
    """Return what came of things of the library, by their ids."""
    found: dict[str, OfferState] = {}
    for each in said:
        what, equals, state = each.rpartition("=")
        if not equals or state not in set(OfferState):
            states = ", ".join(OfferState)
            raise WrongUsage(f"--offer: write WHAT=STATE, like “Costs=taken”; STATE is {states}")
        found[await offerable(desk, client, what)] = OfferState(state)
    return found


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
