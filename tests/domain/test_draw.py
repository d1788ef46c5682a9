"""The draw: the same seed picks the same people, and nobody is left out without a reason."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.course import Attendance, Attendee, Course, Draw
from followup_tui.domain.draw import draw, replace, shuffled
from followup_tui.domain.record import Invalid, new_id
from tests.builders import NOW, TODAY, days


def a_course(*attendees: Attendee) -> Course:
    return Course(
        id=new_id(NOW),
        created=NOW,
        title="Azure course",
        first_day=TODAY - days(2),
        last_day=TODAY,
        attendees=attendees,
    )


def people(number: int) -> tuple[Attendee, ...]:
    return tuple(Attendee(name=f"P{n:02}", client_id=f"c{n:02}") for n in range(number))


def drawn(course: Course, seed: int = 7, **fields: object) -> Draw:
    lately = fields.pop("called_lately", ())
    assert isinstance(lately, (tuple, set))
    return draw(course, seed=seed, called_lately=lately, now=NOW, **fields)  # type: ignore[arg-type]


def test_a_draw_can_be_repeated() -> None:
    course = a_course(*people(12))
    first, second = drawn(course), drawn(course)
    assert first.picks == second.picks
    assert len(first.picks) == 5
    assert first.coffee_day == TODAY + timedelta(days=14)
    assert (first.seed, first.pool) == (7, tuple(f"P{n:02}" for n in range(12)))


def test_the_order_for_a_seed_never_changes() -> None:
    """A draw on record is repeated with a later version too: this list must stay as it is."""
    assert shuffled(8, 2026) == [2, 1, 5, 7, 4, 6, 3, 0]


def test_how_the_list_was_ordered_changes_nothing() -> None:
    attendees = people(12)
    assert drawn(a_course(*attendees)).picks == drawn(a_course(*reversed(attendees))).picks


def test_who_is_left_out_is_told_why() -> None:
    course = a_course(
        Attendee(name="Ann", attendance=Attendance.REFUNDED),
        Attendee(name="Ben", attendance=Attendance.ABSENT),
        Attendee(name="Cleo", attendance=Attendance.OPTED_OUT),
        Attendee(name="Dan", client_id="d"),
        Attendee(name="Eve", client_id="e"),
        Attendee(name="Eve again", client_id="e"),
    )
    found = drawn(course, called_lately={"d"})
    assert [(each.name, each.why) for each in found.left_out] == [
        ("Ann", "was refunded"),
        ("Ben", "did not attend"),
        ("Cleo", "opted out"),
        ("Dan", "was called in the last weeks"),
        ("Eve again", "is on the list twice"),
    ]
    assert found.pool == ("Eve",)
    assert [pick.name for pick in found.picks] == ["Eve"]


def test_a_number_below_one_is_refused() -> None:
    with pytest.raises(Invalid, match="at least one"):
        drawn(a_course(*people(3)), number=0)


@given(st.integers(0, 30), st.integers(), st.integers(1, 8))
def test_nobody_is_drawn_twice_and_nobody_forgotten(size: int, seed: int, number: int) -> None:
    course = a_course(*people(size))
    found = drawn(course, seed, number=number)
    names = [pick.name for pick in found.picks]
    assert len(names) == len(set(names)) == min(size, number)
    assert len(found.pool) + len(found.left_out) == size
    assert set(names) <= set(found.pool)


def test_over_many_seeds_each_has_the_same_chance() -> None:
    counts = [0] * 10
    for seed in range(4_000):
        counts[shuffled(10, seed)[0]] += 1
    assert max(counts) - min(counts) < 120  # 400 expected, a standard deviation of 19


def test_a_stand_in_is_the_next_of_the_same_draw() -> None:
    course = a_course(*people(8))
    found = drawn(course, number=3)
    gone = found.picks[1]
    after = replace(found, gone.client_id, course=course)
    order = [course.attendees[n].name for n in shuffled(8, 7)]
    assert [pick.name for pick in after.picks] == order[:4]
    assert after.picks[3].replaces == gone.name
    assert [pick.settled for pick in after.picks] == [False, True, False, False]
    assert after.id == found.id


def test_a_stand_in_was_not_called_lately_either() -> None:
    course = a_course(*people(8))
    found = drawn(course, number=3)
    fourth, fifth = (course.attendees[n] for n in shuffled(8, 7)[3:5])
    after = replace(
        found, found.picks[0].client_id, course=course, called_lately={fourth.client_id}
    )
    assert after.picks[-1].name == fifth.name


def test_nobody_stands_in_for_who_was_not_drawn_or_when_the_pool_is_empty() -> None:
    course = a_course(*people(3))
    found = drawn(course, number=3)
    with pytest.raises(Invalid, match="nobody left"):
        replace(found, found.picks[0].client_id, course=course)
    with pytest.raises(Invalid, match="not drawn"):
        replace(found, "somebody else", course=course)


def test_two_of_the_same_name_are_two() -> None:
    course = a_course(
        Attendee(name="Jo", client_id="j1", email="jo@one.example"),
        Attendee(name="Jo", client_id="j2", email="jo@two.example"),
    )
    found = drawn(course, number=1)
    after = replace(found, found.picks[0].client_id, course=course)
    assert {pick.client_id for pick in after.picks} == {"j1", "j2"}
