"""`followup import`: contacts out of another program's file, each row accounted for."""

from __future__ import annotations

import asyncio

from followup_tui.commands.run import Run
from followup_tui.desk import Desk
from followup_tui.domain.importing.plan import Fate, ImportPlan, PlannedRow
from followup_tui.domain.words import count
from followup_tui.exchange.json_in import is_whole_desk
from followup_tui.services.importing import path_of

_SIGNS = {Fate.NEW: "+", Fate.MERGE: "~", Fate.SKIP: "-"}


def run(asked: Run) -> int:
    """Say what becomes of each row and, unless it is a dry run, bring the contacts in."""
    given = asked.given
    path = path_of(given.file)
    if given.kind is None and is_whole_desk(path):
        from followup_tui.commands import import_desk  # noqa: PLC0415 - only for such a file

        return import_desk.run(asked, path)
    with asked.desk() as desk:
        plan, new = asyncio.run(_imported(desk, given.file, given.kind, dry=given.dry_run))
    if asked.json:
        asked.show_json(_as_json(plan, new, dry=given.dry_run))
    else:
        _as_text(asked, plan, new, dry=given.dry_run)
    return 0


async def _imported(
    desk: Desk, file: str, kind: str | None, *, dry: bool
) -> tuple[ImportPlan, int]:
    """Return the plan of a file, and how many clients were added."""
    plan = await desk.importing.plan(path_of(file), kind=kind)
    return plan, 0 if dry else await desk.importing.carry_out(plan)


def _as_text(asked: Run, plan: ImportPlan, new: int, *, dry: bool) -> None:
    """Write the rows (of a dry run all of them, else those that were left out), then the sum."""
    paper = asked.paper
    for row in plan.rows:
        if dry or row.fate is Fate.SKIP:
            lead = f"{_SIGNS[row.fate]} line {row.line}: "
            paper.line(f"{row.name}: {row.reason}", hang=4, lead=lead)
    for note in plan.notes:
        paper.line(note)
    more, skipped = plan.counted(Fate.MERGE), plan.counted(Fate.SKIP)
    parts = (
        count(plan.counted(Fate.NEW) if dry else new, "new client"),
        f"{count(more, 'more person', 'more people')} at a client" if more else "",
        f"{skipped:,} left out" if skipped else "",
    )
    said = f"{count(len(plan.rows), 'row')}: {', '.join(filter(None, parts))}."
    if dry:
        paper.line(f"{said} Nothing was changed: without --dry-run they are imported.")
    elif plan.is_worth_it:
        paper.line(f"{said} `followup undo` takes it back.")
    else:
        paper.line(f"{said} There was nothing to import.")


def _as_json(plan: ImportPlan, new: int, *, dry: bool) -> dict[str, object]:
    return {
        "file": plan.source,
        "kind": str(plan.kind),
        "dry_run": dry,
        "clients_added": new,
        "new": plan.counted(Fate.NEW),
        "merge": plan.counted(Fate.MERGE),
        "skip": plan.counted(Fate.SKIP),
        "notes": list(plan.notes),
        "rows": [_row(row) for row in plan.rows],
    }


def _row(row: PlannedRow) -> dict[str, object]:
    return {
        "line": row.line,
        "lines": row.lines,
        "name": row.name,
        "fate": str(row.fate),
        "reason": row.reason,
        "client_id": row.client_id or None,
        "with_line": row.with_line or None,
    }
