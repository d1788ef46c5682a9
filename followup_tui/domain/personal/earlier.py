"""Whether a letter is an earlier one over again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from followup_tui.domain.personal.text import LetterText, Span, Word, take_apart
from followup_tui.domain.personal.words import PersonalWords

MOST_OF_IT = 0.6
"""Share of its rows of three words that an earlier letter holds, too, from which it is the same."""
_ROW = 3
_FEWEST_ROWS = 8  # a letter of ten words says “Coffee on Thursday?” like the one before, and may
_NUMBER = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Repeat:
    """How much of a letter stands in an earlier one."""

    share: float = 0.0
    """0 to 1."""
    spans: tuple[Span, ...] = ()

    @property
    def over_again(self) -> bool:
        """Whether it is the earlier letter with little changed."""
        return self.share >= MOST_OF_IT


def repeat_of(
    letter: LetterText, earlier: Sequence[str], names: frozenset[str], words: PersonalWords
) -> Repeat:
    """Return the most that `letter` has of one of the `earlier` letters.

    Names (folded) and numbers are not compared: they are what a form letter changes.
    """
    body = [word for word in letter.body() if _compared(word, names)]
    rows = list(_rows(body))
    if len(rows) < _FEWEST_ROWS:
        return Repeat()
    best = Repeat()
    for each in earlier:
        before = set(_rows([w for w in take_apart(each, words).body() if _compared(w, names)]))
        same = [number for number, row in enumerate(rows) if row in before]
        share = len(same) / len(rows)
        if share > best.share:
            best = Repeat(share, tuple(_spans(body, same)))
    return best


def _compared(word: Word, names: frozenset[str]) -> bool:
    return word.folded not in names and not _NUMBER.search(word.folded)


def _rows(body: Sequence[Word]) -> Iterator[tuple[str, ...]]:
    folded = [word.folded for word in body]
    for number in range(len(folded) - _ROW + 1):
        yield tuple(folded[number : number + _ROW])


def _spans(body: Sequence[Word], same: Sequence[int]) -> Iterator[Span]:
    """Yield where the repeated rows stand, those that touch as one."""
    start = end = -1
    for number in same:
        if number > end:
            if end >= 0:
                yield body[start].start, body[min(end, len(body)) - 1].end
            start = number
        end = number + _ROW
    if end >= 0:
        yield body[start].start, body[end - 1].end
