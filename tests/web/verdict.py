"""A verdict on one kind of fact, and when two texts are the same."""

from __future__ import annotations

import re
from dataclasses import dataclass

from followup_tui.domain.text import fold

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one kind of fact in one document."""

    kind: str
    found: int
    missed: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()


def plain(text: str) -> str:
    """Return `text` as it is compared: its words, folded, one space between them."""
    return " ".join(_WORD.findall(fold(text)))


def alike(wanted: str, got: str) -> bool:
    """Say whether two titles are the same one but for a word or two at an end."""
    first, second = plain(wanted), plain(got)
    if first == second or not first or not second:
        return first == second
    few, many = sorted((first.split(), second.split()), key=len)
    if len(" ".join(many)) > 1.5 * len(" ".join(few)) + 3:
        return False
    return " ".join(few) in " ".join(many)
