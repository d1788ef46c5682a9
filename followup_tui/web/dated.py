"""Whether a page tells any dates at all: asked before its text is searched for events.

Most pages of companies tell none, and the search costs as much as parsing the page. The question
is asked so that it errs towards yes.
"""

from __future__ import annotations

import re

from followup_tui.web.figures import hold_figures
from followup_tui.web.plain_words import MONTHS, WEEKDAYS

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_NUMERIC = re.compile(
    rf"(?<![\d.,]){_DAY}\s?[./-]\s?{_DAY}(?![\d%])|\b(?:19|20)\d\d\s?[./-]\s?{_DAY}(?!\d)|\d\s?[年月日]"
)
_FIGURES = re.compile(r"\d[\d\s./年月日-]*")
"""What a date in figures is made of: looking at these alone skips nine tenths of a page."""
_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")
_WORDS = re.compile(r"[^\W\d_]{3,}")
_SHORTER = re.compile(r"[^\W\d_]{3,}(?:-feira)?")
_NEAR = 24
"""Characters between a month and its day: ``12 and 19, then the third of May`` is no date."""


def may_tell_dates(shown: str) -> bool:
    """Say whether anything in the text that a page shows may be a date or a day of the week."""
    lines = shown.split("\n")
    numbered = (line for line, holds in zip(lines, hold_figures(lines), strict=True) if holds)
    if not WEEKDAYS.keys().isdisjoint(" ".join(numbered).lower().split()):
        return True  # so do most pages with dates, and it is a short text
    text = shown.lower()
    # each word once: a long page has a tenth as many of them as it has words
    apart = set(text.split())
    if not apart.isdisjoint(WEEKDAYS):
        return True
    words = _words_in(" ".join(apart))
    if not words.isdisjoint(WEEKDAYS):
        return True
    if any(_NUMERIC.search(text, run.start(), run.end() + 1) for run in _FIGURES.finditer(text)):
        return True
    months = [re.escape(word) for word in words if word in MONTHS or word in _RISKY]
    if not months:
        return False
    names = re.compile("|".join(sorted(months, key=len, reverse=True)))
    return any(_has_day(text, *name.span()) for name in names.finditer(text))


def _words_in(text: str) -> set[str]:
    return set(_WORDS.findall(text)) | set(_SHORTER.findall(text) if "-feira" in text else ())


def _has_day(text: str, begin: int, end: int) -> bool:
    """Say whether a name of a month is a word of its own and has a figure near it."""
    if _LETTER.match(text, begin - 1, begin) or _LETTER.match(text, end):
        return False
    near = text[max(begin - _NEAR - 1, 0) : begin], text[end : end + _NEAR + 1]
    return any(_DIGIT.search(part) for part in near)  # it may stand right beside it: "dec11"


_RISKY = {"set", "out", "ago", "sie", "lis", "lip", "gen", "des", "elo", "loka", "kesa", "kesä"}
"""Months of one language that are a word in another (`plain_words`): with a figure, perhaps."""
