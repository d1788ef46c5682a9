"""The words of a line as a day or an hour is looked for among them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from followup_tui.domain.days.day_words import LANGUAGES, in_english, in_order
from followup_tui.domain.days.slips import meant
from followup_tui.domain.text import fold

BETWEEN = " ,;:-\N{EN DASH}\N{EM DASH}"
"""What may stand between words that were taken out of a line and those that are left."""

_MARKS = "()[],;:!?\"'\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}„«»"
_SENTENCE_ENDS = (";", ":", "!", "?")
_ENGLISH_BEFORE_ALL = frozenset(("by", "until", "till", "before", "due", "on", "in", "at"))
_LOOKED_AT = 24  # words at each end of a line in which days and hours are looked for


@dataclass(frozen=True, slots=True)
class LineWords:
    """The words of a line, and what those that are German, French or Spanish stand for."""

    tokens: tuple[str, ...]
    folded: tuple[str, ...]
    translations: tuple[tuple[str | None, ...], ...]
    """For each language that knows a word of the line: its English, or None."""

    @classmethod
    def of(cls, tokens: tuple[str, ...]) -> LineWords:
        """Return the words made ready to be read."""
        folded = tuple(map(_plain, tokens))
        found = (tuple(in_english(folded, language)) for language in LANGUAGES)
        return cls(tokens, folded, tuple(known for known in found if any(known)))

    def starts(self, length: int = 1) -> Iterator[int]:
        """Yield where a run of so many words may begin: near an end of the line."""
        count = len(self.tokens) - length + 1
        yield from range(min(count, _LOOKED_AT))
        yield from range(max(count - _LOOKED_AT, _LOOKED_AT), count)

    def typed(self, where: range) -> str:
        """Return the words at `where` as they were typed."""
        return " ".join(self.tokens[where.start : where.stop])

    def without(self, where: range) -> tuple[str, ...]:
        """Return the words around `where`."""
        return (*self.tokens[: where.start], *self.tokens[where.stop :])

    def readings(self, where: range) -> Iterator[list[str]]:
        """Yield the words at `where` folded, and in English for each language that knows all."""
        words = self.folded[where.start : where.stop]
        if not all(words) or self._has_an_end_within(where):
            return
        yield list(words)
        for known in self.translations:
            english = known[where.start : where.stop]
            if not any(english) or english[-1] == "":
                continue
            if any(e is None and not _is_shared(w) for w, e in zip(words, english, strict=True)):
                continue
            pairs = zip(words, english, strict=True)
            told = [word if e is None else e for word, e in pairs]
            yield in_order(" ".join(word for word in told if word)).split()

    def _has_an_end_within(self, where: range) -> bool:
        inner = self.tokens[where.start : where.stop - 1]
        return any(token.endswith(_SENTENCE_ENDS) for token in inner)


def _is_shared(word: str) -> bool:
    """Say whether a word may stand among those of any language: a number, “by” before “Freitag”."""
    return word[0].isdigit() or word in _ENGLISH_BEFORE_ALL


@lru_cache(maxsize=4_096)
def _plain(token: str) -> str:
    """Return a word folded and without slips, nor marks around it; the dots of a number stay."""
    word = fold(token).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").strip(_MARKS)
    word = word.rstrip(".") if word.rstrip(".").isalpha() else word
    return word if any(word in language for language in LANGUAGES) else meant(word)
