"""How a call and its wrap-up are put into words."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from followup_tui.tui.present import call as present
from followup_tui.tui.present import wrap_up
from tests.builders import NOW, TODAY, a_client


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "00:00"), (192, "03:12"), (3599, "59:59"), (3600, "1:00:00"), (-5, "00:00")],
)
def test_clock_words(seconds: int, words: str) -> None:
    assert present.clock_words(timedelta(seconds=seconds)) == words


def test_numbers() -> None:
    assert present.can_be_large("+61 2 5550 0142", 45)
    assert not present.can_be_large("+61 2 5550 0142", 44)
    assert not present.can_be_large("0142 ext. 5", 200)


def test_days_are_said_with_their_distance() -> None:
    assert wrap_up.day_said(date(2027, 5, 19), TODAY) == "Wed 19 May 2027 · in 6 months"
    assert wrap_up.distance(TODAY, TODAY) == "today"
    assert wrap_up.distance(TODAY - timedelta(days=3), TODAY) == "3 days ago"
    assert wrap_up.short_said(date(2026, 12, 1), TODAY) == "Tue 1 Dec"
    assert wrap_up.short_said(date(2027, 5, 19), TODAY) == "Wed 19 May 2027"


def test_an_hour_is_said_where_they_are_and_here() -> None:
    client = a_client(zone="Europe/London")
    moment = datetime(2026, 11, 20, 10, 0, tzinfo=ZoneInfo("Europe/London"))
    assert wrap_up.moment_in_words(moment, client, NOW) == (
        "Fri 20 Nov 10:00 in London · 21:00 here"
    )
    assert wrap_up.moment_words(moment, client, NOW) == "2026-11-20 10:00"
    late = datetime(2026, 11, 20, 20, 0, tzinfo=ZoneInfo("Europe/London"))
    assert "Sat 07:00 here" in wrap_up.moment_in_words(late, client, NOW)
    assert wrap_up.moment_said("x", None, client, NOW)[1]
    assert wrap_up.moment_said("then", NOW - timedelta(hours=1), client, NOW)[1]
    assert not wrap_up.moment_said("", None, client, NOW)[1]


def test_a_sentence_has_a_capital_and_an_end() -> None:
    assert present.sentence("answer yes or no") == "Answer yes or no."
    assert present.sentence("Why?") == "Why?"


def test_a_sign_stays_beside_its_word() -> None:
    assert "\n" not in present.legend().plain
    for width in (80, 50, 20):
        lines = present.legend(width).plain.split("\n")
        assert all(len(line) <= width for line in lines)
        assert all(line[:1] in "+-!@>?*=" and line[1:2] == " " for line in lines)
        assert "  ".join(lines) == present.legend().plain
