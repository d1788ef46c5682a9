"""docs/letters.md names all that a template may name, and what it shows is a template."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from followup_tui.domain.letter import LetterKind
from followup_tui.domain.letters import material
from followup_tui.domain.letters.checks import check
from followup_tui.domain.letters.render import FILTERS
from followup_tui.domain.letters.spoken_days import Day, Moment
from followup_tui.domain.letters.templates import read

DOCS = (Path(__file__).parents[3] / "docs" / "letters.md").read_text(encoding="utf-8")
SHAPES = (
    material.LetterMaterial, material.Me, material.Someone, material.TheClient, material.TheProject,
    material.TheEncounter, material.TheCourse, material.TheTalk, material.Gift, material.Task,
    material.Step, material.Consultation, material.Introduction, Day, Moment,
)  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_every_name_is_told(shape: type) -> None:
    told = set(re.findall(r"`(\w+)`", DOCS))
    assert not {field.name for field in fields(shape)} - told


def test_every_kind_and_every_filter_is_told() -> None:
    assert all(f"`{kind}`" in DOCS for kind in LetterKind)
    assert all(f"`{name}`" in DOCS for name in FILTERS)


def test_the_template_that_is_shown_will_do() -> None:
    (shown,) = re.findall(r"```\n(# Lines.*?)```", DOCS, re.DOTALL)
    check(read(shown, file="docs/letters.md"))
