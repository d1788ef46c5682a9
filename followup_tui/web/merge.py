"""One event said in several ways becomes one Event that keeps all its sources.

Two announcements are one event when their titles, their times and their places agree as far as
both say them. How strict that is depends on who says it: what one way of writing lists twice it
mostly means twice (two rooms, two sessions), what two ways of writing say of one day is one thing
said twice. The result depends neither on the order of what comes in nor on how often it is merged.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

import msgspec

from followup_tui.domain.page import Event, EventStatus, Source
from followup_tui.web.findings import MOST_EVENTS
from followup_tui.web.likeness import like_title, place_words, same_words, title_words
from followup_tui.web.moments import comparable

RANK = {
    "ics": 0,
    "json-ld": 1,
    "microdata": 2,
    "rdfa": 3,
    "h-event": 4,
    "time": 5,
    "feed": 6,
}
"""Which way of writing is believed first: the one made for exchange before the one for show."""
_LAST = 9

_ROUNDS = 6
_MOST_A_DAY = 100  # events of one day that are compared with each other
_SPAN = timedelta(days=31)  # a longer one is a season or an exhibition, with days of its own
_FARTHEST_ZONES = timedelta(hours=14)
_QUARTER = timedelta(minutes=15)
_SEPARATE_DAYS = frozenset({"ics", "json-ld", "microdata", "rdfa", "h-event"})


def _rank(event: Event) -> int:
    return min((RANK.get(source.method, _LAST) for source in event.sources), default=_LAST)


def _methods(event: Event) -> set[tuple[str, str]]:
    return {(source.url, source.method) for source in event.sources}


def _places_differ(one: Event, other: Event) -> bool:
    """Say whether both name a place and these have no word in common."""
    a, b = place_words(one.location), place_words(other.location)
    return bool(a and b) and not a & b


def _same_instant(one: Event, other: Event, now: datetime) -> bool:
    if one.all_day or other.all_day:
        return one.all_day == other.all_day and one.start.date() == other.start.date()
    if comparable(one.start, now) == comparable(other.start, now):
        return True
    # the same hour on the wall, where one of the two did not say in which zone
    unzoned = one.start.tzinfo is None or other.start.tzinfo is None
    return unzoned and one.start.replace(tzinfo=None) == other.start.replace(tzinfo=None)


def _same_day(one: Event, other: Event) -> bool:
    """Say whether two ways of writing may mean one time: a day and its hour, or zones mixed up."""
    if one.all_day or other.all_day:
        return one.start.date() == other.start.date()
    wall, other_wall = one.start.replace(tzinfo=None), other.start.replace(tzinfo=None)
    if wall == other_wall:
        return True  # an hour of the place that was written as one of UTC, or the other way round
    if (one.start.tzinfo is None) == (other.start.tzinfo is None):
        return False
    apart = abs(wall - other_wall)
    return apart <= _FARTHEST_ZONES and not apart % _QUARTER


def _last_day(event: Event) -> date:
    return (event.end or event.start).date()


def _is_day_of(day: Event, whole: Event) -> bool:
    """Say whether one is but a day of the other, which lasts several."""
    first, last = whole.start.date(), _last_day(whole)
    if not timedelta(0) < last - first <= _SPAN or not first <= day.start.date() <= last:
        return False
    return _last_day(day) <= last and (day.all_day or whole.all_day or _same_clock(day, whole))


def _same_clock(one: Event, other: Event) -> bool:
    return one.start.time() == other.start.time()


def _own_address(event: Event) -> str:
    """Return the address of the event's own page; empty for that of the page it was found on."""
    address = event.url.rstrip("/")
    return "" if any(address == source.url.rstrip("/") for source in event.sources) else address


def _next_days(one: Event, other: Event) -> bool:
    """Say whether a page merely repeats an event on each of its days, as month views do."""
    if not (one.all_day and other.all_day) or not _own_address(one):
        return False
    if _own_address(one) != _own_address(other):
        return False
    if {method for _, method in _methods(one) | _methods(other)} & _SEPARATE_DAYS:
        return False
    first, second = sorted((one, other), key=lambda event: event.start)
    return second.start.date() - _last_day(first) <= timedelta(days=1)


def _are_one(one: Event, other: Event, now: datetime) -> bool:
    """Say whether two announcements mean the same event."""
    several_ways = not _methods(one) & _methods(other)
    same = same_words(one.title, other.title)
    if same and not _places_differ(one, other):
        if _is_day_of(one, other) or _is_day_of(other, one) or _next_days(one, other):
            return True
        if _same_instant(one, other, now):
            return True
    if not several_ways:
        return _says_more(one, other, now)
    alike = same or like_title(one.title, other.title)
    if not alike:
        shared = _own_address(one) and _own_address(one) == _own_address(other)
        return bool(shared) and not one.all_day and _same_instant(one, other, now)
    if _same_instant(one, other, now) or _same_day(one, other):
        return True
    return same and (_is_within(one, other, now) or _is_within(other, one, now))


def _is_within(part: Event, whole: Event, now: datetime) -> bool:
    """Say whether one begins while the other lasts: an end that was taken for a beginning."""
    if part.all_day or whole.all_day or whole.end is None or part.end is not None:
        return False
    start, end = comparable(whole.start, now), comparable(whole.end, now)
    return start <= comparable(part.start, now) <= end <= start + timedelta(days=1)


def _says_more(one: Event, other: Event, now: datetime) -> bool:
    """Say whether one way of writing gave an event twice: once in full, once in short."""
    if _places_differ(one, other) or not like_title(one.title, other.title):
        return False
    shared = _own_address(one) == _own_address(other) != ""
    if one.all_day != other.all_day:
        return shared and one.start.date() == other.start.date()
    return shared and _same_instant(one, other, now)


