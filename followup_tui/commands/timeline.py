"""The timeline of a client, as `followup show` prints it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from followup_tui.commands.paper import Paper
from followup_tui.commands.shapes import Shape, when
from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.domain.timeline.entries import Entry, EntryKind, Line, in_order
from followup_tui.domain.words import short_day

FIRST = 40
"""Entries that are printed unless all are asked for."""
_TOLD_WHOLE = frozenset({EntryKind.TALK, EntryKind.NOTE})
"""Kinds whose details are printed too: of the others the line says enough."""


async def read(desk: Desk, client: Client) -> tuple[Entry, ...]:
    """Return all that happened with a client, the newest first."""
    _, recorded = await desk.timeline.remembered(client.id)
    past = await desk.timeline.past(client.id)
    known = {each.key: each for each in (*past.entries, *await desk.timeline.website(client))}
    known.update((each.key, each) for each in recorded)
    return in_order(known.values())


def write(paper: Paper, entries: Sequence[Entry], *, today: date, whole: bool) -> None:
    """Write the newest entries, or with `whole` all of them, and how many more there are."""
    shown = entries if whole else entries[:FIRST]
    if shown:
        paper.head("Timeline")
    for entry in shown:
        hour = f" {entry.at:%H:%M}" if entry.at else ""
        paper.line(f"{short_day(entry.day, today)}{hour} · {entry.title}", indent=2, hang=4)
        if entry.kind in _TOLD_WHOLE:
            for line in entry.lines:
                _detail(paper, entry, line)
    if len(shown) < len(entries):
        paper.line(f"… and {len(entries) - len(shown):,} more: --all shows them", indent=2)


def _detail(paper: Paper, entry: Entry, line: Line) -> None:
    zone = entry.at.tzinfo if entry.at else None
    label = f"{line.at.astimezone(zone):%H:%M} " if line.at else ""
    if line.label:
        label = f"{line.label}{'' if line.label.endswith('?') else ':'} "
    paper.line(f"{label}{line.text}", indent=4, hang=10 if line.at else 6)


def shape(entry: Entry) -> Shape:
    """Return an entry with the keys of docs/cli.md."""
    return {
        "kind": entry.kind.value,
        "day": when(entry.day),
        "at": when(entry.at),
        "title": entry.title,
        "mark": entry.mark.value,
        "lines": [
            {"label": line.label, "at": when(line.at), "text": line.text} for line in entry.lines
        ],
    }
