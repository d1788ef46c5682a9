"""The telling words of a text, and which of them are one word in several forms.

Texts here are short and mixed: an English title beside a German note and a French page. So there
is one light stemmer for all three that cuts plurals and the commonest endings, rather than a
grammar for each that would first have to guess the language of three words. It is no linguistics:
what matters is that forms of one word meet, and that different words do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from followup_tui.domain.stop_words import STOP
from followup_tui.domain.text import fold

_WORD = re.compile(r"\.net\b|[^\W_]+[+#]*", re.IGNORECASE)  # .NET, C++ and C# are words
_ENDINGS: tuple[tuple[str, str, int], ...] = (
    # ending, what takes its place, letters that must stay; the longest first
    ("isierungen", "isier", 3), ("isierung", "isier", 3), ("isations", "is", 3),
    ("isation", "is", 3), ("izations", "is", 3), ("ization", "is", 3),
    ("ations", "", 3), ("ation", "", 3), ("ements", "", 4), ("ement", "", 4),
    ("keiten", "", 4), ("heiten", "", 4), ("ungen", "", 3), ("innen", "", 4),
    ("keit", "", 4), ("heit", "", 4), ("eaux", "eau", 2), ("ings", "", 3),
    ("ung", "", 4), ("ing", "", 3), ("ies", "y", 3), ("ied", "y", 3), ("aux", "al", 3),
    ("ers", "", 3), ("ern", "", 4), ("ees", "", 4), ("ed", "", 3), ("es", "", 3),
    ("er", "", 3), ("en", "", 4), ("em", "", 5), ("ly", "", 3), ("s", "", 3),
)  # fmt: skip
_WHOLE_S = ("ss", "us", "is", "os")
"""Endings in s that are no plural: process, status, analysis, chaos."""
_SHORTEST = 3


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return the stem of a folded word: ``costs``, ``costing`` and ``cost`` have the same.

    So have ``Rechnung`` and ``Rechnungen``, ``réseau`` and ``réseaux`` (once folded).
    """
    for ending, instead, least in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            if ending == "s" and word.endswith(_WHOLE_S):
                continue
            word = word[: -len(ending)] + instead
            break
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "ls":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > _SHORTEST + 1 else word


@lru_cache(maxsize=65_536)
def _root_of(word: str) -> str:
    """Return the stem of a word as it is written; empty for one that tells nothing."""
    folded = fold(word)
    if (len(folded) < 2 and folded.isalpha()) or word.isdigit() or folded in STOP:
        return ""
    root = stem(folded)
    return "" if root in STOP else root


def telling(text: str) -> Iterator[tuple[str, str]]:
    """Yield each telling word of `text` as it is written, with its stem, in their order."""
    for found in _WORD.finditer(text):
        word = found.group()
        if root := _root_of(word):
            yield word, root


def roots(text: str) -> tuple[str, ...]:
    """Return the stems of the telling words of `text`, in their order."""
    return tuple(root for _, root in telling(text))
