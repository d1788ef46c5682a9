"""The four steps that close a project: when each is asked, and what an answer makes of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from followup_tui.domain import closing, closing_words
from followup_tui.domain.interaction import Answer
from followup_tui.domain.playbook import Due, Trigger
from followup_tui.domain.project import ClosingKind, Project, StepState
from followup_tui.domain.record import Invalid
from followup_tui.domain.wrap_up.consultation import consultation_wanted, day_for_it
from tests.builders import TODAY, a_client, a_project, an_interaction, days
from tests.fakes import shipped_playbooks

DUE = Due(trigger=Trigger.PROJECT_ENDED, ideal=0, late=14, ask_again=14, lapses=183)
ENDED = TODAY - days(1)
CLIENT = a_client()


def ended(**fields) -> Project:
    return a_project(CLIENT, ended=ENDED, **fields)


def kinds(project: Project) -> list[str]:
    return [each.step.kind.value for each in closing.to_ask(project, DUE)]


def test_all_four_are_asked_from_the_day_it_ends():
    left = closing.to_ask(ended(), DUE)
    assert [each.step.kind for each in left] == list(ClosingKind)
    assert {each.day for each in left} == {ENDED}


def test_nothing_is_asked_while_work_goes_on():
    project = a_project(CLIENT)
    assert closing.to_ask(project, DUE) == ()
    assert not closing.is_closed(project, DUE)


def test_no_booking_where_no_more_work_is_in_sight():
    project = ended(more_work=False)
    assert kinds(project) == ["reference", "testimonial", "review"]
    pencilled = closing.asked(project, ClosingKind.BOOKING, TODAY)
    assert "booking" in kinds(pencilled), "what was asked for waits for its answer all the same"


def test_a_step_is_asked_again_once_after_two_weeks():
    project = closing.asked(ended(), ClosingKind.REFERENCE, TODAY)
    (again,) = (e for e in closing.to_ask(project, DUE) if e.step.kind is ClosingKind.REFERENCE)
    assert again.day == TODAY + days(14)
    project = closing.asked(project, ClosingKind.REFERENCE, again.day)
    assert "reference" not in kinds(project)
    assert project.step(ClosingKind.REFERENCE).asked == (TODAY, TODAY + days(14))


def test_asking_twice_on_one_day_is_asking_once():
    project = closing.asked(ended(), ClosingKind.REVIEW, TODAY)
    assert closing.asked(project, ClosingKind.REVIEW, TODAY) == project


def test_a_no_is_an_answer_and_asking_does_not_undo_it():
    project = closing.answered(ended(), ClosingKind.REVIEW, given=False, day=TODAY)
    assert project.step(ClosingKind.REVIEW).state is StepState.DECLINED
    assert closing.asked(project, ClosingKind.REVIEW, TODAY + days(1)) == project
    assert closing.answered(project, ClosingKind.REVIEW, given=True, day=TODAY) == project


def test_by_hand_any_state_can_be_set():
    project = closing.asked(ended(), ClosingKind.REFERENCE, TODAY - days(1))
    given_ = closing.marked(project, ClosingKind.REFERENCE, StepState.GIVEN, TODAY, note="by mail")
    step = given_.step(ClosingKind.REFERENCE)
    assert (step.state, step.settled, step.note) == (StepState.GIVEN, TODAY, "by mail")
    back = closing.marked(given_, ClosingKind.REFERENCE, StepState.ASKED, TODAY)
    assert back.step(ClosingKind.REFERENCE).asked == (TODAY - days(1), TODAY)
    assert back.step(ClosingKind.REFERENCE).settled is None
    none = closing.marked(back, ClosingKind.REFERENCE, StepState.NOT_ASKED, TODAY)
    assert none.step(ClosingKind.REFERENCE).asked == ()
    with pytest.raises(Invalid, match="before the day on which it was asked"):
        closing.marked(back, ClosingKind.REFERENCE, StepState.DECLINED, TODAY - days(9))


_MOVES = st.lists(
    st.tuples(
        st.sampled_from(ClosingKind),
        st.sampled_from(["ask", "give", "decline"]),
        st.integers(0, 60),
    ),
    max_size=24,
)


@given(_MOVES)
def test_whatever_is_said_in_whatever_order_it_comes_to_an_end(moves):
    """No step is asked for a third time, and an answer stays an answer."""
    project = ended()
    for kind, what, on in sorted(moves, key=lambda move: move[2]):
        day = TODAY + timedelta(days=on)
        settled = project.step(kind).is_settled
        if what == "ask" and not any(
            each.step.kind is kind and each.day <= day for each in closing.to_ask(project, DUE)
        ):
            continue
        before = project
        if what == "ask":
            project = closing.asked(project, kind, day)
        else:
            project = closing.answered(project, kind, given=what == "give", day=day)
        if settled:
            assert project == before
    assert all(len(step.asked) <= closing.TIMES for step in project.closing)
    for kind in ClosingKind:
        project = closing.answered(project, kind, given=True, day=TODAY)
    assert closing.is_closed(project, DUE)


def test_the_day_of_the_next_call_follows_what_is_left_to_ask():
    asked = closing.asked(ended(more_work=False), ClosingKind.TESTIMONIAL, TODAY)
    for kind in (ClosingKind.REFERENCE, ClosingKind.REVIEW):
        asked = closing.answered(asked, kind, given=True, day=TODAY)
    client = replace(CLIENT, call_again=TODAY + days(14))
    again = closing.asked(asked, ClosingKind.TESTIMONIAL, TODAY + days(14))
    assert closing.with_call_again(client, asked, again, DUE).call_again is None
    assert closing.with_call_again(client, asked, asked, DUE) == client
    wished = replace(CLIENT, call_again=TODAY + days(40))
    assert closing.with_call_again(wished, asked, again, DUE) == wished, "a day of their own stays"
    both = closing.asked(
        closing.asked(ended(), ClosingKind.TESTIMONIAL, TODAY), ClosingKind.REVIEW, TODAY + days(5)
    )
    for kind in (ClosingKind.REFERENCE, ClosingKind.BOOKING):
        both = closing.answered(both, kind, given=True, day=TODAY)
    after = closing.answered(both, ClosingKind.TESTIMONIAL, given=True, day=TODAY + days(6))
    moved = closing.with_call_again(client, both, after, DUE)
    assert moved.call_again == TODAY + days(19)


def test_each_state_has_its_words():
    project = closing.asked(ended(), ClosingKind.REFERENCE, date(2026, 11, 5))

    def words(project: Project, kind: ClosingKind = ClosingKind.REFERENCE) -> str:
        return closing_words.step_words(project.step(kind), project, DUE, TODAY)

    assert words(project) == "asked 5 Nov, no answer; ask again"
    assert closing_words.left_words(ended(), DUE, TODAY).startswith("to ask: reference, test")
    twice = closing.asked(project, ClosingKind.REFERENCE, TODAY)
    assert words(twice) == "asked 5 Nov and 19 Nov, no answer"
    no = closing.answered(project, ClosingKind.REFERENCE, given=False, day=TODAY)
    assert words(no) == "declined 19 Nov, asked 5 Nov"
    assert words(ended(), ClosingKind.BOOKING) == "not asked yet"
    assert words(ended(more_work=False), ClosingKind.BOOKING).startswith("not wanted")
    waiting = ended(closing=())
    for kind in ClosingKind:
        waiting = closing.asked(waiting, kind, TODAY)
    assert closing_words.left_words(waiting, DUE, TODAY) == "waits until 3 Dec: reference"
    for kind in ClosingKind:
        waiting = closing.answered(waiting, kind, given=True, day=TODAY)
    assert closing_words.left_words(waiting, DUE, TODAY) == "settled"
    assert closing_words.left_words(a_project(CLIENT), DUE, TODAY) == ""


def test_a_project_in_words():
    project = ended(technologies=("Azure", "SQL"), success=True)
    assert closing_words.project_words(project, TODAY) == "ended yesterday · Azure, SQL · a success"
    begun = a_project(CLIENT, started=TODAY - days(9))
    assert closing_words.project_words(begun, TODAY) == "under way since 10 Nov"
    soon = replace(begun, ended=TODAY + days(1))
    assert closing_words.project_words(soon, TODAY) == "ends tomorrow"


@pytest.mark.parametrize("key", ["keep-in-touch", "after-project"])
def test_a_consultation_is_wanted_where_they_said_yes_to_it(key):
    playbook = shipped_playbooks()[key]

    def wanted(*answers: Answer) -> bool:
        return consultation_wanted(an_interaction(CLIENT, answers=answers), playbook)

    assert wanted(Answer(question="put-right", text="yes"))
    assert not wanted(Answer(question="put-right", text="no"))
    assert not wanted(Answer(question="success", text="yes"))
    assert not wanted()
    day = Answer(question="consultation-when", text="2026-11-24")
    assert day_for_it((day,)) == date(2026, 11, 24)
    assert day_for_it((Answer(question="consultation-when", text="soon"),)) is None
    assert day_for_it(()) is None
