"""`followup history`: what was changed, when and by what."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime

from followup_tui.commands import history_shapes as shapes
from followup_tui.commands.paper import Paper
from followup_tui.commands.problems import WrongUsage
from followup_tui.commands.run import Run
from followup_tui.desk import Desk
from followup_tui.domain.history import HistoryEntry
from followup_tui.domain.timeline.differences import ChangeDetails, RecordChange
from followup_tui.domain.words import count, short_day

Told = Sequence[tuple[HistoryEntry, ChangeDetails | None]]
"""Entries, each with what it did to its records where that was asked for."""


def run(asked: Run) -> int:
    """Print what was changed, newest first."""
    limit: int = asked.given.limit
    if limit < 1:
        raise WrongUsage("--limit needs a number of at least 1")
    details = bool(asked.given.details)
    with asked.desk() as desk:
        client_id, told = asyncio.run(_read(desk, asked.given.client, limit, details=details))
        if asked.json:
            asked.show_json(
                {
                    "client_id": client_id or None,
                    "changes": [
                        shapes.entry(entry)
                        | ({"edits": shapes.edits(did), "untold": did.untold} if did else {})
                        for entry, did in told
                    ],
                }
            )
        else:
            _Text(asked.paper, desk.clock()).write(told)
    return 0


async def _read(desk: Desk, words: str, limit: int, *, details: bool) -> tuple[str, Told]:
    client_id = (await desk.clients.find(words)).id if words else ""
    entries = await desk.history.past(client_id=client_id, limit=limit)
    return client_id, [
        (entry, await desk.history.details(entry.change) if details else None) for entry in entries
    ]


class _Text:
    """Writes changes for a reader, as of one moment."""

    def __init__(self, paper: Paper, now: datetime) -> None:
        self._paper = paper
        self._now = now

    def write(self, told: Told) -> None:
        """Write every change with its id, by which it can be taken back."""
        if not told:
            self._paper.line("Nothing was changed yet.")
        for entry, did in told:
            at = entry.change.at.astimezone(self._now.tzinfo)
            when = f"{short_day(at.date(), self._now.date())} {at:%H:%M}"
            state = "  (taken back)" if entry.change.undone_by else ""
            self._paper.ends(f"{when}  {entry.change.by}{state}", entry.change.id)
            if did is not None:
                self._details(did)

    def _details(self, did: ChangeDetails) -> None:
        for edit in did.records:
            self._edit(edit)
        if did.untold:
            self._paper.line(f"… and {count(did.untold, 'record')} more", indent=4)

    def _edit(self, edit: RecordChange) -> None:
        title = f": {edit.title}" if edit.title else ""
        self._paper.line(f"{edit.kind} {edit.what.value}{title}", indent=4, hang=6)
        for field in edit.fields:
            for sign, lines in (("-", field.gone), ("+", field.come)):
                for line in lines:
                    self._paper.line(f"{field.label} {sign} {line}", indent=6, hang=8)
