"""Days on which a client is left in peace: as they are typed, told, and put into the list."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.client import QuietPeriod
from followup_tui.domain.due import quiet_days, quiet_reading
from followup_tui.domain.record import Invalid
from tests.builders import TODAY, days


def period(first: str, last: str, why: str = "") -> QuietPeriod:
    return QuietPeriod(first=date.fromisoformat(first), last=date.fromisoformat(last), why=why)


@pytest.mark.parametrize(
    ("typed", "first", "last", "why"),
    [
        ("1 Aug to 31 Aug: summer holiday", "2027-08-01", "2027-08-31", "summer holiday"),
        ("24 Dec - 6 Jan", "2026-12-24", "2027-01-06", ""),
        ("24 Dec \u2013 6 Jan", "2026-12-24", "2027-01-06", ""),
        ("from 24 Dec until 6 Jan: closed", "2026-12-24", "2027-01-06", "closed"),
        ("August", "2027-08-01", "2027-08-31", ""),
        ("not in August", "2027-08-01", "2027-08-31", ""),
        ("in november: the release", "2026-11-01", "2026-11-30", "the release"),
        ("Feb 2028", "2028-02-01", "2028-02-29", ""),
        ("until 6 Jan", "2026-11-19", "2027-01-06", ""),
        ("not before 1 March", "2026-11-19", "2027-02-28", ""),
        ("before 1 March: busy", "2026-11-19", "2027-02-28", "busy"),
        ("24 Dec", "2026-12-24", "2026-12-24", ""),
        ("today to fri", "2026-11-19", "2026-11-20", ""),
        ("2026-11-01 to 2026-12-31", "2026-11-01", "2026-12-31", ""),
    ],
)
def test_as_people_write_it(typed, first, last, why):
    assert quiet_reading.read(typed, today=TODAY) == (period(first, last, why),)


def test_several_stand_on_lines_or_between_semicolons():
    read = quiet_reading.read("August; 24 Dec to 6 Jan\n\nAugust: away", today=TODAY)
    assert read == (
        period("2026-12-24", "2027-01-06"),
        period("2027-08-01", "2027-08-31", "away"),
    )


@pytest.mark.parametrize(
    "typed", ["someday", "1 Aug to", "31 Feb", "not before", "2026-12-31 to 2026-12-01", ": why"]
)
def test_what_names_no_days_is_refused_with_a_sentence(typed):
    with pytest.raises(Invalid) as problem:
        quiet_reading.read(typed, today=TODAY)
    assert problem.value.field == "quiet"
    assert "understood" in problem.value.message or "before it begins" in problem.value.message


_PERIODS = st.lists(
    st.builds(
        lambda first, length, why: QuietPeriod(first=first, last=first + days(length), why=why),
        st.dates(date(2020, 1, 1), date(2035, 1, 1)),
        st.integers(0, 400),
        st.sampled_from(["", "summer holiday", "the release: all hands", "closed, as ever"]),
    ),
    max_size=4,
    unique_by=lambda each: (each.first, each.last),
)


@given(_PERIODS)
def test_what_is_shown_is_read_as_it_was(periods):
    there = tuple(sorted(periods, key=lambda each: (each.first, each.last)))
    assert quiet_reading.read(quiet_days.typed_of(there), today=TODAY) == there


def test_those_around_a_day_are_taken_back():
    periods = (period("2026-11-01", "2026-11-30"), period("2026-12-24", "2027-01-06"))
    assert quiet_days.without(periods, TODAY) == periods[1:]
    assert quiet_days.without(periods, date(2026, 12, 1)) == periods


def test_in_words():
    assert quiet_days.in_words(period("2026-11-01", "2026-11-30", "release"), TODAY) == (
        "in peace up to Mon 30: release"
    )
    ahead = quiet_days.in_words(period("2027-01-04", "2027-01-29"), TODAY)
    assert ahead == "in peace from 4 Jan up to 29 Jan"
    assert "over" in quiet_days.in_words(period("2026-11-01", "2026-11-12"), TODAY)
