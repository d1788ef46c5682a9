"""Calendars: recurrence, zones, days and damage, each as programs really write them."""

# ruff: noqa: E501 -- rows of tables

from __future__ import annotations

import time
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_tui.domain.page import Event, EventStatus
from followup_tui.web.events import read_calendar
from followup_tui.web.page import read_page
from followup_tui.web.recurrence import sound_rule
from tests.web.samples import NOW, URL


def calendar(*events: str, head: str = "", zones: str = "") -> bytes:
    parts = [f"BEGIN:VEVENT\n{event}\nEND:VEVENT\n" for event in events]
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{head}{zones}{''.join(parts)}END:VCALENDAR\n".encode()


def read(content: bytes, days: int = 60) -> list[Event]:
    return read_calendar(content, now=NOW, until=NOW + timedelta(days=days), url=URL)


def times(content: bytes, days: int = 60) -> list[str]:
    """Give each occurrence as ``12-02T18:30+00:00``, or ``12-02`` for a whole day."""
    found = read(content, days)
    return [
        (f"{event.start:%m-%d}" if event.all_day else event.start.isoformat(timespec="minutes")[5:])
        + (f"/{event.end:%m-%d}" if event.all_day and event.end else "")
        for event in found
    ]


VIENNA = """BEGIN:VTIMEZONE
TZID:Office time
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
"""


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("DTSTART:20261202T183000Z", ["12-02T18:30+00:00"]),
        ("DTSTART;TZID=Europe/London:20261202T183000", ["12-02T18:30+00:00"]),
        ('DTSTART;TZID="Europe/Berlin":20261202T183000', ["12-02T18:30+01:00"]),
        ("DTSTART;TZID=W. Europe Standard Time:20261202T183000", ["12-02T18:30+01:00"]),
        ("DTSTART;TZID=/vendor.example/20260101_1/Europe/Berlin:20261202T183000", ["12-02T18:30+01:00"]),
        ("DTSTART;TZID=GMT+0200:20261202T183000", ["12-02T18:30+02:00"]),
        ("DTSTART;TZID=Nowhere/At all:20261202T183000", ["12-02T18:30"]),
        ("DTSTART:20261202T183000", ["12-02T18:30"]),
        ("DTSTART;TZID=Europe/Berlin:20261202T173000Z", ["12-02T18:30+01:00"]),
        ("DTSTART;VALUE=DATE:20261202", ["12-02"]),
        ("DTSTART:20261202", ["12-02"]),
        ("DTSTART;VALUE=DATE:20261202T000000", ["12-02"]),
        ("DTSTART;VALUE=DATE-TIME:20261202T183000", ["12-02T18:30"]),
        ("DTSTART:2026-12-02T18:30:00Z", ["12-02T18:30+00:00"]),
        ("DTSTART:20261202T1830", ["12-02T18:30"]),
        ("DTSTART;VALUE=DATE:20261202\nDTEND;VALUE=DATE:20261203", ["12-02"]),
        ("DTSTART;VALUE=DATE:20261202\nDTEND;VALUE=DATE:20261205", ["12-02/12-04"]),
        ("DTSTART;VALUE=DATE:20261202\nDURATION:P3D", ["12-02/12-04"]),
        ("DTSTART;VALUE=DATE:20261202\nDURATION:P1W", ["12-02/12-08"]),
        ("DTSTART;VALUE=DATE:20261202\nDTEND;VALUE=DATE:20261202", ["12-02"]),
        ("DTSTART;VALUE=DATE:20261202\nDTEND:20261204T120000Z", ["12-02/12-04"]),
        ("DTSTART:20261202T000000\nDTEND:20261204T000000\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE", ["12-02/12-03"]),
        # what lasts still is not past; what ended is
        ("DTSTART;VALUE=DATE:20261101\nDTEND;VALUE=DATE:20261121", ["11-01/11-20"]),
        ("DTSTART:20261119T020000Z\nDTEND:20261119T040000Z", ["11-19T02:00+00:00"]),
        ("DTSTART:20261119T010000Z\nDTEND:20261119T020000Z", []),
        ("DTSTART:00010101T000000Z", []),
        ("DTSTART:99991231T235959Z", []),
        ("DTSTART:20261302T100000Z", []),
        ("DTSTART:soon", []),
        ("DTEND:20261202T183000Z", []),
    ],
)  # fmt: skip
def test_days_and_zones(lines: str, expected: list[str]) -> None:
    assert times(calendar(f"UID:1\nSUMMARY:Open evening\n{lines}")) == expected


