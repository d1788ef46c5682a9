"""The next try: at another hour than before, in their office hours, on no holiday, to come."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.calling.next_try import Trying, next_try, part_of, soon
from followup_tui.domain.calling.office_hours import OfficeHours
from tests.builders import NOW, TODAY, ZONE, days

ZONES = [ZONE, ZoneInfo("America/New_York"), ZoneInfo("Europe/Zurich"), ZoneInfo("Pacific/Apia")]
HOURS = st.builds(
    lambda opens, long, working: OfficeHours(
        time(opens // 60, opens % 60),
        time((opens + long) // 60, (opens + long) % 60),
        frozenset(working),
    ),
    st.integers(0, 20 * 60).map(lambda n: n - n % 15),
    st.integers(30, 220).map(lambda n: n - n % 15 or 30),
    st.sets(st.integers(0, 6), min_size=1),
)


def at(day: date, clock: str, zone: ZoneInfo = ZONE) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), tzinfo=zone)


def test_the_hours_of_a_week_of_tries_differ() -> None:
    tried: list[datetime] = []
    now = at(TODAY, "10:05")
    for _ in range(3):
        tried.append(now)
        found = next_try(now.date() + days(1), Trying(now, ZONE, tried=tuple(tried)))
        assert found is not None
        now = found
    assert [f"{each:%a %H:%M}" for each in (*tried, now)] == [
        "Thu 10:05",
        "Fri 16:30",
        "Mon 14:00",
        "Tue 10:00",
    ]


def test_a_holiday_and_a_weekend_are_left_out() -> None:
    friday = TODAY + days(1)
    trying = Trying(NOW, ZONE, is_off=lambda day: day in {friday, friday + days(3)})
    found = next_try(friday, trying)
    assert found is not None
    assert found.date() == friday + days(4)


def test_who_is_never_free_gets_no_hour() -> None:
    assert next_try(TODAY, Trying(NOW, ZONE, is_off=lambda _: True)) is None


def test_an_hour_while_the_user_sleeps_is_avoided_where_it_can_be() -> None:
    los_angeles = ZoneInfo("America/Los_Angeles")
    found = next_try(date(2026, 11, 20), Trying(NOW, los_angeles))
    assert found is not None
    assert f"{found:%H:%M}" == "14:00"
    assert f"{found.astimezone(ZONE):%H:%M}" == "09:00"


def test_a_busy_line_is_tried_in_half_an_hour() -> None:
    found = soon(Trying(NOW, ZONE))
    assert found == at(TODAY, "14:35")
    late = at(TODAY, "16:45")
    assert soon(Trying(late, ZONE)) is None
    assert soon(Trying(at(TODAY + days(2), "11:00"), ZONE)) is None


@pytest.mark.parametrize(
    ("clock", "part"),
    [
        ("07:00", 0),
        ("09:00", 0),
        ("11:59", 0),
        ("12:00", 1),
        ("15:29", 1),
        ("15:30", 2),
        ("23:00", 2),
    ],
)
def test_the_parts_of_a_day(clock: str, part: int) -> None:
    assert part_of(at(TODAY, clock), OfficeHours()) == part


def test_a_skipped_hour_is_not_proposed_as_it_is() -> None:
    """On 28 March 2027 the clocks of Zurich go from 2:00 to 3:00."""
    zurich = ZoneInfo("Europe/Zurich")
    night = OfficeHours(time(2), time(3), frozenset(range(7)))
    now = datetime(2027, 3, 27, 12, tzinfo=UTC)
    found = next_try(date(2027, 3, 28), Trying(now, zurich, night))
    assert found is not None
    assert found.astimezone(UTC).astimezone(zurich).time() == found.time()


@given(
    minutes=st.integers(0, 2 * 366 * 1440),
    zone=st.sampled_from(ZONES),
    hours=HOURS,
    tried=st.lists(st.integers(1, 200), max_size=6),
    ahead=st.integers(0, 10),
    off=st.sets(st.integers(0, 12)),
)
def test_a_try_is_to_come_in_their_hours_and_on_a_free_day(minutes, zone, hours, tried, ahead, off):
    now = (datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)).astimezone(ZONE)
    first = now.astimezone(zone).date()
    free = {first + timedelta(days=n) for n in off}
    trying = Trying(
        now,
        zone,
        hours,
        tuple(now - timedelta(hours=n) for n in tried),
        is_off=lambda day: day in free,
    )
    found = next_try(first + timedelta(days=ahead), trying)
    assert found is not None
    assert found > now
    assert found.date() >= first + timedelta(days=ahead)
    assert trying.is_free(found.date())
    # Where the clocks change within the hours it may be an hour past them.
    assert hours.opens <= found.time()
    again = soon(trying)
    assert again is None or (again > now and hours.holds(again))
