"""`followup met`: somebody who was met, with what comes of it."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from pathlib import Path

from followup_tui.commands import shapes
from followup_tui.commands.calendar_file import place_of, save
from followup_tui.commands.problems import CannotDo, WrongUsage
from followup_tui.commands.run import Run
from followup_tui.desk import Desk
from followup_tui.domain.client_form import FormProblems
from followup_tui.domain.encounter import Warmth
from followup_tui.domain.networking.met import MetFields
from followup_tui.services.networking.meeting import Known, Written

_OPTIONS = {"name": "NAME", "when": "--when", "promised": "--promised", "where": "--at",
            "talked_about": "--talked", "in_common": "--common"}  # fmt: skip
"""Field of the form -> the argument that fills it, where it is not ``--field``."""


def run(asked: Run) -> int:
    """Write it down, and print what comes of it."""
    given = asked.given
    if given.join and given.anyway:
        raise WrongUsage("--join CLIENT and --anyway exclude each other")
    path = place_of(given.ics)
    with asked.desk() as desk:
        written = asyncio.run(_written(desk, given))
        calendar = asyncio.run(desk.met.calendar(written.encounter.id)) if path else None
        if path is not None and calendar is not None:
            save(desk, path, calendar)
        saved = path if calendar is not None else None
        if asked.json:
            asked.show_json(_shape(written, saved))
            return 0
        _print(asked, written, saved)
    return 0


async def _written(desk: Desk, given: Namespace) -> Written:
    fields = MetFields(
        name=given.name,
        company=given.company,
        where=given.at,
        when=given.when,
        talked_about=given.talked,
        in_common=given.common,
        learned=given.learned,
        promised="\n".join(given.promised),
        warmth=Warmth.CARD_ONLY if given.warmth == "card" else Warmth(given.warmth),
        phone=", ".join(given.phone),
        email=", ".join(given.email),
    )
    try:
        met = await desk.met.read(fields)
    except FormProblems as wrong:
        told = (f"{_OPTIONS.get(key, f'--{key}')} {what}" for key, what in wrong.problems.items())
        raise WrongUsage("; ".join(told)) from None
    join = (await desk.clients.find(given.join)).id if given.join else ""
    if not join and not given.anyway and (known := await desk.met.known(fields)):
        raise CannotDo(_is_known(known))
    return await desk.met.write(met, join=join)


def _is_known(known: Known) -> str:
    return (
        f"they may be of {known.name}, who is on the list already ({known.by}): say "
        f"--join {known.client_id}, or --anyway for a new client"
    )


def _shape(written: Written, path: Path | None) -> shapes.Shape:
    return {
        "client_id": written.client.id,
        "client": written.client.name,
        "is_new": written.is_new,
        "encounter": shapes.encounter(written.encounter),
        "promises": [shapes.promise(each) for each in written.promises],
        "step": written.step.value,
        "file": str(path) if path else None,
    }


def _print(asked: Run, written: Written, path: Path | None) -> None:
    paper, met = asked.paper, written.encounter
    where = f" at {met.where}" if met.where else ""
    on_the_list = "a new client" if written.is_new else f"of {written.client.name}"
    paper.line(f"Met {met.person}{where}, {met.warmth.value}: {on_the_list}.")
    for promise in written.promises:
        paper.line(f"Promise: {promise.text}, due {promise.due}.", indent=2)
    paper.line(f"To propose: {written.proposal}.", indent=2)
    if path is not None:
        paper.line(f"Calendar file: {path}", indent=2)
