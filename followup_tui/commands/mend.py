"""`followup mend`: what was written of a conversation or a note, mended or removed."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from dataclasses import dataclass, replace

from followup_tui.commands import shapes
from followup_tui.commands.moments import held_at, typed
from followup_tui.commands.problems import CannotDo, WrongUsage
from followup_tui.commands.run import Run
from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.domain.interaction import Interaction, InteractionKind, Outcome
from followup_tui.domain.notes.capture import restamp
from followup_tui.domain.notes.following import follow_words
from followup_tui.domain.notes.rewriting import Mended, mended_of
from followup_tui.domain.promise import Promise
from followup_tui.domain.record import utc
from followup_tui.domain.text import clean_line, shorten
from followup_tui.domain.timeline.records import what_it_was
from followup_tui.domain.words import short_day
from followup_tui.services.gather import zone_of
from followup_tui.services.memory import Contradiction, Gone

_LISTED = 20
"""Conversations that are listed: older ones are in `followup show CLIENT --json`."""


@dataclass(frozen=True, slots=True)
class _Done:
    """What became of a conversation."""

    client: Client
    interaction: Interaction
    is_changed: bool = False
    is_removed: bool = False
    promises: tuple[Promise, ...] = ()
    """What it has led to, as it stands then."""


def run(asked: Run) -> int:
    """Mend or remove; where nothing is to be mended, print what could be."""
    given = asked.given
    _check(given)
    with asked.desk() as desk:
        try:
            if not _is_mending(given) and not given.remove:
                _list(asked, desk, *asyncio.run(_talks(desk, given)))
                return 0
            done = asyncio.run(_done(desk, given))
        except (Gone, Contradiction) as problem:
            raise CannotDo(str(problem)) from None
        if asked.json:
            asked.show_json(_shape(done))
        else:
            _print(asked, desk, done)
    return 0


def _is_mending(given: Namespace) -> bool:
    texts = (given.person is not None, given.note, given.line, given.add)
    return any((*texts, given.outcome, given.at))


def _check(given: Namespace) -> None:
    if given.remove and _is_mending(given):
        raise WrongUsage("--remove takes all of it away: it goes with no other change")
    if given.note and (given.line or given.add):
        raise WrongUsage("--note is all of the notes: it goes with neither --line nor --add")
    if given.too and given.alone:
        raise WrongUsage("--too and --alone exclude each other")


async def _talks(desk: Desk, given: Namespace) -> tuple[Client, tuple[Interaction, ...]]:
    client = await desk.clients.find(given.client)
    talks = (await desk.clients.page(client.id)).interactions
    wanted = clean_line(given.talk).lower()
    found = tuple(each for each in talks if each.id.startswith(wanted))
    if wanted and not found:
        raise CannotDo(
            f"no conversation with {client.name} has the id “{shorten(wanted, 40)}”: "
            "`followup mend CLIENT` lists them"
        )
    return client, found


async def _done(desk: Desk, given: Namespace) -> _Done:
    client, found = await _talks(desk, given)
    if not found:
        raise CannotDo(f"nothing is written down of {client.name} yet")
    if given.talk and len(found) > 1:
        raise CannotDo(f"“{given.talk}” begins the ids of {len(found)} conversations: write more")
    opened = found[0]  # the newest, where none is named
    if given.remove:
        await desk.memory.remove(opened.id)
        return _Done(client, opened, is_changed=True, is_removed=True)
    mine = _mended(desk, given, opened)
    plan = await desk.memory.plan(opened, mine)
    follow = tuple(follow_words(plan.follows, plan.remembered, today=desk.clock().date()))
    if follow and not (given.too or given.alone):
        raise CannotDo(
            f"the lines have led to more: {' '.join(follow)} Say --too to change that with them, "
            "or --alone to change the notes alone"
        )
    written = await desk.memory.mend(opened, mine, follow=given.too)
    promises = desk.records.of_client(Promise, client.id)
    return _Done(
        client,
        written,
        is_changed=plan.is_changed or bool(follow and given.too),
        promises=tuple(each for each in promises if each.interaction_id == written.id),
    )


def _mended(desk: Desk, given: Namespace, opened: Interaction) -> Mended:
    """Return what is meant to stand there."""
    before, now = mended_of(opened), desk.clock()
    mended = before
    if given.person is not None:
        mended = replace(mended, person=clean_line(given.person))
    if given.outcome:
        if opened.kind is InteractionKind.NOTE:
            raise CannotDo("a note has no outcome: nobody was called")
        mended = replace(mended, outcome=Outcome(given.outcome.replace("-", " ")))
    if given.at:
        day = opened.at.astimezone(zone_of(now)).date()
        mended = replace(mended, at=utc(held_at("--at", given.at, now, day=day)))
    if given.note or given.line or given.add:
        text = typed(given.note) if given.note else "\n".join(_lines(given, before))
        lines = restamp(before.notes, text, utc(now))
        mended = replace(mended, notes=tuple(each for each in lines if each.text.strip()))
    if opened.kind is InteractionKind.NOTE and not mended.notes:
        raise CannotDo("nothing would be left of the note: --remove takes it away")
    return mended


def _lines(given: Namespace, before: Mended) -> list[str]:
    """Return the lines as they stand, with those in their place that are said anew."""
    lines = [line.text for line in before.notes]
    for number, text in given.line:
        if not number.isdecimal() or not 1 <= int(number) <= len(lines):
            there = f"there are {len(lines)}" if lines else "there is none"
            raise WrongUsage(f"--line: {clean_line(number)} is no line of these notes: {there}")
        lines[int(number) - 1] = text
    return [*lines, *given.add]


# What is printed


def _shape(done: _Done) -> shapes.Shape:
    return {
        "client_id": done.client.id,
        "client": done.client.name,
        "interaction": shapes.interaction(done.interaction),
        "is_changed": done.is_changed,
        "is_removed": done.is_removed,
        "promises": [shapes.promise(each) for each in done.promises],
    }


def _print(asked: Run, desk: Desk, done: _Done) -> None:
    paper = asked.paper
    what = f"{what_it_was(done.interaction)} of {_day(desk, done.interaction)}, {done.client.name}"
    if done.is_removed:
        paper.line(f"Removed: {what}. `followup undo` brings it back.")
        return
    if not done.is_changed:
        paper.line(f"{what[0].upper()}{what[1:]}: it says that already.")
        return
    paper.line(f"Mended: {what}. The words as they were stay in the history.")
    _notes(asked, done.interaction)
    for promise in done.promises:
        paper.line(f"Promise: {promise.text}, due {promise.due} ({promise.state}).", indent=2)


def _list(asked: Run, desk: Desk, client: Client, talks: tuple[Interaction, ...]) -> None:
    if asked.json:
        asked.show_json(
            {
                "client_id": client.id,
                "client": client.name,
                "interactions": [shapes.interaction(each) for each in talks],
            }
        )
        return
    paper = asked.paper
    paper.line(f"{client.name}: what can be mended, the newest first" if talks else
               f"{client.name}: nothing is written down yet.")  # fmt: skip
    for each in talks[:_LISTED]:
        paper.line(f"{_day(desk, each)} {what_it_was(each)} · {each.id}", indent=2, hang=4)
        _notes(asked, each)
    if len(talks) > _LISTED:
        paper.line(f"… and {len(talks) - _LISTED:,} more: --json lists them all", indent=2)


def _notes(asked: Run, talk: Interaction) -> None:
    for number, line in enumerate(mended_of(talk).notes, start=1):
        asked.paper.line(line.text, indent=4, hang=8, lead=f"{number}: ")


def _day(desk: Desk, talk: Interaction) -> str:
    now = desk.clock()
    return short_day(talk.at.astimezone(zone_of(now)).date(), now.date())
