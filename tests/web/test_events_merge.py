"""Merging: what is one event, what stays several, and the laws that hold whatever comes in."""

# ruff: noqa: E501 -- rows of tables

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_tui.domain.page import Event, EventStatus, Source
from followup_tui.web.merge import merge
from tests.web.samples import NOW, URL

Row = tuple[str, str, str, str]
"""Title, when (``2026-12-02``, ``2026-12-02T18:00+01:00``, ``2026-12-02/2026-12-04``), place, how."""


def event(row: Row, **fields: object) -> Event:
    title, when, place, method = row
    first, _, last = when.partition("/")
    start, end = datetime.fromisoformat(first), datetime.fromisoformat(last) if last else None
    return Event(
        title=title,
        start=start,
        end=end,
        all_day="T" not in first,
        zone=first[16:] or None,
        location=place,
        sources=(Source(url=URL, method=method, words=title),),
        **fields,  # type: ignore[arg-type]
    )


def titles(*rows: Row) -> list[str]:
    return [found.title for found in merge([event(row) for row in rows], now=NOW)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Cloud costs", "2026-12-02T18:00+11:00", "", "json-ld"), ("Cloud Costs!", "2026-12-02T18:00", "", "text")),
        (("Cloud costs", "2026-12-02T07:00+00:00", "", "json-ld"), ("Cloud costs", "2026-12-02T18:00", "", "text")),
        (("Cloud costs", "2026-12-02", "", "json-ld"), ("Cloud costs", "2026-12-02T18:00", "", "text")),
        (("Cloud costs", "2026-12-02T18:00", "Level 2, Pier Road", "json-ld"), ("Cloud costs", "2026-12-02T18:00", "Pier Road", "text")),
        (("Cloud costs explained", "2026-12-02T18:00", "", "json-ld"), ("CANCELLED: Cloud costs explained", "2026-12-02T18:00", "", "text")),
        (("Kosten der Wolke", "2026-12-02T18:00", "", "microdata"), ("Vortrag: Kosten der Wolke", "2026-12-02", "", "time")),
        (("Azure course", "2026-12-02/2026-12-04", "", "json-ld"), ("Azure course", "2026-12-03", "", "text")),
        (("Azure course", "2026-12-02/2026-12-04", "", "text"), ("Azure course", "2026-12-04", "", "text")),
        (("Café & Code", "2026-12-02T18:00", "", "ics"), ("cafe & code", "2026-12-02T18:00", "", "h-event")),
    ],
)  # fmt: skip
def test_one_event(one: Row, other: Row) -> None:
    merged = merge([event(other), event(one)], now=NOW)
    assert len(merged) == 1
    assert {source.method for source in merged[0].sources} == {one[3], other[3]}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # two places on one day
        (("Open day", "2026-12-02T10:00", "Leeds", "json-ld"), ("Open day", "2026-12-02T10:00", "York", "json-ld")),
        # two sessions of a day
        (("Open day", "2026-12-02T10:00", "", "text"), ("Open day", "2026-12-02T14:00", "", "text")),
        # a series
        (("Open evening", "2026-12-02T18:00", "", "ics"), ("Open evening", "2026-12-09T18:00", "", "ics")),
        (("Open evening", "2026-12-02", "", "text"), ("Open evening", "2026-12-09", "", "text")),
        # two parts, two titles
        (("Python in a day, part 1", "2026-12-02T10:00", "", "json-ld"), ("Python in a day, part 2", "2026-12-02T10:00", "", "text")),
        (("Breakfast", "2026-12-02T08:00", "", "json-ld"), ("Lunch", "2026-12-02T08:00", "", "text")),
        # days of one name that are announced one by one
        (("Hack day", "2026-12-02", "", "ics"), ("Hack day", "2026-12-03", "", "ics")),
        # an exhibition of months is not each of its openings
        (("Sails", "2026-11-01/2027-04-01", "", "json-ld"), ("Sails", "2026-12-03", "", "text")),
    ],
)  # fmt: skip
def test_two_events(one: Row, other: Row) -> None:
    assert len(titles(one, other)) == 2


def test_places_find_their_own_events() -> None:
    merged = merge(
        [
            event(("Open day", "2026-12-02T10:00", "Leeds, Dock 1", "json-ld")),
            event(("Open day", "2026-12-02T10:00", "York, Gate 7", "json-ld")),
            event(("Open day", "2026-12-02T10:00", "York", "text")),
            event(("Open day", "2026-12-02T10:00", "Leeds", "text")),
        ],
        now=NOW,
    )
    assert {(found.location, len(found.sources)) for found in merged} == {
        ("Leeds, Dock 1", 2),
        ("York, Gate 7", 2),
    }


