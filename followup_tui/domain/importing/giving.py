"""Events of a calendar that come into the library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo

from followup_tui.domain.importing.plan import Fate, Giveable, ImportPlan, PlannedRow
from followup_tui.domain.importing.there import There
from followup_tui.domain.record import new_id, utc
from followup_tui.domain.text import fold
from followup_tui.domain.value_add import ValueAdd, ValueAddKind

_A_DAY = timedelta(days=1)


def settled(plan: ImportPlan, there: There, *, now: datetime) -> ImportPlan:
    """Return `plan`, of events, with the fate of each row settled: what is over is left out.

    `now` carries the zone in which hours without one are.
    """
    zone = now.tzinfo
    known = {(fold(each.title), each.starts) for each in there.value_adds}
    lines: dict[tuple[str, datetime | None], int] = {}
    rows = []
    for row in plan.rows:
        content = row.content
        if isinstance(content, Giveable):
            rows.append(_row(row, content, known, lines, now, zone))
        else:
            rows.append(row)
    return replace(plan, rows=tuple(rows))


def _row(
    row: PlannedRow,
    content: Giveable,
    known: set[tuple[str, datetime | None]],
    lines: dict[tuple[str, datetime | None], int],
    now: datetime,
    zone: tzinfo | None,
) -> PlannedRow:
    starts = _in(content.starts, zone)
    over = (
        _in(content.ends, zone)
        if content.ends
        else starts + (_A_DAY if content.all_day else timedelta())
    )
    key = fold(content.title), utc(starts)
    if over <= now:
        return replace(row, fate=Fate.SKIP, reason="it is over")
    if key in known:
        return replace(row, fate=Fate.SKIP, reason="it is in the library already")
    if line := lines.get(key):
        return replace(row, fate=Fate.SKIP, reason=f"stands in line {line} already")
    lines[key] = row.line
    return replace(row, fate=Fate.NEW, reason="new in the library")


def _in(moment: datetime, zone: tzinfo | None) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def value_adds_of(plan: ImportPlan, *, now: datetime) -> Iterator[ValueAdd]:
    """Yield what carrying out a settled plan of events puts into the library."""
    zone = now.tzinfo
    for row in plan.rows:
        content = row.content
        if row.fate is Fate.SKIP or not isinstance(content, Giveable):
            continue
        yield ValueAdd(
            id=new_id(now),
            created=utc(now),
            kind=ValueAddKind.EVENT,
            title=content.title,
            url=content.url,
            about=content.about,
            topics=content.topics,
            starts=utc(_in(content.starts, zone)),
            ends=utc(_in(content.ends, zone)) if content.ends else None,
            all_day=content.all_day,
            where=content.where,
        )
