"""The line of a text in which words stand that were searched for, and where in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from followup_tui.domain.searching.results import Excerpt
from followup_tui.domain.searching.words import words_of
from followup_tui.domain.text import fold

_WORDS = re.compile(r"[^\W_]+")
_ROOM = 160  # characters of a line that are shown
_LEAD = 30  # of those before the first word found


class Finder:
    """Knows what was searched for: beginnings of words, and words that were meant."""

    def __init__(self, terms: Sequence[str], meant: Iterable[str] = ()) -> None:
        self._terms = tuple(terms)
        self._meant = frozenset(meant)

    def spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return where in `text` words stand that were searched for."""
        folded_text = fold(text)
        if not (self._meant or any(term in folded_text for term in self._terms)):
            return ()  # most lines: what comes now takes many times as long
        found = []
        for word in _WORDS.finditer(text):
            folded = fold(word[0])
            for term in self._terms:
                if folded.startswith(term):
                    # What was typed, as far as folding kept the length; else the whole word.
                    end = len(term) if len(folded) == len(word[0]) else len(word[0])
                    found.append((word.start(), word.start() + end))
                    break
            else:
                if folded in self._meant or _holds(folded, self._terms):
                    found.append(word.span())
        return tuple(found)

    def covers(self, text: str) -> bool:
        """Say whether every word that was searched for, or was meant, stands in `text`."""
        words = words_of(text)
        return all(
            any(word.startswith(term) or word in self._meant for word in words)
            for term in self._terms
        )

    def rank(self, name: str) -> int:
        """Return how well a name fits: 0 is the whole name, 1 its beginning, 3 not at all."""
        words = words_of(name)
        if tuple(words) == self._terms:
            return 0
        if len(words) >= len(self._terms) and all(
            word.startswith(term) for word, term in zip(words, self._terms, strict=False)
        ):
            return 1
        found = any(word.startswith(term) or word in self._meant
                    for word in words for term in self._terms)  # fmt: skip
        return 2 if found else 3


def _holds(word: str, terms: Iterable[str]) -> bool:
    """Say whether a run of characters that stand without blanks holds a word searched for."""
    return not word.isascii() and any(not term.isascii() and term in word for term in terms)


def excerpt(finder: Finder, lines: Iterable[str]) -> Excerpt:
    """Return the line in which most of the words stand, cut around the first of them."""
    best = ""
    spans: tuple[tuple[int, int], ...] = ()
    for line in lines:
        found = finder.spans(line)
        if len(found) > len(spans):
            best, spans = line, found
    return _cut(best, spans)


def _cut(line: str, spans: tuple[tuple[int, int], ...]) -> Excerpt:
    if not spans:
        return Excerpt("")
    begin = max(spans[0][0] - _LEAD, 0) if len(line) > _ROOM else 0
    if begin:
        begin = line.find(" ", begin) + 1 or begin
    lead = "…" if begin else ""
    end = begin + _ROOM
    text = f"{lead}{line[begin:end]}" + ("…" if end < len(line) else "")
    shift = len(lead) - begin
    kept = tuple((a + shift, b + shift) for a, b in spans if begin <= a and b <= end)
    return Excerpt(text, kept)
