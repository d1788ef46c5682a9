"""Reading iCalendar files (RFC 5545): recurring events one by one, damaged ones left out.

The file is cut into its events as text and mended (`calendar_text`); each series is then read and
expanded by itself, so that what is wrong with one costs none of the others.

icalendar and recurring_ical_events are imported by this module; import it only for a calendar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import islice

import icalendar
import recurring_ical_events
from icalendar.cal.component import Component

from followup_tui.domain.text import clean_line
from followup_tui.web.calendar_series import SeriesEvent, Stamp, read_series
from followup_tui.web.calendar_text import read_calendars, unescape
from followup_tui.web.dom import absolute
from followup_tui.web.findings import (
    MOST_OCCURRENCES,
    Finding,
    has_meeting_link,
    says_online,
)
from followup_tui.web.moments import Moment, known_zone, zone_name

# What the two libraries raise on damaged series; their errors have no common class.
_DAMAGED = (ValueError, KeyError, IndexError, TypeError, AttributeError, ArithmeticError)
_PART = "X-FOLLOWUP-PART"
"""Which VEVENT of a series an occurrence comes from."""
_TAG = re.compile(r"</?[A-Za-z][^>]{0,400}>")
_MEETING = re.compile(r"https?://(?![^\s]{0,60}\bmaps?\b)\S+$", re.IGNORECASE)
_MARGIN = timedelta(days=2)  # zones and ends: what is nearer to the edge is left to the library
_MOST_OF_SERIES = 500
_MEETING_NAMES = ("CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL")


def find_events(text: str, *, now: datetime, until: datetime, url: str) -> Iterator[Finding]:
    """Give what a calendar's text announces from `now` to `until`, in no particular order."""
    span = _Span(now, until)
    left = MOST_OCCURRENCES
    for calendar in read_calendars(text):
        for series in read_series(calendar):
            for finding in islice(_findings(series, span, url), min(left, _MOST_OF_SERIES)):
                left -= 1
                yield finding
            if left <= 0:
                return


@dataclass(frozen=True, slots=True)
class _Span:
    """The time that is looked at."""

    now: datetime
    until: datetime

    def touches(self, begin: date, last: date) -> bool:
        """Say whether what lasts from `begin` to `last` may fall into it."""
        return last >= (self.now - _MARGIN).date() and begin <= (self.until + _MARGIN).date()


def _findings(series: Sequence[SeriesEvent], span: _Span, url: str) -> Iterator[Finding]:
    """Give the occurrences of one series that fall into the span."""
    if not series or not _may_matter(series, span):
        return
    alone = series[0]
    if len(series) == 1 and not alone.recurs and not alone.lasts:
        moments = _moments_alone(alone)
        if moments is not None:  # nothing to expand: the usual case, and far the cheaper one
            yield from _finding(alone, *moments, url)
            return
    try:
        calendar = icalendar.Calendar.from_ical(_as_calendar(series))
        query = recurring_ical_events.of(calendar, skip_bad_series=True)
        occurrences = query.between(span.now, span.until)
    except _DAMAGED:
        return  # damaged beyond what was mended and what the library skips by itself
    for occurrence in occurrences:
        start = _when(occurrence, "DTSTART")
        if start is not None:
            event = series[int(str(occurrence.get(_PART, "0")))]
            yield from _finding(event, start, _when(occurrence, "DTEND"), url)


def _moments_alone(event: SeriesEvent) -> tuple[Moment, Moment | None] | None:
    """Return the start and end of an event that does not recur; None where a zone needs more."""
    start = _moment_of(event.start)
    end = _moment_of(event.end) if event.end is not None else None
    if start is None or (event.end is not None and end is None):
        return None
    return start, end


def _moment_of(stamp: Stamp) -> Moment | None:
    """Return the moment of a stamp; None where only the file explains its zone."""
    if not isinstance(stamp.at, datetime):
        return _moment(stamp.at)
    if stamp.zone is None:
        return _moment(stamp.at)
    place = known_zone(stamp.zone.name)
    return _moment(stamp.at.replace(tzinfo=place)) if place is not None else None


