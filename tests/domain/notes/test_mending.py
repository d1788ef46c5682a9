"""Mending a line part by part: the parts it has, the line they make, and what cannot be."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from followup_tui.domain.interaction import NoteLine
from followup_tui.domain.notes.capture import NoteKind
from followup_tui.domain.notes.mending import LineParts, line_of, parts_of
from followup_tui.domain.notes.understanding import understand
from followup_tui.domain.promise import Owner, StepKind
from followup_tui.domain.record import Invalid
from tests.builders import NOW, ZONE

ZURICH = ZoneInfo("Europe/Zurich")


def parts(text: str) -> LineParts:
    line = NoteLine(at=NOW, text=text)
    return parts_of(line, understand(line, now=NOW, zone=ZURICH, own=ZONE, region="AU"))


def made(mended: LineParts) -> str:
    return line_of(mended, now=NOW, zone=ZURICH, own=ZONE)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("! send it by fri", "! send it by Fri 20 Nov 2026"),
        ("! they send it by fri", "! them: send it by Fri 20 Nov 2026"),
        ("@ Omar (Tailspin) omar@tailspin.example", "@ Omar at Tailspin, omar@tailspin.example"),
        ("> maybe coffee thu 10:00", "> maybe coffee Thu 26 Nov 2026 10:00"),
        ("+ the reports", "+ the reports"),
        ("just talking", "just talking"),
    ],
)
def test_a_line_left_as_it_is_means_the_same(text: str, line: str) -> None:
    assert made(parts(text)) == line
    assert made(parts(line)) == line


def test_each_part_can_be_mended() -> None:
    promise = parts("! send it by fri")
    assert made(replace(promise, when="1 Dec")) == "! send it by Tue 1 Dec 2026"
    assert made(replace(promise, by=Owner.THEM)) == "! them: send it by Fri 20 Nov 2026"
    assert made(replace(promise, when="")) == "! send it by Mon 23 Nov 2026"
    step = parts("> call thu 10:00")
    assert made(replace(step, step=StepKind.COFFEE, agreed=False, when="3 Dec")) == (
        "> maybe coffee Thu 3 Dec 2026"
    )
    assert made(replace(step, when="thu 20:00 our time")) == "> call Thu 26 Nov 2026 10:00"
    assert made(
        replace(parts("@ omar"), text="Omar", company="Tailspin", phone="02 5550 0142")
    ) == ("@ Omar at Tailspin, 02 5550 0142")


def test_a_line_can_become_another_kind() -> None:
    note = parts("they like the reports")
    assert made(replace(note, kind=NoteKind.LIKED)) == "+ they like the reports"
    assert made(replace(parts("+ reports"), kind=NoteKind.NOTE)) == "reports"


@pytest.mark.parametrize(
    ("mended", "field", "sentence"),
    [
        (LineParts(NoteKind.PROMISE, " "), "text", "Write what it is about."),
        (LineParts(NoteKind.PROMISE, "x", when="31 Feb"), "when", "no day for sure"),
        (LineParts(NoteKind.PROMISE, "x", when="yesterday"), "when", "has passed"),
        (LineParts(NoteKind.NEXT_STEP, when=""), "when", "No day is understood"),
        (LineParts(NoteKind.NEXT_STEP, when="31 Feb 10:00"), "when", "is no day"),
        (LineParts(NoteKind.NEXT_STEP, when="today 3:00"), "when", "has passed"),
    ],
)
def test_what_cannot_be_is_told(mended: LineParts, field: str, sentence: str) -> None:
    with pytest.raises(Invalid, match=sentence) as wrong:
        made(mended)
    assert wrong.value.field == field
