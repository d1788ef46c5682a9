"""Days counted from the day of opening: on working days, in order, and never left unfilled."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.sample.days import WEEKDAYS, fill, shift

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 1, 1))
OFFSETS = st.integers(min_value=-900, max_value=400)


@given(DAYS, OFFSETS)
def test_what_is_not_today_falls_on_a_working_day_close_by(day: date, days: int) -> None:
    there = shift(day, days)
    assert days == 0 or there.weekday() < 5
    assert abs((there - day).days - days) <= 2


@given(DAYS)
def test_today_is_today(day: date) -> None:
    assert shift(day, 0) == day


@given(DAYS, OFFSETS, OFFSETS)
def test_the_order_of_days_is_kept(day: date, one: int, other: int) -> None:
    low, high = sorted((one, other))
    assert shift(day, low) <= shift(day, high)


@given(DAYS, OFFSETS.filter(bool))
def test_past_stays_past_and_coming_stays_coming(day: date, days: int) -> None:
    assert (shift(day, days) < day) == (days < 0)


@given(DAYS, OFFSETS, st.sampled_from(WEEKDAYS))
def test_a_weekday_is_the_first_such_day_from_there(day: date, days: int, weekday: str) -> None:
    there = shift(day, days, weekday)
    assert WEEKDAYS[there.weekday()] == weekday
    assert timedelta() <= there - (day + timedelta(days=days)) < timedelta(days=7)


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("{{day:%Y}}", "2026"),
        ("{{day+12:%d.%m.%Y}}", "01.12.2026"),
        ("{{day-1:iso}}", "2026-11-18"),
        ("{{wed+4:%Y%m%d}}", "20261125"),
        ("{{thu:%A}}", "Thursday"),
        ("{{wed+4 18:00 Australia/Sydney:iso}}", "2026-11-25T18:00:00+11:00"),
        ("{{day 18:00 America/Sao_Paulo:%H:%M%z}}", "18:00-0300"),
        ("between {{day:%d}} and {{day+1:%d}}", "between 19 and 20"),
        ("{{ user.name }} and {{monday:%d}} stay", "{{ user.name }} and {{monday:%d}} stay"),
    ],
)
def test_placeholders(text: str, filled: str) -> None:
    assert fill(text, date(2026, 11, 19)) == filled
