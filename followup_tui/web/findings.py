"""What the readers of events share: a finding, made into an Event with its source."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from followup_tui.domain.page import Event, EventStatus, Source
from followup_tui.domain.text import clean_line, shorten
from followup_tui.web.moments import Moment, is_over

MOST_EVENTS = 200
"""More events than this are not kept of one page."""

_ONLINE = re.compile(
    r"\b(?:online|virtual(?:ly)?|webinar|web ?cast|live ?stream|zoom\.us|zoom|microsoft teams|"
    r"teams\.microsoft|meet\.google|webex|gotowebinar|en ligne|en línea)\b",
    re.IGNORECASE,
)
_CANCELLED = re.compile(
    r"\b(?:cancell?ed|abgesagt|entfällt|annulée?|cancelad[oa]|annullat[oa]|geannuleerd|"
    r"eventcancelled)\b",
    re.IGNORECASE,
)
_POSTPONED = re.compile(
    r"\b(?:postponed|verschoben|reportée?|aplazad[oa]|rinviat[oa]|uitgesteld|eventpostponed)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Finding:
    """An event as one reader found it, before it is checked and merged."""

    method: str
    """The `Source.method`: ``json-ld``, ``microdata``, ``time``, ``ics``."""
    title: str
    start: Moment
    words: str
    """The words it rests on."""
    end: Moment | None = None
    location: str = ""
    url: str = ""
    status: str = ""
    """What the page says of its state, in any words or as a schema.org address."""
    online: bool = False


def status_of(words: str) -> EventStatus:
    """Return the state that `words` name; scheduled where they name none."""
    last = words.rsplit("/", 1)[-1]
    if _CANCELLED.search(last):
        return EventStatus.CANCELLED
    if _POSTPONED.search(last):
        return EventStatus.POSTPONED
    return EventStatus.SCHEDULED


def says_online(*words: str) -> bool:
    """Say whether a place or title names an online meeting."""
    return any(_ONLINE.search(text) for text in words)


def _end(finding: Finding) -> datetime | None:
    """Return the end if it can be one: after the start and with a zone if that has one."""
    if finding.end is None:
        return None
    start, end = finding.start.at, finding.end.at
    if finding.end.whole_day and not finding.start.whole_day:
        if finding.end.day <= finding.start.day:
            return None
        # a day as the end of a timed event: until that day's last minute
        end = end + timedelta(hours=23, minutes=59)
    if (start.tzinfo is None) != (end.tzinfo is None):
        end = end.replace(tzinfo=start.tzinfo)
    if finding.start.whole_day and not finding.end.whole_day:
        end = end.replace(hour=0, minute=0, second=0, microsecond=0)
    return end if end > start else None


def to_event(finding: Finding, *, page_url: str, now: datetime) -> Event | None:
    """Return the event, or None when it is over or has no title. All its text is cleaned."""
    title = shorten(clean_line(finding.title), 200)
    end = _end(finding)
    start = finding.start.at
    if not title or is_over(start, end, all_day=finding.start.whole_day, now=now):
        return None
    location = shorten(clean_line(finding.location), 200)
    status = status_of(finding.status)
    if status is EventStatus.SCHEDULED:
        status = status_of(title)
    words = shorten(clean_line(finding.words), 300)
    return Event(
        title=title,
        start=start,
        end=end,
        all_day=finding.start.whole_day,
        zone=finding.start.zone,
        location=location,
        url=finding.url,
        status=status,
        online=finding.online or says_online(location, title),
        sources=(Source(url=page_url, method=finding.method, words=words, read_at=now),),
    )
