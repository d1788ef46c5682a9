"""What fits a client: never twice, never over, and for a reason that is shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.interaction import NoteLine
from followup_tui.domain.matching import rank
from followup_tui.domain.stems import stem
from followup_tui.domain.record import new_id
from followup_tui.domain.value_add import Offer, OfferState, ValueAdd
from followup_tui.domain.views import Suggestion
from tests.builders import NOW, a_client, a_project, a_value_add, an_interaction, days

CLIENT = a_client(interests=("Azure costs",), likes=("the monthly reports",), tags=("retail",))


def an_offer(value_add: ValueAdd, state: OfferState, client_id: str = CLIENT.id) -> Offer:
    return Offer(
        id=new_id(NOW),
        created=NOW,
        at=NOW,
        client_id=client_id,
        value_add_id=value_add.id,
        state=state,
    )


def ranked(*value_adds: ValueAdd, offers: tuple[Offer, ...] = ()) -> tuple[Suggestion, ...]:
    return rank(value_adds, offers, client=CLIENT, projects=(), interactions=(), now=NOW)


def titles(found: tuple[Suggestion, ...]) -> list[str]:
    return [each.value_add.title for each in found]


def test_the_reason_is_the_words_in_common() -> None:
    (found,) = ranked(a_value_add("Keeping costs down", topics=("Azure",)))
    assert found.because == "Azure, costs"
    assert not found.chosen


def test_nothing_in_common_is_said_by_saying_nothing() -> None:
    (found,) = ranked(a_value_add("Sailing for beginners"))
    assert found.because == ""


def test_what_fits_better_comes_first() -> None:
    talk, other, tip = (
        a_value_add("Retail in numbers"),
        a_value_add("Sailing"),
        a_value_add("Azure costing"),
    )
    assert titles(ranked(other, talk, tip)) == ["Azure costing", "Retail in numbers", "Sailing"]


@pytest.mark.parametrize("state", [OfferState.OFFERED, OfferState.TAKEN, OfferState.DECLINED])
def test_never_one_that_was_offered_before(state: OfferState) -> None:
    value_add = a_value_add()
    assert ranked(value_add, offers=(an_offer(value_add, state),)) == ()
    assert ranked(value_add, offers=(an_offer(value_add, state, "somebody else"),))


def test_one_that_was_planned_stays_chosen() -> None:
    value_add = a_value_add()
    assert ranked(value_add, offers=(an_offer(value_add, OfferState.PLANNED),))[0].chosen


def test_planned_again_after_it_was_offered_is_still_offered() -> None:
    value_add = a_value_add()
    offers = (an_offer(value_add, OfferState.OFFERED), an_offer(value_add, OfferState.PLANNED))
    assert ranked(value_add, offers=offers) == ()


def test_never_an_event_that_is_over_nor_what_is_retired() -> None:
    over = a_value_add("Azure breakfast", starts=NOW - days(1))
    retired = a_value_add("Azure then", retired=True)
    ahead = a_value_add("Azure evening", starts=NOW + days(1))
    assert titles(ranked(over, retired, ahead)) == ["Azure evening"]


def test_what_is_meant_for_one_client_is_for_nobody_else() -> None:
    mine = a_value_add("Your contact page", client_id=CLIENT.id)
    theirs = a_value_add("Their contact page", client_id="somebody else")
    assert titles(ranked(theirs, mine)) == ["Your contact page"]


def test_near_events_go_before_far_ones_and_before_what_does_not_pass() -> None:
    article = a_value_add("Azure, an article")
    near = a_value_add("Azure soon", starts=NOW + days(6))
    nearer = a_value_add("Azure sooner", starts=NOW + days(2))
    far = a_value_add("Azure in spring", starts=NOW + days(90))
    assert titles(ranked(article, far, near, nearer)) == [
        "Azure sooner",
        "Azure soon",
        "Azure in spring",
        "Azure, an article",
    ]


def test_projects_and_recent_notes_count_too() -> None:
    client = a_client()
    notes = (NoteLine(at=NOW, text="* Kubernetes"), NoteLine(at=NOW, text="busy with audits"))
    found = rank(
        [a_value_add("Audit in a day"), a_value_add("From C# to F#"), a_value_add("kubernetes")],
        (),
        client=client,
        projects=(a_project(client, technologies=("C#",)),),
        interactions=(an_interaction(client, notes=notes),),
        now=NOW,
    )
    assert [(each.value_add.title, each.because) for each in found] == [
        ("kubernetes", "Kubernetes"),
        ("From C# to F#", "C#"),
        ("Audit in a day", "audits"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        ("cost", "costs", "costing"),
        ("report", "reports", "reporting", "reported"),
        ("story", "stories"),
        ("plan", "plans", "planning", "planned"),
        ("azure", "azures"),
        ("database", "databases"),
    ],
)
def test_words_of_one_kind_have_one_stem(words: tuple[str, ...]) -> None:
    assert len({stem(word) for word in words}) == 1


@given(st.text(max_size=40))
def test_any_word_has_a_stem(word: str) -> None:
    assert len(stem(word)) <= max(len(word), 1) + 1


@given(st.permutations(range(6)))
def test_the_order_they_come_in_does_not_matter(order: list[int]) -> None:
    value_adds = [a_value_add(f"Azure {n % 2}") for n in range(6)]
    assert ranked(*(value_adds[n] for n in order)) == ranked(*value_adds)


def test_words_that_say_nothing_say_nothing_in_any_form() -> None:
    client = a_client()
    note = NoteLine(at=NOW, text="@ Grace, looks for somebody")
    found = rank(
        [a_value_add("The five settings nobody looks at")],
        (),
        client=client,
        projects=(),
        interactions=(an_interaction(client, notes=(note,)),),
        now=NOW,
    )
    assert found[0].because == ""


def test_a_word_shared_by_descriptions_alone_is_no_reason() -> None:
    client = a_client(about="they plan a move")
    found = rank(
        [a_value_add("An hour with a developer", about="we plan the next year together")],
        (),
        client=client,
        projects=(),
        interactions=(),
        now=NOW,
    )
    assert found[0].because == ""
