"""One event said in several ways becomes one Event that keeps all its sources."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime

import msgspec

from followup_tui.domain.page import Event, EventStatus, Source
from followup_tui.domain.text import fold
from followup_tui.web.findings import MOST_EVENTS
from followup_tui.web.moments import comparable

_RANK = {"ics": 0, "json-ld": 1, "microdata": 2, "rdfa": 3, "time": 4}
"""Which way of writing is believed first: the one made for exchange before the one for show."""


def _rank(event: Event) -> int:
    return min((_RANK.get(source.method, 9) for source in event.sources), default=9)


def _words(title: str) -> list[str]:
    return re.findall(r"\w+", fold(title))


def _same_title(one: str, other: str) -> bool:
    """Say whether two titles name the same thing: equal, or one within the other, whole words."""
    a, b = _words(one), _words(other)
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if not short or len("".join(short)) < 8:
        return False
    return f" {' '.join(short)} " in f" {' '.join(long)} "


def _same_time(one: Event, other: Event, now: datetime) -> bool:
    if one.all_day or other.all_day:
        return one.start.date() == other.start.date()
    if comparable(one.start, now) == comparable(other.start, now):
        return True
    # the same hour on the wall, where one of the two did not say in which zone
    unzoned = one.start.tzinfo is None or other.start.tzinfo is None
    return unzoned and one.start.replace(tzinfo=None) == other.start.replace(tzinfo=None)


def _together(first: Event, second: Event) -> Event:
    """Return `first`, filled with what only `second` says."""
    better_time = first.all_day and not second.all_day
    timed = second if better_time else first
    sources: dict[tuple[str, str], Source] = {}
    for source in (*first.sources, *second.sources):
        sources.setdefault((source.url, source.method), source)
    scheduled = first.status is EventStatus.SCHEDULED
    return msgspec.structs.replace(
        first,
        start=timed.start,
        end=timed.end or (None if better_time else second.end if not second.all_day else None),
        all_day=timed.all_day,
        zone=timed.zone or first.zone or second.zone,
        location=first.location or second.location,
        url=first.url or second.url,
        status=second.status if scheduled else first.status,
        online=first.online or second.online,
        sources=tuple(sources.values()),
    )


def _days(event: Event, now: datetime) -> set[date]:
    """Return the days an event may be written under: its place's, and that of UTC."""
    if event.all_day:
        return {event.start.date()}
    return {event.start.date(), comparable(event.start, now).astimezone(UTC).date()}


def merge(events: Iterable[Event], *, now: datetime) -> tuple[Event, ...]:
    """Return the events in order of time, each once, the best-marked version leading."""
    kept: list[Event] = []
    by_day: dict[date, list[int]] = {}
    for event in sorted(events, key=_rank)[: MOST_EVENTS * 2]:
        days = _days(event, now)
        places = sorted({place for day in days for place in by_day.get(day, ())})
        for place in places:
            other = kept[place]
            if _same_title(event.title, other.title) and _same_time(event, other, now):
                kept[place] = _together(other, event)
                break
        else:
            place = len(kept)
            kept.append(event)
        for day in days:
            by_day.setdefault(day, []).append(place)
    kept.sort(key=lambda event: (comparable(event.start, now), event.title))
    return tuple(kept[:MOST_EVENTS])
