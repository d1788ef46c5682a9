"""Days that were, as people write them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.days.past import read_near_day, read_past_day

TODAY = date(2026, 11, 19)  # a Thursday


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("today", "2026-11-19"),
        ("yesterday", "2026-11-18"),
        ("6 Nov", "2026-11-06"),
        ("19 nov", "2026-11-19"),
        ("1 Dec", "2025-12-01"),
        ("fri", "2026-11-13"),
        ("last friday", "2026-11-13"),
        ("on monday", "2026-11-16"),
        ("2 weeks ago", "2026-11-05"),
        ("2025-12-24", "2025-12-24"),
        ("2027-01-04", "2027-01-04"),
        ("tomorrow", "2026-11-20"),
        ("in 2 weeks", "2026-12-03"),
        ("29 Feb 2024", "2024-02-29"),
    ],
)
def test_what_was(words, day):
    assert read_past_day(words, today=TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize("words", ["", "soon", "last", "31 Feb", "12/05/2026"])
def test_no_day(words):
    assert read_past_day(words, today=TODAY) is None
    assert read_near_day(words, today=TODAY) is None


@pytest.mark.parametrize(
    ("words", "day"), [("6 Nov", "2026-11-06"), ("1 Dec", "2026-12-01"), ("fri", "2026-11-20")]
)
def test_what_is_nearer(words, day):
    assert read_near_day(words, today=TODAY) == date.fromisoformat(day)


@given(st.dates(date(2021, 1, 1), date(2030, 12, 31)), st.integers(0, 360))
def test_a_day_and_month_is_the_last_one_there_was(today, ago):
    day = today - timedelta(days=ago)
    assert read_past_day(f"{day.day} {day:%b}", today=today) == day
