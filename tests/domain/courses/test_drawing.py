"""The draw: the same seed picks the same people, and nobody is left out without a reason."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace as with_fields

from followup_tui.domain.course import Attendance, Attendee, CoffeeEnd, Course, Draw
from followup_tui.domain.courses.drawing import (
    WhyNot,
    comes_out_again,
    draw,
    nothing_against,
    order_of,
    replace,
    shuffled,
    stand_ins,
)
from followup_tui.domain.record import Invalid, new_id
from tests.builders import NOW, TODAY, days


def a_course(*attendees: Attendee, **fields: object) -> Course:
    return Course(
        id=new_id(NOW),
        created=NOW,
        title="Azure course",
        first_day=TODAY - days(2),
        last_day=TODAY,
        attendees=attendees,
        **fields,  # type: ignore[arg-type]
    )


def people(number: int) -> tuple[Attendee, ...]:
    return tuple(Attendee(name=f"P{n:02}", client_id=f"c{n:02}") for n in range(number))


def drawn(
    course: Course, seed: int = 7, number: int = 0, why_not: WhyNot = nothing_against
) -> Draw:
    return draw(course, seed=seed, number=number, why_not=why_not, now=NOW)


def test_a_draw_can_be_repeated() -> None:
    course = a_course(*people(12))
    first, second = drawn(course), drawn(course)
    assert first.picks == second.picks
    assert (len(first.picks), first.number) == (5, 5)
    assert first.coffee_day == TODAY + timedelta(days=14)
    assert (first.seed, first.pool) == (7, tuple(f"P{n:02}" for n in range(12)))
    assert comes_out_again(first)
    assert order_of(first)[:5] == tuple(pick.name for pick in first.picks)


def test_the_order_for_a_seed_never_changes() -> None:
    """A draw on record is repeated with a later version too: this list must stay as it is."""
    assert shuffled(8, 2026) == [2, 1, 5, 7, 4, 6, 3, 0]


def test_how_the_list_was_ordered_or_linked_changes_nothing() -> None:
    attendees = people(12)
    linked = tuple(with_fields(each, client_id=f"x{at}") for at, each in enumerate(attendees))
    names = [pick.name for pick in drawn(a_course(*attendees)).picks]
    assert names == [pick.name for pick in drawn(a_course(*reversed(linked))).picks]


def test_the_course_says_how_many_unless_somebody_does() -> None:
    course = a_course(*people(12), coffees=3)
    assert len(drawn(course).picks) == 3
    assert len(drawn(course, number=4).picks) == 4


def test_who_is_left_out_is_told_why() -> None:
    course = a_course(
        Attendee(name="Ann", attendance=Attendance.REFUNDED),
        Attendee(name="Ben", attendance=Attendance.ABSENT),
        Attendee(name="Cleo", attendance=Attendance.OPTED_OUT),
        Attendee(name="Dan", client_id="d"),
        Attendee(name="Eve", email="eve@two.example"),
        Attendee(name="Eve again", email="EVE@two.example"),
    )
    found = drawn(course, why_not=lambda one: "was called last Tue" if one.client_id == "d" else "")
    assert [(each.name, each.why) for each in found.left_out] == [
        ("Ann", "was refunded"),
        ("Ben", "did not attend"),
        ("Cleo", "opted out"),
        ("Dan", "was called last Tue"),
        ("Eve again", "is on the list twice"),
    ]
    assert found.pool == ("Eve",)
    assert [pick.name for pick in found.picks] == ["Eve"]


def test_two_from_one_company_are_two() -> None:
    course = a_course(Attendee(name="Ann", client_id="c"), Attendee(name="Ben", client_id="c"))
    assert drawn(course).pool == ("Ann", "Ben")


def test_one_booking_that_was_refunded_does_not_spoil_the_other() -> None:
    course = a_course(
        Attendee(name="Ann", email="ann@one.example", attendance=Attendance.REFUNDED),
        Attendee(name="Ann", email="ann@one.example"),
    )
    found = drawn(course)
    assert found.pool == ("Ann",)
    assert [each.why for each in found.left_out] == ["was refunded"]


@pytest.mark.parametrize("number", [-1, 51])
def test_a_number_that_is_none_is_refused(number: int) -> None:
    with pytest.raises(Invalid, match="between 1 and 50"):
        drawn(a_course(*people(3)), number=number)


@given(st.integers(0, 30), st.integers(), st.integers(1, 8))
def test_nobody_is_drawn_twice_and_nobody_forgotten(size: int, seed: int, number: int) -> None:
    course = a_course(*people(size))
    found = drawn(course, seed, number)
    names = [pick.name for pick in found.picks]
    assert len(names) == len(set(names)) == min(size, number)
    assert len(found.pool) + len(found.left_out) == size
    assert set(names) <= set(found.pool)
    assert comes_out_again(found)


def test_over_many_seeds_each_has_the_same_chance() -> None:
    counts = [0] * 10
    for seed in range(4_000):
        counts[shuffled(10, seed)[0]] += 1
    assert max(counts) - min(counts) < 120  # 400 expected, a standard deviation of 19


def test_a_stand_in_is_the_next_of_the_same_draw() -> None:
    course = a_course(*people(8))
    found = drawn(course, number=3)
    gone = found.picks[1]
    assert [each.name for each in stand_ins(found, course)] == list(order_of(found)[3:])
    after = replace(found, gone, course=course, why="is in Lima", day=TODAY)
    order = [course.attendees[n].name for n in shuffled(8, 7)]
    assert [pick.name for pick in after.picks] == order[:4]
    assert after.picks[3].replaces == gone.name
    assert [pick.settled for pick in after.picks] == [False, True, False, False]
    assert (after.picks[1].end, after.picks[1].why) == (CoffeeEnd.MISSED, "is in Lima")
    assert after.id == found.id
    assert comes_out_again(after)


def test_a_stand_in_is_not_to_be_left_alone_either() -> None:
    course = a_course(*people(8))
    found = drawn(course, number=3)
    fourth, fifth = (course.attendees[n] for n in shuffled(8, 7)[3:5])
    after = replace(
        found,
        found.picks[0],
        course=course,
        why_not=lambda one: "was called" if one.name == fourth.name else "",
        day=TODAY,
    )
    assert after.picks[-1].name == fifth.name


def test_who_opted_out_since_does_not_stand_in() -> None:
    course = a_course(*people(8))
    found = drawn(course, number=3)
    fourth, fifth = shuffled(8, 7)[3:5]
    attendees = list(course.attendees)
    attendees[fourth] = with_fields(attendees[fourth], attendance=Attendance.OPTED_OUT)
    changed = with_fields(course, attendees=tuple(attendees))
    after = replace(found, found.picks[0], course=changed, day=TODAY)
    assert after.picks[-1].name == attendees[fifth].name


def test_nobody_stands_in_twice_for_who_was_not_drawn_or_when_the_pool_is_empty() -> None:
    course = a_course(*people(4))
    found = drawn(course, number=3)
    first = found.picks[0]
    with pytest.raises(Invalid, match="not drawn"):
        replace(found, with_fields(first, name="Zoe"), course=course, day=TODAY)
    after = replace(found, first, course=course, day=TODAY)
    with pytest.raises(Invalid, match="replaced already"):
        replace(after, after.picks[0], course=course, day=TODAY)
    with pytest.raises(Invalid, match="nobody left"):
        replace(after, after.picks[1], course=course, day=TODAY)


def test_two_of_the_same_name_are_two() -> None:
    course = a_course(
        Attendee(name="Jo", client_id="j1", email="jo@one.example"),
        Attendee(name="Jo", client_id="j2", email="jo@two.example"),
    )
    found = drawn(course, number=1)
    after = replace(found, found.picks[0], course=course, day=TODAY)
    assert {pick.client_id for pick in after.picks} == {"j1", "j2"}