def _may_matter(series: Sequence[SeriesEvent], span: _Span) -> bool:
    """Say whether a series may have an occurrence in the span: most calendars are mostly past."""
    for event in series:
        if event.recurs:
            return True
        last = event.end.day if event.end is not None else event.start.day
        if event.lasts or span.touches(event.start.day, last):
            return True
    return False


def _as_calendar(series: Sequence[SeriesEvent]) -> str:
    """Return a calendar of one series, in which each event carries its number."""
    zones = {stamp.zone for event in series for stamp in (event.start, event.end) if stamp}
    definitions = {zone.definition for zone in zones if zone is not None}
    rows = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:followup"]
    rows.extend(definition.strip() for definition in sorted(definitions) if definition)
    for number, event in enumerate(series):
        rows.extend(["BEGIN:VEVENT", "UID:one"])
        rows.extend(event.rows)
        rows.extend([f"{_PART}:{number}", "END:VEVENT"])
    return "\r\n".join([*rows, "END:VCALENDAR", ""])


def _moment(value: object) -> Moment | None:
    if isinstance(value, datetime):
        return Moment(value, whole_day=False, zone=zone_name(value))
    if isinstance(value, date):
        return Moment(datetime.combine(value, time.min), whole_day=True, zone=None)
    return None


def _when(occurrence: Component, name: str) -> Moment | None:
    """Return the day or time a property holds; None where it is missing."""
    return _moment(getattr(occurrence.get(name), "dt", None))


def _last(start: Moment, end: Moment | None) -> Moment | None:
    """Return an end with whole days counted to the last one: DTEND names the day after it."""
    if end is None or not end.whole_day or not start.whole_day:
        return end
    return replace(end, at=end.at - timedelta(days=1))


def _text(event: SeriesEvent, name: str) -> str:
    """Return a text property on one line: without backslashes, markup and line breaks."""
    value = unescape(event.value(name))
    lines = [clean_line(_TAG.sub(" ", row)) for row in value.split("\n")]
    return ", ".join(row.rstrip(",") for row in lines if row)


def _as_days(start: Moment, end: Moment | None) -> tuple[Moment, Moment | None]:
    """Return midnights as days, for programs that mark whole days by a word of their own."""
    day = replace(start, at=datetime.combine(start.day, time.min), whole_day=True, zone=None)
    last = replace(day, at=datetime.combine(end.day, time.min)) if end is not None else None
    return day, last


def _finding(event: SeriesEvent, start: Moment, end: Moment | None, url: str) -> Iterator[Finding]:
    """Give what one occurrence announces; nothing where it has no name."""
    title = _text(event, "SUMMARY")
    if not title:
        return
    said = event.value("X-MICROSOFT-CDO-ALLDAYEVENT", "X-FUNAMBOL-ALLDAY").upper()
    if said in {"TRUE", "1"} and start.at.time() == time.min:
        start, end = _as_days(start, end)
    location, address = _text(event, "LOCATION"), _address(event, url)
    written = start.day.isoformat() if start.whole_day else start.at.strftime("%Y-%m-%d %H:%M")
    yield Finding(
        "ics",
        title,
        start,
        words=f"{title} · {written}",
        end=_last(start, end),
        location=location,
        url=address,
        status=event.value("STATUS"),
        online=_is_online(event, location, address),
        uid=unescape(event.value("UID")),
    )


def _address(event: SeriesEvent, base: str) -> str:
    """Return where an event links to: its page, else its meeting."""
    for name in ("URL", "LOCATION", *_MEETING_NAMES):
        written = unescape(event.value(name)).strip("<> ")
        if name == "URL" or written.lower().startswith(("http://", "https://")):
            address = absolute(written, base) if " " not in written else ""
            if address:
                return address
    return ""


def _is_online(event: SeriesEvent, location: str, address: str) -> bool:
    """Say whether one takes part from afar: the place says so, or there is only a meeting."""
    if says_online(location) or has_meeting_link(address):
        return True
    if location:
        return _MEETING.match(location) is not None  # where others write a room
    if event.value(*_MEETING_NAMES):
        return True
    return has_meeting_link(event.value("DESCRIPTION", "X-ALT-DESC"))
