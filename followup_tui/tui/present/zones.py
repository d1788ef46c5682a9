"""Time zones for somebody who types: names that fit, and what time it is there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from followup_tui.domain.record import Invalid, check_zone
from followup_tui.domain.text import fold

SHOWN = 3
"""Names offered at once: what fits beside the field."""


@cache
def zone_names() -> tuple[str, ...]:
    """Return the names of places (``Europe/Zurich``) of the time zone database, sorted.

    Reads the file system: call it in a thread.
    """
    odd = ("Etc/", "SystemV/", "US/", "Brazil/", "Canada/", "Chile/", "Mexico/", "posix/", "right/")
    names = (name for name in available_timezones() if "/" in name and not name.startswith(odd))
    return (*sorted(names), "UTC")


def completion(typed: str, names: Iterable[str]) -> str | None:
    """Return the first name that begins with what was typed, whatever its case."""
    wanted = typed.lower()
    return next((name for name in names if wanted and name.lower().startswith(wanted)), None)


def zones_like(typed: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return the names in which the words typed stand (``syd`` finds ``Australia/Sydney``).

    Those whose town begins with them come first.
    """
    words = fold(typed).replace("_", " ").split()
    if not words:
        return ()
    found = []
    for name in names:
        searched = fold(name).replace("_", " ")
        if all(word in searched for word in words):
            town = searched.rpartition("/")[2]
            found.append((not town.startswith(words[0]), name))
    return tuple(name for _, name in sorted(found)[:SHOWN])


def hint(typed: str, names: Iterable[str], now: datetime) -> str:
    """Return what to say under a time zone that is being typed; `now` carries a zone."""
    zone = typed.strip()
    if not zone:
        return "empty: the same as yours"
    try:
        check_zone("zone", zone)
    except Invalid:
        near = zones_like(zone, names)
        return f"is it {' or '.join(near)}?" if near else ""
    return f"there it is {now.astimezone(ZoneInfo(zone)):%a %H:%M}"
