"""`followup merge`: one client of two, side by side first with `--dry-run`."""

from __future__ import annotations

import asyncio

from followup_tui.commands.problems import WrongUsage
from followup_tui.commands.run import Run
from followup_tui.desk import Desk
from followup_tui.domain.merging.fields import FieldChoice
from followup_tui.domain.merging.going_over import going_over
from followup_tui.domain.record import Invalid
from followup_tui.services.merging import MergePlan


def run(asked: Run) -> int:
    """Make one client of two, or with `--dry-run` say what would come of it."""
    with asked.desk() as desk:
        plan = asyncio.run(_merged(desk, asked))
    dry = bool(asked.given.dry_run)
    if asked.json:
        asked.show_json(_as_json(plan, dry=dry))
    else:
        _as_text(asked, plan, dry=dry)
    return 0


async def _merged(desk: Desk, asked: Run) -> MergePlan:
    given = asked.given
    ours = await desk.clients.find(given.keep)
    theirs = await desk.clients.find(given.absorbed)
    take = [field.replace("-", "_") for field in given.take]
    try:
        if given.dry_run:
            return await desk.merging.plan(ours.id, theirs.id, take=take)
        return await desk.merging.merge(ours.id, theirs.id, take=take)
    except Invalid as problem:
        if problem.field == "take":
            raise WrongUsage(problem.message) from None
        raise


def _as_text(asked: Run, plan: MergePlan, *, dry: bool) -> None:
    paper = asked.paper
    if dry:
        paper.head(f"{plan.ours.name} | {plan.theirs.name}")
        for row in plan.fields:
            _field(asked, row)
    if over := going_over(plan.moved):
        paper.line(f"Of {plan.theirs.name} {'would come' if dry else 'came'}: {over}.")
    if dry:
        paper.line("Nothing was changed: without --dry-run they become one.")
    else:
        paper.line(
            f"{plan.theirs.name} is now part of {plan.merged.name}. `followup undo` takes it back."
        )


def _field(asked: Run, row: FieldChoice) -> None:
    """Write a field as it is at either, and what comes of it."""
    paper = asked.paper
    paper.line(row.label)
    for sign, text in (("<", row.ours), (">", row.theirs), ("=", row.result)):
        for number, line in enumerate(text.split("\n") if text else ()):
            paper.line(line, hang=4, lead=f"  {sign} " if number == 0 else "    ")
    if row.differs and row.can_take and not row.taken:
        paper.line(f"--take {row.field.replace('_', '-')} takes the other's", hang=4, lead="    ")


def _as_json(plan: MergePlan, *, dry: bool) -> dict[str, object]:
    return {
        "dry_run": dry,
        "client_id": plan.merged.id,
        "client": plan.merged.name,
        "absorbed_id": plan.theirs.id,
        "absorbed": plan.theirs.name,
        "moved": plan.moved,
        "fields": [
            {
                "field": row.field,
                "ours": row.ours or None,
                "theirs": row.theirs or None,
                "result": row.result or None,
                "taken": row.taken,
            }
            for row in plan.fields
        ],
    }
