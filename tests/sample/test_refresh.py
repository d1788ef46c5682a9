"""Dating anew: what was left alone moves to today, what the user did stays."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from followup_tui.domain.client import Client
from followup_tui.domain.course import Course, Draw
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.promise import Promise
from followup_tui.domain.record import Record
from followup_tui.domain.value_add import ValueAdd
from followup_tui.sample.opening import sample_texts
from followup_tui.sample.refresh import digests, redate
from followup_tui.sample.seed import seed
from tests.builders import a_client, an_interaction

ZONE = ZoneInfo("Europe/London")
DAY = date(2026, 11, 19)
LATER = DAY + timedelta(days=23)
TEXTS = sample_texts()
FIRST = seed(TEXTS, day=DAY, zone=ZONE)
FRESH = seed(TEXTS, day=LATER, zone=ZONE)
MEMORY = digests(FIRST)


def after(stored: tuple[Record, ...], put: tuple[Record, ...]) -> dict[str, Record]:
    return {record.id: record for record in (*stored, *put)}


def client_called(name: str) -> Client:
    return next(r for r in FIRST if isinstance(r, Client) and r.name == name)


def test_untouched_everything_is_as_if_seeded_today() -> None:
    put, memory = redate(FIRST, FRESH, MEMORY)
    assert after(FIRST, put) == {record.id: record for record in FRESH}
    assert memory == digests(FRESH)


def test_the_same_day_writes_nothing() -> None:
    assert redate(FIRST, FIRST, MEMORY) == ((), MEMORY)


def test_an_empty_desk_gets_everything() -> None:
    put, memory = redate((), FRESH, {})
    assert put == FRESH
    assert memory == digests(FRESH)


def test_a_client_who_was_called_stays_whole_as_it_is() -> None:
    northwind = client_called("Northwind Traders")
    call = an_interaction(northwind, day=DAY)
    stored = (*FIRST, call)
    put, memory = redate(stored, FRESH, MEMORY)
    assert not [r for r in put if getattr(r, "client_id", r.id) == northwind.id]
    others = {r.id for r in FRESH if isinstance(r, Client)} - {northwind.id}
    assert {r.id for r in put if isinstance(r, Client)} == others
    # and it stays so, however often the sample desk is opened again
    now = tuple(after(stored, put).values())
    again, _ = redate(now, seed(TEXTS, day=LATER + timedelta(days=9), zone=ZONE), memory)
    assert not [r for r in again if getattr(r, "client_id", r.id) == northwind.id]


def test_a_record_that_was_changed_stays() -> None:
    promise = next(r for r in FIRST if isinstance(r, Promise) and r.text == "the pricing link")
    mine = replace(promise, text="the pricing link, and the terms")
    stored = tuple(mine if r is promise else r for r in FIRST)
    put, _ = redate(stored, FRESH, MEMORY)
    assert after(stored, put)[promise.id] == mine


def test_a_record_that_was_removed_does_not_come_back() -> None:
    value_add = next(r for r in FIRST if isinstance(r, ValueAdd) and r.starts)
    stored = tuple(r for r in FIRST if r is not value_add)
    put, _ = redate(stored, FRESH, MEMORY)
    assert value_add.id not in {r.id for r in put}


def test_a_client_of_the_user_is_left_alone() -> None:
    mine = a_client("Mine Ltd")
    put, _ = redate((*FIRST, mine), FRESH, MEMORY)
    assert mine.id not in {r.id for r in put}
    assert len([r for r in put if isinstance(r, Client)]) == 16


def test_a_course_and_its_draw_move_together() -> None:
    drawn = next(r for r in FIRST if isinstance(r, Draw) and r.open_picks)
    mine = replace(drawn, picks=(replace(drawn.picks[0], settled=True), *drawn.picks[1:]))
    put, _ = redate(tuple(mine if r is drawn else r for r in FIRST), FRESH, MEMORY)
    touched = {drawn.id, drawn.course_id}
    assert not [r for r in put if isinstance(r, Course | Draw) and r.id in touched]


@settings(max_examples=40)
@given(st.sets(st.sampled_from(range(len(FIRST)))), st.integers(-400, 400))
def test_nothing_of_the_users_is_ever_overwritten(touched: set[int], days: int) -> None:
    stored = tuple(
        replace(record, created=record.created + timedelta(seconds=1)) if n in touched else record
        for n, record in enumerate(FIRST)
    )
    put, _ = redate(stored, seed(TEXTS, day=DAY + timedelta(days=days), zone=ZONE), MEMORY)
    mine = {stored[n].id for n in touched}
    assert not mine & {record.id for record in put}


def test_history_stays_as_far_away_as_it_was() -> None:
    put, _ = redate(FIRST, FRESH, MEMORY)
    there = after(FIRST, put)
    moved = [
        (there[r.id].at.date() - r.at.date()).days  # type: ignore[attr-defined]
        for r in FIRST
        if isinstance(r, Interaction)
    ]
    assert all(abs(days - 23) <= 2 for days in moved)
