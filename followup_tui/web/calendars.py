"""Reading iCalendar files (RFC 5545): recurring events one by one, damaged ones left out.

icalendar and recurring_ical_events are imported by this module; import it only for a calendar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import islice

import icalendar
import recurring_ical_events
from icalendar import Calendar
from icalendar.cal.component import Component

from followup_tui.domain.text import clean_line
from followup_tui.web.dom import absolute
from followup_tui.web.findings import MOST_EVENTS, Finding, says_online
from followup_tui.web.moments import Moment, zone_name

# What the two libraries raise on damaged files; their errors have no common class.
_DAMAGED = (ValueError, KeyError, IndexError, TypeError, AttributeError, ArithmeticError)
_EVENT = re.compile(r"BEGIN:VEVENT\r?\n.*?END:VEVENT", re.DOTALL | re.IGNORECASE)
_ZONE = re.compile(r"BEGIN:VTIMEZONE\r?\n.*?END:VTIMEZONE\r?\n?", re.DOTALL | re.IGNORECASE)
_TOO_OFTEN = {"SECONDLY", "MINUTELY"}  # no appointment; expanding one takes for ever


def find_events(text: str, *, now: datetime, until: datetime, url: str) -> Iterator[Finding]:
    """Give what a calendar's text announces from `now` to `until`, in no particular order."""
    for calendar in _calendars(text):
        for series in _series(calendar):
            yield from islice(_occurrences(series, now, until, url), MOST_EVENTS)


def _calendars(text: str) -> Iterator[Calendar]:
    """Give the calendars in `text`; where the file is damaged, one for each event that is not."""
    try:
        parsed = icalendar.Calendar.from_ical(text, multiple=True)
    except _DAMAGED:
        parsed = []
    whole = [calendar for calendar in parsed if isinstance(calendar, Calendar)]
    if whole:
        yield from whole
        return
    zones = "".join(_ZONE.findall(text))
    for event in islice(_EVENT.findall(text), MOST_EVENTS * 10):
        single = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{zones}{event}\r\nEND:VCALENDAR\r\n"
        try:
            calendar = icalendar.Calendar.from_ical(single)
        except _DAMAGED:
            continue  # this one event cannot be read; the others can
        if isinstance(calendar, Calendar):
            yield calendar


def _series(calendar: Calendar) -> Iterator[Calendar]:
    """Give a calendar for each series of events, so that a damaged one costs only itself."""
    by_uid: dict[str, list[Component]] = {}
    for number, event in enumerate(calendar.walk("VEVENT")):
        if _when(event, "DTSTART") is not None:
            by_uid.setdefault(str(event.get("UID") or f"nameless {number}"), []).append(event)
    for events in by_uid.values():
        single = Calendar()
        if "X-WR-TIMEZONE" in calendar:
            single["X-WR-TIMEZONE"] = calendar["X-WR-TIMEZONE"]
        for event in events:
            if not _has_sane_rule(event):
                event.pop("RRULE")
            single.add_component(event)
        yield single


def _has_sane_rule(event: Component) -> bool:
    """Say whether an event's rule, if it has one, can be read and comes to an end in our time."""
    rules = event.get("RRULE")
    try:
        listed = rules if isinstance(rules, list) else [rules] if rules else []
        return not any(_TOO_OFTEN & set(rule.get("FREQ", ())) for rule in listed)
    except _DAMAGED:
        return False


def _occurrences(series: Calendar, now: datetime, until: datetime, url: str) -> Iterator[Finding]:
    try:
        query = recurring_ical_events.of(series, skip_bad_series=True)
        events = query.between(now, until)
    except _DAMAGED:
        return  # damaged beyond what the library skips by itself
    for event in events:
        finding = _finding(event, url)
        if finding is not None:
            yield finding


def _moment(value: object) -> Moment | None:
    if isinstance(value, datetime):
        return Moment(value, whole_day=False, zone=zone_name(value))
    if isinstance(value, date):
        midnight = datetime.combine(value, time.min)
        return Moment(midnight, whole_day=True, zone=None)
    return None


def _when(event: Component, name: str) -> Moment | None:
    """Return the day or time a property holds; None where it is missing or damaged."""
    try:
        return _moment(getattr(event.get(name), "dt", None))
    except _DAMAGED:
        return None


def _last(end: Moment | None) -> Moment | None:
    """Return an end with whole days counted to the last one: DTEND names the day after it."""
    if end is None or not end.whole_day:
        return end
    return replace(end, at=end.at - timedelta(days=1))


def _text(event: Component, name: str) -> str:
    value = event.get(name)
    if isinstance(value, list):
        value = value[0] if value else None
    return clean_line(str(value)) if value is not None else ""


def _finding(event: Component, url: str) -> Finding | None:
    start = _when(event, "DTSTART")
    title = _text(event, "SUMMARY")
    if start is None or not title:
        return None
    location, address = _text(event, "LOCATION"), _text(event, "URL")
    written = start.day.isoformat() if start.whole_day else start.at.strftime("%Y-%m-%d %H:%M")
    return Finding(
        "ics",
        title,
        start,
        words=f"{title} · {written}",
        end=_last(_when(event, "DTEND")),
        location=location,
        url=absolute(address, url) if address else "",
        status=_text(event, "STATUS"),
        online=says_online(location, address),
    )
