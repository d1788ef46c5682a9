"""Calendar files: read back by the library, and by a reader that knows no library."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.calling.calendar_entry import CalendarEntry, entry_of
from followup_tui.domain.client import Person
from followup_tui.domain.promise import StepKind
from followup_tui.exchange.ical_out import write_calendar
from tests.builders import NOW, a_client

SYDNEY = ZoneInfo("Australia/Sydney")
AT = datetime(2026, 11, 26, 10, 0, tzinfo=SYDNEY)
JANE = Person(name="Jane Li", phones=("+61 2 5550 0142",), emails=("jane@northwind.example",))


def entry(**changes) -> CalendarEntry:
    fields = {
        "uid": "01abc@followup",
        "title": "Coffee",
        "starts": AT,
        "length": timedelta(hours=1),
    }
    return CalendarEntry(**{**fields, **changes})


def events_of(*entries: CalendarEntry) -> list[icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(write_calendar(entries, now=NOW))
    assert "METHOD" not in calendar
    return list(calendar.walk("VEVENT"))


def plainly(content: bytes) -> list[str]:
    """Return the lines of a calendar file unfolded, as RFC 5545 section 3.1 says, by hand."""
    return content.decode().replace("\r\n ", "").split("\r\n")[:-1]


def test_an_hour_stands_in_utc_and_comes_back_the_same():
    (event,) = events_of(entry())
    assert event.decoded("dtstart") == AT
    assert event.decoded("dtend") == AT + timedelta(hours=1)
    assert event.decoded("dtstamp") == NOW
    lines = plainly(write_calendar([entry()], now=NOW))
    assert "DTSTART:20261125T230000Z" in lines
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-1] == "END:VCALENDAR"


def test_what_is_proposed_or_pencilled_in_is_tentative():
    client = a_client(people=(JANE,))
    agreed = entry_of("1", StepKind.COFFEE, AT, client=client, person="Jane Li", agreed=True)
    proposed = entry_of("2", StepKind.MEETING, AT, client=client)
    booking = entry_of("3", StepKind.BOOKING, AT, client=client, all_day=True, agreed=True)
    events = events_of(agreed, proposed, booking)
    assert [str(event["status"]) for event in events] == ["CONFIRMED", "TENTATIVE", "TENTATIVE"]
    assert str(events[0]["summary"]) == "Coffee with Jane Li (Northwind Traders)"
    assert "+61 2 5550 0142" in str(events[0]["description"])
    assert events[2].decoded("dtstart") == date(2026, 11, 26)
    assert events[2].decoded("dtend") == date(2026, 11, 27)


def test_the_day_of_a_whole_day_is_theirs_wherever_we_are():
    auckland = datetime(2026, 12, 1, tzinfo=ZoneInfo("Pacific/Auckland"))
    (event,) = events_of(entry(starts=auckland, all_day=True, length=timedelta(days=1)))
    assert event.decoded("dtstart") == date(2026, 12, 1)


@given(title=st.text(min_size=1, max_size=200), about=st.text(max_size=400))
def test_no_text_begins_a_property_of_its_own(title: str, about: str):
    hostile = f"{title}\r\nATTENDEE:mailto:x@evil.example\nEND:VEVENT"
    content = write_calendar([entry(title=hostile, about=f"{about}\r\nX-EVIL:1")], now=NOW)
    names = [line.partition(":")[0].partition(";")[0] for line in plainly(content)]
    assert names.count("BEGIN") == names.count("END") == 2
    assert not {"ATTENDEE", "X-EVIL"} & set(names)
    assert not any(ord(char) < 32 and char not in "\r\n" for char in content.decode())


@given(
    at=st.integers(0, 500_000).map(
        lambda m: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=m)
    )
)
def test_every_moment_comes_back(at: datetime):
    (event,) = events_of(entry(starts=at.astimezone(SYDNEY)))
    assert event.decoded("dtstart") == at
