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
from followup_tui.domain.script import answer, back, begin, normal, replay
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


@given(st.sampled_from(sorted(PLAYBOOKS)), st.data())
def test_each_path_ends_and_back_undoes_each_answer(name: str, data: st.DataObject) -> None:
    playbook: Playbook = PLAYBOOKS[name]
    path, ended = begin(playbook), False
    for _ in range(len(playbook.questions)):
        if ended:
            break
        text = data.draw(possible(path[-1].question))
        further, ended = answer(playbook, path, text)
        undone = back(further, ended=ended)
        assert undone[:-1] == path[:-1]
        assert undone[-1].question is path[-1].question
        assert answer(playbook, undone, undone[-1].answer) == (further, ended)
        path = further
    assert ended
    keys = [asked.question.key for asked in path]
    assert len(keys) == len(set(keys))
    assert all(asked.answer is not None for asked in path)
    assert replay(playbook, [(asked.question.key, asked.answer) for asked in path]) == (path, True)


def test_the_first_question_is_at_hand_and_has_no_way_back() -> None:
    path = begin(KEEP, last_time={"how-is-it-going": "well (May)"})
    assert [(asked.question.key, asked.answer, asked.last_time) for asked in path] == [
        ("how-is-it-going", None, "well (May)")
    ]
    assert back(path) == path


def test_a_no_leads_to_why_and_a_changed_mind_elsewhere() -> None:
    path, _ = answer(KEEP, begin(KEEP), "well enough")
    no, _ = answer(KEEP, path, "n")
    assert [(asked.question.key, asked.answer) for asked in no] == [
        ("how-is-it-going", "well enough"),
        ("success", "no"),
        ("why-not", None),
    ]
    again = back(no)
    assert again[-1].answer == "no"
    yes, _ = answer(KEEP, again, "Yes.")
    assert yes[-1].question.key == "what-else"


def test_skipping_leads_on_without_an_answer() -> None:
    path, _ = answer(KEEP, begin(KEEP), None)
    path, _ = answer(KEEP, path, "  ")
    assert [(asked.question.key, asked.answer) for asked in path[:2]] == [
        ("how-is-it-going", ""),
        ("success", ""),
    ]
    assert path[-1].question.key == "liked"


def test_a_refused_answer_names_the_question() -> None:
    path, _ = answer(KEEP, begin(KEEP), None)
    with pytest.raises(Invalid, match="answer yes or no") as problem:
        answer(KEEP, path, "it depends")
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


def test_replay_stops_where_the_playbook_has_changed() -> None:
    path, ended = replay(KEEP, [("how-is-it-going", "well"), ("was-removed", "x"), ("liked", "y")])
    assert not ended
    assert [asked.question.key for asked in path] == ["how-is-it-going", "success"]
    path, ended = replay(KEEP, [("how-is-it-going", "well"), ("success", "perhaps")])
    assert path[-1].question.key == "success"
    assert path[-1].answer is None
