"""Which zone a calendar means: IANA names, those of Windows, and what programs make of both."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from followup_tui.web.moments import known_zone

_OFFSET = re.compile(r"^\(?(?:UTC|GMT)\s?([+-])(\d{1,2})(?::?(\d{2}))?\)?", re.IGNORECASE)
_IN_PATH = re.compile(r"([A-Z][A-Za-z]+/[A-Za-z_]+(?:/[A-Za-z_-]+)?)$")
_LOCATION = re.compile(r"^X-LIC-LOCATION:(\S{3,60})\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class CalendarZone:
    """A zone that times of a calendar are in."""

    name: str
    """What TZID says of it: an IANA name, or one that only `definition` explains."""
    definition: str = ""
    """The VTIMEZONE that explains it; empty for IANA names."""


def iana_name(written: str) -> str:
    """Return the IANA name that `written` means, or nothing.

    Windows names are translated by icalendar's table (from Unicode CLDR's windowsZones).
    """
    written = written.strip('" /')
    if not written:
        return ""
    if known_zone(written) is not None:
        return written
    spaced = written.replace(" ", "_")
    for name in (WINDOWS_TO_OLSON.get(written, ""), spaced):
        if name and known_zone(name) is not None:
            return name
    inside = _IN_PATH.search(spaced)  # "/vendor.example/20260101_1/Europe/Berlin"
    if inside is not None and known_zone(inside[1]) is not None:
        return inside[1]
    return ""


def _fixed(written: str) -> str:
    """Return the name of the zone that ``UTC+02:00`` means; its sign is turned (POSIX)."""
    found = _OFFSET.match(written)
    if found is None or found[3] not in {None, "00"}:
        return ""
    name = f"Etc/GMT{'-' if found[1] == '+' else '+'}{int(found[2])}"
    return name if known_zone(name) is not None else ""


def zone_of(written: str, definitions: Mapping[str, str]) -> CalendarZone | None:
    """Return the zone that a TZID means; None where nobody can tell.

    `definitions` are the VTIMEZONEs of the file by their names. A name that only the file explains
    is given one that no other file uses: icalendar keeps such zones for as long as it runs.
    """
    name = iana_name(written)
    if name:
        return CalendarZone(name)
    definition = definitions.get(written) or definitions.get(written.strip('" /')) or ""
    place = _LOCATION.search(definition.replace("\r\n", "\n"))
    if place is not None and iana_name(place[1]):
        return CalendarZone(iana_name(place[1]))
    if definition and "TZOFFSETTO" in definition:
        mark = hashlib.sha256(definition.encode()).hexdigest()[:16]
        own = f"followup-{mark}"
        renamed = re.sub(r"(?m)^TZID[:;][^\r\n]*", f"TZID:{own}", definition)
        return CalendarZone(own, f"BEGIN:VTIMEZONE\r\n{renamed}\r\nEND:VTIMEZONE\r\n")
    fixed = _fixed(written)
    return CalendarZone(fixed) if fixed else None
