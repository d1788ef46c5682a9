"""What a recorded fact is made of, and where a letter says the same.

A fact is a few words: “moved to Azure in May”. Each telling one is a concept with a weight: a
name or an uncommon word weighs much, what every letter holds weighs little, and forms, synonyms
(`data/phrases/synonyms.toml`), numbers in words, compounds and typing errors of a word are that
word. The weights are set by the letters in tests/domain/personal/letters; a third of those is kept
aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from followup_tui.domain.personal.numbers import numbers_in
from followup_tui.domain.personal.words import PersonalWords, root_of, word_set
from followup_tui.domain.stop_words import STOP
from followup_tui.domain.text import fold

_WORD = re.compile(r"\.net\b|[^\W_]+[+#]*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?:]\s*$|^\s*$")

_TOLD = word_set(
    "online register website newsletter party monday tuesday wednesday thursday friday saturday"
    " sunday link menu part parts"
)
"""Words that tell nothing of a page, and something in a note."""
_STOP = STOP - _TOLD
_STOP_ROOTS = _STOP | {
    root_of(word + ending) for word in _STOP if len(word) > 3 for ending in ("", "s", "ing")
}

NOT = word_set(
    "not never cannot nicht nie niemals kein keine keinen pas jamais without ohne sans t"
)
"""Words that deny; ``t`` is what is left of “don't”."""


class Sort(StrEnum):
    """What a concept is, and so how much it tells."""

    NAME = "name"
    """Of the client, its people or its place of work: tells nothing by itself."""
    PROPER = "proper"
    """A name of something else."""
    PLAIN = "plain"
    """A word that letters seldom hold by chance."""
    DEED = "deed"
    """What many firms do: move, hire, launch."""
    TRADE = "trade"
    """What many firms have: Azure, warehouse, invoices."""
    NUMBER = "number"
    EVERYDAY = "everyday"
    TIME = "time"


WEIGHTS = {
    Sort.NAME: 0.0,
    Sort.PROPER: 2.0,
    Sort.PLAIN: 1.4,
    Sort.DEED: 1.0,
    Sort.TRADE: 1.2,
    Sort.NUMBER: 1.2,
    Sort.EVERYDAY: 0.4,
    Sort.TIME: 0.5,
}
_SMALL_NUMBER = 0.5  # below 32, it may be a day, an hour or a count of anything
_DAYS, _HUNDRED, _FIVES = 32, 100, 5  # days of a month; round are fives below a hundred
_YEARS = range(1990, 2051)
_LARGE = 10_000
_LONG_WORD = 9  # letters from which a plain word is rarer
_LONG_BONUS = 0.3


@dataclass(frozen=True, slots=True)
class Concept:
    """One telling word or phrase of a fact."""

    text: str
    folded: str
    root: str
    families: frozenset[str]
    sort: Sort
    weight: float
    personal: bool = False
    """Whether it is what people tell of themselves: family, sport, music."""
    places: tuple[int, int] = (0, 0)
    """At which words of the fact it begins and ends."""

    @property
    def is_peculiar(self) -> bool:
        """Whether it is a number that seldom stands somewhere by chance: 38, 4,200, no year."""
        if self.sort is not Sort.NUMBER:
            return False
        number = self.root.removeprefix("#")
        value, figures = int(number), number.rstrip("0")
        if value < _HUNDRED:
            return value >= _DAYS and value % _FIVES != 0
        return value not in _YEARS and (len(figures) > 1 or (value > _LARGE and figures != "1"))


@dataclass(frozen=True, slots=True)
class _Found:
    """A word or phrase of a text with what it can be compared by."""

    text: str
    root: str
    families: frozenset[str]
    capital: bool
    number: int | None
    index: int
    last: int


def concepts_of(fact: str, silent: frozenset[str], words: PersonalWords) -> tuple[Concept, ...]:
    """Return what a fact is made of; `silent` are the folded names that tell nothing by themselves.

    Words of one family are one concept.
    """
    concepts = _concepts(fact, words)
    if silent.isdisjoint(concept.folded for concept in concepts):
        return concepts
    return tuple(
        replace(concept, sort=Sort.NAME, weight=0.0) if concept.folded in silent else concept
        for concept in concepts
    )


@lru_cache(maxsize=16_384)
def _concepts(fact: str, words: PersonalWords) -> tuple[Concept, ...]:
    german = _is_german(fact)
    denied = is_denied(fact)
    found: dict[str, Concept] = {}
    families_seen: set[str] = set()
    for each in _read(fact, words):
        if each.root in found or each.families & families_seen:
            continue
        families_seen |= each.families
        families = each.families
        if denied and "liked" in families:
            families = frozenset(("disliked",))
        sort = _sort_of(each, words, german)
        found[each.root] = Concept(
            each.text,
            fold(each.text),
            each.root,
            families,
            sort,
            _weigh(each, sort),
            _is_personal(each, words),
            (each.index, each.last),
        )
    return tuple(found.values())


