"""Two times to choose from: always to come, in the hours of both, on different days."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.calling.office_hours import OfficeHours
from followup_tui.domain.calling.slots import DAYS_TRIED, LEAST_NOTICE, LENGTHS, propose
from followup_tui.domain.calling.whereabouts import Whereabouts
from followup_tui.domain.promise import StepKind

SYDNEY, ZURICH, LONDON = (
    ZoneInfo("Australia/Sydney"),
    ZoneInfo("Europe/Zurich"),
    ZoneInfo("Europe/London"),
)
NOW = datetime(2026, 11, 19, 14, 2, tzinfo=SYDNEY)
HERE = Whereabouts(zone=SYDNEY)
ZONES = st.sampled_from(
    ["Australia/Sydney", "Europe/Zurich", "America/New_York", "Asia/Kolkata", "Pacific/Apia"]
).map(ZoneInfo)


def test_one_slot_in_the_morning_and_one_in_the_afternoon_of_another_day():
    slots = propose(StepKind.COFFEE, now=NOW, theirs=HERE, ours=HERE)
    assert [f"{at:%a %d %b %H:%M}" for at in slots] == ["Tue 24 Nov 10:00", "Wed 25 Nov 14:00"]


def test_a_call_is_proposed_around_the_day_of_the_next_contact():
    day = date(2027, 4, 20)
    slots = propose(StepKind.CALL, now=NOW, theirs=HERE, ours=HERE, after=day)
    assert slots[0].date() == day


def test_holidays_and_weekends_are_left_out():
    summer = tuple((date(2026, 12, 24) + timedelta(days=n), "closed") for n in range(10))
    closed = Whereabouts(zone=SYDNEY, holidays=summer)
    first, second = propose(
        StepKind.MEETING, now=NOW, theirs=closed, ours=HERE, after=date(2026, 12, 24)
    )
    assert first.date() == date(2027, 1, 4), "the first Monday after the holidays"
    assert second.date() == date(2027, 1, 5)


def test_where_office_hours_do_not_meet_theirs_count():
    theirs = Whereabouts(zone=ZURICH)
    slots = propose(StepKind.CALL, now=NOW, theirs=theirs, ours=HERE)
    assert slots
    for at in slots:
        assert 9 <= at.hour < 17
        assert 7 <= at.astimezone(SYDNEY).hour < 21


def test_what_is_taken_is_left_out():
    first, _ = propose(StepKind.MEETING, now=NOW, theirs=HERE, ours=HERE)
    again = propose(
        StepKind.MEETING, now=NOW, theirs=HERE, ours=HERE, taken=(first + timedelta(minutes=30),)
    )
    assert first not in again
    assert abs(again[0] - first - timedelta(minutes=30)) >= LENGTHS[StepKind.MEETING]


def test_a_booking_is_a_day_a_month_ahead():
    first, _ = propose(StepKind.BOOKING, now=NOW, theirs=HERE, ours=HERE)
    assert first.time() == time()
    assert (first.date() - NOW.date()).days >= 30


def test_where_nobody_works_nothing_is_proposed():
    never = Whereabouts(zone=SYDNEY, hours=OfficeHours(days=frozenset()))
    assert propose(StepKind.CALL, now=NOW, theirs=never, ours=HERE) == ()


def test_the_last_day_of_the_calendar_is_no_error():
    slots = propose(StepKind.CALL, now=NOW, theirs=HERE, ours=HERE, after=date.max)
    assert [at.date() for at in slots] == [date.max]


@pytest.mark.parametrize("zone", ["Europe/London", "America/New_York"])
def test_an_hour_that_a_change_of_clocks_skips_is_none(zone: str):
    theirs = Whereabouts(
        zone=ZoneInfo(zone), hours=OfficeHours(time(0), time(6), frozenset(range(7)))
    )
    now = datetime(2026, 3, 1, tzinfo=UTC)
    for day in range(40):
        for at in propose(
            StepKind.CALL, now=now, theirs=theirs, ours=theirs, after=now.date() + timedelta(day)
        ):
            assert at == at.astimezone(UTC).astimezone(theirs.zone)
            assert at.replace(tzinfo=None) == at.astimezone(UTC).astimezone(theirs.zone).replace(
                tzinfo=None
            )


@given(
    kind=st.sampled_from([k for k in StepKind if k is not StepKind.BOOKING]),
    now=st.integers(0, 3_000_000).map(
        lambda m: datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=m)
    ),
    theirs=ZONES,
    ours=ZONES,
    off=st.sets(st.integers(0, 20), max_size=8),
)
def test_slots_are_to_come_open_and_apart(
    kind: StepKind, now: datetime, theirs: ZoneInfo, ours: ZoneInfo, off: set[int]
):
    closed = tuple((now.date() + timedelta(days=n), "closed") for n in sorted(off))
    there = Whereabouts(zone=theirs, holidays=closed)
    slots = propose(kind, now=now, theirs=there, ours=Whereabouts(zone=ours))
    assert list(slots) == sorted(slots)
    assert len({at.date() for at in slots}) == len(slots)
    assert len({at.time() for at in slots}) == len(slots)
    for at in slots:
        assert at > now + LEAST_NOTICE
        assert at < now + timedelta(days=DAYS_TRIED + 10)
        assert there.is_open(at)
        assert there.is_open(at + LENGTHS[kind] - timedelta(minutes=1))
        assert at.astimezone(ours).weekday() < 5
