"""What a recorded fact is made of, and where a letter says the same.

A fact is a few words: “moved to Azure in May”. Each telling one is a concept with a weight: a
name or an uncommon word weighs much, what every letter holds weighs little, and forms, synonyms
(`data/phrases/synonyms.toml`), numbers in words, compounds and typing errors of a word are that
word. The weights are set by the letters in tests/domain/letters, of which a third is kept aside.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from followup_tui.domain.personal_text import Word
from followup_tui.domain.personal_words import PersonalWords, root_of, word_set
from followup_tui.domain.stop_words import STOP
from followup_tui.domain.text import fold

_WORD = re.compile(r"\.net\b|[^\W_]+[+#]*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?:]\s*$|^\s*$")

_TOLD = word_set("online register website newsletter party")
"""Words of pages that tell something in a note."""
_STOP = STOP - _TOLD
_STOP_ROOTS = _STOP | {
    root_of(word + ending) for word in _STOP if len(word) > 3 for ending in ("", "s", "ing")
}

_COUNTED = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty"
)
_GEZAEHLT = (
    "null ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn"
    " sechzehn siebzehn achtzehn neunzehn zwanzig"
)
_COMPTE = (
    "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
    " dixsept dixhuit dixneuf vingt"
)
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80}
_TENS |= {"ninety": 90, "hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}
_TENS |= {"dreissig": 30, "vierzig": 40, "funfzig": 50, "sechzig": 60, "siebzig": 70}
_TENS |= {"achtzig": 80, "neunzig": 90, "hundert": 100, "tausend": 1000, "dutzend": 12}
_TENS |= {"trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "cent": 100, "mille": 1000}
NUMBERS = {
    word: number
    for line in (_COUNTED, _GEZAEHLT, _COMPTE)
    for number, word in enumerate(line.split())
    if number > 1
} | _TENS
"""Numbers as words; “one” is left out, as it is an article in two of the languages."""


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
_LONG_WORD = 9  # letters from which a plain word is rarer
_LONG_BONUS = 0.3


@dataclass(frozen=True, slots=True)
class Concept:
    """One telling word or phrase of a fact."""

    text: str
    root: str
    families: frozenset[str]
    sort: Sort
    weight: float
    personal: bool = False
    """Whether it is what people tell of themselves: family, sport, music."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A word or phrase of a text with what it can be compared by."""

    text: str
    root: str
    families: frozenset[str]
    capital: bool
    number: int | None
    index: int


@lru_cache(maxsize=8_192)
def concepts_of(fact: str, silent: frozenset[str], words: PersonalWords) -> tuple[Concept, ...]:
    """Return what a fact is made of; `silent` are the folded names that tell nothing by themselves.

    Words of one family are one concept.
    """
    german = _is_german(fact)
    denied = is_denied(fact)
    found: dict[str, Concept] = {}
    families_seen: set[str] = set()
    for each in _read(fact, words):
        sort = _sort_of(each, silent, words, german)
        if sort is None or each.root in found or each.families & families_seen:
            continue
        families_seen |= each.families
        families = each.families
        if denied and "liked" in families:
            families = frozenset(("disliked",))
        found[each.root] = Concept(
            each.text, each.root, families, sort, _weigh(each, sort), _is_personal(each, words)
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
                     None, start)  # fmt: skip
    for index, span in enumerate(spans):
        if index in taken:
            continue
        word = span.group()
        number = number_of(word)
        families = words.families.get(stems[index], frozenset())
        if number is None and not families and is_mute(folded[index], stems[index]):
            continue
        sentence_begins = bool(_SENTENCE_END.search(text[: span.start()]))
        capital = _stands_out(word) or (word[:1].isupper() and not sentence_begins)
        yield _Found(word, stems[index], families, capital, number, index)


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
    each: _Found, silent: frozenset[str], words: PersonalWords, german: bool
) -> Sort | None:
    folded = fold(each.text)
    if folded in silent:
        return Sort.NAME
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


def number_of(word: str) -> int | None:
    """Return the number that a word is: ``400``, ``40k``, ``forty``; None where it is none."""
    folded = fold(word)
    if folded in NUMBERS:
        return NUMBERS[folded]
    if folded.isascii() and folded.isdigit() and len(folded) <= 12:
        return int(folded)
    if folded[-1:] == "k" and folded[:-1].isascii() and 0 < len(folded) <= 7:
        return int(folded[:-1]) * 1000 if folded[:-1].isdigit() else None
    return None


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