def _is_personal(each: _Found, words: PersonalWords) -> bool:
    return any(words.sorts[name] == "people" for name in each.families)


def is_denied(fact: str) -> bool:
    """Say whether a fact is a denial itself: “does not like the new till”."""
    return bool(NOT & {fold(word) for word in _WORD.findall(fact)})


def _is_german(text: str) -> bool:
    """Say whether the capitals of a text are those of German nouns."""
    german = {"der", "die", "das", "und", "ist", "im", "mit", "hat", "sich", "fur", "ein", "eine"}
    german |= {"nach", "auf", "von", "zum", "zur", "wird", "seit", "den", "sie", "bei", "will"}
    german |= {"mag", "gefallt", "uber", "wegen", "aus", "am", "einen", "noch", "neue", "neuen"}
    return any(fold(word) in german for word in _WORD.findall(text))


def _read(text: str, words: PersonalWords) -> Iterator[_Found]:
    """Yield the words and phrases of a text that can be compared."""
    spans = list(_WORD.finditer(text))
    folded = [fold(span.group()) for span in spans]
    stems = [root_of(word) for word in folded]
    held = phrases_in(stems, words)
    taken = {index for start, length, _ in held for index in range(start, start + length)}
    for start, length, family in held:
        whole = text[spans[start].start() : spans[start + length - 1].end()]
        yield _Found(whole, " ".join(stems[start : start + length]), frozenset((family,)), False,
                     None, start, start + length - 1)  # fmt: skip
    for first, last, number in numbers_in([(s.group(), *s.span()) for s in spans]):
        if taken.isdisjoint(range(first, last + 1)):
            whole = text[spans[first].start() : spans[last].end()]
            taken |= set(range(first, last + 1))
            yield _Found(whole, f"#{number}", frozenset(), False, number, first, last)
    for index, span in enumerate(spans):
        if index in taken:
            continue
        word = span.group()
        families = words.families_of(folded[index], stems[index])
        if not families and is_mute(folded[index], stems[index]):
            continue
        sentence_begins = bool(_SENTENCE_END.search(text[: span.start()]))
        capital = _stands_out(word) or (word[:1].isupper() and not sentence_begins)
        yield _Found(word, stems[index], families, capital, None, index, index)


def is_mute(folded: str, root: str) -> bool:
    """Say whether a word tells nothing: a letter alone, or one that every text is full of."""
    return (len(folded) < 2 and folded.isalpha()) or folded in _STOP or root in _STOP_ROOTS


def _stands_out(word: str) -> bool:
    """Say whether a word is written like a name wherever it stands: ERP, DevMeetup, C64."""
    rest = word[1:]
    return (len(word) > 1 and word.isupper()) or (
        any(char.isupper() for char in rest)
        or (any(char.isdigit() for char in rest) and word[:1].isalpha())
    )


_SORT_OF_KIND = {
    "feelings": Sort.EVERYDAY,
    "short": Sort.TRADE,
    "things": Sort.TRADE,
    "deeds": Sort.DEED,
}


def _sort_of(  # noqa: PLR0911  (one line a sort)
    each: _Found, words: PersonalWords, german: bool
) -> Sort:
    folded = fold(each.text)
    if each.number is not None:
        return Sort.NUMBER
    kinds = {words.sorts[name] for name in each.families}
    if folded in words.time or each.root in words.time or "measures" in kinds:
        return Sort.TIME
    if "people" in kinds:
        return Sort.PLAIN
    if folded in words.trade or each.root in words.trade:
        return Sort.TRADE
    for kind, sort in _SORT_OF_KIND.items():
        if kind in kinds:
            return sort
    if folded in words.everyday or each.root in words.everyday or is_mute(folded, each.root):
        return Sort.EVERYDAY
    if each.capital and not (german and not _stands_out(each.text)):
        return Sort.PROPER
    return Sort.PLAIN


def _weigh(each: _Found, sort: Sort) -> float:
    if sort is Sort.NUMBER and each.number is not None and each.number < 32:
        return _SMALL_NUMBER
    bonus = _LONG_BONUS if sort is Sort.PLAIN and len(each.text) >= _LONG_WORD else 0.0
    return WEIGHTS[sort] + bonus


def phrases_in(stems: Sequence[str], words: PersonalWords) -> list[tuple[int, int, str]]:
    """Return the phrases of families in a row of stems: where, how many words, which family."""
    found: list[tuple[int, int, str]] = []
    free = 0
    for start, first in enumerate(stems):
        if start < free:
            continue
        for phrase, family in words.family_phrases.get(first, ()):
            if tuple(stems[start : start + len(phrase)]) == phrase:
                found.append((start, len(phrase), family))
                free = start + len(phrase)
                break
    return found


def silent_names(names: Iterable[str]) -> frozenset[str]:
    """Return the folded words of names that tell nothing of a client by themselves."""
    return frozenset(fold(word) for name in names for word in _WORD.findall(name) if len(word) > 1)
