"""`followup prep`: the brief for one call, its sources fetched side by side."""

from __future__ import annotations

import asyncio
from argparse import Namespace

from followup_tui.commands import shapes
from followup_tui.commands.paper import Paper
from followup_tui.commands.problems import CannotDo, WrongUsage
from followup_tui.commands.run import Run
from followup_tui.commands.suggested import suggestion
from followup_tui.desk import Desk
from followup_tui.domain.text import clean_line, fold
from followup_tui.domain.views import Evidence, ItemStatus, PreparationView, PreparedItem
from followup_tui.domain.words import age_words

_EVIDENCE = 12  # things shown for an item: what is worth reading before a call


def run(asked: Run) -> int:
    """Print the brief of one client."""
    given = asked.given
    changes = bool(given.tick or given.untick or given.choose or given.leave_out)
    if changes and given.refresh:
        raise WrongUsage("--refresh fetches, and what is ticked or chosen is not fetched for")
    with asked.desk(fetches=not changes) as desk:
        work = _changed(desk, given) if changes else _prepared(desk, given)
        view = asyncio.run(work)
        if asked.json:
            asked.show_json({"now": shapes.when(desk.clock()), **shapes.preparation(view)})
        else:
            _as_text(asked.paper, desk, view)
    return 0


async def _changed(desk: Desk, given: Namespace) -> PreparationView:
    """Return the preparation once what was said of it is written; nothing is fetched."""
    try:
        client = await desk.clients.find(given.client)
        view = await desk.preparation.view(client.id)
        for items, ticked in ((given.tick, True), (given.untick, False)):
            for words in items:
                key = _item_key(view, words)
                view = await desk.preparation.tick(client.id, key, ticked=ticked)
        for names, chosen in ((given.choose, True), (given.leave_out, False)):
            for words in names:
                what = (await suggestion(desk, client, words)).value_add.id
                view = await desk.preparation.choose(client.id, what, chosen=chosen)
        return view
    finally:
        await desk.close()


def _item_key(view: PreparationView, words: str) -> str:
    """Return the key of the item of the checklist that is meant by its key or its label."""
    wanted = fold(clean_line(words))
    for item in view.items:
        if wanted in (item.key, fold(item.label)):
            return item.key
    there = ", ".join(item.key for item in view.items)
    raise CannotDo(f"“{clean_line(words)}” is not on the checklist: there are {there}")


async def _prepared(desk: Desk, given: Namespace) -> PreparationView:
    """Return the preparation once every source has been looked at."""
    try:
        client = await desk.clients.find(given.client)
        view = await desk.preparation.view(client.id)
        async for latest in desk.preparation.prepare(client.id, refresh=given.refresh):
            view = latest
        return view
    finally:
        await desk.close()


def _as_text(paper: Paper, desk: Desk, view: PreparationView) -> None:
    """Write the brief for a reader."""
    person = view.client.primary
    if person:
        paper.line(
            " · ".join(part for part in (person.name, person.role, *person.phones[:1]) if part)
        )
    paper.line(view.client.name)
    paper.line(f"Why now: {view.why}", hang=9)
    for item in view.items:
        _item(paper, desk, item)
    fitting = [each for each in view.suggestions if each.chosen] or view.suggestions[:3]
    if fitting:
        paper.head("Worth offering")
        for each in fitting:
            because = f" (because: {each.because})" if each.because else ""
            chosen = "[x]" if each.chosen else "[ ]"
            paper.line(f"{chosen} {each.value_add.title}{because}", indent=2, hang=6)
    paper.head("What to ask")
    for question in view.playbook.questions:
        paper.line(f"- {question.ask}", indent=2, hang=4)


def _item(paper: Paper, desk: Desk, item: PreparedItem) -> None:
    """Write one item of the checklist with its evidence."""
    box = "[x]" if item.ticked else "[ ]"
    age = f", {age_words(item.fetched_at, desk.clock())}" if item.fetched_at else ""
    paper.line()
    paper.line(f"{box} {item.label}: {item.headline or item.status.value}{age}", hang=4)
    if item.problem:
        paper.line(f"! {item.problem}", indent=4, hang=6)
    if item.status is ItemStatus.NOTHING and item.hint:
        paper.line(item.hint, indent=4)
    for evidence in item.evidence[:_EVIDENCE]:
        _evidence(paper, evidence)
    if (more := len(item.evidence) - _EVIDENCE) > 0:
        paper.line(f"and {more} more", indent=4)


def _evidence(paper: Paper, evidence: Evidence) -> None:
    """Write one thing that was found."""
    label = f"{evidence.label}: " if evidence.label else ""
    for number, line in enumerate(evidence.text.split("\n")):
        paper.line(line if number else label + line, indent=4, hang=6)
