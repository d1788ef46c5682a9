"""Which backups are kept: laws over any days."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from followup_tui.store.retention import DAILY, MONTHLY, WEEKLY, kept

days = st.sets(st.dates(date(2020, 1, 1), date(2029, 12, 31)), max_size=300)
gaps = st.lists(st.sampled_from([1, 1, 1, 1, 2, 3, 8, 33, 400]), max_size=200)


def week(day: date) -> tuple[int, int]:
    return day.isocalendar()[:2]


def month(day: date) -> tuple[int, int]:
    return day.year, day.month


@given(days)
def test_the_latest_of_each_day_week_and_month_stays_and_no_more(found: set[date]) -> None:
    stay = kept(found)
    assert stay <= found
    assert len(stay) <= DAILY + WEEKLY + MONTHLY
    assert set(sorted(found)[-DAILY:]) <= stay
    for span, number in ((week, WEEKLY), (month, MONTHLY)):
        for which in sorted({span(day) for day in found})[-number:]:
            assert max(day for day in found if span(day) == which) in stay


@given(days)
def test_what_is_kept_is_kept_again(found: set[date]) -> None:
    assert kept(kept(found)) == kept(found)


@given(gaps)
def test_pruning_each_time_keeps_what_pruning_once_keeps(steps: list[int]) -> None:
    there: set[date] = set()
    every: set[date] = set()
    day = date(2024, 2, 27)
    for step in steps:
        day += timedelta(days=step)
        every.add(day)
        there = kept({*there, day})
    assert there == kept(every)


def test_a_year_of_days() -> None:
    every = {date(2026, 11, 19) - timedelta(days=number) for number in range(400)}
    stay = sorted(kept(every), reverse=True)
    assert [day.isoformat() for day in stay] == [
        *(f"2026-11-{day:02}" for day in (19, 18, 17, 16, 15, 14, 13, 8, 1)),
        *("2026-10-31", "2026-09-30", "2026-08-31", "2026-07-31", "2026-06-30", "2026-05-31"),
        *("2026-04-30", "2026-03-31", "2026-02-28", "2026-01-31", "2025-12-31"),
    ]
