"""Bringing in the export of a whole desk: what would become of its records, asked before it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.screen import Screen

from followup_tui.desk import Desk
from followup_tui.domain.exporting.everything import DeskPlan, RecordFate
from followup_tui.domain.words import count
from followup_tui.services.ports import StoreProblem
from followup_tui.services.whole_desk import ImportProblem
from followup_tui.tui.dialogs.confirm import Choice, ConfirmDialog
from followup_tui.tui.messages import DeskWanted
from followup_tui.tui.toast import toast

_NEW, _ALL, _LEAVE = "new", "all", "leave"


async def offer(dialog: Screen[Any], desk: Desk, path: Path) -> bool:
    """Offer to bring in a file that is the export of a whole desk; say whether it is one.

    Raises `ports.StoreProblem`.
    """
    try:
        plan = await desk.whole_desk.plan(path)
    except ImportProblem:
        return False

    async def answered(choice: str | None) -> None:
        if choice not in {_NEW, _ALL}:
            return
        try:
            written = await desk.whole_desk.carry_out(plan, replace=choice == _ALL)
        except StoreProblem as problem:
            toast(dialog, str(problem), severity="error")
            return
        app = dialog.app
        dialog.dismiss(None)
        app.post_message(DeskWanted())
        toast(app, f"{count(written, 'record')} brought in.")

    question = f"{plan.source} is the export of a whole desk. Bring it in?"
    await dialog.app.push_screen(
        ConfirmDialog(question, _choices(plan), detail=_detail(plan)), answered
    )
    return True


def _choices(plan: DeskPlan) -> list[Choice]:
    new, differing = plan.counted(RecordFate.NEW), plan.counted(RecordFate.CONFLICT)
    choices = []
    if new:
        choices.append(Choice(_NEW, "What is new", main=True))
    if differing:
        choices.append(Choice(_ALL, "The file's version of all"))
    return [*choices, Choice(_LEAVE, "Nothing", main=not new)]


def _detail(plan: DeskPlan) -> str:
    """Return how many records there are of each fate, and what that means."""
    parts = [f"{count(plan.counted(RecordFate.NEW), 'record')} new"]
    if same := plan.counted(RecordFate.SAME):
        parts.append(f"{same:,} here already")
    if differing := plan.counted(RecordFate.CONFLICT):
        parts.append(f"{differing:,} that differ from those here")
    if lost := plan.counted(RecordFate.UNREADABLE):
        parts.append(f"{lost:,} that cannot be read (`followup import` says which)")
    return f"{', '.join(parts)}. Undo takes it back whole."
