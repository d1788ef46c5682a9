"""Looking for many words at once, in the text of a page: the dearest thing that readers do.

Python's `re` tries each alternative at each letter of a text when it is to ignore case, or when
each begins with ``\\b``. In lower case, and with one ``\\b`` before all the words that need it, it
skips what cannot begin a word: the same answer in a tenth of the time (`benchmarks.reading`).
"""

from __future__ import annotations

import re
from functools import lru_cache

_KEPT = 4096
"""Answers that are kept: names of classes and headings come again and again."""
_SHORT = 300
"""Characters of a text whose answer is kept."""


class Words:
    """A pattern of words that may be written in any case.

    `begun` are alternatives that stand at the beginning of a word, `anywhere` those that may
    stand within one. Both are written in lower case. Where something is found, its place counts
    in the text in lower case, which is as long but for a few letters (``İ``).
    """

    __slots__ = ("_kept", "_pattern")

    def __init__(self, *, begun: str = "", anywhere: str = "") -> None:
        parts = ([rf"\b(?:{begun})"] if begun else []) + ([anywhere] if anywhere else [])
        self._pattern = re.compile("|".join(parts))
        self._kept = lru_cache(maxsize=_KEPT)(self._pattern.search)

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first of the words in a text, or None."""
        return (
            self._kept(text.lower()) if len(text) <= _SHORT else self._pattern.search(text.lower())
        )

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the whole of a text where it is one of the words, or None."""
        return self._pattern.fullmatch(text.lower())
