"""Events: each way of writing them, the past left out, one event once with all its sources."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.page import Event, EventStatus, Source
from followup_tui.web.events import read_calendar
from followup_tui.web.merge import merge
from followup_tui.web.moments import is_over, read_moment
from followup_tui.web.page import read_page
from tests.web import samples
from tests.web.samples import NOW, URL


def events(text: str) -> tuple[Event, ...]:
    return read_page(text.encode(), url=URL, now=NOW).events


def test_json_ld_in_a_graph_nested_and_badly_written() -> None:
    tasting, portal = events(samples.JSON_LD)
    assert tasting.title == "Tasting & talk"
    assert tasting.start == datetime.fromisoformat("2026-12-03T08:30:00+11:00")
    assert tasting.end == datetime.fromisoformat("2026-12-03T11:00:00+11:00")
    assert tasting.zone == "+11:00"
    assert tasting.location == "Warehouse 4, 4 Pier Road, Botany"
    assert tasting.url == "http://northwind.example/tasting"
    assert [source.method for source in tasting.sources][:2] == ["json-ld", "time"]
    assert portal.all_day
    assert portal.online
    assert portal.status is EventStatus.CANCELLED


def test_microdata() -> None:
    (event,) = events(samples.MICRODATA)
    assert event.title == "Paper planes for beginners"
    assert event.start.isoformat() == "2026-11-21T10:00:00-05:00"
    assert event.location == "Workshop, Dock 3"
    assert event.url == "http://northwind.example/paper"
    assert event.sources[0].method == "microdata"


def test_times_in_a_list() -> None:
    costs, bills = events(samples.TIMES)
    assert (costs.title, costs.location) == ("Keeping costs down", "Level 2")
    assert costs.start == datetime(2026, 11, 25, 18, 0)  # noqa: DTZ001 -- the time of the place
    assert costs.zone is None
    assert costs.url == "http://northwind.example/costs"
    assert bills.title.startswith("Cloud bills over breakfast")
    assert bills.all_day
    assert bills.status is EventStatus.CANCELLED


def test_a_calendar_gives_each_occurrence_until_the_end() -> None:
    content = samples.ICS.encode()
    found = read_calendar(content, now=NOW, until=NOW + timedelta(days=25), url=URL)
    assert [event.title for event in found] == ["Open evening: ask", "Open evening: ask"]
    assert found[0].zone == "Europe/London"
    assert found[0].end is not None
    assert found[0].end - found[0].start == timedelta(hours=2)
    assert found[0].sources[0].url == URL


def test_whole_days_count_to_the_last() -> None:
    days = read_calendar(samples.ICS.encode(), now=NOW, until=NOW + timedelta(days=60))[2]
    assert (days.start.day, days.end and days.end.day) == (17, 18)
    assert days.all_day


def test_a_torn_calendar_keeps_what_can_be_read() -> None:
    torn = samples.ICS.partition("Hack")[0].encode()
    found = read_calendar(torn, now=NOW, until=NOW + timedelta(days=60))
    assert {event.title for event in found} == {"Open evening: ask"}


@pytest.mark.parametrize(
    "rule", ["FREQ=SECONDLY", "FREQ=MINUTELY;INTERVAL=1", "FREQ=NEVER", "FREQ=DAILY;COUNT=x"]
)
def test_rules_that_never_end_do_no_harm(rule: str) -> None:
    text = f"""BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nSUMMARY:Tick tock
