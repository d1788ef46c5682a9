"""Calendars (RFC 5545) for the library: each event is a row, something to invite somebody to."""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Protocol, cast

from followup_tui.domain.importing.plan import (
    Fate,
    FileKind,
    Giveable,
    ImportPlan,
    PlannedRow,
    Progress,
    What,
    untold,
)
from followup_tui.domain.record import Invalid, check_web_address
from followup_tui.domain.text import clean_line, clean_text, shorten
from followup_tui.domain.words import count
from followup_tui.exchange.raw_contact import left_out

_OPEN = re.compile(r"\s*BEGIN:(VEVENT|VTODO|VJOURNAL|VFREEBUSY|VTIMEZONE)\s*$", re.IGNORECASE)
_TITLE = re.compile(r"^SUMMARY[;:].*$", re.IGNORECASE | re.MULTILINE)
_UID = re.compile(r"^UID[^:\n]*:(.*)$", re.IGNORECASE | re.MULTILINE)
_ZONE = re.compile(r"TZID=\"?([^\":;\n]+)", re.IGNORECASE)
_TZID = re.compile(r"^TZID[^:\n]*:(.*)$", re.IGNORECASE | re.MULTILINE)
_SERIES = re.compile(r"^(?:RRULE|RDATE)[;:]", re.IGNORECASE | re.MULTILINE)
_ONE_DATE = re.compile(r"^RECURRENCE-ID[;:]", re.IGNORECASE | re.MULTILINE)
_FINE = re.compile(r"FREQ=(?:SECONDLY|MINUTELY|HOURLY)", re.IGNORECASE)
_BREAKS = re.compile(r"\r\n|\n|\r")
_NOT_TO_GIVE = {"VTODO": "it is a task, nothing to give", "VJOURNAL": "it is a journal, no event",
                "VFREEBUSY": "it says when somebody is busy, no event"}  # fmt: skip
_AHEAD = timedelta(days=400)
"""How far ahead the next date of a series is looked for, as the library does."""
_TITLE_ROOM, _NAME_ROOM = 300, 120
_TOLD_EVERY = 100
_LINK = re.compile(r"https?://[^\s<>\"')\]]+")


class _Component(Protocol):
    """A component as icalendar gives it."""

    def get(self, name: str) -> object: ...

    def decoded(self, name: str) -> object: ...


@dataclass(frozen=True, slots=True)
class _Block:
    """A component of the file as it stands there."""

    kind: str
    line: int
    text: str
    lines: int
    closed: bool


def read_calendar_file(
    text: str, *, source: str, now: datetime | None = None, progress: Progress = untold
) -> ImportPlan:
    """Return the plan of a calendar: of a series its next date after `now`, else its first."""
    blocks, other, astray = _blocks(_BREAKS.split(text.removesuffix("\n").removesuffix("\r")))
    zones = {
        clean_line(found[1]): block.text
        for block in blocks
        if block.kind == "VTIMEZONE" and (found := _TZID.search(block.text))
    }
    series: dict[str, list[str]] = {}
    for block in blocks:
        if block.kind == "VEVENT" and block.closed and (uid := _uid(block)):
            series.setdefault(uid, []).append(block.text)
    rows = []
    for number, block in enumerate(blocks):
        if number % _TOLD_EVERY == 0:
            progress("Reading", number, len(blocks))
        if block.kind == "VTIMEZONE":
            other += block.lines
        else:
            rows.append(_row(block, zones, series, now))
    notes = (f"{count(astray, 'line')} outside of any event left out.",) if astray else ()
    return ImportPlan(
        source=source,
        kind=FileKind.ICAL,
        rows=tuple(rows),
        notes=notes,
        other_lines=other,
        what=What.LIBRARY,
    )


def _blocks(lines: Sequence[str]) -> tuple[list[_Block], int, int]:
    """Return the components, how many lines belong to none, and how many of those are astray."""
    blocks: list[_Block] = []
    begin, kind = -1, ""
    other = astray = 0
    for at, line in enumerate(lines):
        opened = _OPEN.match(line)
        if opened and (begin < 0 or opened[1].upper() in {"VEVENT", "VTODO", "VTIMEZONE"}):
            if begin >= 0:
                blocks.append(_block(lines, begin, at, kind, closed=False))
            begin, kind = at, opened[1].upper()
        elif begin < 0:
            other += 1
            astray += line[:1] in {" ", "\t"} and bool(line.strip())
        elif line.strip().upper() == f"END:{kind}":
            blocks.append(_block(lines, begin, at + 1, kind, closed=True))
            begin = -1
    if begin >= 0:
        blocks.append(_block(lines, begin, len(lines), kind, closed=False))
    return blocks, other, astray


def _block(lines: Sequence[str], begin: int, end: int, kind: str, *, closed: bool) -> _Block:
    return _Block(kind, begin + 1, "\n".join(lines[begin:end]), end - begin, closed)


def _uid(block: _Block) -> str:
    found = _UID.search(block.text)
    return found[1].strip() if found else ""


def _title(block: _Block) -> str:
    found = _TITLE.search(block.text)
    return found.group().partition(":")[2] if found else "an event"


