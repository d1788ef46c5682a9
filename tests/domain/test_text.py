"""The laws of cleaning what came from outside."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.text import (
    clean_line,
    clean_text,
    clean_typed,
    fold,
    is_clean,
    shorten,
)

_NASTY = st.sampled_from(
    [
        "\x1b[31m", "\x1b]8;;https://evil.example\x1b\\", "\x1b]0;title\x07", "\x9b2J", "\x90q\x9c",
        "\u202e", "\u200b", "\u2066", "\ufeff", "\x00", "\r\n", "\u2028", "\t", "[red]", "[/]",
        "e\u0301", "\u0301" * 20, "👩‍💻", "\U000e0041", "שלום", "می‌خواهم", "\x1b", "\x9d", "\ud7ff",
    ]
)  # fmt: skip
anything = st.lists(_NASTY | st.text(max_size=8), max_size=12).map("".join)


@given(anything)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    for clean in (clean_text, clean_line, clean_typed):
        assert clean(clean(text)) == clean(text)


@given(anything)
def test_what_was_cleaned_is_clean(text: str) -> None:
    for clean in (clean_text, clean_line, clean_typed):
        assert is_clean(clean(text))


@given(anything)
def test_nothing_is_left_that_a_terminal_would_obey(text: str) -> None:
    for char in clean_text(text):
        assert char == "\n" or unicodedata.category(char) not in {"Cc", "Cs", "Co", "Cn"}
        assert char not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\ufeff"
    assert "\n" not in clean_line(text)
    assert "\n" not in clean_typed(text)


@pytest.mark.parametrize(
    "sequence",
    [
        "\x1b[31m", "\x1b[38;2;1;2;3m", "\x9b31m", "\x1b]0;a title\x07", "\x1b]52;c;aGk=\x1b\\",
        "\x9d0;a title\x9c", "\x1bPq data\x1b\\", "\x1b_app\x1b\\", "\x1bc", "\x1b(B",
    ],
)  # fmt: skip
def test_escape_sequences_go_as_a_whole(sequence: str) -> None:
    assert clean_text(f"before{sequence}after") == "beforeafter"


@pytest.mark.parametrize(
    "text",
    [
        "👩‍💻 at work",
        "שלום עולם",
        "مرحبا",
        "می‌خواهم",
        "नमस्ते",
        "❤️",
        "ありがとう",
        "[red]Acme[/]",
        "Zürich",
    ],
)
def test_what_people_write_is_kept(text: str) -> None:
    assert clean_text(text) == text
    assert clean_line(text) == text
    assert clean_typed(text) == text


def test_lines_stay_in_text_and_go_in_a_line() -> None:
    assert clean_text(" one \r\ntwo\u2028\x0bthree\t4 ") == "one\ntwo\n\nthree 4"
    assert clean_line(" one \r\n  two ") == "one two"


def test_blanks_stay_where_they_are_while_typing() -> None:
    assert clean_typed("  + likes ") == "  + likes "
    assert clean_typed("a\x1b[31m  b\x00 ") == "a  b "


@given(anything, st.integers(0, 30))
def test_shortened_it_fits(text: str, limit: int) -> None:
    assert len(shorten(text, limit)) <= max(limit, 1)


@given(st.text())
def test_folding_twice_is_folding_once_for_words(text: str) -> None:
    assert fold("Müller") == fold("MULLER") == "muller"
    assert fold(text) == fold(unicodedata.normalize("NFC", text))