@pytest.mark.parametrize(
    ("lines", "hours"),
    [
        ("DTEND:20261202T203000Z", 2),
        ("DURATION:PT1H30M", 1.5),
        ("DTEND:20261202T163000Z", None),
        ("DTEND:20261202T183000Z", None),
        ("DTEND:rubbish", None),
        ("DURATION:-PT1H", None),
        ("DURATION:PT", None),
        ("DTEND;TZID=America/New_York:20261202T153000", 2),
        ("", None),
    ],
)
def test_ends(lines: str, hours: float | None) -> None:
    (event,) = read(calendar(f"UID:1\nSUMMARY:Talk\nDTSTART:20261202T183000Z\n{lines}"))
    assert event.end == (None if hours is None else event.start + timedelta(hours=hours))


BERLIN = "UID:1\nSUMMARY:Open evening\nDTSTART;TZID=Europe/Berlin:20261105T183000\n"


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([BERLIN + "RRULE:FREQ=WEEKLY;COUNT=4"], ["11-19T18:30+01:00", "11-26T18:30+01:00"]),
        ([BERLIN + "RRULE:FREQ=WEEKLY;COUNT=4\nEXDATE;TZID=Europe/Berlin:20261119T183000"], ["11-26T18:30+01:00"]),
        ([BERLIN + "RRULE:FREQ=WEEKLY;COUNT=4\nEXDATE;VALUE=DATE:20261119"], ["11-26T18:30+01:00"]),
        ([BERLIN + "RRULE:FREQ=WEEKLY;COUNT=4\nEXDATE:20261119T173000Z,20261126T173000Z"], []),
        ([BERLIN + "RDATE;TZID=Europe/Berlin:20261201T100000,20261203T100000"], ["12-01T10:00+01:00", "12-03T10:00+01:00"]),
        # until the end of a day, and until a time of the place
        ([BERLIN + "RRULE:FREQ=WEEKLY;UNTIL=20261126"], ["11-19T18:30+01:00", "11-26T18:30+01:00"]),
        ([BERLIN + "RRULE:FREQ=WEEKLY;UNTIL=20261126T183000"], ["11-19T18:30+01:00", "11-26T18:30+01:00"]),
        ([BERLIN + "RRULE:FREQ=WEEKLY;UNTIL=20261126T173000Z;COUNT=2"], ["11-19T18:30+01:00", "11-26T18:30+01:00"]),
        ([BERLIN + "RRULE:FREQ=MONTHLY;BYDAY=-1WE;UNTIL=20261231"], ["11-25T18:30+01:00", "12-30T18:30+01:00"]),
        ([BERLIN + "RRULE: freq=weekly; byday=th; until=20261120"], ["11-19T18:30+01:00"]),
        # one occurrence moved, one called off, the rest later in the day
        (
            [
                BERLIN + "RRULE:FREQ=WEEKLY;UNTIL=20261204",
                "UID:1\nSUMMARY:Open evening\nRECURRENCE-ID;TZID=Europe/Berlin:20261119T183000\nDTSTART;TZID=Europe/Berlin:20261120T190000",
            ],
            ["11-20T19:00+01:00", "11-26T18:30+01:00", "12-03T18:30+01:00"],
        ),
        (
            [
                BERLIN + "RRULE:FREQ=WEEKLY;UNTIL=20261204",
                "UID:1\nSUMMARY:Open evening\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20261126T183000\nDTSTART;TZID=Europe/Berlin:20261126T200000",
            ],
            ["11-19T18:30+01:00", "11-26T20:00+01:00", "12-03T20:00+01:00"],
        ),
        (
            ["UID:1\nSUMMARY:Changed only\nRECURRENCE-ID:20261126T173000Z\nDTSTART:20261127T173000Z"],
            ["11-27T17:30+00:00"],
        ),
        # across the change of the clocks the hour of the place stays
        (["UID:1\nSUMMARY:Evening\nDTSTART;TZID=Office time:20261020T183000\nRRULE:FREQ=MONTHLY;COUNT=3"], ["11-20T18:30+01:00", "12-20T18:30+01:00"]),
        (["UID:1\nSUMMARY:Whole\nDTSTART;VALUE=DATE:20261115\nDTEND;VALUE=DATE:20261117\nRRULE:FREQ=WEEKLY;COUNT=3"], ["11-22/11-23", "11-29/11-30"]),
        # a newer version replaces the older one; one UID by mistake does not
        (["UID:1\nSUMMARY:Old\nDTSTART:20261201T100000Z", "UID:1\nSEQUENCE:2\nSUMMARY:New\nDTSTART:20261202T100000Z"], ["12-02T10:00+00:00"]),
        (["UID:1\nSUMMARY:One\nDTSTART:20261201T100000Z", "UID:1\nSUMMARY:Two\nDTSTART:20261202T100000Z"], ["12-01T10:00+00:00", "12-02T10:00+00:00"]),
        (["SUMMARY:One\nDTSTART:20261201T100000Z", "SUMMARY:Two\nDTSTART:20261202T100000Z"], ["12-01T10:00+00:00", "12-02T10:00+00:00"]),
    ],
)  # fmt: skip
def test_recurrence(events: list[str], expected: list[str]) -> None:
    assert times(calendar(*events, zones=VIENNA)) == expected


