"""Playbooks: what ships is whole, and what is wrong is told with its file and key."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.letter import LetterKind
from followup_tui.domain.playbook import (
    AnswerType,
    ItemSource,
    Playbook,
    PlaybookError,
    Trigger,
    naming,
    next_key,
    read,
)
from followup_tui.domain.project import ClosingKind
from followup_tui.settings.paths import shipped_playbooks

GOOD = """
key = "mine"
name = "Mine"

[due]
trigger = "last reached"
ideal = 10
late = 20

[[checklist]]
key = "memory"
label = "Last time"
source = "memory"

[[checklist]]
key = "draft"
label = "Draft"
source = "letter"
letter = "suggestions"

[[questions]]
key = "happy"
ask = "Are you happy?"
answer = "yes/no"
branches = { yes = "what-else", no = "why" }
then = "what-else"

[[questions]]
key = "why"
ask = "Why not?"
answer = "choice"
choices = ["too slow", "too dear"]

[[questions]]
key = "what-else"
ask = "What else?"
then = "end"

[wrap_up]
letter = "as per our conversation"
"""


def shipped(name: str) -> Playbook:
    file = shipped_playbooks() / f"{name}.toml"
    return read(file.read_text(encoding="utf-8"), file=file.name)


class TestShipped:
    @pytest.mark.parametrize(
        ("name", "trigger"),
        [
            ("after-project", Trigger.PROJECT_ENDED),
            ("keep-in-touch", Trigger.LAST_REACHED),
            ("retro-coffee", Trigger.COURSE_DRAW),
            ("networking", Trigger.ENCOUNTER),
        ],
    )
    def test_each_is_read(self, name: str, trigger: Trigger) -> None:
        playbook = shipped(name)
        assert (playbook.key, playbook.due.trigger) == (name, trigger)
        assert playbook.about
        assert all(item.hint for item in playbook.checklist)

    def test_keeping_in_touch_prepares_all_that_it_must(self) -> None:
        playbook = shipped("keep-in-touch")
        assert (playbook.due.ideal, playbook.due.late) == (152, 183)
        assert playbook.due.under_way < playbook.due.ideal
        assert {item.source for item in playbook.checklist} == {
            ItemSource.MEMORY,
            ItemSource.WEBSITE,
            ItemSource.COMPETITORS,
            ItemSource.EVENTS,
            ItemSource.USER_GROUP,
            ItemSource.VALUE_ADDS,
            ItemSource.LETTER,
        }
        assert playbook.wrap_up.letter is LetterKind.FOLLOW_UP
        assert playbook.wrap_up.letter_not_reached is LetterKind.NOT_REACHED
        assert playbook.wrap_up.attempts == 3

    def test_no_success_leads_to_putting_it_right_either_way(self) -> None:
        playbook = shipped("keep-in-touch")
        by_key = {question.key: question for question in playbook.questions}
        assert next_key(playbook, by_key["success"], "yes") == "what-else"
        assert next_key(playbook, by_key["success"], "no") == "why-not"
        for why in ("technical", "business need"):
            cause = by_key[next_key(playbook, by_key["why-not"], why)]
            assert next_key(playbook, cause, "so it was") == "put-right"
        assert next_key(playbook, by_key["what-else"], "more") == "liked"

    def test_after_a_project_the_four_steps_are_asked_in_their_order(self) -> None:
        playbook = shipped("after-project")
        assert playbook.due.ask_again == 14
        assert playbook.wrap_up.settled_goes_to == "keep-in-touch"
        kinds = {kind.value for kind in ClosingKind}
        steps = [question for question in playbook.questions if question.key in kinds]
        assert [step.key for step in steps] == [kind.value for kind in ClosingKind]
        assert all(step.answer is AnswerType.YES_NO for step in steps)

    def test_the_soft_question_of_the_coffee_comes_last(self) -> None:
        playbook = shipped("retro-coffee")
        assert [q.key for q in playbook.questions][-2:] == ["some-help", "which-help"]
        assert playbook.due.ideal == 14

    def test_a_new_contact_is_due_the_next_day_and_late_after_a_week(self) -> None:
        due = shipped("networking").due
        assert (due.ideal, due.late) == (1, 7)


WRONG = [
    ('name = "Mine"', 'nmae = "Mine"', "nmae", "did you mean “name”?"),
    ('key = "mine"', 'key = "My own"', "key", "lower-case"),
    ('name = "Mine"', 'name = " "', "name", "must not be empty"),
    ("ideal = 10", "ideal = 30", "due.late", "must not come before the ideal day (30)"),
    ("ideal = 10", "ideal = -1", "due.ideal", "0 to 36,500"),
    ("ideal = 10", 'ideal = "10"', "due.ideal", "expected `int`"),
    ("late = 20", "late = 20\nlapses = 20", "due.lapses", "after the late day"),
    ("late = 20\n", "", "due.late", "is missing"),
    ('"last reached"', '"last reachd"', "due.trigger", "did you mean “last reached”?"),
    ('"last reached"', '"x"', "due.trigger", "one of “project ended”"),
    ('key = "draft"', 'key = "memory"', "checklist[1].key", "is there already"),
    ('letter = "suggestions"', "", "checklist[1].letter", "is missing"),
    ('letter = "suggestions"', 'letter = "letter"', "checklist[1].letter", "must be one of"),
    ('source = "memory"', 'source = "website"\nletter = "review"', "checklist[0].letter", "only"),
    ('source = "memory"', 'source = "websit"', "checklist[0].source", "mean “website”?"),
    ('label = "Draft"', 'lable = "Draft"', "checklist[1].lable", "did you mean “label”?"),
    ('no = "why"', 'no = "wy"', "questions[0].branches.no", "did you mean “why”?"),
    ('no = "why"', 'nope = "why"', "questions[0].branches.nope", "no answer to this question"),
    ('no = "why"', 'no = "what-else"', "questions[1]", "nothing leads to “why”"),
    ('then = "end"', 'then = "fin"', "questions[2].then", "leads to “fin”"),
    ('then = "end"', 'then = "why"', "questions[1]", "in a circle"),
    ('then = "end"', 'branches = { yes = "end" }', "questions[2].branches.yes", "text answer"),
    ('then = "end"', 'then = "end"\nnote_sign = "#"', "questions[2].note_sign", "one of"),
    ('then = "end"', 'then = "end"\nchoices = ["a", "b"]', "questions[2].choices", "only where"),
    ('"too slow", "too dear"', '"too slow"', "questions[1].choices", "at least two"),
    ('"too slow", "too dear"', '"too slow", "Too slow"', "questions[1].choices[1]", "already"),
    ('key = "why"', 'key = "happy"', "questions[1].key", "is there already"),
    ('key = "what-else"', 'key = "end"', "questions[2].key", "must not be “end”"),
    ('ask = "Why not?"', 'ask = ""', "questions[1].ask", "must not be empty"),
    ('ask = "Why not?"', 'ask = "Why \\u001b[31m"', "questions[1].ask", "control characters"),
    ("[wrap_up]", "[wrap_up]\ntry_again = 0", "wrap_up.try_again", "from 1 to"),
    ("[wrap_up]", "[wrapup]", "wrapup", "did you mean “wrap_up”?"),
]  # fmt: skip


class TestMistakes:
    def test_the_good_one_is_good(self) -> None:
        assert read(GOOD, file="mine.toml").key == "mine"

    @pytest.mark.parametrize(("right", "wrong", "key", "says"), WRONG)
    def test_the_error_names_file_and_key(
        self, right: str, wrong: str, key: str, says: str
    ) -> None:
        assert right in GOOD
        with pytest.raises(PlaybookError) as problem:
            read(GOOD.replace(right, wrong, 1), file="playbooks/mine.toml")
        assert problem.value.file == "playbooks/mine.toml"
        assert problem.value.key == key
        assert says in problem.value.message
        assert str(problem.value).startswith(f"playbooks/mine.toml: {key}: ")

    @pytest.mark.parametrize("text", ["key = ", "[" * 50_000, "key = 1\nkey = 2", "\x00"])
    def test_what_is_not_toml_is_told(self, text: str) -> None:
        with pytest.raises(PlaybookError, match=r"^mine.toml: is (not valid TOML|nested)"):
            read(text, file="mine.toml")

    @pytest.mark.parametrize("part", ["checklist", "questions"])
    def test_nothing_to_prepare_or_to_ask_is_told(self, part: str) -> None:
        text = re.sub(rf"\[\[{part}\]\][^\[]*(?:\[\"[^\[]*)?", "", GOOD)
        text = f"{part} = []\n{text}"
        with pytest.raises(PlaybookError, match=f"{part}: must hold at least one"):
            read(text, file="mine.toml")

    @given(st.text(max_size=400))
    def test_any_text_is_read_or_told(self, text: str) -> None:
        with pytest.raises(PlaybookError):
            read(text, file="mine.toml")

    @given(st.data())
    def test_any_line_left_out_is_read_or_told(self, data: st.DataObject) -> None:
        lines = GOOD.splitlines()
        left_out = data.draw(st.integers(0, len(lines) - 1))
        text = "\n".join(line for n, line in enumerate(lines) if n != left_out)
        try:
            playbook = read(text, file="mine.toml")
        except PlaybookError:
            return
        tree: dict[str, Any] = tomllib.loads(text)
        assert playbook.key == tree["key"]
        assert len(playbook.questions) == len(tree["questions"])


def test_the_file_is_the_only_thing_read(tmp_path: Path) -> None:
    """`read` takes text: no path in it is ever opened."""
    with pytest.raises(PlaybookError):
        read(str(tmp_path), file="x.toml")


def _after_project() -> Playbook:
    path = shipped_playbooks() / "after-project.toml"
    return read(path.read_text(encoding="utf-8"), file=path.name)


class TestPartnerProgramme:
    def test_the_hints_name_it_where_the_settings_do(self) -> None:
        playbook = _after_project()
        named = naming(playbook, "Acme Partner Network")
        hints = {question.key: question.hint for question in named.questions}
        assert "Acme Partner Network will mail them to approve it" in hints["reference"]
        assert any("Acme Partner Network" in item.hint for item in named.checklist)
        assert "{" not in "".join(hints.values())

    def test_without_one_nothing_is_said_of_it(self) -> None:
        playbook = _after_project()
        assert naming(playbook, "") == playbook
        assert not any("programme" in question.hint.lower() for question in playbook.questions)
