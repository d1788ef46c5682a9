"""Which call-backs are told of, and when: at their hour, once, whatever the clock does."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.calling.call_backs import Told
from followup_tui.domain.promise import NextStep, StepKind
from tests.builders import NOW, TODAY, a_client, a_step, days

JANE = a_client()


def step(minutes: float, **fields: object) -> NextStep:
    return a_step(JANE, at=NOW + timedelta(minutes=minutes), **fields)


def later(minutes: float):
    return NOW + timedelta(minutes=minutes)


def test_it_comes_up_at_its_hour_and_once() -> None:
    told = Told().begun([step(28)], NOW)
    assert told.due(later(27)) == ()
    (due,) = told.due(later(28))
    assert due.client_id == JANE.id
    seen = told.saw(JANE.id, later(28))
    assert seen.due(later(29)) == ()
    assert seen.due(later(60 * 24)) == ()


def test_what_had_come_before_the_desk_was_opened_is_on_the_list() -> None:
    told = Told().begun([step(-5), step(5)], NOW)
    assert len(told.due(later(6))) == 1


def test_several_come_up_the_earliest_first_also_after_a_long_sleep() -> None:
    told = Told().begun([step(40), step(20), step(600)], NOW)
    assert [each.at for each in told.due(later(300))] == [later(20), later(40)]


def test_a_clock_that_goes_back_takes_it_back_until_its_hour() -> None:
    told = Told().begun([step(10)], NOW)
    assert told.due(later(11))
    assert not told.due(later(-60))
    assert told.due(later(10))


def test_moved_to_another_hour_it_is_told_of_again() -> None:
    first = step(10)
    told = Told().begun([first], NOW).saw(JANE.id, later(11))
    moved = a_step(JANE, id=first.id, at=later(30))
    told = told.read([moved])
    assert not told.due(later(29))
    assert told.due(later(30))


def test_what_is_done_or_has_no_hour_or_is_no_call_back_is_left_out() -> None:
    steps = [
        step(1, done=TODAY),
        step(1, all_day=True),
        step(1, kind=StepKind.COFFEE),
    ]
    assert Told().begun(steps, NOW).due(NOW + days(1)) == ()


def test_seeing_somebody_before_the_hour_is_not_seeing_the_call_back() -> None:
    told = Told().begun([step(10)], NOW).saw(JANE.id, NOW)
    assert told.due(later(10))


@given(st.lists(st.integers(-500, 500)), st.lists(st.integers(-500, 500), max_size=8))
def test_whatever_the_clock_does_only_what_has_come_is_told_of(hours, looks) -> None:
    told = Told().begun([step(minutes) for minutes in hours], NOW)
    for look in looks:
        due = told.due(later(look))
        assert all(NOW < each.at <= later(look) for each in due)
        assert list(due) == sorted(due, key=lambda each: each.at)
