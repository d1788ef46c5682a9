"""Calls under way as they are told of: on the desk, and where one changes to another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from textual.content import Content

from followup_tui.domain.queue import QueueEntry
from followup_tui.domain.text import shorten
from followup_tui.domain.words import short_day

if TYPE_CHECKING:
    from followup_tui.domain.calling.under_way import Interrupted

_NAME = 30  # characters of a name in a line
_MINUTE = timedelta(minutes=1)
_HOUR = timedelta(hours=1)


def age_words(started: datetime, now: datetime) -> str:
    """Return how long ago a call was begun: ``12 min``, ``2 h 05``, ``since Tue 14:02``.

    One that was begun after `now`, by a clock that was put back, is told by its hour.
    """
    age = now - started
    if age < timedelta():
        return f"since {started:%H:%M}"
    if age < _HOUR:
        return f"{age // _MINUTE} min"
    if age < 12 * _HOUR:
        return f"{age // _HOUR} h {age % _HOUR // _MINUTE:02}"
    return f"since {short_day(started.date(), now.date())} {started:%H:%M}"


def under_way(calls: Sequence[Interrupted], now: datetime, key: str) -> Content:
    """Return the line of the desk that lists calls under way with their age; `key` goes there.

    Empty where there are none.
    """
    if not calls:
        return Content("")
    parts: list[str | tuple[str, str]] = [("Under way: ", "bold $text-warning")]
    for index, call in enumerate(calls):
        parts.append(("  ·  " if index else "", "$text-muted"))
        parts.append(shorten(call.name, _NAME))
        parts.append((f" {_stage(call)}{age_words(call.started, now)}", "$text-muted"))
    verb = "takes it up" if len(calls) == 1 else "chooses one"
    parts.append((f"   {key} {verb}", "$text-muted"))
    return Content.assemble(*parts)


def _stage(call: Interrupted) -> str:
    return "to be wrapped up, " if call.wrapping_up else f"{call.kind.value}, "


def call_line(call: Interrupted, now: datetime) -> Content:
    """Return the line by which a call under way is chosen."""
    return Content.assemble(
        ("▸ ", "bold $text-warning"),
        shorten(call.name, _NAME),
        (f"  {_stage(call)}{age_words(call.started, now)}", "$text-muted"),
    )


def due_line(entry: QueueEntry) -> Content:
    """Return the line by which somebody who is due is chosen: who, and why."""
    who = entry.person if entry.person and entry.person != entry.name else ""
    return Content.assemble(
        "  ",
        shorten(entry.name, _NAME),
        (f"  {shorten(who, _NAME)}" if who else "", "$text-muted"),
        (f"  {entry.reason.text}", "$text-muted"),
    )