def _row(
    block: _Block,
    zones: Mapping[str, str],
    series: Mapping[str, Sequence[str]],
    now: datetime | None,
) -> PlannedRow:
    reason = _NOT_TO_GIVE.get(block.kind, "")
    if not block.closed:
        reason = f"the event breaks off: it has no END:{block.kind}"
    elif _ONE_DATE.search(block.text) and len(series.get(_uid(block), ())) > 1:
        reason = "it is one date of a series that stands in the file"
    found = reason or _given(block, zones, series, now)
    if isinstance(found, str):
        return left_out(found, line=block.line, lines=block.lines, text=_title(block))
    day = f"{found.starts.day} {found.starts:%b} {found.starts.year}"
    name = shorten(f"{found.title}, {day}", _NAME_ROOM)
    return PlannedRow(block.line, block.lines, name, Fate.NEW, "new in the library", content=found)


def _given(
    block: _Block,
    zones: Mapping[str, str],
    series: Mapping[str, Sequence[str]],
    now: datetime | None,
) -> Giveable | str:
    """Return what an event gives, or why it gives nothing."""
    from icalendar import Calendar  # noqa: PLC0415 - no start may wait for it

    # What the library guesses at it would write to the terminal.
    warnings.filterwarnings("ignore", module="icalendar")
    repeats = bool(_SERIES.search(block.text))
    texts = series.get(_uid(block), ()) if repeats else ()
    named = [zones[name] for name in set(_ZONE.findall(block.text)) if name in zones]
    begin, events = ["BEGIN:VCALENDAR", "VERSION:2.0"], [*(texts or [block.text]), "END:VCALENDAR"]
    try:
        try:
            calendar = Calendar.from_ical("\r\n".join([*begin, *named, *events]))
        except ValueError:
            if not named:
                raise
            # A zone that is written wrongly costs no event: most have a name that is known.
            calendar = Calendar.from_ical("\r\n".join([*begin, *events]))
        event: _Component = next(iter(calendar.walk("VEVENT")))
        if clean_line(str(event.get("STATUS") or "")).upper() == "CANCELLED":
            return "it is cancelled"
        if repeats and now is not None and not _FINE.search(block.text):
            event = _next(calendar, now) or event
        return _giveable(event)
    except Invalid as problem:
        return f"its {problem.field} {problem.message}"
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, OverflowError,
            StopIteration) as problem:  # fmt: skip
        # What the two libraries raise for events that are written wrongly.
        return (
            f"it cannot be read as an event ({shorten(clean_line(str(problem)), 80) or 'broken'})"
        )


def _next(calendar: object, now: datetime) -> _Component | None:
    """Return the next date of a series, if one comes."""
    import recurring_ical_events  # noqa: PLC0415 - no start may wait for it

    coming = recurring_ical_events.of(calendar).between(now, now + _AHEAD)
    return min(coming, key=lambda one: _begin_of(cast("_Component", one)), default=None)


def _begin_of(event: _Component) -> datetime:
    moment = _moment(event.decoded("DTSTART"))
    return moment if moment.tzinfo else moment.astimezone()


def _moment(value: object) -> datetime:
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime.combine(value, time())
    raise ValueError("it has no day")


def _giveable(event: _Component) -> Giveable | str:
    title = shorten(clean_line(str(event.get("SUMMARY") or "")), _TITLE_ROOM)
    if not title:
        return "it has no title"
    if not event.get("DTSTART"):
        return "it has no day"
    begin = event.decoded("DTSTART")
    all_day = not isinstance(begin, datetime)
    about = clean_text(str(event.get("DESCRIPTION") or ""))
    starts = _moment(begin)
    ends = _ends(event, starts)
    return Giveable(
        key=clean_line(str(event.get("UID") or "")),
        title=title,
        url=_url(event, about),
        about=about,
        topics=_topics(event),
        starts=starts,
        ends=ends,
        all_day=all_day,
        where=clean_line(str(event.get("LOCATION") or ""))[:_TITLE_ROOM],
    )


def _ends(event: _Component, starts: datetime) -> datetime | None:
    """Return when it is over; of whole days the midnight after the last one."""
    ends: datetime | None = None
    if event.get("DTEND"):
        ends = _moment(event.decoded("DTEND"))
    elif event.get("DURATION"):
        length = event.decoded("DURATION")
        ends = starts + length if isinstance(length, timedelta) else None
    if ends is None or (ends.tzinfo is None) != (starts.tzinfo is None) or ends <= starts:
        return None
    return ends


def _topics(event: _Component) -> tuple[str, ...]:
    found = event.get("CATEGORIES")
    several = found if isinstance(found, list) else [found] if found else []
    names = [str(name) for one in several for name in getattr(one, "cats", ())]
    return tuple(dict.fromkeys(filter(None, map(clean_line, names))))


def _url(event: _Component, about: str) -> str:
    """Return the event's own address, or the only one that its text names."""
    links = set(_LINK.findall(about))
    for address in (
        clean_line(str(event.get("URL") or "")),
        links.pop() if len(links) == 1 else "",
    ):
        try:
            check_web_address("url", address)
        except Invalid:
            continue
        if address:
            return address
    return ""
