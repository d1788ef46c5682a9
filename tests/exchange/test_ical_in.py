"""Calendars for the library: what can be given, and why the rest cannot."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from followup_tui.domain.importing.plan import Fate, FileKind, Giveable, ImportPlan, Reading, What
from followup_tui.exchange.contacts import read_file

NOW = datetime(2026, 11, 19, 12, 0, tzinfo=UTC)
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VTIMEZONE
TZID:Our own
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0100
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:1
DTSTART;TZID=Europe/Zurich:20270301T080000
DURATION:PT2H
SUMMARY:Free breakfast\\, Azure
  costs
LOCATION:Zürich
CATEGORIES:Azure,Costs
DESCRIPTION:Come: https://break.example/x
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART;TZID=Our own:20200101T180000
RRULE:FREQ=MONTHLY;BYDAY=1TH
SUMMARY:User group
END:VEVENT
BEGIN:VEVENT
UID:2
RECURRENCE-ID;TZID=Our own:20201203T180000
DTSTART;TZID=Our own:20201204T180000
SUMMARY:User group, a day later
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20270105
DTEND;VALUE=DATE:20270107
SUMMARY:Conference
END:VEVENT
BEGIN:VTODO
SUMMARY:Shop
END:VTODO
BEGIN:VEVENT
STATUS:CANCELLED
DTSTART:20270901T100000Z
SUMMARY:Off
END:VEVENT
BEGIN:VEVENT
DTSTART:20279901
SUMMARY:Bad day
END:VEVENT
BEGIN:VEVENT
SUMMARY:No day
END:VEVENT
BEGIN:VEVENT
DTSTART:20270901T100000Z
END:VEVENT
BEGIN:VEVENT
SUMMARY:Breaks off
END:VCALENDAR
"""


def read(folder: Path, text: str = CALENDAR) -> ImportPlan:
    path = folder / "calendar"
    path.write_text(text, encoding="utf-8")
    return read_file(path, Reading(now=NOW))


def given(plan: ImportPlan, row: int) -> Giveable:
    found = plan.rows[row].content
    assert isinstance(found, Giveable), plan.rows[row]
    return found


def test_events_to_come_are_given(tmp_path: Path) -> None:
    plan = read(tmp_path)
    assert (plan.kind, plan.what) == (FileKind.ICAL, What.LIBRARY)
    breakfast = given(plan, 0)
    assert breakfast.title == "Free breakfast, Azure costs"
    assert breakfast.starts.isoformat() == "2027-03-01T08:00:00+01:00"
    assert breakfast.ends is not None
    assert breakfast.ends.hour == 10
    assert (breakfast.where, breakfast.topics) == ("Zürich", ("Azure", "Costs"))
    assert breakfast.url == "https://break.example/x"
    conference = given(plan, 3)
    assert conference.all_day
    assert (conference.starts.date(), conference.starts.tzinfo) == (date(2027, 1, 5), None)


def test_of_a_series_the_next_date_counts(tmp_path: Path) -> None:
    plan = read(tmp_path)
    assert given(plan, 1).starts.isoformat() == "2026-12-03T18:00:00+01:00"
    assert "one date of a series" in plan.rows[2].reason


def test_what_cannot_be_given_says_why(tmp_path: Path) -> None:
    rows = read(tmp_path).rows[4:]
    assert [row.fate for row in rows] == [Fate.SKIP] * 6
    reasons = [row.reason for row in rows]
    assert reasons[0] == "it is a task, nothing to give"
    assert reasons[1] == "it is cancelled"
    assert reasons[2].startswith("it cannot be read as an event")
    assert reasons[3:5] == ["it has no day", "it has no title"]
    assert "breaks off" in reasons[5]
    assert [row.line for row in rows[:2]] == [38, 41]


def test_a_zone_that_is_written_wrongly_costs_no_event(
    tmp_path: Path, recwarn: pytest.WarningsRecorder
) -> None:
    path = tmp_path / "calendar"
    zone = "/tools.example/2024_1/Europe/Zurich"
    path.write_text(
        f"BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:{zone}\nBEGIN:STANDARD\n"
        "DTSTART:19700101T00000Z\nTZOFFSETFROM: 0100\nTZOFFSETTO: 0100\nEND:STANDARD\n"
        f"END:VTIMEZONE\nBEGIN:VEVENT\nDTSTART;TZID={zone}:20270301T080000\n"
        "SUMMARY:Free breakfast\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    (row,) = read_file(path, Reading(now=NOW)).rows
    assert isinstance(row.content, Giveable)
    assert row.content.starts.utcoffset() == timedelta(hours=1)
    assert not recwarn.list


def test_a_task_alone_is_told_as_one(tmp_path: Path) -> None:
    path = tmp_path / "task"
    path.write_text("BEGIN:VTODO\nSUMMARY:Shop\nEND:VTODO\n")
    plan = read_file(path, Reading(now=NOW))
    assert plan.kind is FileKind.ICAL
    assert [row.reason for row in plan.rows] == ["it is a task, nothing to give"]
