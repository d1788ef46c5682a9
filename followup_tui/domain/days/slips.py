"""Words of days as they are typed in a hurry: “firday”, “tommorow”, “xmas”, “next wk”.

A slip is known by its letters, without a library: this is asked of every word of a line while
somebody types.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

_SHORT = {
    "arnd": "around",
    "b4": "before",
    "xmas": "christmas",
    "nxt": "next",
    "tonite": "tonight",
    "arvo": "afternoon",
    "wk": "week",
    "wks": "weeks",
    "mth": "month",
    "mths": "months",
    "hr": "hour",
    "hrs": "hours",
    "yr": "year",
    "yrs": "years",
}
_NAMES = (
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "tomorrow"),
    *("january", "february", "august", "september", "october", "november", "december"),
)
"""Names that are long enough to be known with a letter too many, too few or misplaced."""
_SHORTEST = 6
_LONG = 7  # letters from which two may be wrong


@lru_cache(maxsize=4_096)
def meant(word: str) -> str:
    """Return what a folded word stands for where it is a slip or short for one; else the word.

    Only a word that begins and ends like the name: “remember” is no December.
    """
    if word in _SHORT:
        return _SHORT[word]
    if len(word) < _SHORTEST or not word.isalpha():
        return word
    for name in _NAMES:
        if word[0] == name[0] and word[-1] in name[-2:] and word != name:
            wrong = Counter(word)
            wrong.subtract(name)
            if sum(map(abs, wrong.values())) <= (2 if len(name) >= _LONG else 1):
                return name
    return word
