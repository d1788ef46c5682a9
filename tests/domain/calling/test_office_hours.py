"""Office hours as they are written, and where somebody is at a moment."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from types import SimpleNamespace
from typing import cast
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.calling.countries import country_name, country_of, subdivision_of
from followup_tui.domain.calling.office_hours import OfficeHours, read, read_days_off
from followup_tui.domain.calling.public_holidays import public_holidays
from followup_tui.domain.calling.whereabouts import Whereabouts, whereabouts
from followup_tui.domain.client import Client, Person
from followup_tui.domain.record import Invalid
from tests.builders import NOW, ZONE, a_client

SYDNEY = Whereabouts(
    zone=ZONE,
    city="Sydney",
    country="AU",
    country_name="Australia",
    holidays=((date(2027, 1, 26), "Australia Day"),),
)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Mon-Fri 09:00-17:00", OfficeHours()),
        ("09:00-17:00", OfficeHours()),
        ("mon – thu 8:30 - 17:00", OfficeHours(time(8, 30), time(17), frozenset({0, 1, 2, 3}))),
        ("Sun-Thu 09:00-17:00", OfficeHours(days=frozenset({6, 0, 1, 2, 3}))),
        ("Monday,Wed,Fri 10:00-14:00", OfficeHours(time(10), time(14), frozenset({0, 2, 4}))),
        ("Sat 09:00-12:00", OfficeHours(closes=time(12), days=frozenset({5}))),
    ],
)
def test_hours_are_read_as_people_write_them(text: str, hours: OfficeHours) -> None:
    assert read("calling.hours", text) == hours


@pytest.mark.parametrize(
    "text",
    ["", "9-5", "Mon-Fri", "Mon-Fri 17:00-09:00", "09:00-09:00", "Foo 09:00-17:00", "25:00-26:00"],
)
def test_what_cannot_be_hours_is_said(text: str) -> None:
    with pytest.raises(Invalid) as problem:
        read("calling.hours", text)
    assert problem.value.field == "calling.hours"


@given(st.text(max_size=40))
def test_any_text_is_hours_or_invalid(text: str) -> None:
    try:
        hours = read("calling.hours", text)
    except Invalid:
        return
    assert hours.opens < hours.closes
    assert hours.days


@pytest.mark.parametrize(
    ("local", "warning"),
    [
        ("2026-11-19T09:00", ""),
        ("2026-11-19T16:59", ""),
        ("2026-11-19T17:00", "out of office hours"),
        ("2026-11-19T22:40", "out of office hours"),
        ("2026-11-21T11:00", "weekend"),
        ("2027-01-26T11:00", "public holiday in Australia: Australia Day"),
    ],
)
def test_what_is_against_calling_is_said(local: str, warning: str) -> None:
    moment = datetime.fromisoformat(local).replace(tzinfo=ZONE)
    assert SYDNEY.warning(moment) == warning
    assert SYDNEY.is_open(moment) == (not warning)


def test_a_day_off_in_the_week_is_no_weekend() -> None:
    where = Whereabouts(zone=ZONE, hours=OfficeHours(days=frozenset({0, 1, 2, 3})))
    assert where.warning(datetime(2026, 11, 20, 11, tzinfo=ZONE)) == "not a working day"


def test_an_unknown_time_zone_is_said_and_the_own_time_used() -> None:
    client = SimpleNamespace(zone="Mars/Base")  # as of a machine with a newer database
    where = whereabouts(cast(Client, client), own=ZONE, hours=OfficeHours())
    assert where.zone is ZONE
    assert "Mars/Base" in where.doubt
    assert where.clock_words(NOW, city=True) == "your time 14:02"


def test_the_clock_says_the_day_where_it_is_another() -> None:
    where = whereabouts(a_client(zone="America/Los_Angeles"), own=ZONE, hours=OfficeHours())
    assert where.clock_words(NOW, city=True) == "their time Wed 19:02 · Los Angeles"
    assert where.warning(NOW) == "out of office hours"


@pytest.mark.parametrize(
    ("fields", "country"),
    [
        ({"zone": "Australia/Sydney"}, "AU"),
        ({"zone": "Europe/Zurich", "website": "https://firm.example.de"}, "CH"),
        ({"people": (Person(name="A", phones=("+44 20 7946 0000",)),)}, "GB"),
        ({"people": (Person(name="A", phones=("+61 2 5550 0142",)),)}, "AU"),
        ({"people": (Person(name="A", phones=("020 7946 0000",)),)}, ""),
        ({"website": "https://firm.co.uk"}, "GB"),
        ({"website": "https://firm.fr/kontakt"}, "FR"),
        ({"website": "https://firm.io"}, ""),
        ({"website": "https://firm.example"}, ""),
        ({}, ""),
    ],
)
def test_the_country_follows_from_what_is_known(fields: dict[str, object], country: str) -> None:
    assert country_of(a_client(**fields)) == country


def test_countries_are_named_as_in_a_sentence() -> None:
    assert country_name("AU") == "Australia"
    assert country_name("GB") == "the United Kingdom"
    assert country_name("XX") == "XX"
    assert subdivision_of("Australia/Melbourne") == "VIC"
    assert subdivision_of("America/Toronto") == ""


def test_public_holidays_are_known_by_country_and_part() -> None:
    everywhere = dict(public_holidays("AU", "", 2026, 2026))
    assert everywhere[date(2026, 1, 26)] == "Australia Day"
    assert date(2026, 11, 3) not in everywhere
    assert "Cup" in dict(public_holidays("AU", "VIC", 2026, 2026))[date(2026, 11, 3)]
    assert dict(public_holidays("DE", "", 2026, 2026))[date(2026, 1, 1)] == "New Year's Day"
    assert public_holidays("XX", "", 2026, 2026) == ()
    assert public_holidays("AU", "no such part", 2026, 2026) == tuple(everywhere.items())


@given(
    st.integers(0, 15 * 366 * 96),
    st.sampled_from(["UTC", "Asia/Kolkata", "America/Sao_Paulo"]),
)
def test_an_open_office_has_nothing_against_calling(quarters: int, zone: str) -> None:
    where = Whereabouts(zone=ZoneInfo(zone))
    at = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=15 * quarters)
    assert where.is_open(at) == (where.warning(at) == "")
    assert not where.is_open(at) or not where.is_off(where.local(at).date())
    assert where.local(at) - at == timedelta()


@pytest.mark.parametrize(
    ("text", "number"),
    [("2026-12-24 to 2027-01-03", 11), ("2026-12-24 - 2026-12-24", 1), ("2026-12-01", 1)],
)
def test_days_off_are_read(text: str, number: int) -> None:
    days = read_days_off("day.off", text)
    assert len(days) == number
    assert days == tuple(sorted(set(days)))
    assert f"{days[0]}" == text[:10]


@pytest.mark.parametrize(
    "text", ["", "Christmas", "2026-12-24 to 2026-12-01", "2026-02-30", "2026-01-01 to 2028-01-01"]
)
def test_days_off_that_cannot_be(text: str) -> None:
    with pytest.raises(Invalid) as raised:
        read_days_off("day.off", text)
    assert raised.value.field == "day.off"
