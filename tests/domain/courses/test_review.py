"""The review of a course: what to improve, who said it, and nothing of it by name outside."""

from __future__ import annotations

import re

import pytest

from followup_tui.domain.course import Course, Draw
from followup_tui.domain.courses.announcement import (
    AnnouncementProblem,
    Words,
    check,
    render,
)
from followup_tui.domain.courses.review import Held, Review, review, themes
from followup_tui.domain.courses.review_markdown import bars, markdown
from followup_tui.domain.interaction import Answer, Interaction, NoteLine
from followup_tui.settings.announcement import load_announcement
from tests.builders import NOW, ZONE
from tests.course_story import reviewed
from tests.fakes import shipped_playbooks

COFFEE = shipped_playbooks()["retro-coffee"]


def a_review(*extra: str) -> Review:
    """Return the review of the story's course; `extra` are notes of the first coffee."""
    records = reviewed()
    course = next(each for each in records if isinstance(each, Course))
    draw = next(each for each in records if isinstance(each, Draw))
    spoken = [each for each in records if isinstance(each, Interaction)]
    held = [Held(each, COFFEE, each.person) for each in spoken]
    if extra:
        import msgspec  # noqa: PLC0415 - of this helper alone

        notes = tuple(NoteLine(at=NOW, text=text) for text in extra)
        first = msgspec.structs.replace(held[0].interaction, notes=notes)
        held[0] = Held(first, COFFEE, held[0].by)
    return review(course, held, draws=(draw,), zone=ZONE)


def test_answers_stand_by_question_under_the_headings_of_the_playbook() -> None:
    found = a_review()
    assert found.headings == (
        "What they found",
        "What would make it better",
        "How they have used it",
        "What they still want to know",
    )
    keys = [each.key for each in found.answers]
    assert keys == ["what-they-thought", "rating", "better", "used-since", "still-to-know"]
    assert "some-help" not in keys, "what was asked for our own sake is not the trainer's"


def test_the_rating_is_counted_and_has_a_mean() -> None:
    rating = a_review().rating
    assert rating is not None
    assert rating.counts == (("1", 0), ("2", 1), ("3", 0), ("4", 1), ("5", 1))
    assert rating.mean == pytest.approx(11 / 3)


def test_what_to_improve_is_of_answers_and_notes_with_who_said_it() -> None:
    improve = a_review().improve
    assert {"the room was cold", "more time for the identity lab"} <= {
        each.text for each in improve.said
    }
    assert all(each.by and each.client_id and each.interaction_id for each in improve.said)
    assert [(theme.word, theme.people) for theme in improve.themes] == [("identity", 2), ("lab", 2)]


def test_who_says_the_same_twice_is_no_several() -> None:
    found = a_review("- the lab, the lab", "- more time for the identity lab")
    assert {theme.people for theme in found.improve.themes} == {2}
    texts = [each.text for each in found.improve.said]
    assert texts.count("more time for the identity lab") == 1
    assert not themes(found.improve.said[:1])


def test_the_markdown_has_no_names_unless_they_are_asked_for() -> None:
    found = a_review("- Ann Ray says Finn of Park Mills could not hear", "+ Priyanka Rao")
    told = markdown(found)
    for name in ("Ann", "Finn", "Park Mills", "Ivo"):
        assert not re.search(rf"\b{name}\b", told), name
    assert "[somebody] says [somebody] of [somebody] could not hear" in told
    assert "Priyanka Rao" in told, "whose course it was is no secret"
    assert "(Ann Ray)" in markdown(found, names=True)


def test_the_order_tells_nothing() -> None:
    lines = [line for line in markdown(a_review()).splitlines() if line.startswith("- ")]
    improve = lines[: len(a_review().improve.said)]
    assert improve == sorted(improve, key=str.casefold)


def test_nothing_said_becomes_markdown_of_its_own() -> None:
    told = markdown(a_review("- # no *heading* <b>", "- 1. a list", "+ [a](http://x.example)"))
    assert r"\# no \*heading\* \<b\>" in told
    assert r"- 1\. a list" in told
    assert r"\[a\](http://x.example)" in told


def test_bars_are_as_long_as_the_counts() -> None:
    assert list(bars((("5", 2), ("4", 0)))) == ["5  ████████ 2", "4  0"]
    assert max(len(line) for line in bars((("yes", 500), ("no", 1)), width=20)) < 40
    assert list(bars(())) == []


def test_a_playbook_without_headings_shows_all_its_questions() -> None:
    import msgspec  # noqa: PLC0415 - of this test alone

    bare = msgspec.structs.replace(
        COFFEE,
        questions=tuple(msgspec.structs.replace(q, review="") for q in COFFEE.questions),
    )
    spoken = next(each for each in reviewed() if isinstance(each, Interaction))
    answered = msgspec.structs.replace(spoken, answers=(Answer(question="some-help", text="no"),))
    course = next(each for each in reviewed() if isinstance(each, Course))
    found = review(course, [Held(answered, bare, "Ann")], zone=ZONE)
    assert [(each.key, each.heading) for each in found.answers] == [("some-help", "What they said")]


class TestAnnouncement:
    def test_what_ships_works_whatever_is_known(self, tmp_path) -> None:  # type: ignore[no-untyped-def]
        found = load_announcement(tmp_path)
        assert not found.problem
        check(found.source, file="shipped")
        bare = render(found.source, Words(title="C", topic="Azure", day="around Friday 1 May"))
        for wrong in ("  ", "None", "{", " ,", " ."):
            assert wrong not in bare
        assert "five of you" in bare
        assert "the coffee is on us" in bare

    @pytest.mark.parametrize(
        ("source", "words"),
        [
            ("a\n{{ hots }}", "line 2: “hots” means nothing here"),
            ("{% if host %}", "line 1"),
            ("{% if title == 'x' %}{{ nobody }}{% endif %}", "“nobody”"),
            ("{{ title.__class__ }}", "unsafe"),
            ("{{ 1 / 0 }}", "division by zero"),
        ],
    )
    def test_what_is_wrong_is_told_when_it_is_read(self, source: str, words: str) -> None:
        with pytest.raises(AnnouncementProblem, match=r"own\.txt") as told:
            check(source, file="own.txt")
        assert words in str(told.value)

    def test_a_file_that_is_no_text_is_told(self, tmp_path) -> None:  # type: ignore[no-untyped-def]
        (tmp_path / "courses").mkdir()
        (tmp_path / "courses" / "announcement.txt").write_bytes(b"\xff\xfe\x00")
        found = load_announcement(tmp_path)
        assert "UTF-8" in found.problem
        assert found.source