def test_the_zone_of_the_calendar_counts_where_none_is_said() -> None:
    events = (
        "UID:1\nSUMMARY:Aa\nDTSTART:20261201T090000",
        "UID:2\nSUMMARY:Bb\nDTSTART:20261202T080000Z",
    )
    found = read(calendar(*events, head="X-WR-TIMEZONE:Europe/Berlin\n"))
    assert [event.start.isoformat()[5:] for event in found] == [
        "12-01T09:00:00+01:00",
        "12-02T09:00:00+01:00",
    ]
    assert {event.zone for event in found} == {"Europe/Berlin"}
    assert [
        event.zone for event in read(calendar(*events, head="X-WR-TIMEZONE:Middle of nowhere\n"))
    ] == [None, "UTC"]


def test_zones_of_one_file_do_not_reach_another() -> None:
    event = "UID:1\nSUMMARY:Evening\nDTSTART;TZID=Office time:20261202T183000"
    other = VIENNA.replace("+0100", "-0500").replace("+0200", "-0400")
    assert times(calendar(event, zones=VIENNA)) == ["12-02T18:30+01:00"]
    assert times(calendar(event, zones=other)) == ["12-02T18:30-05:00"]
    assert times(calendar(event)) == ["12-02T18:30"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("SUMMARY:Costs\\, kept down\\; really", {"title": "Costs, kept down; really"}),
        ("SUMMARY;LANGUAGE=en:Talk", {"title": "Talk"}),
        ("SUMMARY:A very long na\n me of a talk", {"title": "A very long name of a talk"}),
        ("SUMMARY:A very long na\n\tme of a talk", {"title": "A very long name of a talk"}),
        ("SUMMARY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Fr=C3=BChst=C3=BCck im=\n Hof", {"title": "Frühstück imHof"}),
        ("SUMMARY:Talk\nLOCATION:Level 2\\, Pier Road\\nBotany", {"location": "Level 2, Pier Road, Botany", "online": False}),
        ("SUMMARY:Talk\nLOCATION:https://zoom.us/j/5550140", {"online": True, "url": "https://zoom.us/j/5550140"}),
        ("SUMMARY:Talk\nLOCATION:https://rooms.example/north", {"online": True}),
        ("SUMMARY:Talk\nLOCATION:https://maps.example/north", {"online": False}),
        ("SUMMARY:Talk\nLOCATION:Microsoft Teams Meeting", {"online": True}),
        ("SUMMARY:Talk\nCONFERENCE;VALUE=URI:https://meet.example/5", {"online": True, "url": "https://meet.example/5"}),
        ("SUMMARY:Talk\nDESCRIPTION:Join at https://zoom.us/j/5550140", {"online": True}),
        ("SUMMARY:Talk\nLOCATION:Room 4\nDESCRIPTION:or https://zoom.us/j/5550140", {"online": False}),
        ("SUMMARY:Webinar: costs", {"online": True}),
        ("SUMMARY:Online marketing for bakers\nLOCATION:Room 4", {"online": False}),
        ("SUMMARY:Talk\nURL:/talks/1", {"url": "http://northwind.example/talks/1"}),
        ("SUMMARY:Talk\nURL:javascript:alert(1)", {"url": ""}),
        ("SUMMARY:Talk\nSTATUS:CANCELLED", {"status": EventStatus.CANCELLED}),
        ("SUMMARY:Talk\nSTATUS:TENTATIVE", {"status": EventStatus.SCHEDULED}),
        ("SUMMARY:ABGESAGT: Talk", {"status": EventStatus.CANCELLED}),
        ("SUMMARY:Talk \x1b]52;c;aGk=\x07 \u202eon", {"title": "Talk on"}),
    ],
)  # fmt: skip
def test_what_an_event_says(lines: str, expected: dict[str, object]) -> None:
    (event,) = read(calendar(f"UID:1\nDTSTART:20261202T183000Z\n{lines}"))
    assert {name: getattr(event, name) for name in expected} == expected
    assert event.sources[0].method == "ics"
    assert "2026-12-02 18:30" in event.sources[0].words


