"""The series of events in a calendar: their starts understood, their properties mended.

Each `SeriesEvent` is one VEVENT; those that belong together (a rule and its changed occurrences)
come together. What has no day that exists is left out here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from followup_tui.web.calendar_text import Line, RawCalendar
from followup_tui.web.calendar_zones import CalendarZone, iana_name, zone_of
from followup_tui.web.moments import known_zone
from followup_tui.web.recurrence import sound_rule

_STAMP = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ]\s?(\d{1,2}):?(\d{2})(?::?(\d{2}))?(?:[.,]\d+)?\s?(Z)?)?",
    re.IGNORECASE,
)
_DURATION = re.compile(
    r"\+?P(?=[\dT])(?:\d{1,4}W|(?:\d{1,4}D)?(?:T(?=\d)(?:\d{1,5}H)?(?:\d{1,6}M)?(?:\d{1,7}S)?)?)"
)
_EARLIEST, _LATEST = 1900, 2200
_MOST_LISTED = 1000  # days of one list: of a longer one the latest
_UTC = CalendarZone("UTC")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day, or a time on the wall with the zone of that wall."""

    at: datetime | date
    zone: CalendarZone | None = None

    @property
    def day(self) -> date:
        """The day it falls on."""
        return self.at.date() if isinstance(self.at, datetime) else self.at

    def __str__(self) -> str:
        """Return it as RFC 5545 writes it."""
        if not isinstance(self.at, datetime):
            return f"{self.at:%Y%m%d}"
        return f"{self.at:%Y%m%dT%H%M%S}{'Z' if self.zone == _UTC else ''}"


@dataclass(frozen=True, slots=True)
class SeriesEvent:
    """One VEVENT with its start understood and its properties mended."""

    said: Mapping[str, str]
    """The first value of each property, as written."""
    start: Stamp
    end: Stamp | None
    """As DTEND says it; None where only DURATION does, or nothing."""
    lasts: str
    """What DURATION says, where it stands alone and can be read; else nothing."""
    rows: tuple[str, ...]
    """What icalendar is given of it."""

    def value(self, *names: str) -> str:
        """Return the value of the first of `names` that says something."""
        return next((self.said[name] for name in names if self.said.get(name)), "")

    @property
    def key(self) -> tuple[str, str]:
        """What makes two of one UID the same event rather than two that share it by mistake."""
        return self.value("SEQUENCE"), str(self.start)

    @property
    def changes_another(self) -> bool:
        """Whether it is one occurrence of a series that was changed."""
        return bool(self.value("RECURRENCE-ID"))

    @property
    def recurs(self) -> bool:
        """Whether it stands for more than one occurrence, or may."""
        return bool(self.value("RRULE", "RDATE", "RECURRENCE-ID"))


def read_series(calendar: RawCalendar) -> Iterator[Sequence[SeriesEvent]]:
    """Give the events of a calendar, those of one series together."""
    by_uid: dict[str, list[SeriesEvent]] = {}
    for number, lines in enumerate(calendar.events):
        event = _event(lines, calendar)
        if event is not None:
            by_uid.setdefault(event.value("UID") or f"nameless {number}", []).append(event)
    for events in by_uid.values():
        changes = [event for event in events if event.changes_another]
        masters = _masters([event for event in events if not event.changes_another])
        if len(masters) > 1:  # one UID for several events: a mistake of the program that wrote it
            for master in masters:
                yield (master,)
            if changes:
                yield changes
        else:
            yield (*masters, *changes)


def _masters(events: list[SeriesEvent]) -> list[SeriesEvent]:
    """Return what one UID stands for: the newest version, or each of several of one version."""
    if len(events) < 2:
        return events
    newest = max(_number(event.key[0]) for event in events)
    latest = [event for event in events if _number(event.key[0]) == newest]
    return list({event.key: event for event in latest}.values())


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 12 else 0


def read_stamps(line: Line, calendar: RawCalendar) -> list[Stamp]:
    """Return the days or times that a property lists, without those that do not exist."""
    stamps = [_stamp(value, line, calendar) for value in line.value.split(",")[:400]]
    return [stamp for stamp in stamps if stamp is not None]


def _stamp(value: str, line: Line, calendar: RawCalendar) -> Stamp | None:
    found = _STAMP.match(value.strip())
    if found is None or not _EARLIEST <= int(found[1]) <= _LATEST:
        return None
    year, month, day, hour, minute, second = (int(part) for part in found.groups("0")[:6])
    try:
        at = datetime(year, month, day, hour, minute, min(second, 59))  # noqa: DTZ001 -- as written
    except ValueError:
        return None
    midnight = line.parameters.get("VALUE", "").upper() == "DATE" and at.time() == time.min
    if found[4] is None or midnight:
        return Stamp(at.date())
    zone = _zone(line, calendar)
    return Stamp(at, zone) if found[7] is None else _of_utc(at, zone)


def _of_utc(at: datetime, zone: CalendarZone | None) -> Stamp:
    """Return a time of UTC; by the clock of `zone` if that is known: so it repeats by that."""
    place = known_zone(zone.name) if zone is not None else None
    if place is None:
        return Stamp(at, _UTC)
    return Stamp(at.replace(tzinfo=UTC).astimezone(place).replace(tzinfo=None), zone)