@dataclass(frozen=True, slots=True)
class Hit:
    """A concept found in a letter: at which words of it, and how surely."""

    concept: Concept
    first: int
    last: int
    strength: float


class LetterIndex:
    """The body of a letter, ready to be asked for concepts."""

    def __init__(
        self, body: Sequence[Word], words: PersonalWords, *, misspelled: bool = True
    ) -> None:
        """Index the words of a body; without `misspelled`, words are only found as they are."""
        self.body = body
        self.misspelled = misspelled
        stems = [root_of(word.folded) for word in body]
        self._places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        self._families: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        self._numbers: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        self._initials: defaultdict[str, set[str]] = defaultdict(set)
        for index, root in enumerate(stems):
            self._note(index, root, words)
        for start, length, family in phrases_in(stems, words):
            self._families[family].append((start, start + length - 1))
            self._places[" ".join(stems[start : start + length])].append(
                (start, start + length - 1)
            )
        self.kin: dict[str, tuple[tuple[str, float], ...]] = {}

    def _note(self, index: int, root: str, words: PersonalWords) -> None:
        word = self.body[index]
        number = number_of(word.text)
        if number is not None:
            self._numbers[number].append((index, index))
        if not is_mute(word.folded, root):
            self._places[root].append((index, index))
            self._initials[root[:1]].add(root)
        if word.folded == "ai" and index and self.body[index - 1].folded == "j":
            return  # French: j'ai
        for family in words.families.get(root, ()):
            self._families[family].append((index, index))

    def hits(self, concept: Concept) -> Iterator[Hit]:
        """Yield where the letter holds a concept: itself, a synonym, a form, a misspelling."""
        if concept.sort is Sort.NUMBER:
            number = number_of(concept.text)
            if number is not None:
                yield from (Hit(concept, a, b, 1.0) for a, b in self._numbers.get(number, ()))
            return
        seen: set[int] = set()
        for place in self._places.get(concept.root, ()):
            seen.add(place[0])
            yield Hit(concept, *place, 1.0)
        for family in concept.families:
            for place in self._families.get(family, ()):
                if place[0] not in seen:
                    seen.add(place[0])
                    yield Hit(concept, *place, 0.9)
        for root, strength in self._alike(concept):
            for place in self._places[root]:
                if place[0] not in seen:
                    seen.add(place[0])
                    yield Hit(concept, *place, strength)

    def places_of(self, family: str) -> list[int]:
        """Return the words of the letter that are of a family."""
        return [first for first, _ in self._families.get(family, ())]

    def _alike(self, concept: Concept) -> tuple[tuple[str, float], ...]:
        """Return the stems of the letter that are nearly that of a concept."""
        root = concept.root
        if root not in self.kin:
            common = concept.sort in {Sort.EVERYDAY, Sort.TIME}
            if common or not self.misspelled or len(root) < 4 or " " in root:
                self.kin[root] = ()
            else:
                near = self._initials.get(root[:1], set())
                inside = [w for w in self._places if len(w) >= 9 and w.endswith(root)]
                self.kin[root] = tuple(_related(root, {*near, *inside}))
        return self.kin[root]


def _related(root: str, others: Iterable[str]) -> Iterator[tuple[str, float]]:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 (60 ms that no start may wait for)

    for other in others:
        if other == root or " " in other:
            continue
        short, long = sorted((root, other), key=len)
        prefix = _common(root, other)
        if prefix >= 5 and prefix >= 0.65 * len(long):
            yield other, 0.85
        elif len(short) >= 5 and (long.startswith(short) or long.endswith(short)):
            yield other, 0.75
        elif len(short) >= 5 and OSA.distance(root, other) <= (2 if len(short) >= 9 else 1):
            yield other, 0.85
        elif len(short) == 4 == len(long) and sorted(root) == sorted(other):
            yield other, 0.8


def _common(one: str, other: str) -> int:
    """Return how many letters two words begin with alike."""
    number = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        number += 1
    return number


Silent = frozenset[str]


def silent_names(names: Iterable[str]) -> Silent:
    """Return the folded words of names that tell nothing of a client by themselves."""
    return frozenset(fold(word) for name in names for word in _WORD.findall(name) if len(word) > 1)


def shared_roots(facts: Mapping[str, Sequence[tuple[Concept, ...]]]) -> dict[str, int]:
    """Return each stem with the number of clients whose facts hold it; facts are by client."""
    counts: defaultdict[str, int] = defaultdict(int)
    for several in facts.values():
        for root in {concept.root for concepts in several for concept in concepts}:
            counts[root] += 1
    return counts
