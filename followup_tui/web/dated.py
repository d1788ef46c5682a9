"""Whether a page tells any dates at all: asked before its text is searched for events.

Most pages of companies tell none, and the search costs as much as parsing the page. The question
is asked so that it errs towards yes.
"""

from __future__ import annotations

import re

from followup_tui.web.plain_words import MONTHS, WEEKDAYS

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_NUMERIC = re.compile(
    rf"(?<![\d.,]){_DAY}\s?[./-]\s?{_DAY}(?![\d%])|\b(?:19|20)\d\d\s?[./-]\s?{_DAY}(?!\d)|\d\s?[年月日]"
)
_WORDS = re.compile(r"[^\W\d_]{3,}")
_SHORTER = re.compile(r"[^\W\d_]{3,}(?:-feira)?")
_NEAR = 24
"""Characters between a month and its day: ``12 and 19, then the third of May`` is no date."""


def may_tell_dates(shown: str) -> bool:
    """Say whether anything in the text that a page shows may be a date or a day of the week."""
    text = shown.lower()
    if _NUMERIC.search(text):
        return True
    words = set(_WORDS.findall(text)) | set(_SHORTER.findall(text) if "-feira" in text else ())
    if not words.isdisjoint(WEEKDAYS):
        return True
    months = [re.escape(word) for word in words if word in MONTHS or word in _RISKY]
    if not months:
        return False
    names = "|".join(sorted(months, key=len, reverse=True))
    begin, end = r"(?<![^\W\d_])", r"(?![^\W\d_])"  # a day may stand right beside it: "dec11"
    near = rf"\d.{{0,{_NEAR}}}?{begin}(?:{names}){end}|{begin}(?:{names}){end}.{{0,{_NEAR}}}?\d"
    return re.search(near, text, re.DOTALL) is not None


_RISKY = {"set", "out", "ago", "sie", "lis", "lip", "gen", "des", "elo", "loka", "kesa", "kesä"}
"""Months of one language that are a word in another (`plain_words`): with a figure, perhaps."""