def _zone(line: Line, calendar: RawCalendar) -> CalendarZone | None:
    """Return the zone of a time: its own, else that of the whole calendar."""
    named = line.parameters.get("TZID", "")
    if named:
        return zone_of(named, calendar.zones)
    name = iana_name(calendar.value("X-WR-TIMEZONE", "TIMEZONE-ID"))
    return CalendarZone(name) if name else None


def _written(name: str, stamps: Sequence[Stamp], parameters: str = "") -> str:
    """Return a property of days or times in the form that every program understands."""
    if not stamps:
        return ""
    kind = isinstance(stamps[0].at, datetime)
    alike = [stamp for stamp in stamps if isinstance(stamp.at, datetime) == kind]
    zone = alike[0].zone
    if not kind:
        parameters += ";VALUE=DATE"
    elif zone is not None and zone != _UTC:
        parameters += f";TZID={zone.name}"
    return f"{name}{parameters}:{','.join(map(str, alike))}"


def property_of(lines: list[Line], name: str) -> Line | None:
    """Return the first property of that name which says something."""
    return next((line for line in lines if line.name == name and line.value), None)


def _event(lines: list[Line], calendar: RawCalendar) -> SeriesEvent | None:
    """Return an event with what icalendar is to know of it; None where it has no day."""
    begins = property_of(lines, "DTSTART")
    starts = read_stamps(begins, calendar) if begins is not None else []
    if not starts:
        return None
    start = starts[0]
    end = _end(lines, start, calendar)
    lasts = _duration(lines)
    rows = [_written("DTSTART", [start])]
    rows.append(_written("DTEND", [end]) if end is not None else lasts and f"DURATION:{lasts}")
    rows.extend(_repetition(line, start, calendar) for line in lines)
    for name in ("RDATE", "EXDATE"):
        rows.extend(_listed(name, lines, calendar))
    if calendar.value("METHOD").upper() == "CANCEL":
        lines = [Line("STATUS", {}, "CANCELLED"), *lines]
    said: dict[str, str] = {}
    for line in lines:
        if line.value:
            said.setdefault(line.name, line.value)
    return SeriesEvent(said, start, end, lasts, tuple(row for row in rows if row))


def _repetition(line: Line, start: Stamp, calendar: RawCalendar) -> str:
    """Return what a property says of other occurrences, mended; nothing for any other."""
    if line.name == "RECURRENCE-ID":
        later = "FUTURE" in line.parameters.get("RANGE", "").upper()
        stamps = read_stamps(line, calendar)[:1]
        return _written(line.name, stamps, ";RANGE=THISANDFUTURE" if later else "")
    if line.name == "RRULE":
        zone = start.zone
        name = "" if zone is None else "UTC" if zone.definition else zone.name
        rule = sound_rule(line.value, start.at, name)
        return f"RRULE:{rule}" if rule else ""
    if line.name == "SEQUENCE" and line.value.isdecimal():
        return f"SEQUENCE:{line.value[:9]}"
    return ""


def _listed(name: str, lines: list[Line], calendar: RawCalendar) -> Iterator[str]:
    """Give the days or times that several properties of a name list, once each: a row a zone."""
    by_zone: dict[tuple[bool, CalendarZone | None], dict[Stamp, None]] = {}
    for line in lines:
        for stamp in read_stamps(line, calendar) if line.name == name else ():
            kind = isinstance(stamp.at, datetime), stamp.zone
            by_zone.setdefault(kind, {})[stamp] = None
    for stamps in by_zone.values():
        latest = sorted(stamps, key=lambda stamp: str(stamp.at))[-_MOST_LISTED:]
        yield _written(name, latest)


def _duration(lines: list[Line]) -> str:
    """Return how long an event lasts, if it says so in place of an end."""
    lasts = property_of(lines, "DURATION") if property_of(lines, "DTEND") is None else None
    written = lasts.value.upper().lstrip("+") if lasts is not None else ""
    return written if _DURATION.fullmatch(written) else ""


def _end(lines: list[Line], start: Stamp, calendar: RawCalendar) -> Stamp | None:
    """Return the end of an event as it can be: after its start, and of its form; or None."""
    ends = property_of(lines, "DTEND")
    stamps = read_stamps(ends, calendar) if ends is not None else []
    if not stamps:
        return None
    end = stamps[0]
    if not isinstance(start.at, datetime):
        begun = isinstance(end.at, datetime) and end.at.time() > time.min
        end = Stamp(end.day + timedelta(days=begun))
    elif not isinstance(end.at, datetime):
        end = Stamp(datetime.combine(end.day, time.min), start.zone)
    return end if _is_later(end, start) else None


def _is_later(end: Stamp, start: Stamp) -> bool:
    """Say whether an end is, or in some pair of zones may be, later than a start."""
    if isinstance(end.at, datetime) and isinstance(start.at, datetime):
        leeway = timedelta(0) if end.zone == start.zone else timedelta(hours=26)
        return end.at > start.at - leeway
    return end.day > start.day
