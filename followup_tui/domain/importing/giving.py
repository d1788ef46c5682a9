"""Events of a calendar that come into the library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo

from followup_tui.domain.importing.plan import Fate, Giveable, ImportPlan, PlannedRow
from followup_tui.domain.importing.there import There
from followup_tui.domain.importing.turns import Settling, Told, Turns
from followup_tui.domain.record import new_id, utc
from followup_tui.domain.text import fold
from followup_tui.domain.value_add import ValueAdd, ValueAddKind

_A_DAY = timedelta(days=1)


class SettlingEvents(Settling):
    """Settles the events of a calendar: what is over is left out, and what is there already."""

    def __init__(self, there: There, *, now: datetime) -> None:
        """`now` carries the zone in which hours without one are."""
        turns = Turns()
        super().__init__(turns)
        self._now = now
        self._known = {(fold(each.title), each.starts) for each in there.value_adds}
        self._lines: Told[tuple[str, datetime], int] = Told(turns)

    def row(self, row: PlannedRow, number: int) -> PlannedRow:
        """Return a row with its fate settled."""
        content = row.content
        if not isinstance(content, Giveable):
            return row
        if reason := self._why_not(row, content):
            return replace(row, fate=Fate.SKIP, reason=reason)
        return replace(row, fate=Fate.NEW, reason="new in the library")

    def _why_not(self, row: PlannedRow, content: Giveable) -> str:
        """Return why an event is left out; empty: it is not."""
        zone = self._now.tzinfo
        starts = _in(content.starts, zone)
        over = starts + (_A_DAY if content.all_day else timedelta())
        if content.ends:
            over = _in(content.ends, zone)
        key = fold(content.title), utc(starts)
        if over <= self._now:
            return "it is over"
        if key in self._known:
            return "it is in the library already"
        if line := self._lines.first(key):
            return f"stands in line {line} already"
        if row.decided is Fate.SKIP:
            return "you left it out"
        self._lines.say(key, row.line)
        return ""


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
