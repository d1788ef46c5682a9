"""Walking the questions: every path ends, and back undoes what an answer did."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.playbook import (
    AnswerType,
    Playbook,
    Question,
    answers_of,
)
from followup_tui.domain.record import Invalid
from followup_tui.domain.script import Walk, answer, back, begin, normal, onward, taken_up, turn_to
from followup_tui.settings.paths import shipped_playbooks
from followup_tui.settings.playbooks import load_playbooks
from tests.builders import TODAY

PLAYBOOKS, _ = load_playbooks([shipped_playbooks()])
KEEP = PLAYBOOKS["keep-in-touch"]


def question(kind: AnswerType, *choices: str) -> Question:
    return Question(key="q", ask="?", answer=kind, choices=choices)


def possible(asked: Question) -> st.SearchStrategy[str | None]:
    """Return answers that fit a question, skipping it among them."""
    answers = answers_of(asked)
    if answers:
        return st.sampled_from([*answers, None])
    if asked.answer is AnswerType.DATE:
        return st.dates().map(date.isoformat) | st.none()
    return st.text(max_size=30) | st.none()


def answered(playbook: Playbook, *texts: str | None) -> Walk:
    """Return the walk that these answers make from the beginning."""
    walk = begin(playbook)
    for text in texts:
        walk = answer(playbook, walk, text)
    return walk


def said(walk: Walk) -> list[tuple[str, str | None]]:
    return [(asked.question.key, asked.answer) for asked in walk.path]


@given(st.sampled_from(sorted(PLAYBOOKS)), st.data())
def test_each_path_ends_and_back_undoes_each_answer(name: str, data: st.DataObject) -> None:
    playbook: Playbook = PLAYBOOKS[name]
    walk = begin(playbook)
    for _ in range(len(playbook.questions)):
        if walk.ended:
            break
        text = data.draw(possible(walk.path[-1].question))
        further = answer(playbook, walk, text)
        undone = back(further)
        assert undone.path[:-1] == walk.path[:-1]
        assert undone.path[-1].question is walk.path[-1].question
        assert answer(playbook, undone, undone.path[-1].answer) == further
        walk = further
    assert walk.ended
    keys = [asked.question.key for asked in walk.path]
    assert len(keys) == len(set(keys))
    assert all(asked.answer is not None for asked in walk.path)


@given(st.sampled_from(sorted(PLAYBOOKS)), st.data())
def test_whoever_goes_back_and_on_again_loses_nothing(name: str, data: st.DataObject) -> None:
    playbook: Playbook = PLAYBOOKS[name]
    walk = begin(playbook)
    while not walk.ended and data.draw(st.integers(0, 9)):
        walk = answer(playbook, walk, data.draw(possible(walk.path[-1].question)))
    gone = back(walk, to=data.draw(st.integers(0, len(walk.path) - 1)))
    again = onward(playbook, gone)
    assert (again.path, again.ended) == (walk.path, walk.ended)
    assert not again.aside


@given(st.sampled_from(sorted(PLAYBOOKS)), st.data())
def test_whatever_is_done_each_answer_stands_on_the_path_or_aside(
    name: str, data: st.DataObject
) -> None:
    playbook: Playbook = PLAYBOOKS[name]
    walk, given_answers = begin(playbook), dict[str, str]()
    for _ in range(data.draw(st.integers(1, 12))):
        if data.draw(st.booleans()) and walk.path:
            walk = back(walk)
        if (at_hand := walk.at_hand) is None:
            continue
        text = data.draw(possible(at_hand.question).filter(bool))
        walk = answer(playbook, walk, text)
        given_answers[at_hand.question.key] = normal(at_hand.question, text)
    kept = {asked.question.key: asked.answer for asked in (*walk.path, *walk.aside)}
    assert {key: text for key, text in kept.items() if text} == {
        key: text for key, text in given_answers.items() if text
    }


def test_the_first_question_is_at_hand_and_has_no_way_back() -> None:
    walk = begin(KEEP, last_time={"how-is-it-going": "well (May)"})
    assert [(asked.question.key, asked.answer, asked.last_time) for asked in walk.path] == [
        ("how-is-it-going", None, "well (May)")
    ]
    assert back(walk) == walk
    assert back(walk, to=0) == walk


def test_a_changed_mind_leads_elsewhere_and_sets_aside_what_was_answered() -> None:
    no = answered(KEEP, "well enough", "n", "technical", "it was slow")
    assert said(no)[:4] == [
        ("how-is-it-going", "well enough"),
        ("success", "no"),
        ("why-not", "technical"),
        ("technical", "it was slow"),
    ]
    again = back(no, to=1)
    assert again.path[-1].answer == "no"
    yes = answer(KEEP, again, "Yes.")
    assert said(yes)[-1] == ("what-else", None)
    assert [(asked.question.key, asked.answer) for asked in yes.aside] == [
        ("why-not", "technical"),
        ("technical", "it was slow"),
    ]
    after_all = onward(KEEP, answer(KEEP, back(yes), "no"))
    assert said(after_all) == said(no)
    assert not after_all.aside


def test_another_playbook_takes_over_what_it_asks_too_and_keeps_the_rest_aside() -> None:
    coffee = PLAYBOOKS["retro-coffee"]
    walk = answered(KEEP, "well enough", "yes")
    other = turn_to(coffee, walk)
    assert other.path[0].question == coffee.questions[0]
    assert {asked.question.key for asked in other.aside} >= {"how-is-it-going", "success"}
    back_again = turn_to(KEEP, other)
    assert said(back_again) == said(walk)
    assert not back_again.aside


def test_a_playbook_that_has_changed_keeps_what_was_answered_and_goes_on() -> None:
    walk = answered(KEEP, "well enough", "no")
    changed = Playbook(
        key=KEEP.key,
        name=KEEP.name,
        due=KEEP.due,
        checklist=(),
        questions=(
            Question(key="success", ask="Was it one?", answer=AnswerType.YES_NO),
            Question(key="new", ask="What is new?"),
        ),
    )
    again = taken_up(changed, walk)
    assert said(again) == [("how-is-it-going", "well enough"), ("success", "no"), ("new", None)]
    assert again.path[1].question.ask == "Was it one?"
    assert answer(changed, again, "a shop").ended
    at_gone = back(again, to=0)
    assert said(answer(changed, at_gone, "better"))[-1] == ("success", "no")


def test_an_answer_that_its_question_takes_no_more_is_at_hand_to_be_mended() -> None:
    walk = back(answered(KEEP, "well enough", "no", "technical"), to=0)
    changed = Playbook(
        key=KEEP.key,
        name=KEEP.name,
        due=KEEP.due,
        checklist=(),
        questions=(
            Question(key="how-is-it-going", ask="From 1 to 5?", answer=AnswerType.RATING),
            Question(key="success", ask="Was it one?", answer=AnswerType.YES_NO),
        ),
    )
    again = onward(changed, taken_up(changed, walk))
    assert said(again) == [("how-is-it-going", "well enough")]
    assert said(onward(changed, answer(changed, again, "4")))[:2] == [
        ("how-is-it-going", "4"),
        ("success", "no"),
    ]


def test_skipping_leads_on_without_an_answer() -> None:
    walk = answered(KEEP, None, "  ")
    assert said(walk)[:2] == [("how-is-it-going", ""), ("success", "")]
    assert walk.path[-1].question.key == "liked"


def test_a_refused_answer_names_the_question() -> None:
    walk = answered(KEEP, None)
    with pytest.raises(Invalid, match="answer yes or no") as problem:
        answer(KEEP, walk, "it depends")
    assert problem.value.field == "success"


@pytest.mark.parametrize(
    ("kind", "text", "written"),
    [
        (AnswerType.YES_NO, "Y", "yes"),
        (AnswerType.YES_NO, " nope! ", "no"),
        (AnswerType.CHOICE, "2", "business need"),
        (AnswerType.CHOICE, "TECH", "technical"),
        (AnswerType.CHOICE, "Both", "both"),
        (AnswerType.RATING, " 4 ", "4"),
        (AnswerType.DATE, "2026-12-01", "2026-12-01"),
        (AnswerType.TEXT, "two\x1b[31m\nlines ", "two\nlines"),
        (AnswerType.RATING, "", ""),
    ],
)
def test_answers_in_their_written_form(kind: AnswerType, text: str, written: str) -> None:
    choices = ("technical", "business need", "both", "boating")
    asked = question(kind, *(choices if kind is AnswerType.CHOICE else ()))
    assert normal(asked, text) == written


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (AnswerType.YES_NO, "yes, mostly"),
        (AnswerType.CHOICE, "b"),
        (AnswerType.CHOICE, "9"),
        (AnswerType.CHOICE, "0"),
        (AnswerType.CHOICE, "²"),
        (AnswerType.RATING, "6"),
        (AnswerType.RATING, "٣"),
        (AnswerType.DATE, "fri"),
        (AnswerType.DATE, "2026-02-30"),
        (AnswerType.DATE, "x" * 50_000),
    ],
)
def test_answers_that_do_not_fit_are_refused(kind: AnswerType, text: str) -> None:
    asked = question(kind, *(("both", "boating") if kind is AnswerType.CHOICE else ()))
    with pytest.raises(Invalid):
        normal(asked, text)


def test_a_day_may_be_said_in_words_where_today_is_known() -> None:
    assert normal(question(AnswerType.DATE), "fri", today=TODAY) == "2026-11-20"
    with pytest.raises(Invalid, match="write a day"):
        normal(question(AnswerType.DATE), "some day", today=TODAY)
