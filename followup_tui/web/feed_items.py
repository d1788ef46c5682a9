"""The items of a feed, whatever it is written in, made into news and events.

An item is an event only where the feed says when it takes place, in one of the modules made for
that. The day on which it was published is never that of an event.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from followup_tui.domain.page import Event, NewsItem, PageFacts, Source
from followup_tui.domain.text import shorten
from followup_tui.web.dom import absolute, line
from followup_tui.web.findings import MOST_EVENTS, Finding, to_event
from followup_tui.web.merge import merge
from followup_tui.web.moments import Moment, read_clock, read_moment
from followup_tui.web.news import tidy
from followup_tui.web.summary import is_whole, sentences

MOST_ITEMS = 500
"""More items of a feed are not looked at."""
ABOUT = 300
"""Characters of what an item says of itself."""
MOST_TOPICS = 12
"""Categories or tags of one item."""

STARTS = (
    "startdate", "dtstart", "start_date", "startdatetime", "start_datetime", "starttime",
    "start_time", "eventdate", "event_date", "eventstart", "event_start", "starts_at", "start",
)  # fmt: skip
"""How modules name the beginning of an event, in lower case and without their prefix."""
ENDS = (
    "enddate", "dtend", "end_date", "enddatetime", "end_datetime", "endtime", "end_time",
    "eventend", "event_end", "ends_at", "end",
)  # fmt: skip
_START_HOURS = ("starthour", "starttime", "start_time", "time")
_END_HOURS = ("endhour", "endtime", "end_time")
_PLACES = ("location", "venue", "eventlocation", "event_location", "where", "place")
_STATES = ("status", "eventstatus", "event_status")
FIELDS = frozenset({*STARTS, *ENDS, *_START_HOURS, *_END_HOURS, *_PLACES, *_STATES, "timezone"})
"""All of them: what else an item holds is not looked at."""


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One item: its title and address, when it was published, and what it says of an event."""

    title: str
    address: str = ""
    published: str = ""
    """As written."""
    event: Mapping[str, str] = field(default_factory=dict)
    """What modules for events say, by `FIELDS`."""
    about: str = ""
    """Its first words, plain."""
    topics: tuple[str, ...] = ()
    """What it is filed under."""


_NO_YEAR = re.compile(r"\b0001\b")
"""The year of no date at all, as programs keep it: "Mon, 01 Jan 0001". It is none of 2001."""


def read_day(written: str) -> date | None:
    """Return the day on which something was published, or None."""
    moment = read_moment(written)
    if moment is not None:
        return moment.day
    if _NO_YEAR.search(written):
        return None
    try:
        return parsedate_to_datetime(written).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _said(item: FeedItem, names: Sequence[str]) -> str:
    return next((item.event[name] for name in names if item.event.get(name)), "")


def _moment(item: FeedItem, days: Sequence[str], hours: Sequence[str]) -> Moment | None:
    """Return a moment that is said at once, or as a day and an hour."""
    zone = item.event.get("timezone", "")
    said = (read_moment(item.event.get(name, ""), zone) for name in days)
    moment = next((one for one in said if one is not None), None)
    hour = _said(item, hours)
    if moment is None or not moment.whole_day or not hour:
        return moment
    clock = read_clock(hour)
    written = f"{clock:%H:%M}" if clock is not None else hour
    timed = read_moment(f"{moment.day.isoformat()} {written}", zone)
    return timed if timed is not None and not timed.whole_day else moment


def _finding(item: FeedItem) -> Finding | None:
    start = _moment(item, STARTS, _START_HOURS)
    if start is None:
        return None
    return Finding(
        "feed",
        item.title,
        start,
        words=f"{item.title} · {_said(item, STARTS)}",
        end=_moment(item, ENDS, _END_HOURS),
        location=_said(item, _PLACES),
        url=item.address,
        status=_said(item, _STATES),
    )


def _events(items: Sequence[FeedItem], *, url: str, now: datetime) -> Iterator[Event]:
    for item in items:
        finding = _finding(item)
        event = to_event(finding, page_url=url, now=now) if finding is not None else None
        if event is not None:
            yield event


def _news(items: Sequence[FeedItem], *, url: str, now: datetime) -> Iterator[NewsItem]:
    for item in items:
        if _finding(item) is not None:
            continue  # it tells of an event, whether that is to come or over
        words = line(f"{item.title} · {item.published}" if item.published else item.title)
        yield NewsItem(
            title=item.title,
            date=read_day(item.published) if item.published else None,
            url=item.address,
            about=item.about,
            topics=item.topics,
            source=Source(url=url, method="feed", words=words, read_at=now),
        )


def feed_facts(
    items: Sequence[FeedItem], *, url: str, now: datetime, head: Mapping[str, str]
) -> PageFacts:
    """Return what a feed says. `head` holds its own ``title``, ``description``, ``language``."""
    items = [item for item in items if item.title][:MOST_ITEMS]
    events = merge(_events(items, url=url, now=now), now=now, most=MOST_EVENTS)
    news = tidy(_news(items, url=url, now=now), today=now.date(), events=events)
    description = head.get("description", "")
    told = [*(item.title for item in news), *(event.title for event in events)]
    return PageFacts(
        url=url,
        read_at=now,
        title=line(head.get("title", ""), 200),
        description=description,
        summary=tuple(piece for piece in sentences(description) if is_whole(piece))[:2],
        main_text="\n".join(told),
        language=line(head.get("language", ""), 20),
        news=news,
        events=events,
    )


def item_of(
    title: str,
    link: str,
    base: str,
    *,
    published: str = "",
    event: Mapping[str, str] | None = None,
    about: str = "",
    topics: Iterable[str] = (),
) -> FeedItem:
    """Return an item with its address made absolute; `title` is clean already."""
    address = absolute(link, base) if link else ""
    filed = dict.fromkeys(topic for each in topics if (topic := line(each, 60)))
    return FeedItem(
        line(title, 200),
        address,
        published,
        event or {},
        shorten(line(about, 1000), ABOUT),
        tuple(filed)[:MOST_TOPICS],
    )