def test_a_calendar_that_calls_off() -> None:
    content = calendar("UID:1\nSUMMARY:Talk\nDTSTART:20261202T183000Z", head="METHOD:CANCEL\n")
    assert read(content)[0].status is EventStatus.CANCELLED


SOUND = "BEGIN:VEVENT\nUID:9\nSUMMARY:Sound one\nDTSTART:20261201T100000Z\nEND:VEVENT\n"


@pytest.mark.parametrize(
    "text",
    [
        f"\ufeffBEGIN:VCALENDAR\n{SOUND}END:VCALENDAR\n",
        f"BEGIN:VCALENDAR\n{SOUND}END:VCALENDAR\n".replace("\n", "\r\n"),
        f"BEGIN:VCALENDAR\n{SOUND}END:VCALENDAR\n".replace("\n", "\r"),
        f"BEGIN:VCALENDAR\n{SOUND}END:VCALENDAR\n".replace("\n", "\r\r\n"),
        f"BEGIN:VCALENDAR\n{SOUND}END:VCALENDAR\n".replace("\n", "\n\n"),
        f"\n\n  BEGIN:VCALENDAR\n{SOUND}",
        SOUND,
        f"BEGIN:VCALENDAR\nEND:VCALENDAR\nBEGIN:VCALENDAR\n{SOUND}END:VCALENDAR",
        f"begin:vcalendar\n{SOUND.lower()}end:vcalendar".replace("sound", "Sound"),
        f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Never closed\n{SOUND}END:VCALENDAR",
        f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20261201T100000Z\nEND:VEVENT\n{SOUND}",
        f"BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:X\nBEGIN:STANDARD\n{SOUND}",
        f"BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:Not this\nDUE:20261202\nEND:VTODO\n{SOUND}",
        f"BEGIN:VCALENDAR\nthis is no property\n;;;:::\n{SOUND}",
        SOUND.replace("DTSTART", "ATTENDEE;CN=\"A; B:C\n\":mailto:x@y.example\nATTACH;FMTTYPE=:\nDTSTART"),
        SOUND.replace("END:", "BEGIN:VALARM\nSUMMARY:Alarm\nTRIGGER:-PT10M\nEND:VALARM\nEND:"),
        SOUND.replace("END:", "BEGIN:VALARM\nTRIGGER:-PT10M\nEND:"),
        SOUND.replace("END:", "RRULE:FREQ=WEEKLY;UNTIL=tomorrow\nRDATE:never\nEXDATE:\nEND:"),
        SOUND.replace("END:", "DESCRIPTION:a line\nthat nobody folded\n\nand one more: yes\nEND:"),
    ],
)  # fmt: skip
def test_damage_costs_only_what_is_damaged(text: str) -> None:
    assert [event.title for event in read(text.encode())] in (["Sound one"], ["Sound one".lower()])


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "utf-8-sig"])
def test_encodings(charset: str) -> None:
    text = calendar("UID:1\nSUMMARY:Frühstück für Köche\nDTSTART:20261202T083000Z").decode()
    assert [event.title for event in read(text.encode(charset))] == ["Frühstück für Köche"]


def test_a_fold_may_cut_a_character_in_two() -> None:
    text = calendar("UID:1\nSUMMARY:Frühstück\nDTSTART:20261202T083000Z")
    torn = text.replace("ü".encode(), "ü".encode()[:1] + b"\r\n " + "ü".encode()[1:])
    assert [event.title for event in read(torn)] == ["Frühstück"]
    facts = read_page(torn, url=URL, now=NOW, content_type="text/calendar")
    assert [event.title for event in facts.events] == ["Frühstück"]


