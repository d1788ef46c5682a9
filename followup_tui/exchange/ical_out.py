"""Calendar files (iCalendar, RFC 5545) that any calendar program takes in.

They carry no METHOD: opened, they are entries of one's own, and nothing is sent to anybody. Hours
are written in UTC, which needs no description of a time zone and cannot be misread.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from followup_tui.domain.calling.calendar_entry import CalendarEntry
from followup_tui.domain.text import clean_line, clean_text

if TYPE_CHECKING:
    from icalendar import Event

PRODUCT = "-//followup//followup//EN"


_LOOK_AGAIN = timedelta(hours=1)
"""How often a program that subscribed to a calendar is asked to look at it again."""


def write_calendar(entries: Iterable[CalendarEntry], *, now: datetime, name: str = "") -> bytes:
    """Return a calendar file with `entries`, in UTF-8; `now`, with a zone, is its stamp.

    With a `name` it is one to subscribe to: it says what it is called and how often to look again.
    What is tentative is marked so (STATUS). Texts are escaped and folded by the library, after
    control characters were taken out: none can end a line and begin a property of its own.
    """
    from icalendar import Calendar  # noqa: PLC0415 - an eighth of a second, at the first file

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    if name:
        calendar.add("name", clean_line(name))  # RFC 7986; what follows is what others still read
        calendar.add("x-wr-calname", clean_line(name))
        calendar.add("refresh-interval", _LOOK_AGAIN, {"value": "DURATION"})
        calendar.add("x-published-ttl", "PT1H")
    for entry in entries:
        calendar.add_component(_event(entry, now))
    content: bytes = calendar.to_ical()
    return content


def _event(entry: CalendarEntry, now: datetime) -> Event:
    from icalendar import Event  # noqa: PLC0415 - see above

    event = Event()
    event.add("uid", clean_line(entry.uid))
    event.add("dtstamp", now.astimezone(UTC))
    if entry.all_day:
        event.add("dtstart", entry.starts.date())
        event.add("dtend", (entry.starts + entry.length).date())
    else:
        starts = entry.starts.astimezone(UTC)
        event.add("dtstart", starts)
        event.add("dtend", starts + entry.length)
    event.add("summary", clean_line(entry.title))
    event.add("status", "TENTATIVE" if entry.tentative else "CONFIRMED")
    if entry.free:
        event.add("transp", "TRANSPARENT")
    if about := clean_text(entry.about):
        event.add("description", about)
    return event