def test_a_month_view_repeats_an_event_on_each_of_its_days() -> None:
    days = [
        event(("Azure course", f"2026-12-0{day}", "", "text"), url=f"{URL}azure")
        for day in (2, 3, 4)
    ]
    (course,) = merge(days, now=NOW)
    assert (course.start.day, course.end and course.end.day) == (2, 4)


@pytest.mark.parametrize("method", ["text", "json-ld"])
def test_what_is_off_is_off_whoever_says_so(method: str) -> None:
    on = event(("Cloud costs", "2026-12-02T18:00", "", "microdata"))
    off = event(("Cloud costs", "2026-12-02T18:00", "", method), status=EventStatus.CANCELLED)
    (merged,) = merge([on, off], now=NOW)
    assert merged.status is EventStatus.CANCELLED


def test_what_is_sure_counts_before_a_guess() -> None:
    sure = event(("Cloud costs", "2026-12-02T18:00", "", "json-ld"))
    guess = event(("Cloud costs", "2026-12-02T18:00", "", "text"), status=EventStatus.UNSURE)
    (merged,) = merge([guess, sure], now=NOW)
    assert merged.status is EventStatus.SCHEDULED


def test_the_hour_and_end_come_from_whoever_says_them() -> None:
    day = event(("Cloud costs", "2026-12-02", "", "json-ld"))
    hour = event(("Cloud costs", "2026-12-02T18:00/2026-12-02T20:00", "Level 2", "text"))
    (merged,) = merge([day, hour], now=NOW)
    assert not merged.all_day
    assert merged.end is not None
    assert merged.end - merged.start == timedelta(hours=2)
    assert merged.location == "Level 2"


def test_one_page_of_its_own_is_one_event() -> None:
    one = event(("Summer drinks", "2026-12-02T18:00", "", "json-ld"), url=f"{URL}drinks")
    other = event(
        ("Come and join us on the roof", "2026-12-02T18:00", "", "text"), url=f"{URL}drinks"
    )
    assert len(merge([one, other], now=NOW)) == 1


when = st.builds(
    lambda day, hour, zone, days: (
        f"2026-12-{day:02}" + (f"/2026-12-{day + days:02}" if days else "")
        if hour is None
        else f"2026-12-{day:02}T{hour:02}:00{zone}"
    ),
    st.integers(1, 6),
    st.sampled_from([None, 7, 12, 18]),
    st.sampled_from(["", "+00:00", "+11:00", "-05:00"]),
    st.sampled_from([0, 0, 0, 2]),
)
some_events = st.lists(
    st.builds(
        event,
        st.tuples(
            st.sampled_from(
                [
                    "Azure breakfast",
                    "azure  breakfast!",
                    "Lunch",
                    "Lunch for everybody",
                    "Part 1",
                    "Part 2",
                ]
            ),
            when,
            st.sampled_from(["", "", "Leeds", "York, Gate 7", "York"]),
            st.sampled_from(["json-ld", "microdata", "time", "ics", "text"]),
        ),
        url=st.sampled_from(["", f"{URL}a", f"{URL}b"]),
        status=st.sampled_from(list(EventStatus)),
    ),
    max_size=10,
)


@settings(max_examples=50)
@given(some_events)
def test_merging_twice_is_merging_once(found: list[Event]) -> None:
    merged = merge(found, now=NOW)
    assert merge(merged, now=NOW) == merged


@settings(max_examples=50)
@given(some_events, st.randoms())
def test_the_order_of_what_comes_in_does_not_count(found: list[Event], chance: object) -> None:
    shuffled = list(found)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert merge(shuffled, now=NOW) == merge(found, now=NOW)


@settings(max_examples=50)
@given(some_events)
def test_no_source_is_lost_and_nothing_is_made_up(found: list[Event]) -> None:
    merged = merge(found, now=NOW)
    assert len(merged) <= len(found)
    assert {s for e in merged for s in e.sources} <= {s for e in found for s in e.sources}
    ways = {source.method for one in found for source in one.sources}
    assert {source.method for one in merged for source in one.sources} == ways
    assert {one.title for one in merged} <= {one.title for one in found}
    assert all(one.end is None or one.end > one.start for one in merged)


@settings(max_examples=50)
@given(some_events)
def test_an_event_said_again_elsewhere_adds_none(found: list[Event]) -> None:
    merged = merge(found, now=NOW)
    again = [one for one in merged for _ in range(2)]
    assert merge(again, now=NOW) == merged
