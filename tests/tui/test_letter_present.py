"""How letters are told, and where the check's words stand: pure."""

from __future__ import annotations

import dataclasses
import stat
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from followup_tui.domain.letter import Left, Letter, LetterKind, LetterState, Way
from followup_tui.domain.personal import Fact, FactUse, Finding, PersonalCheck, Unused
from followup_tui.domain.record import utc
from followup_tui.tui import clipboard
from followup_tui.tui.panes.letter_preview import with_hard_breaks
from followup_tui.tui.present import letter as present
from tests.builders import NOW, days
from tests.story import NORTHWIND, fixed_id

_FACT = Fact("moved to Azure in May", "said", source="call with Jane Li")


def a_letter(**fields: Any) -> Letter:
    return Letter(
        **{
            "id": fixed_id("l"),
            "created": utc(NOW),
            "client_id": NORTHWIND.id,
            "kind": LetterKind.FOLLOW_UP,
            **fields,
        }
    )


def a_check(*spans: tuple[int, int], wrong: tuple[tuple[int, int], ...] = ()) -> PersonalCheck:
    uses = tuple(FactUse(_FACT, (span,), ("x",), counts=True) for span in spans)
    finding = Finding("stock", not wrong, "A phrase that anybody could write.", wrong)
    return PersonalCheck(not wrong, (finding,), uses, (), 0.5)


_text = st.text(st.sampled_from("ab \n"), max_size=60)


@given(subject=_text, body=_text, data=st.data())
def test_marks_point_at_the_very_characters_of_the_check(
    subject: str, body: str, data: st.DataObject
) -> None:
    head = f"Subject: {subject}\n\n"
    text = head + body
    begin = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(begin, len(text)))
    marks = present.marks(a_check((begin, end)), text, body)
    lines = body.split("\n")
    pointed_at = "".join(
        lines[row][mark.start : mark.end] for row in sorted(marks) for mark in marks[row]
    )
    in_body = text[max(begin, len(head)) : max(end, len(head))]
    assert pointed_at == in_body.replace("\n", "")


def test_what_is_wrong_is_drawn_over_what_is_well() -> None:
    marks = present.marks(a_check((0, 4), wrong=((2, 6),)), "abcdefgh", "abcdefgh")
    assert [(m.start, m.end, m.good) for m in marks[0]] == [(0, 4, True), (2, 6, False)]


def test_words_on_which_one_fact_rests_are_well_though_it_is_too_few() -> None:
    few = Finding("facts", ok=False, sentence="Names one fact.", spans=((0, 4),))
    check = PersonalCheck(False, (few,), a_check((0, 4)).used, (), 0.5)
    assert [mark.good for mark in present.marks(check, "Azure", "Azure")[0]] == [True]


def test_the_verdict_names_what_is_missing_in_words_and_signs() -> None:
    assert present.verdict(None).plain == "The check is being made …"
    assert present.verdict(a_check((0, 1))).plain == "✓ Ready on 1 fact that only they know."
    assert present.verdict(a_check(wrong=((0, 1),))).plain == "! Not ready: stock phrases"
    assert present.overruled_words(a_check(wrong=((0, 1),))).startswith("! A phrase")


def test_findings_are_broken_under_their_sign() -> None:
    lines = present.reasons(a_check(wrong=((0, 1),)), 20).plain.split("\n")
    assert lines[0] == "! A phrase that"
    assert all(line.startswith("  ") for line in lines[1:])


def test_a_fact_tells_where_it_is_from() -> None:
    lines = present.fact_lines(Unused(_FACT, "You told me so."), 3, NOW)
    assert [line.plain for line in lines] == [
        "3 moved to Azure in May",
        "  said · call with Jane Li",
    ]
    of_may = dataclasses.replace(_FACT, when=date(2026, 5, 14))
    where = [
        present.fact_lines(Unused(dataclasses.replace(of_may, source=source), ""), 3, NOW)[1].plain
        for source in ("promise", "call of 14 May 2026")
    ]
    assert where == ["  said · promise, 14 May", "  said · call of 14 May 2026"]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "draft"),
        ({"state": LetterState.READY}, "ready"),
        ({"state": LetterState.READY, "overruled": utc(NOW)}, "ready, the check overruled"),
        ({"left": (Left(way=Way.FILE, at=utc(NOW)),)}, "left 14:02 · as a file"),
        (
            {"left": (Left(way=Way.DRAFTS, at=utc(NOW - days(3))),)},
            "left Mon 16 14:02 · to the drafts folder",
        ),
    ],
)
def test_how_far_a_letter_is(fields: dict[str, object], words: str) -> None:
    assert present.state_words(a_letter(**fields), NOW) == words


@pytest.mark.parametrize("way", Way)
def test_no_way_out_says_that_anything_was_sent(way: Way) -> None:
    letter = a_letter(left=(Left(way=way, at=utc(NOW), where="/home/kim/a.eml"),))
    words = present.left_words(letter, "Jane Li")
    assert words.startswith("The letter to Jane Li ")
    assert "sent" not in words.replace("unsent", "").replace("not sent", "")
    assert present.left_words(letter, "").startswith("The letter ")


def test_letters_under_way_are_told_on_one_line() -> None:
    letters = [(name, a_letter()) for name in ("A", "B", "C", "D", "E")]
    assert present.under_way((), "W").plain == ""
    assert present.under_way(letters[:1], "W").plain == "1 letter under way: A   W takes it up"
    assert present.under_way(letters, "W").plain == (
        "5 letters under way: A, B, C, 2 more   W chooses one"
    )
    line = present.letter_line("A", replace(a_letter(), changed=utc(NOW)), NOW)
    assert line.plain == "A  As per our conversation  draft, 14:02"


def test_lines_stay_lines_in_the_preview() -> None:
    body = "Hello Jane,\n\nKim Doe\nOurselves\n\n- one\n- two\n"
    assert with_hard_breaks(body) == "Hello Jane,\n\nKim Doe  \nOurselves\n\n- one  \n- two\n"


# The clipboard


def a_program(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def test_the_clipboard_program_is_that_of_the_screen_one_sits_at(tmp_path: Path) -> None:
    for name in ("wl-copy", "xclip", "pbcopy"):
        a_program(tmp_path, name, "exit 0")
    path = {"PATH": str(tmp_path)}
    assert clipboard.program({**path, "WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, "linux") == (
        "wl-copy",
    )
    assert clipboard.program({**path, "DISPLAY": ":0"}, "linux")[0] == "xclip"
    assert clipboard.program(path, "darwin") == ("pbcopy",)
    assert clipboard.program(path, "linux") == ()
    assert clipboard.program({**path, "DISPLAY": ":0", "SSH_CONNECTION": "a"}, "linux") == ()
    assert clipboard.program({"DISPLAY": ":0", "PATH": ""}, "linux") == ()


def test_a_program_that_does_not_take_the_text_is_no_fault(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    a_program(tmp_path, "good", f"cat > {taken}")
    a_program(tmp_path, "bad", "exit 1")
    assert clipboard.give((str(tmp_path / "good"),), "Grüße\n")
    assert taken.read_text(encoding="utf-8") == "Grüße\n"
    assert not clipboard.give((str(tmp_path / "bad"),), "x")
    assert not clipboard.give((str(tmp_path / "none"),), "x")
