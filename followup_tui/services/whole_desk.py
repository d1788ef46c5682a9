"""A whole desk out of its JSON file: what would become of each record, then all as one change."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from followup_tui.domain.exporting.everything import DeskPlan, ReadDesk, RecordFate, planned
from followup_tui.domain.importing.plan import ImportProblem
from followup_tui.domain.words import count
from followup_tui.services.ports import Change, Records

__all__ = ["ImportProblem", "WholeDeskService"]

ReadWholeDesk = Callable[[Path], ReadDesk]
"""Reads such a file; raises `ImportProblem`."""


class WholeDeskService:
    """Brings in what another desk, or this one at another time, wrote out.

    Every method raises `ports.StoreProblem`.
    """

    def __init__(self, records: Records, read: ReadWholeDesk) -> None:
        self._records = records
        self._read = read

    async def plan(self, path: Path) -> DeskPlan:
        """Return what would become of each record; nothing is written. Raises `ImportProblem`."""
        return await asyncio.to_thread(self._plan, path)

    def _plan(self, path: Path) -> DeskPlan:
        read = self._read(path)
        self._records.refresh()
        return planned(read, self._records.get)

    async def carry_out(self, plan: DeskPlan, *, replace: bool = False) -> int:
        """Write what is new as one change and return how many records were written.

        With `replace` the file's version is also taken where the two differ. What came to the
        desk since the plan was made is looked at again: nothing is overwritten that was not told.
        """
        return await asyncio.to_thread(self._carry_out, plan, replace)

    def _carry_out(self, plan: DeskPlan, replace: bool) -> int:
        self._records.refresh()
        new = [
            record
            for record in plan.with_fate(RecordFate.NEW)
            if self._records.get(type(record), record.id) is None
        ]
        instead = plan.with_fate(RecordFate.CONFLICT) if replace else ()
        if not (new or instead):
            return 0
        parts = (
            count(len(new), "record") if new or not instead else "",
            f"{len(instead):,} in place of others" if instead else "",
        )
        by = f"import {plan.source}: {', '.join(filter(None, parts))}"
        self._records.commit(Change(by=by, put=(*new, *instead)))
        return len(new) + len(instead)
