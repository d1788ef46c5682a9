"""Texts with figures are found at once, as if each were looked at."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.web.figures import hold_figures


@given(st.lists(st.text(max_size=12), max_size=8))
def test_each_text_is_judged_as_if_it_stood_alone(texts: list[str]) -> None:
    assert hold_figures(texts) == [re.search(r"\d", text) is not None for text in texts]


@pytest.mark.parametrize(
    ("text", "holds"),
    [("", False), ("a\nb 3", True), ("3 May", True), ("٣ مايو", True), ("½ price", False)],
)
def test_a_figure_is_one_of_any_script(text: str, *, holds: bool) -> None:
    assert hold_figures(["no", text, "7"]) == [False, holds, True]
