"""The first calls of a large import: working days, so many a day, and none forgotten."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from followup_tui.domain.client import Origin, OriginKind
from followup_tui.domain.due.cadence import import_turns
from followup_tui.domain.due.call_list import QueueRules
from followup_tui.domain.due.ways import Ways
from followup_tui.domain.importing.spread import LONGEST, spread
from followup_tui.domain.record import Invalid
from tests.builders import NOW, a_client
from tests.fakes import shipped_playbooks

FRIDAY = date(2026, 11, 20)


@given(clients=st.integers(1, 3_000), a_day=st.integers(1, 60), capacity=st.integers(1, 60))
def test_everybody_has_a_working_day(clients: int, a_day: int, capacity: int) -> None:
    found = spread(clients, capacity=capacity, first=FRIDAY, a_day=a_day)
    assert found is not None
    days = found.days()
    assert len(days) == clients
    assert list(days) == sorted(days)
    assert max(Counter(days).values()) <= a_day
    assert all(day.weekday() < 5 for day in days)
    assert found.last == days[-1]


def test_by_itself_it_is_half_of_a_day_and_more_where_it_would_take_too_long() -> None:
    assert spread(6, capacity=12, first=FRIDAY) is None
    few, many = (spread(n, capacity=12, first=FRIDAY) for n in (7, 10_000))
    assert few is not None
    assert many is not None
    assert few.a_day == 6
    assert few.last == date(2026, 11, 23)
    assert many.a_day * LONGEST >= 10_000


@pytest.mark.parametrize("a_day", [-1, 1_001])
def test_what_no_day_has_is_a_sentence(a_day: int) -> None:
    with pytest.raises(Invalid, match="between 1 and"):
        spread(10, capacity=12, first=FRIDAY, a_day=a_day)


def test_the_call_list_keeps_to_the_day_that_was_given() -> None:
    turn = date(2026, 12, 1)
    origin = Origin(kind=OriginKind.IMPORT, detail="c.csv")
    given = a_client("A", created=NOW, origin=replace(origin, turn=turn))
    others = [a_client(f"B{n}", created=NOW, origin=origin) for n in range(3)]
    ways = Ways.at(NOW, playbooks=shipped_playbooks(), rules=QueueRules(capacity=2))
    turns = import_turns([given, *others], ways)
    assert turns[given.id] == turn
    assert len({turns[each.id] for each in others}) == 3