_STATES = (EventStatus.CANCELLED, EventStatus.POSTPONED, EventStatus.SCHEDULED, EventStatus.UNSURE)
"""Which state counts: that something is off before that it is on, what is sure before a guess."""


def _together(first: Event, second: Event) -> Event:
    """Return `first`, filled with what only `second` says."""
    first, second = _leading(first, second)
    timed = second if _gives_time(second, first) else first
    other = first if timed is second else second
    sources: dict[tuple[str, str], Source] = {}
    for source in (*first.sources, *second.sources):
        sources.setdefault((source.url, source.method), source)
    start, end = timed.start, timed.end
    if end is None and other.end is not None and timed.all_day == other.all_day:
        end = _fitting_end(start, other.end)
    if timed.all_day and other.all_day:
        start = min(first.start, second.start)
        last = max(first.end or first.start, second.end or second.start)
        end = last if last > start else None
    return msgspec.structs.replace(
        first,
        start=start,
        end=end,
        all_day=timed.all_day,
        zone=timed.zone or (other.zone if start.tzinfo is None and not timed.all_day else None),
        location=first.location or second.location,
        url=first.url or second.url,
        status=min(first.status, second.status, key=_STATES.index),
        online=first.online or second.online,
        uid=first.uid or second.uid,
        sources=tuple(
            sorted(
                sources.values(),
                key=lambda source: (RANK.get(source.method, _LAST), source.method, source.url),
            )
        ),
    )


def _leading(one: Event, other: Event) -> tuple[Event, Event]:
    """Return the one that is believed first, then the other."""
    if _last_day(one) - one.start.date() == _last_day(other) - other.start.date():
        return one, other
    same = _rank(one) == _rank(other)
    return (other, one) if same and _is_day_of(one, other) else (one, other)


def _gives_time(second: Event, first: Event) -> bool:
    """Say whether the hours of the one that is believed less are the better ones."""
    if first.all_day and not second.all_day:
        return _last_day(first) == first.start.date() or _last_day(second) >= _last_day(first)
    return False


def _fitting_end(start: datetime, end: datetime) -> datetime | None:
    if (start.tzinfo is None) != (end.tzinfo is None):
        end = end.replace(tzinfo=start.tzinfo)
    return end if end > start else None


def _days(event: Event, now: datetime) -> set[date]:
    """Return the days under which an event is looked for: its own, and those that zones add."""
    first, last = event.start.date(), _last_day(event)
    if event.all_day or last - first > timedelta(days=1):
        many = min((last - first).days, _SPAN.days)
        return {first + timedelta(days=number) for number in range(-1, many + 2)}
    days = {first, comparable(event.start, now).astimezone(UTC).date()}
    return (
        days if event.start.tzinfo is None else days | {first - timedelta(1), first + timedelta(1)}
    )


def _order(event: Event, now: datetime) -> tuple[int, datetime, bytes]:
    # the last part makes the order complete, so that it does not depend on that of the input
    return (_rank(event), comparable(event.start, now), msgspec.json.encode(event))


def _closeness(event: Event, other: Event, now: datetime) -> tuple[bool, bool, int]:
    """Say how well two announcements of one event agree; the greater, the better."""
    shared = place_words(event.location) & place_words(other.location)
    same = same_words(event.title, other.title)
    return (_same_instant(event, other, now), same, len(shared))


class _Kept:
    """The events of one round, found again by their days and titles."""

    def __init__(self, now: datetime) -> None:
        self.events: list[Event] = []
        self._now = now
        self._by_day: dict[date, list[int]] = {}
        self._by_title: dict[tuple[date, tuple[str, ...]], list[int]] = {}

    def near(self, event: Event) -> list[int]:
        """Return the places of those that may be the same event, the first ones first."""
        named = title_words(event.title)
        found: set[int] = set()
        for day in _days(event, self._now):
            found.update(self._by_title.get((day, named), ()))
            # a day so full is no real one: of its others the first are enough
            found.update(self._by_day.get(day, ())[:_MOST_A_DAY])
        return sorted(found)

    def put(self, event: Event, place: int) -> None:
        """Note under which days and title the event at a place is to be found."""
        named = title_words(event.title)
        for day in _days(event, self._now):
            self._by_day.setdefault(day, []).append(place)
            self._by_title.setdefault((day, named), []).append(place)


def _round(events: list[Event], now: datetime) -> list[Event]:
    """Put each event to the one that it agrees with best, or beside them."""
    kept = _Kept(now)
    for event in sorted(events, key=lambda event: _order(event, now)):
        fitting = [place for place in kept.near(event) if _are_one(event, kept.events[place], now)]
        if fitting:
            place = max(
                fitting, key=lambda place: (*_closeness(event, kept.events[place], now), -place)
            )
            kept.events[place] = _together(kept.events[place], event)
        else:
            place = len(kept.events)
            kept.events.append(event)
        kept.put(event, place)
    return kept.events


def merge(events: Iterable[Event], *, now: datetime, most: int = MOST_EVENTS) -> tuple[Event, ...]:
    """Return the events in order of time, each once, the best-marked version leading.

    `now` carries the zone in which times without one are compared; no more than `most` come back.
    """
    kept = sorted(events, key=lambda event: _order(event, now))[: most * 2]
    for _ in range(_ROUNDS):  # what was filled in by one may make two others agree
        before = len(kept)
        kept = _round(kept, now)
        if len(kept) == before:
            break
    kept.sort(key=lambda event: (comparable(event.start, now), _rank(event), event.title))
    return tuple(kept[:most])
