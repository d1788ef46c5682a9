"""Words that are near a misspelt one: a letter wrong, missing, too many, or two of them swapped.

The distance is that of optimal string alignment, in which a swap is one mistake (rapidfuzz's OSA).
A word of up to seven letters may have one mistake, a longer one two; what is being typed is also
compared with the beginnings of longer words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

SHORTEST = 3  # letters below which everything is near everything
_LONG = 8  # letters from which on two mistakes are forgiven
_MOST = 12  # words that are taken for a misspelt one


class Spelling:
    """Knows the words that there are."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted(set(words))

    def near(self, term: str) -> Sequence[str]:
        """Return the words that `term` may have been meant to be, the nearest first.

        Those that begin with its first or its second letter are looked at; only where there is
        none among them, all the others are.
        """
        if len(term) < SHORTEST or term.isdecimal():
            return ()
        letters = dict.fromkeys(term[:2])
        found = _near(term, [word for letter in letters for word in self._under(letter)])
        if not found and len(term) > SHORTEST:
            found = _near(term, self._words)
        return found

    def _under(self, letter: str) -> Sequence[str]:
        words = self._words
        return words[bisect_left(words, letter) : bisect_left(words, letter + "\U0010ffff")]


def _near(term: str, words: Sequence[str]) -> list[str]:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - no first paint waits for it
    from rapidfuzz.process import extract  # noqa: PLC0415 - as above

    mistakes = 1 if len(term) < _LONG else 2
    best: dict[str, float] = {}
    for length in range(len(term) - 1, len(term) + 2):
        # Words are cut to about the length of what was typed: it may be the beginning of one.
        cut = [word[:length] for word in words]
        for _, distance, at in extract(
            term, cut, scorer=OSA.distance, score_cutoff=mistakes, limit=None, processor=None
        ):
            word = words[at]
            whole = 0 if len(word) <= length else 0.5  # a whole word before the beginning of one
            best[word] = min(best.get(word, 9), distance + whole)
    return sorted(best, key=lambda word: (best[word], len(word), word))[:_MOST]
