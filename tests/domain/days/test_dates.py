"""Days and hours in words: the usual forms are read, nothing is guessed, nothing raises."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.days.dates import read_day, read_moment, working_days_on
from tests.builders import NOW, TODAY, ZONE  # Thursday 19 November 2026, 14:02 in Sydney


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("today", "2026-11-19"),
        ("tomorrow", "2026-11-20"),
        ("the day after tomorrow", "2026-11-21"),
        ("fri", "2026-11-20"),
        ("by Friday", "2026-11-20"),
        ("Thu", "2026-11-26"),
        ("next tuesday", "2026-11-24"),
        ("tue next week", "2026-11-24"),
        ("on weds.", "2026-11-25"),
        ("next week", "2026-11-23"),
        ("next month", "2026-12-19"),
        ("in 2 weeks", "2026-12-03"),
        ("in a week", "2026-11-26"),
        ("three weeks from now", "2026-12-10"),
        ("in a fortnight", "2026-12-03"),
        ("5 months", "2027-04-19"),
        ("in 3 months", "2027-02-19"),
        ("+3d", "2026-11-22"),
        ("+2w", "2026-12-03"),
        ("+1m", "2026-12-19"),
        ("1 Dec", "2026-12-01"),
        ("Dec 1st", "2026-12-01"),
        ("1 November", "2027-11-01"),
        ("Tue, 24 Nov 2026", "2026-11-24"),
        ("1.12.", "2026-12-01"),
        ("1.12.2027", "2027-12-01"),
        ("2026-12-01", "2026-12-01"),
        ("2026-1-5", "2026-01-05"),
        ("25/12/2026", "2026-12-25"),
        ("12/25/2026", "2026-12-25"),
        ("12/12/2026", "2026-12-12"),
        ("end of the month", "2026-11-30"),
        ("end of Feb", "2027-02-28"),
        ("29 feb", "2028-02-29"),
        ("\x1b[31mfri\x1b[0m", "2026-11-20"),
    ],
)
def test_days(words: str, day: str) -> None:
    assert read_day(words, today=TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "words",
    [
        "", " ", "some day", "a", "3", "10:00", "12/05/2026", "31 feb", "2026-13-01", "99999 years",
        "9999 years", "next", "may", "the report", "fri or sat", "x" * 50_000, "1 " * 25_000,
        "\x00\x1b]0;evil\x07", "０", "²/²/²",
    ],
)  # fmt: skip
def test_what_is_no_day_for_sure(words: str) -> None:
    assert read_day(words, today=TODAY) is None


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("thu 10:00", "2026-11-26T10:00"),
        ("10:00", "2026-11-20T10:00"),
        ("15:30", "2026-11-19T15:30"),
        ("3pm", "2026-11-19T15:00"),
        ("12am", "2026-11-20T00:00"),
        ("noon fri", "2026-11-20T12:00"),
        ("tomorrow 10am", "2026-11-20T10:00"),
        ("tomorrow at 3", "2026-11-20T15:00"),
        ("at 9", "2026-11-20T09:00"),
        ("2026-12-01 09:30", "2026-12-01T09:30"),
        ("1 Dec, 14.30", "2026-12-01T14:30"),
        ("today 15h", "2026-11-19T15:00"),
        ("in 2 hours", "2026-11-19T16:02"),
        ("in 20 min", "2026-11-19T14:22"),
        ("in half an hour", "2026-11-19T14:32"),
    ],
)
def test_moments(words: str, moment: str) -> None:
    found = read_moment(words, now=NOW, zone=ZONE)
    assert found == datetime.fromisoformat(moment).replace(tzinfo=ZONE)


@pytest.mark.parametrize(
    "words", ["", "fri", "tomorrow", "9", "at 25", "13pm", "25:00", "some time 10:00", "x" * 50_000]
)
def test_a_day_alone_is_no_moment(words: str) -> None:
    assert read_moment(words, now=NOW, zone=ZONE) is None


def test_the_hour_is_that_of_the_clients_zone() -> None:
    zurich = ZoneInfo("Europe/Zurich")  # 04:02 there, still the same day
    found = read_moment("10:00", now=NOW, zone=zurich)
    assert found == datetime(2026, 11, 19, 10, 0, tzinfo=zurich)
    assert found.utcoffset() == timedelta(hours=1)


def test_an_hour_that_the_change_of_clocks_skips_moves_on() -> None:
    zurich = ZoneInfo("Europe/Zurich")
    found = read_moment("2027-03-28 02:30", now=NOW, zone=zurich)
    assert found is not None
    assert (found.hour, found.minute) == (3, 30)


@given(st.text(max_size=80))
def test_any_words_at_all(words: str) -> None:
    read_day(words, today=TODAY)
    read_moment(words, now=NOW, zone=ZONE)


_OWN_WORDS = (
    "in next on by at fri monday 1 2 31 99 0 dec feb 2026 10:00 3pm day week months"
    " + / . - : end of"
)
_PIECES = st.sampled_from(_OWN_WORDS.split())


@given(st.lists(_PIECES, max_size=6).map(" ".join))
def test_any_mixture_of_its_own_words(words: str) -> None:
    day = read_day(words, today=TODAY)
    assert day is None or isinstance(day, date)
    moment = read_moment(words, now=NOW, zone=ZONE)
    assert moment is None or moment.utcoffset() is not None


@given(st.dates(date(2026, 11, 20), date(2027, 11, 18)))
def test_a_day_is_read_as_it_is_written(day: date) -> None:
    assert read_day(day.isoformat(), today=TODAY) == day
    assert read_day(f"{day.day} {day:%b}", today=TODAY) == day
    assert read_day(f"{day:%B} {day.day}, {day.year}", today=TODAY) == day


@pytest.mark.parametrize(("number", "day"), [(0, 19), (1, 20), (2, 23), (3, 24), (6, 27), (7, 30)])
def test_working_days(number: int, day: int) -> None:
    assert working_days_on(TODAY, number) == date(2026, 11, day)


def test_the_usual_words_do_not_import_dateparser() -> None:
    code = (
        "import sys; from datetime import date\n"
        "from followup_tui.domain.days.dates import read_day\n"
        "assert read_day('fri', today=date(2026, 11, 19)); assert 'dateparser' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
