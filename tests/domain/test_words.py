"""Days and ages as people say them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.words import age_words, count, day_words, short_day, span_words
from tests.builders import NOW, TODAY, days  # Thursday 19 November 2026


@pytest.mark.parametrize(
    ("away", "words"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (-1, "yesterday"),
        (5, "Tue"),
        (-3, "last Mon"),
        (7, "Thu 26"),
        (-8, "Wed 11"),
        (30, "19 Dec"),
        (-14, "5 Nov"),
        (400, "24 Dec 2027"),
    ],
)
def test_days(away: int, words: str) -> None:
    assert day_words(TODAY + days(away), TODAY) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "0 days"),
        (1, "1 day"),
        (20, "20 days"),
        (21, "3 weeks"),
        (61, "2 months"),
        (800, "2 years"),
    ],
)
def test_spans(number: int, words: str) -> None:
    assert span_words(number) == words


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (0.0001, "just now"),
        (0.003, "4 min ago"),
        (0.13, "3 h ago"),
        (0.9, "1 day ago"),
        (5, "5 days ago"),
    ],
)
def test_ages(ago: float, words: str) -> None:
    assert age_words(NOW - days(ago), NOW) == words


def test_counting() -> None:
    assert [count(1, "try", "tries"), count(2, "try", "tries"), count(10_000, "day")] == [
        "1 try",
        "2 tries",
        "10,000 days",
    ]


@given(st.integers(-4_000, 4_000))
def test_a_short_day_tells_the_day(away: int) -> None:
    day = TODAY + days(away)
    assert str(day.day) in short_day(day, TODAY)