DTSTART:20261120T100000Z\nRRULE:{rule}\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\nSUMMARY:Sound one
DTSTART:20261121T100000Z\nEND:VEVENT\nEND:VCALENDAR\n"""
    found = read_calendar(text.encode(), now=NOW, until=NOW + timedelta(days=400))
    assert "Sound one" in {event.title for event in found}
    assert len(found) <= 2


@pytest.mark.parametrize(
    ("text", "expected", "whole_day", "zone"),
    [
        ("2026-11-25", "2026-11-25T00:00:00", True, None),
        ("20261125", "2026-11-25T00:00:00", True, None),
        ("2026-11-25T18:00Z", "2026-11-25T18:00:00+00:00", False, "UTC"),
        ("2026-11-25T18:00:00.000+0100", "2026-11-25T18:00:00+01:00", False, "+01:00"),
        ("2026-11-25 18:00", "2026-11-25T18:00:00", False, None),
        ("2026-11-25T6:00 PM", "2026-11-25T18:00:00", False, None),
        ("2026-11-25 12:15 am +05:30", "2026-11-25T00:15:00+05:30", False, "+05:30"),
        ("2026-1-5", "2026-01-05T00:00:00", True, None),
    ],
)
def test_moments(text: str, expected: str, whole_day: bool, zone: str | None) -> None:
    moment = read_moment(text)
    assert moment is not None
    assert moment.at.isoformat() == expected
    assert (moment.whole_day, moment.zone) == (whole_day, zone)


@pytest.mark.parametrize(
    "text", ["", "2026", "2026-11", "12/05/2026", "soon", "2026-02-30", "0001-01-01", "9999-12-31"]
)
def test_what_is_no_day(text: str) -> None:
    assert read_moment(text) is None


def test_a_named_zone_counts_where_none_is_written() -> None:
    moment = read_moment("2026-11-25T18:00", "Europe/Zurich")
    assert moment is not None
    assert moment.at.utcoffset() == timedelta(hours=1)


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading_of_moments(text: str) -> None:
    moment = read_moment(text)
    assert moment is None or 1900 <= moment.at.year <= 2200


def test_today_is_not_over_until_midnight() -> None:
    today = datetime(2026, 11, 19)  # noqa: DTZ001 -- whole days have no zone
    assert not is_over(today, None, all_day=True, now=NOW)
    assert is_over(today - timedelta(days=1), None, all_day=True, now=NOW)
    assert not is_over(today - timedelta(days=1), today, all_day=True, now=NOW)
    assert not is_over(NOW - timedelta(hours=1), NOW + timedelta(hours=1), all_day=False, now=NOW)
    assert is_over(NOW - timedelta(hours=1), None, all_day=False, now=NOW)


def an_event(title: str, day: int, hour: int | None, method: str, **fields: object) -> Event:
    start = datetime(2026, 12, day, hour or 0, tzinfo=None if hour is None else UTC)
    source = Source(url=URL, method=method, words=title)
    return Event(
        title=title,
        start=start,
        all_day=hour is None,
        sources=(source,),
        **fields,  # type: ignore[arg-type]
    )


def test_the_same_event_is_one_with_every_source() -> None:
    merged = merge(
        [
            an_event("Azure breakfast", 2, None, "time", location="Level 2"),
            an_event("Azure Breakfast", 2, 7, "json-ld"),
            an_event("Azure breakfast in Sydney", 2, 7, "microdata", url="http://x.example/"),
            an_event("Azure breakfast", 9, 7, "json-ld"),
            an_event("Reporting lunch", 2, 7, "json-ld"),
        ],
        now=NOW,
    )
    assert [event.title for event in merged] == [
        "Azure Breakfast",
        "Reporting lunch",
        "Azure breakfast",
    ]
    assert [source.method for source in merged[0].sources] == ["json-ld", "microdata", "time"]
    assert merged[0].location == "Level 2"
    assert merged[0].url == "http://x.example/"
    assert not merged[0].all_day


def test_the_same_moment_in_two_zones_is_one_event() -> None:
    here = an_event("Azure breakfast", 2, 21, "json-ld")
    there = msgspec.structs.replace(here, start=datetime.fromisoformat("2026-12-03T08:00:00+11:00"))
    assert len(merge([here, there], now=NOW)) == 1


some_events = st.lists(
    st.builds(
        an_event,
        st.sampled_from(["Azure breakfast", "azure  breakfast!", "Lunch", "Lunch for everybody"]),
        st.integers(1, 3),
        st.sampled_from([None, 7, 12]),
        st.sampled_from(["json-ld", "microdata", "time", "ics"]),
    ),
    max_size=12,
)


@given(some_events)
def test_merging_loses_no_day_and_is_in_order(found: list[Event]) -> None:
    merged = merge(found, now=NOW)
    assert {event.start.day for event in merged} == {event.start.day for event in found}
    assert [event.start.day for event in merged] == sorted(event.start.day for event in merged)
    assert {s.method for e in merged for s in e.sources} == {
        s.method for e in found for s in e.sources
    }


@given(some_events)
def test_merging_again_changes_nothing(found: list[Event]) -> None:
    merged = merge(found, now=NOW)
    assert len(merge(merged, now=NOW)) <= len(merged)
