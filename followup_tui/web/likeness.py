"""Whether two titles, or two places, are the same but for how they are written."""

from __future__ import annotations

import re
from functools import lru_cache

from followup_tui.domain.likeness import likeness
from followup_tui.domain.page import EventStatus
from followup_tui.domain.text import fold
from followup_tui.web.findings import status_of

_LIKE = 90  # of 100: a letter or a comma of difference
_PLACELESS = frozenset(
    {"online", "virtual", "the", "at", "in", "der", "die", "das", "im", "le", "la", "de"}
)


@lru_cache(maxsize=4096)
def title_words(title: str) -> tuple[str, ...]:
    """Return the words of a title as they are compared: without those for its state."""
    folded = fold(title)
    words = re.findall(r"\w+", folded)
    named = [word for word in words if status_of(word) is EventStatus.SCHEDULED]
    return tuple(named or words or [folded])


@lru_cache(maxsize=4096)
def _numbers(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for word in words if any(char.isdigit() for char in word))


def same_words(one: str, other: str) -> bool:
    """Say whether two titles are the same but for a slip: case, marks, a letter."""
    a, b = title_words(one), title_words(other)
    if a == b:
        return True
    if _numbers(a) != _numbers(b):
        return False  # "Part 1" and "Part 2"
    left, right = " ".join(a), " ".join(b)
    if min(len(left), len(right)) < 12:
        return False
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - four megabytes that a desk at rest has not

    return ratio(left, right) >= _LIKE + 4


def like_title(one: str, other: str) -> bool:
    """Say whether two titles name the same thing: alike, or one within the other, whole words."""
    if same_words(one, other):
        return True
    short, long = sorted((title_words(one), title_words(other)), key=len)
    if len("".join(short)) < 8:
        return False
    if f" {' '.join(short)} " in f" {' '.join(long)} ":
        return True
    if _numbers(short) - _numbers(long):
        return False
    return len(short) >= 3 and likeness(" ".join(short), " ".join(long)) >= _LIKE


@lru_cache(maxsize=4096)
def place_words(place: str) -> frozenset[str]:
    """Return the telling words of a place, folded."""
    return frozenset(re.findall(r"\w{2,}", fold(place))) - _PLACELESS
