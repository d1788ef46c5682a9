"""`followup import` of a file that `followup export json` wrote: each record accounted for."""

from __future__ import annotations

import asyncio
from collections import Counter
from pathlib import Path

from followup_tui.commands.run import Run
from followup_tui.desk import Desk
from followup_tui.domain.exporting.everything import DeskPlan, PlannedRecord, RecordFate
from followup_tui.domain.words import count

_SIGNS = {
    RecordFate.NEW: "+",
    RecordFate.SAME: "=",
    RecordFate.CONFLICT: "~",
    RecordFate.UNREADABLE: "!",
}
_TOLD = {RecordFate.CONFLICT, RecordFate.UNREADABLE}
"""What is told also where it is no dry run."""


def run(asked: Run, path: Path) -> int:
    """Say what becomes of each record and, unless it is a dry run, bring in what is new."""
    given = asked.given
    dry, replace = bool(given.dry_run), bool(given.replace)
    with asked.desk() as desk:
        plan, written = asyncio.run(_imported(desk, path, dry=dry, replace=replace))
    if asked.json:
        asked.show_json(_as_json(plan, written, dry=dry))
    else:
        _as_text(asked, plan, written, dry=dry, replace=replace)
    return int(bool(plan.counted(RecordFate.UNREADABLE)))


async def _imported(desk: Desk, path: Path, *, dry: bool, replace: bool) -> tuple[DeskPlan, int]:
    plan = await desk.whole_desk.plan(path)
    return plan, 0 if dry else await desk.whole_desk.carry_out(plan, replace=replace)


def _as_text(asked: Run, plan: DeskPlan, written: int, *, dry: bool, replace: bool) -> None:
    """Write what is in conflict and what cannot be read, of a dry run all of it; then the sum."""
    paper = asked.paper
    for each in plan.records:
        if dry or each.fate in _TOLD:
            lead = f"{_SIGNS[each.fate]} {each.read.table} {each.read.number}: "
            paper.line(f"{each.title}: {each.reason}", hang=4, lead=lead)
    for note in plan.notes:
        paper.line(note)
    counts = Counter(each.fate for each in plan.records)
    parts = (
        f"{counts[RecordFate.NEW]:,} new",
        f"{counts[RecordFate.SAME]:,} the same" if counts[RecordFate.SAME] else "",
        f"{counts[RecordFate.CONFLICT]:,} in conflict" if counts[RecordFate.CONFLICT] else "",
        f"{counts[RecordFate.UNREADABLE]:,} unreadable" if counts[RecordFate.UNREADABLE] else "",
    )
    said = f"{count(len(plan.records), 'record')}: {', '.join(filter(None, parts))}."
    if dry:
        paper.line(f"{said} Nothing was changed: without --dry-run it is brought in.")
        return
    if counts[RecordFate.CONFLICT] and not replace:
        said += " What is in conflict stayed as it is on this desk: --replace takes the file's."
    paper.line(f"{said} `followup undo` takes it back." if written else f"{said} Nothing is new.")


def _as_json(plan: DeskPlan, written: int, *, dry: bool) -> dict[str, object]:
    return {
        "file": plan.source,
        "kind": "desk",
        "dry_run": dry,
        "records_written": written,
        **{str(fate): plan.counted(fate) for fate in RecordFate},
        "notes": list(plan.notes),
        "rows": [_row(each) for each in plan.records],
    }


def _row(each: PlannedRecord) -> dict[str, object]:
    record = each.read.record
    return {
        "table": each.read.table,
        "number": each.read.number,
        "id": record.id if record else None,
        "title": each.title,
        "fate": str(each.fate),
        "reason": each.reason,
    }
