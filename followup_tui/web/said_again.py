"""What a page's text says again of an event that its mark-up announces already.

A page about one event says its day in many places: beside the author, in the programme, on the
button for the calendar. Read as text these are no further events. Where mark-up and text differ
about the hour, people see the text: a zone or an hour that only programs see may be a mistake of
the program that wrote it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from urllib.parse import urlsplit

import msgspec

from followup_tui.domain.page import Event
from followup_tui.web.likeness import like_title, title_words

_MARKED = frozenset({"json-ld", "microdata", "rdfa", "h-event"})
_SHOWN = frozenset({"text", "time"})
_LEAST = 8  # letters of a title that is found again among other words
_WHOLE_HOUR = timedelta(hours=1)
_FARTHEST_ZONES = timedelta(hours=14)
_ON_UTC = (".uk", ".ie", ".pt", ".is")
"""Where the hours of a winter's day are those of UTC."""


def named_by(headline: str, events: Sequence[Event]) -> list[Event]:
    """Return the events of a page about one thing alone under its `headline`; all, without one.

    Where the page announces several days they keep their names: they are a series, or others.
    """
    shown = [event for event in events if _method(event) in _SHOWN]
    if not headline or len(shown) < len(events):
        return list(events)
    if len({event.start.date() for event in shown}) != 1:
        return list(events)
    return [
        event
        if like_title(event.title, headline)
        else msgspec.structs.replace(event, title=headline)
        for event in shown
    ]


def without_repeats(events: Sequence[Event], *, page_url: str) -> list[Event]:
    """Return the events of one page without what its text only says again of marked ones."""
    marked = [event for event in events if _method(event) in _MARKED]
    if not marked:
        return list(events)
    shown = [event for event in events if _method(event) in _SHOWN]
    alone = len({(title_words(event.title), event.start.date()) for event in marked}) == 1
    kept = [event for event in events if _method(event) not in _MARKED | _SHOWN]
    kept.extend(_as_seen(event, shown, page_url, alone=alone) for event in marked)
    for event in shown:
        again = next((one for one in marked if _says(event, one, page_url, alone=alone)), None)
        if again is None:
            kept.append(event)
        elif again.all_day and not event.all_day:
            kept.append(msgspec.structs.replace(event, title=again.title, url=""))
    return kept


def without_past(events: Sequence[Event], past: Sequence[tuple[str, datetime]]) -> list[Event]:
    """Return events without those that the text of a page moves to the next year.

    `past` are the (title, start) of what its mark-up says was: a day without a year in its text
    is the same day.
    """
    if not past:
        return list(events)
    return [event for event in events if not any(_was(event, *one) for one in past)]


def _was(event: Event, title: str, start: datetime) -> bool:
    if _method(event) != "text" or (event.start.month, event.start.day) != (start.month, start.day):
        return False
    said = event.sources[0].words
    return str(event.start.year) not in said and (
        like_title(event.title, title)
        or " ".join(title_words(title)) in " ".join(title_words(said))
    )


def without_places(events: Sequence[Event]) -> list[Event]:
    """Return events without those whose title is but where another of that day takes place."""
    placed = [(event.start.date(), f" {_words(event.location)} ") for event in events]
    return [
        event
        for event in events
        if event.location
        or _method(event) != "text"
        or not any(
            day == event.start.date() and f" {_words(event.title)} " in place
            for day, place in placed
            if len(place) > _LEAST
        )
    ]


def _words(text: str) -> str:
    return " ".join(title_words(text)) if text else ""


def _method(event: Event) -> str:
    return event.sources[0].method if event.sources else ""


def _says(event: Event, marked: Event, page_url: str, *, alone: bool) -> bool:
    """Say whether an event of the text is the marked one under another name."""
    if event.start.date() != marked.start.date() or like_title(event.title, marked.title):
        return False  # what is named alike is left to the merging
    named = title_words(marked.title)
    if len("".join(named)) >= _LEAST:
        words = " ".join(title_words(event.sources[0].words))
        if f" {' '.join(named)} " in f" {words} ":
            return True
    return alone and not _leads_elsewhere(event, marked, page_url)


def _leads_elsewhere(event: Event, marked: Event, page_url: str) -> bool:
    """Say whether an event has a page of its own on this site: then it is another one."""
    try:
        there, here = urlsplit(event.url), urlsplit(page_url)
    except ValueError:
        return False
    own = event.url and event.url.rstrip("/") not in {marked.url.rstrip("/"), page_url.rstrip("/")}
    return bool(own) and there.netloc == here.netloc and there.path.strip("/") != ""


def _as_seen(event: Event, shown: Sequence[Event], page_url: str, *, alone: bool) -> Event:
    """Return a marked event with the hours that the page shows, where its own are mistaken."""
    if event.all_day:
        return event
    wall = event.start.replace(tzinfo=None)
    for seen in shown:
        if seen.all_day or seen.start.tzinfo is not None or _method(seen) != "text":
            continue
        if not like_title(seen.title, event.title):
            continue
        apart = abs(seen.start - wall)
        if not apart and _is_utc(event) and not _lies_on_utc(page_url):
            end = event.end.replace(tzinfo=None) if event.end is not None else None
            return msgspec.structs.replace(event, start=wall, end=end, zone=None)
        hours = apart <= _FARTHEST_ZONES and not apart % _WHOLE_HOUR
        if (
            alone
            and apart
            and hours
            and event.start.tzinfo is None
            and wall.date() == seen.start.date()
        ):
            return msgspec.structs.replace(event, start=seen.start, end=seen.end)
    return event


def _is_utc(event: Event) -> bool:
    return event.start.tzinfo is not None and event.start.utcoffset() == timedelta(0)


def _lies_on_utc(page_url: str) -> bool:
    try:
        host = urlsplit(page_url).hostname or ""
    except ValueError:
        return False
    return host.endswith(_ON_UTC)
