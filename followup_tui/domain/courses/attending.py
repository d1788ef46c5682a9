"""A file of attendees against the course: who is new, who is there already, whose booking changed.

Every row of the file is accounted for. A file may be read again after the course, when it says
who came: what it says of somebody then holds, but for one thing. Who asked not to be drawn stays
so, whatever a file says.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from msgspec.structs import replace as with_fields

from followup_tui.domain.course import Attendance, Attendee
from followup_tui.domain.courses.people import ClientIndex, Known, Match, Sureness


class AttendeeProblem(Exception):
    """A file from which no attendees can be read; its text is a sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class AttendeeRow:
    """One row of a file, as it was read."""

    line: int
    """The line of the file on which it begins, from 1."""
    text: str
    """What to call it: the name, else what stands there."""
    attendee: Attendee | None = None
    """Who it is of; None where it cannot be somebody."""
    attendance: Attendance | None = None
    """What the file says of it; None where it says nothing."""
    problem: str = ""
    """Why there is no attendee, as a clause."""


@dataclass(frozen=True, slots=True)
class AttendeeFile:
    """What was read of a file."""

    source: str
    """The name of the file."""
    rows: tuple[AttendeeRow, ...]
    notes: tuple[str, ...] = ()
    """Sentences about the file as a whole: what was left out of every row."""


class RowFate(StrEnum):
    """What is to become of a row."""

    NEW = "new"
    CHANGED = "changed"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class PlannedAttendee:
    """One row and what is to become of it."""

    line: int
    name: str
    fate: RowFate
    reason: str
    """Why, in words, without a full stop."""
    attendee: Attendee | None = None
    """Who is on the course after it."""
    match: Match | None = None
    """The client that they may belong to; linked unless it is only possible."""


@dataclass(frozen=True, slots=True)
class AttendeePlan:
    """What is to become of a file of attendees."""

    course_id: str
    source: str
    rows: tuple[PlannedAttendee, ...]
    """Every row of the file, in its order."""
    after: tuple[Attendee, ...]
    """The attendees of the course once it is carried out."""
    notes: tuple[str, ...] = ()

    def counted(self, fate: RowFate) -> int:
        """Return how many rows have this fate."""
        return sum(1 for row in self.rows if row.fate is fate)

    @property
    def is_worth_it(self) -> bool:
        """Whether carrying it out changes anything."""
        return any(row.fate is not RowFate.SKIP for row in self.rows)


def plan(
    course_id: str, before: Iterable[Attendee], file: AttendeeFile, clients: ClientIndex
) -> AttendeePlan:
    """Return what becomes of each row of `file` for a course that has the attendees `before`."""
    list_ = _List(before)
    rows = tuple(list_.take(row, clients) for row in file.rows)
    return AttendeePlan(course_id, file.source, rows, tuple(list_.attendees), file.notes)


class _List:
    """The attendees as they are after each row."""

    def __init__(self, before: Iterable[Attendee]) -> None:
        self.attendees = list(before)
        self._known = Known(self.attendees)
        self._lines: dict[int, int] = {}
        """Place in the list -> the line of the file that made it, or changed it."""

    def take(self, row: AttendeeRow, clients: ClientIndex) -> PlannedAttendee:
        if row.attendee is None:
            return PlannedAttendee(row.line, row.text, RowFate.SKIP, row.problem)
        at = self._known.place(row.attendee)
        if at is None:
            return self._add(row, row.attendee, clients)
        return self._merge(row, row.attendee, at)

    def _add(self, row: AttendeeRow, attendee: Attendee, clients: ClientIndex) -> PlannedAttendee:
        match = clients.match(attendee)
        linked = match is not None and match.sureness is not Sureness.POSSIBLE
        attendee = with_fields(
            attendee,
            attendance=row.attendance or Attendance.ATTENDED,
            client_id=match.client_id if match and linked else "",
        )
        self._lines[self._known.add(attendee)] = row.line
        self.attendees.append(attendee)
        reason = _with_state("a new attendee", attendee.attendance)
        if match is not None:
            link = "" if linked else "perhaps "
            reason += f"; {link}{match.client_name} ({match.because})"
        return PlannedAttendee(row.line, attendee.name, RowFate.NEW, reason, attendee, match)

    def _merge(self, row: AttendeeRow, attendee: Attendee, at: int) -> PlannedAttendee:
        before = self.attendees[at]
        earlier = self._lines.get(at, 0)
        after = with_fields(
            before,
            email=before.email or attendee.email,
            phone=before.phone or attendee.phone,
            company=before.company or attendee.company,
            attendance=_attendance(before, row.attendance, same_file=bool(earlier)),
        )
        where = f"stands in line {earlier} already" if earlier else "is on the course already"
        if after == before:
            return PlannedAttendee(row.line, attendee.name, RowFate.SKIP, where, before)
        self.attendees[at] = after
        self._known.put(at, after)
        self._lines[at] = row.line
        reason = where
        if after.attendance is not before.attendance:
            reason += f": {before.attendance.value} becomes {after.attendance.value}"
        else:
            reason += ": what was missing is added"
        return PlannedAttendee(row.line, attendee.name, RowFate.CHANGED, reason, after)


def _attendance(before: Attendee, said: Attendance | None, *, same_file: bool) -> Attendance:
    """Return what holds of somebody's attendance; of two bookings in one file the better one."""
    if said is None or before.attendance is Attendance.OPTED_OUT:
        return before.attendance
    if same_file and before.attendance is Attendance.ATTENDED and said is not Attendance.OPTED_OUT:
        return before.attendance
    return said


def _with_state(words: str, attendance: Attendance) -> str:
    return words if attendance is Attendance.ATTENDED else f"{words}, {attendance.value}"
