"""The coffees of a draw: on which day, who was asked, what became of them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.course import CoffeeEnd, Draw, Pick
from followup_tui.domain.courses.coffees import coffee_day, invited, reopened, settled
from followup_tui.domain.record import Invalid, new_id
from tests.builders import NOW, TODAY, days


def a_draw(*picks: Pick) -> Draw:
    return Draw(id=new_id(NOW), created=NOW, course_id="c", seed=1, coffee_day=TODAY, picks=picks)


ANN, BEN = Pick(client_id="one", name="Ann"), Pick(client_id="one", name="Ben")
CLEO = Pick(client_id="two", name="Cleo")


@pytest.mark.parametrize(
    ("ended", "off", "expected"),
    [
        (date(2026, 11, 5), (), date(2026, 11, 19)),
        (date(2026, 11, 7), (), date(2026, 11, 20)),  # a Saturday: the Friday before
        (date(2026, 11, 8), (), date(2026, 11, 23)),  # a Sunday: the Monday after
        (date(2026, 11, 5), (date(2026, 11, 19),), date(2026, 11, 20)),
        (date(2026, 11, 7), (date(2026, 11, 20),), date(2026, 11, 23)),
        (date(2026, 12, 11), (date(2026, 12, 25), date(2026, 12, 28)), date(2026, 12, 29)),
    ],
)
def test_two_weeks_later_on_a_working_day(
    ended: date, off: tuple[date, ...], expected: date
) -> None:
    assert coffee_day(ended, days_off=off) == expected


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.sets(st.integers(10, 20), max_size=4))
def test_never_on_a_day_off(ended: date, off: set[int]) -> None:
    days_off = {ended + days(each) for each in off}
    found = coffee_day(ended, days_off=days_off)
    assert found.weekday() < 5
    assert found not in days_off
    assert 13 <= (found - ended).days <= 22


def test_the_one_who_is_named_is_meant() -> None:
    after = invited(a_draw(ANN, BEN, CLEO), "one", TODAY, person="ben")
    assert [pick.invited for pick in after.picks] == [None, TODAY, None]


def test_the_only_open_coffee_of_a_client_needs_no_name() -> None:
    after = settled(a_draw(ANN, CLEO), "two", CoffeeEnd.HAD, TODAY, person="somebody else")
    assert [(pick.settled, pick.end, pick.ended) for pick in after.picks] == [
        (False, None, None),
        (True, CoffeeEnd.HAD, TODAY),
    ]


def test_where_it_is_not_clear_nothing_is_changed() -> None:
    before = a_draw(ANN, BEN)
    assert settled(before, "one", CoffeeEnd.HAD, TODAY) == before
    assert invited(before, "", TODAY) == before


def test_what_was_settled_by_mistake_opens_again() -> None:
    before = a_draw(ANN, CLEO)
    declined = settled(before, "two", CoffeeEnd.DECLINED, TODAY, why="no time")
    assert declined.picks[1].why == "no time"
    assert reopened(declined, "two") == before
    with pytest.raises(Invalid, match="no coffee that was settled"):
        reopened(before, "two")


def test_who_is_replaced_stays_settled() -> None:
    gone = settled(a_draw(CLEO), "two", CoffeeEnd.MISSED, TODAY)
    stands_in = Pick(client_id="three", name="Dan", replaces="Cleo")
    with pytest.raises(Invalid, match="replaced already"):
        reopened(a_draw(*gone.picks, stands_in), "two")
