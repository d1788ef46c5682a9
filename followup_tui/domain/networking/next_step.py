"""What is proposed to somebody who was met: it follows how warm it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from followup_tui.domain.calling.calendar_entry import CalendarEntry, entry_of
from followup_tui.domain.client import Client
from followup_tui.domain.encounter import Encounter, Warmth
from followup_tui.domain.promise import StepKind
from followup_tui.domain.text import clean_line
from followup_tui.domain.words import short_day

STEP_FOR = {
    Warmth.PROSPECT: StepKind.MEETING,
    Warmth.OPEN: StepKind.COFFEE,
    Warmth.CARD_ONLY: StepKind.CALL,
}
"""A prospect is offered a meeting; somebody interesting without business yet a coffee; whoever
only gave a card is called to learn what they do."""


def times_of(encounter: Encounter, now: datetime) -> tuple[datetime, ...]:
    """Return the times that are proposed and can still be kept; none once one of them is past."""
    return encounter.proposed if all(at > now for at in encounter.proposed) else ()


def entries_of(encounter: Encounter, client: Client, now: datetime) -> tuple[CalendarEntry, ...]:
    """Return the times that are proposed as calendar entries, each of them tentative."""
    times = times_of(encounter, now)
    entries = [
        entry_of(
            f"{encounter.id}-{number}",
            STEP_FOR[encounter.warmth],
            at,
            client=client,
            person=encounter.person,
            text=_met(encounter),
        )
        for number, at in enumerate(times, start=1)
    ]
    if len(entries) < 2:
        return tuple(entries)
    return tuple(
        replace(entry, title=f"{entry.title} (time {number} of {len(entries)})")
        for number, entry in enumerate(entries, start=1)
    )


def are_named(times: Sequence[datetime], text: str) -> bool:
    """Say whether a text names each of the times, with its day and hour as it has them."""
    return bool(times) and all(
        f"{at.day} {at:%B}" in text and f"{at.hour}:{at:%M}" in text for at in times
    )


def proposal_words(kind: StepKind, times: Sequence[datetime], now: datetime) -> str:
    """Return ``a meeting: Tue 24 10:00 or Thu 26 14:00 their time``; without times its name."""
    name = f"a {kind.value}"
    if not times:
        return name
    listed = " or ".join(f"{short_day(at.date(), now.date())} {at:%H:%M}" for at in times)
    differs = any(at.utcoffset() != at.astimezone(now.tzinfo).utcoffset() for at in times)
    return f"{name}: {listed}{' their time' if differs else ''}"


def _met(encounter: Encounter) -> str:
    where = f" at {encounter.where}" if encounter.where else ""
    return clean_line(f"Met on {encounter.day:%A} {encounter.day.day} {encounter.day:%B}{where}.")
