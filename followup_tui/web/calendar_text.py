"""iCalendar files (RFC 5545) as text: cut into events, and mended where programs write them wrong.

What is torn, folded badly or misspelt would cost a parser the whole file; here it costs at most
the one event. Nothing is interpreted yet but the lines.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_LINE_END = re.compile(r"\r*\n|\r")
_FOLD = re.compile(rb"(?<!=)\r{0,2}\n[ \t](?=[^\r\n])")
_NAMED = re.compile(r"([A-Z][A-Z0-9-]{0,60})\s?(?=[;:])")
_ANY_CASE = re.compile(r"([A-Za-z][A-Za-z0-9-]{0,60})\s?(?=[;:])")
_FOLDED_AT = 70  # octets, roughly: a shorter line was not cut by a program, but by its writer
_LONGEST = 8000  # characters of one property that are looked at
_MOST_EVENTS = 20_000
_PARAMETER = re.compile(r';\s*([A-Za-z0-9-]{1,40})=("[^"]{0,300}"?|[^;:"]{0,300})')


@dataclass(frozen=True, slots=True)
class Line:
    """One property of a component: its name in capitals, its parameters, its value as written."""

    name: str
    parameters: dict[str, str]
    value: str


@dataclass(slots=True)
class RawCalendar:
    """What one VCALENDAR holds, before anything of it is understood."""

    lines: list[Line] = field(default_factory=list)
    """Its own properties."""
    zones: dict[str, str] = field(default_factory=dict)
    """Each VTIMEZONE by its TZID, as text with one property a line."""
    events: list[list[Line]] = field(default_factory=list)

    def value(self, *names: str) -> str:
        """Return the first value of the calendar's own property of one of those names."""
        return first(self.lines, *names)


def first(lines: list[Line], *names: str) -> str:
    """Return the value of the first property that has one of `names`, in the order of `names`."""
    for name in names:
        for line in lines:
            if line.name == name and line.value:
                return line.value
    return ""


def unfolded(content: bytes) -> bytes:
    """Return a calendar with its folded lines joined; anything else as it is.

    Lines are folded after so many bytes, which may be in the middle of a character (RFC 5545,
    3.1): they have to be joined before the bytes are made text.
    """
    if b"BEGIN:V" not in content[:4000].upper() or b"\x00" in content[:200]:
        return content
    return _FOLD.sub(b"", content)


def unescape(value: str) -> str:
    """Return a text value without its backslashes (RFC 5545, 3.3.11)."""
    return re.sub(r"\\([nN,;:\"\\])", lambda found: "\n" if found[1] in "nN" else found[1], value)


def read_calendars(text: str) -> list[RawCalendar]:
    """Return the calendars in a text; a file without a VCALENDAR around its events has one."""
    reading = _Reading()
    for row in _rows(text):
        reading.take(row)
    return reading.calendars


def _rows(text: str) -> Iterator[str]:
    """Give the properties of a file, each on one line: unfolded, and glued where it was cut."""
    named = _NAMED if "BEGIN:" in text else _ANY_CASE
    parts: list[str] = []
    cut_at_full_length = False
    soft = False  # a quoted-printable line that goes on (vCalendar 1.0)
    for row in _LINE_END.split(text):
        if not row.strip():
            continue
        if parts and soft:
            parts[-1] = parts[-1][:-1]
            parts.append(row.lstrip())
        elif parts and row[0] in " \t":
            parts.append(row[1:])
        elif named.match(row) or not parts:
            if parts:
                yield "".join(parts)[:_LONGEST]
            parts = [row]
        elif cut_at_full_length:
            parts.append(row)  # folded without the blank that says so
        else:
            parts.append(f"\\n{row}")  # a line break in a text that nobody escaped
        cut_at_full_length = len(row.encode("utf-8", "replace")) >= _FOLDED_AT
        soft = row.endswith("=") and "QUOTED-PRINTABLE" in parts[0].upper()
    if parts:
        yield "".join(parts)[:_LONGEST]


def _line(row: str) -> Line | None:
    """Cut a property into name, parameters and value; None where it is none."""
    found = _ANY_CASE.match(row)
    if found is None:
        return None
    place, parameters = found.end(), dict[str, str]()
    while (parameter := _PARAMETER.match(row, place)) is not None:
        parameters[parameter[1].upper()] = parameter[2].strip('" ')
        place = parameter.end()
    colon = row.find(":", place)
    if colon < 0:
        return None
    value = row[colon + 1 :].strip()
    if parameters.get("ENCODING", "").upper() == "QUOTED-PRINTABLE":
        value = _unquoted(value, parameters.get("CHARSET", "utf-8"))
    return Line(found[1].upper(), parameters, value)


def _unquoted(value: str, charset: str) -> str:
    try:
        data = quopri.decodestring(value.replace("=\\n", "").encode("ascii", "ignore"))
        return data.decode(charset, "replace").replace("\r\n", "\\n").replace("\n", "\\n")
    except LookupError:
        return value  # a charset nobody knows: as it stands


class _Reading:
    """Puts the properties of a file where they belong, whatever is not closed."""

    def __init__(self) -> None:
        self.calendars: list[RawCalendar] = []
        self._event: list[Line] | None = None
        self._zone: list[str] | None = None
        self._inside = ""  # an alarm in an event, or another component, whose lines do not count
        self._events = 0

    def _calendar(self) -> RawCalendar:
        if not self.calendars:
            self.calendars.append(RawCalendar())
        return self.calendars[-1]

    def take(self, row: str) -> None:
        line = _line(row)
        if line is None:
            return
        if line.name == "BEGIN":
            self._begin(line.value.upper())
        elif line.name == "END":
            self._end(line.value.upper())
        elif self._zone is not None:
            self._zone.append(row)
        elif self._inside:
            return
        elif self._event is not None:
            self._event.append(line)
        else:
            self._calendar().lines.append(line)

    def _begin(self, name: str) -> None:
        if name == "VCALENDAR":
            self.calendars.append(RawCalendar())
            self._event = self._zone = None
            self._inside = ""
        elif name == "VEVENT":
            # one that was never closed is given up: what it lacks may be what matters
            self._event, self._zone, self._inside = [], None, ""
        elif name == "VTIMEZONE":
            self._event, self._zone, self._inside = None, [], ""
        elif self._zone is not None:
            self._zone.append(f"BEGIN:{name}")
        else:
            self._inside = self._inside or name

    def _end(self, name: str) -> None:
        if name == "VEVENT":
            if self._event and self._events < _MOST_EVENTS:
                self._calendar().events.append(self._event)
                self._events += 1
            self._event, self._inside = None, ""
        elif name == "VTIMEZONE" and self._zone is not None:
            self._keep_zone(self._zone)
            self._zone = None
        elif self._zone is not None:
            self._zone.append(f"END:{name}")
        elif name == self._inside:
            self._inside = ""

    def _keep_zone(self, rows: list[str]) -> None:
        named = [line.value for row in rows if (line := _line(row)) and line.name == "TZID"]
        if named:
            self._calendar().zones[named[0].strip('" ')] = "\r\n".join(rows)
