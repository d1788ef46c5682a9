"""The events a page or a calendar announces: found by several readers, merged, the past dropped.

Another way of finding events is another function in `READERS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import islice

from followup_tui.domain.page import Event
from followup_tui.web import charset, hevent, microdata, plain_events, schema_events, timeblocks
from followup_tui.web.calendar_text import unfolded
from followup_tui.web.detail_pages import headline
from followup_tui.web.dom import Page, line
from followup_tui.web.findings import MOST_EVENTS, MOST_OCCURRENCES, Finding, to_event
from followup_tui.web.merge import merge
from followup_tui.web.moments import comparable, zoned
from followup_tui.web.said_again import named_by, without_past, without_places, without_repeats

_NAME = re.compile(r"^(?:X-WR-CALNAME|NAME)(?:;[^:\r\n]{0,80})?:(.{1,200})", re.MULTILINE)

Reader = Callable[[Page], Iterable[Finding]]

READERS: tuple[Reader, ...] = (
    schema_events.find_events,
    microdata.find_events,
    hevent.find_events,
    timeblocks.find_events,
    plain_events.find_events,
)
"""Every way of finding events on a page, in no particular order."""


def page_events(page: Page, *, dated: bool = True) -> tuple[Event, ...]:
    """Return the coming events of a page in order of time, each with all its sources.

    A page that is not `dated` shows no date: what needs one in its text is not asked.
    """
    found: list[Event] = []
    past: list[tuple[str, datetime]] = []
    for reader in READERS:
        if not dated and reader is plain_events.find_events:
            continue
        for finding in islice(reader(page), MOST_EVENTS * 2):
            event = to_event(finding, page_url=page.url, now=page.now)
            if event is not None:
                found.append(event)
            elif reader is not plain_events.find_events and finding.start.day < page.now.date():
                past.append((finding.title, finding.start.at))
    found = (
        without_places(without_past(found, past)) if len(found) > 1 else without_past(found, past)
    )
    found = named_by(headline(page), without_repeats(found, page_url=page.url))
    return merge(found, now=page.now)


def read_calendar(content: bytes, *, now: datetime, until: datetime, url: str = "") -> list[Event]:
    """Return what an iCalendar file (RFC 5545) announces between `now` and `until`, in order.

    Recurring events are given one by one. `now` and `until` carry a zone; `url` is where the
    calendar came from, for the sources. What is damaged is left out; a file that is no calendar
    at all gives an empty list. Raises nothing for what the file holds.
    """
    return calendar_events(charset.decode(unfolded(content)), now=now, until=until, url=url)


def calendar_events(text: str, *, now: datetime, until: datetime, url: str) -> list[Event]:
    """Return what `read_calendar` does, for a calendar that is decoded already."""
    from followup_tui.web import calendars  # noqa: PLC0415 -- brings in icalendar: 125 ms

    text = text.replace("\x00", "").lstrip("\ufeff \t\r\n")
    now, until = zoned(now), zoned(until)
    found: list[Event] = []
    for finding in calendars.find_events(text, now=now, until=until, url=url):
        event = to_event(finding, page_url=url, now=now)
        if event is not None and comparable(event.start, now) < until:
            found.append(event)
    return list(merge(found, now=now, most=MOST_OCCURRENCES))


def calendar_name(text: str) -> str:
    """Return the name a calendar gives itself (``X-WR-CALNAME`` or ``NAME``), or nothing."""
    found = _NAME.search(text)
    return line(found[1].replace("\\,", ",").replace("\\;", ";")) if found else ""
