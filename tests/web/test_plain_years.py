"""Years that are not written, orders that are not said, and what recurs each month."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.web.plain_dates import read_line
from followup_tui.web.plain_order import month_first
from followup_tui.web.plain_repeats import monthly, next_days
from followup_tui.web.plain_years import Heading, heading_of, resolve

TODAY = date(2026, 11, 19)


@pytest.mark.parametrize(
    ("text", "month", "years"),
    [
        ("March 2026", 3, (2026,)),
        ("MÄRZ", 3, ()),
        ("Programm 2026/27", None, (2026, 2027)),
        ("Season 2026 – 2027", None, (2026, 2027)),
        ("Events in 2027", None, (2027,)),
        ("12 March 2026", None, (2026,)),
    ],
)
def test_what_a_heading_says(text: str, month: int | None, years: tuple[int, ...]) -> None:
    assert heading_of(text, "") == Heading(month, years)


@pytest.mark.parametrize("text", ["Events", "Call 2026555", "£2026.50", "Talks and more"])
def test_headings_that_say_nothing(text: str) -> None:
    assert heading_of(text, "en") is None


@pytest.mark.parametrize(
    ("text", "years", "expected"),
    [
        ("3 December", (), date(2026, 12, 3)),
        ("14 January", (), date(2027, 1, 14)),
        ("3 November", (), None),  # just over rather than a year ahead
        ("12 October", (), None),
        ("Thu 3 December", (), date(2026, 12, 3)),
        ("Fri 15 January", (), date(2027, 1, 15)),
        ("Mon 3 December", (), None),  # in no year near
        ("3 December", (2025,), date(2025, 12, 3)),
        ("8 October", (2026, 2027), date(2026, 10, 8)),
        ("14 January", (2026, 2027), date(2027, 1, 14)),
        ("3 December 2028", (), date(2028, 12, 3)),
    ],
)
def test_the_year_that_is_meant(text: str, years: tuple[int, ...], expected: date | None) -> None:
    (span,) = read_line(text, language="en").spans
    days = resolve(span, Heading(None, years) if years else None, TODAY)
    assert (days.first if days else None) == expected


def test_a_weekday_that_contradicts_the_year_is_no_sure_date() -> None:
    (span,) = read_line("Mon 3 December 2026", language="en").spans
    days = resolve(span, None, TODAY)
    assert days is not None
    assert not days.sure


@given(st.dates(TODAY + timedelta(days=1), TODAY + timedelta(days=280)))
def test_a_weekday_names_the_year_of_any_day_ahead(day: date) -> None:
    (span,) = read_line(f"{day:%A} {day.day} {day:%B}", language="en").spans
    days = resolve(span, None, TODAY)
    assert days is not None
    assert days.first == day
    assert days.checked


@pytest.mark.parametrize(
    ("language", "url", "texts", "expected"),
    [
        ("de", "https://x.example/", [], False),
        ("en-GB", "https://x.example/", [], False),
        ("en-US", "https://x.example/", [], True),
        ("en", "https://x.example.au/", [], False),
        ("en", "https://x.example.gov/", [], True),
        ("en", "https://x.example/", ["Call (312) 555-0142"], True),
        ("en", "https://x.example/", ["Call +44 20 5550 0142"], False),
        ("en-US", "https://x.example/", ["from 25/12/2026"], False),
        ("en-GB", "https://x.example/", ["from 12/25/2026"], True),
        ("en", "https://x.example/", [], None),
        ("", "https://x.example/", [], None),
    ],
)
def test_the_order_of_day_and_month(
    language: str, url: str, texts: list[str], expected: bool | None
) -> None:
    assert month_first(texts, language=language, url=url) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We meet every last Wednesday of the month at 6:30 pm", date(2026, 11, 25)),
        ("Jeden ersten Dienstag im Monat, 19 Uhr", date(2026, 12, 1)),
        ("First Thursday monthly", date(2026, 12, 3)),
        ("le premier mardi du mois", date(2026, 12, 1)),
        ("ogni ultimo venerdì del mese", date(2026, 11, 27)),
        ("elke eerste dinsdag van de maand", date(2026, 12, 1)),
        ("1st and 3rd Tuesday of each month", date(2026, 12, 1)),
        ("every fourth Thursday of the month", date(2026, 11, 26)),
    ],
)
def test_what_recurs(text: str, expected: date) -> None:
    rule = monthly(text)
    assert rule is not None
    assert next_days(rule, TODAY)[0] == expected


@pytest.mark.parametrize(
    "text", ["the first Monday in October", "every Tuesday", "last month", "last Wednesday we met"]
)
def test_what_does_not_recur_monthly(text: str) -> None:
    assert monthly(text) is None


@given(st.dates(date(2024, 1, 1), date(2035, 12, 31)))
def test_the_last_weekday_is_in_the_last_week(today: date) -> None:
    rule = monthly("every last Friday of the month")
    assert rule is not None
    for day in next_days(rule, today):
        assert day >= today
        assert day.weekday() == 4
        assert (day + timedelta(days=7)).month != day.month
