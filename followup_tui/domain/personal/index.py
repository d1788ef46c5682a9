"""Where a letter holds what a fact is made of: itself, a synonym, a form or a misspelling."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from followup_tui.domain.personal.concepts import Concept, Sort, is_mute, phrases_in
from followup_tui.domain.personal.numbers import numbers_in
from followup_tui.domain.personal.text import Word
from followup_tui.domain.personal.words import PersonalWords, root_of, word_set

_LAST_HOUR = 24
_CLOCK = word_set("am pm uhr oclock o h heures")
_AT = word_set("at um gegen around about a vers by")
_SURE_LENGTH = 6  # letters from which a misspelled word is known for another
_SURE_PREFIX = 9  # letters that two words begin with alike, and are hardly of two stems
_COMPOUND = 9  # letters from which a word may be made of two, as German ones are


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
        for first, last, number in numbers_in([(w.text, w.start, w.end) for w in body]):
            if not self._is_hour(first, last, number):
                self._numbers[number].append((first, last))
        for start, length, family in phrases_in(stems, words):
            self._families[family].append((start, start + length - 1))
            self._places[" ".join(stems[start : start + length])].append(
                (start, start + length - 1)
            )
        self.kin: dict[str, tuple[tuple[str, float], ...]] = {}

    def _is_hour(self, first: int, last: int, number: int) -> bool:
        """Say whether a number is an hour and counts nothing: “at 2?”, “um 10 Uhr”, “4 pm”."""
        if number > _LAST_HOUR:
            return False
        behind = self.body[last + 1] if last + 1 < len(self.body) else None
        told = behind is not None and behind.sentence == self.body[last].sentence
        if told and behind is not None and behind.folded in _CLOCK:
            return True
        return not told and first > 0 and self.body[first - 1].folded in _AT

    def _note(self, index: int, root: str, words: PersonalWords) -> None:
        word = self.body[index]
        if not is_mute(word.folded, root):
            self._places[root].append((index, index))
            self._initials[root[:1]].add(root)
        if word.folded == "ai" and index and self.body[index - 1].folded == "j":
            return  # French: j'ai
        families = words.families_of(word.folded, root)
        if not families and self.misspelled and len(root) >= _SURE_LENGTH:
            families = words.families_within(word.folded) or self._near_families(root, words)
        for family in families:
            self._families[family].append((index, index))

    def _near_families(self, root: str, words: PersonalWords) -> frozenset[str]:
        """Return the families of the one word that a misspelled one may be: “migraton”."""
        if root in words.everyday or root in words.trade or root in words.time:
            return frozenset()
        near = {known for known, _ in _related(root, words.initials.get(root[:1], ()))}
        found = {words.families[known] for known in near}
        return next(iter(found)) if len(found) == 1 else frozenset()

    def hits(self, concept: Concept) -> Iterator[Hit]:
        """Yield where the letter holds a concept: itself, a synonym, a form, a misspelling."""
        if concept.sort is Sort.NUMBER:
            number = int(concept.root.removeprefix("#"))
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

    def numbers_before(self, place: int, within: int) -> Iterator[int]:
        """Yield where the numbers begin that end up to `within` words before a place."""
        sentence = self.body[place].sentence
        for several in self._numbers.values():
            for first, last in several:
                if 0 < place - last <= within and self.body[first].sentence == sentence:
                    yield first

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
                inside = [
                    word
                    for word in self._places
                    if (len(word) >= _COMPOUND and word.endswith(root))
                    or (len(root) >= _COMPOUND and len(word) >= 5 and root.endswith(word))
                ]
                self.kin[root] = tuple(_related(root, {*near, *inside}))
        return self.kin[root]


def _related(root: str, others: Iterable[str]) -> Iterator[tuple[str, float]]:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 (60 ms that no start may wait for)

    for other in others:
        if other == root or " " in other:
            continue
        short, long = sorted((root, other), key=len)
        prefix = _common(root, other)
        if prefix >= 5 and prefix >= (0.65 if prefix < _SURE_PREFIX else 0.6) * len(long):
            yield other, 0.85
        elif len(short) >= 5 and (long.startswith(short) or long.endswith(short)):
            yield other, 0.75
        elif len(short) >= 5 and OSA.distance(root, other) <= (2 if len(short) >= 9 else 1):
            yield other, 0.85
        elif len(short) == 4 and _is_slip(short, long):
            yield other, 0.8


def _is_slip(short: str, long: str) -> bool:
    """Say whether a word of four letters is another one with a letter left out or two swapped."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 (as above)

    if len(long) == 4:
        return sorted(short) == sorted(long)
    return len(long) == 5 and OSA.distance(short, long) == 1


def _common(one: str, other: str) -> int:
    """Return how many letters two words begin with alike."""
    number = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        number += 1
    return number