@pytest.mark.parametrize(
    "content", [b"", b"<html>no calendar</html>", b"BEGIN:VCALENDAR", b"\x00\xff" * 50, b"BEGIN:VEVENT\n" * 500]
)  # fmt: skip
def test_what_is_no_calendar(content: bytes) -> None:
    assert read(content) == []


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;INTERVAL=1",
        "FREQ=HOURLY",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=31",
        "FREQ=DAILY;BYSETPOS=5",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=31",
        "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
        "FREQ=DAILY;BYHOUR=" + ",".join(map(str, range(24))) + ";BYMINUTE=" + ",".join(map(str, range(60))),
        "FREQ=HOURLY;BYMONTHDAY=31;BYMONTH=2",
        "FREQ=DAILY;COUNT=999999999999",
        "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6;BYDAY=MO",
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;BYSETPOS=2",
        "FREQ=WEEKLY;BYDAY=" + "MO," * 300,
        "FREQ=NEVER",
        "FREQ=",
        "BYDAY=MO",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=MONTHLY;BYMONTHDAY=99",
    ],
)  # fmt: skip
@pytest.mark.parametrize("start", ["20261120T100000Z", "19700101T100000Z", "19010101T100000Z"])
def test_no_rule_takes_for_ever(rule: str, start: str) -> None:
    began = time.monotonic()
    event = f"UID:1\nSUMMARY:Tick tock\nDTSTART:{start}\nRRULE:{rule}"
    found = read(calendar(event, SOUND[13:].partition("\nEND")[0]), days=400)
    assert "Sound one" in {event.title for event in found}
    assert time.monotonic() - began < 3
    assert len(found) <= 2000


def test_large_calendars_are_mostly_past() -> None:
    past = [f"UID:{n}\nSUMMARY:Past {n}\nDTSTART:20200101T100000Z" for n in range(5000)]
    began = time.process_time()
    assert len(read(calendar(*past, "UID:x\nSUMMARY:Next\nDTSTART:20261202T100000Z"))) == 1
    assert time.process_time() - began < 3


@pytest.mark.parametrize(
    ("rule", "zone", "expected"),
    [
        ("FREQ=WEEKLY;UNTIL=20261203", "Europe/Berlin", "FREQ=WEEKLY;UNTIL=20261203T225959Z"),
        ("FREQ=WEEKLY;UNTIL=20261203T183000", "America/New_York", "FREQ=WEEKLY;UNTIL=20261203T233000Z"),
        ("FREQ=WEEKLY;UNTIL=20261203T183000Z", "", "FREQ=WEEKLY;UNTIL=20261203T183000"),
        ("FREQ=WEEKLY;UNTIL=99991231T000000Z", "UTC", "FREQ=WEEKLY;UNTIL=22000101T000000Z"),
        ("FREQ=WEEKLY;X-ODD=1;WKST=XX;COUNT=3", "", "FREQ=WEEKLY;COUNT=3"),
        ("FREQ=DAILY;INTERVAL=7;BYDAY=FR", "", "FREQ=DAILY;INTERVAL=7;BYDAY=FR"),
        ("FREQ=WEEKLY;UNTIL=20261203T183000Z;COUNT=-1;INTERVAL=4", "", "FREQ=WEEKLY;UNTIL=20261203T183000;INTERVAL=4"),
        ("FREQ=WEEKLY;COUNT=-1", "", ""),
    ],
)  # fmt: skip
def test_rules_are_mended(rule: str, zone: str, expected: str) -> None:
    assert sound_rule(rule, datetime(2026, 11, 20, 10), zone) == expected  # noqa: DTZ001


rules = st.builds(
    lambda frequency, parts: ";".join([f"FREQ={frequency}", *parts]),
    st.sampled_from(["YEARLY", "MONTHLY", "WEEKLY", "DAILY"]),
    st.lists(
        st.one_of(
            st.integers(-2, 12).map(lambda n: f"INTERVAL={n}"),
            st.integers(-40, 40).map(lambda n: f"BYMONTHDAY={n}"),
            st.integers(-1, 13).map(lambda n: f"BYMONTH={n}"),
            st.integers(-5, 6).map(lambda n: f"BYDAY={n or ''}WE"),
            st.integers(-6, 6).map(lambda n: f"BYSETPOS={n}"),
            st.integers(0, 25).map(lambda n: f"BYHOUR={n},{n + 1}"),
            st.integers(-60, 60).map(lambda n: f"BYWEEKNO={n}"),
            st.integers(0, 40).map(lambda n: f"COUNT={n}"),
            st.sampled_from(["UNTIL=20270101", "UNTIL=20260101T000000Z", "UNTIL=x", "WKST=SU"]),
        ),
        max_size=4,
    ),
)


@settings(max_examples=40, deadline=1500)
@given(rules, st.sampled_from(["20261120T100000Z", "20261120", "20240229T233000"]))
def test_any_rule_is_read_in_no_time(rule: str, start: str) -> None:
    found = read(calendar(f"UID:1\nSUMMARY:Any\nDTSTART:{start}\nRRULE:{rule}"), days=400)
    assert all(event.title == "Any" for event in found)
    assert [event.start.replace(tzinfo=None) for event in found] == sorted(
        event.start.replace(tzinfo=None) for event in found
    )
