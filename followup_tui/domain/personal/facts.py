"""Which recorded facts a letter rests on, and at which words.

A fact is used where enough of it stands within two sentences that follow each other. What is said
of everybody (“companies like yours move to Azure”) and rows of catchwords do not count for words of
the trade. Two facts must rest on different words, or they are one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from followup_tui.domain.personal.concepts import Concept, Sort
from followup_tui.domain.personal.doubts import doubted
from followup_tui.domain.personal.evidence import (
    ALONE,
    COMMON,
    MOST,
    NEXT,
    NOTHING,
    UNTOLD,
    WEAK,
    Evidence,
    is_definite,
    stands_alone,
)
from followup_tui.domain.personal.index import Hit, LetterIndex
from followup_tui.domain.personal.text import Word

ENOUGH = 1.8
"""Weight from which two concepts or more are a fact."""
ENOUGH_OF_SHORT = 1.45
"""The same where `MOST` of a fact is there: “Azure costs”."""
SIDE_BY_SIDE = 0.3
"""Weight that is added for words that stand beside each other."""
IN_ORDER = 0.4
"""The same where they do so in the fact, in that order: “opening hours”."""
PART = 0.25
"""The least share of a fact that must be there."""
FAINT = 1.25
"""Weight from which common words are enough beside another fact that is used for sure."""
FAINT_PART = 0.15
FAINT_PART_COMMON = 0.4
"""The least shares of a fact for that: with an uncommon word, and of common ones."""
PART_ALONE = 0.25
"""The same for one uncommon word alone."""

_MEASURES = {Sort.TIME, Sort.NUMBER, Sort.NAME}
_BESIDE = 3  # words on, so that two may stand between
_SEVERAL = 3  # faint ones that are enough together


def find(
    concepts: Sequence[Concept],
    index: LetterIndex,
    *,
    general: frozenset[int],
    at_large: frozenset[int] = frozenset(),
    denied: bool = False,
    taken: frozenset[int] = frozenset(),
) -> Evidence:
    """Return the best evidence for a fact within two sentences of the letter.

    `general` are the sentences that speak of everybody; what stands only in those `at_large` is
    faint, unless it holds a word that stands alone. The words at `taken` do not count. A fact
    that is itself a denial (`denied`) is not said to be denied.
    """
    total = sum(concept.weight for concept in concepts)
    if not total:
        return NOTHING
    by_sentence: defaultdict[int, list[Hit]] = defaultdict(list)
    for concept in concepts:
        for hit in index.hits(concept):
            sentence = index.body[hit.first].sentence
            if hit.first in taken or (sentence in general and concept.sort in COMMON):
                continue
            by_sentence[sentence].append(hit)
    best = NOTHING
    for sentence in by_sentence:
        following = sentence + 1
        for window in ((sentence,), (sentence, following))[: 1 + (following in by_sentence)]:
            evidence = _weighed(
                [hit for each in window for hit in by_sentence[each]],
                concepts,
                total,
                index.body,
            )
            evidence = _in_its_place(evidence, index, general, at_large)
            if (evidence.used, evidence.faint, evidence.mass) > (best.used, best.faint, best.mass):
                best = evidence
    return doubted(best, concepts, index) if (best.used or best.faint) and not denied else best


def _in_its_place(
    evidence: Evidence, index: LetterIndex, general: frozenset[int], at_large: frozenset[int]
) -> Evidence:
    """Return the evidence as it counts where it stands."""
    sentences = {index.body[hit.first].sentence for hit in evidence.hits}
    if len(sentences) > 1 and all(hit.concept.sort in COMMON for hit in evidence.hits):
        return replace(evidence, used=False, faint=False)  # common words of two sentences
    if _is_said_of_all(evidence, index, general):
        return replace(evidence, used=False, faint=False)
    if evidence.used and _is_at_large(evidence, index, at_large):
        return replace(evidence, used=False, faint=True)
    return evidence


def _is_at_large(evidence: Evidence, index: LetterIndex, at_large: frozenset[int]) -> bool:
    """Say whether all that was found stands in sentences about the trade at large."""
    return all(index.body[hit.first].sentence in at_large for hit in evidence.hits) and not any(
        hit.concept.sort in ALONE and not index.body[hit.last].folded.endswith("s")
        for hit in evidence.hits
    )


def _is_said_of_all(evidence: Evidence, index: LetterIndex, general: frozenset[int]) -> bool:
    """Say whether all stands in sentences for everybody, and is not too much to be chance."""
    return all(index.body[hit.first].sentence in general for hit in evidence.hits) and (
        sum(hit.concept.sort in ALONE for hit in evidence.hits) < 2
    )


def _weighed(
    hits: Iterable[Hit], concepts: Sequence[Concept], total: float, body: Sequence[Word]
) -> Evidence:
    best: dict[str, Hit] = {}
    places: set[int] = set()
    for hit in sorted(hits, key=lambda h: (-h.strength, h.first)):
        if hit.concept.root not in best and hit.first not in places:
            best[hit.concept.root] = hit
            places.add(hit.first)
    found = tuple(best.values())
    mass = sum(hit.concept.weight * hit.strength for hit in found)
    mass += _side_by_side(found) + _in_order(found)
    coverage = min(mass / total, 1.0)
    return Evidence(
        found,
        mass,
        coverage,
        used=_is_enough(found, mass, coverage, concepts, body),
        faint=_is_faint(found, mass, coverage, body),
    )


def _side_by_side(hits: Sequence[Hit]) -> float:
    """Return what it adds that words of a fact stand side by side: “end-to-end tests”."""
    places = sorted((hit.first, hit.last) for hit in hits if hit.concept.sort not in UNTOLD)
    pairs = sum(later[0] - one[1] <= _BESIDE for one, later in pairwise(places))
    return min(pairs, 2) * SIDE_BY_SIDE


def _in_order(hits: Sequence[Hit]) -> float:
    """Return what it adds that words follow each other as they do in the fact."""
    if len(hits) < 2:
        return 0.0
    follow = sum(
        0 < later.first - one.last <= NEXT
        and 0 < later.concept.places[0] - one.concept.places[1] <= NEXT
        and not {one.concept.sort, later.concept.sort} <= _MEASURES
        for one, later in pairwise(sorted(hits, key=lambda hit: hit.first))
    )
    return min(follow, 2) * IN_ORDER


def _is_enough(
    hits: Sequence[Hit],
    mass: float,
    coverage: float,
    concepts: Sequence[Concept],
    body: Sequence[Word],
) -> bool:
    telling = [hit for hit in hits if hit.concept.sort not in WEAK]
    if not telling:
        return False
    if any(stands_alone(hit, body) for hit in telling) and coverage >= PART_ALONE:
        return True
    if len(hits) >= 2 and coverage >= PART:
        return mass >= (ENOUGH_OF_SHORT if coverage >= MOST else ENOUGH)
    alone = telling[0]
    only = [c for c in concepts if c.sort not in WEAK]
    return (
        len(only) == 1
        and alone.concept.sort is Sort.TRADE
        and (alone.concept.text[:1].isupper() or is_definite(alone, body))
    )


def _is_faint(hits: Sequence[Hit], mass: float, coverage: float, body: Sequence[Word]) -> bool:
    """Say whether it would be enough beside another fact: chance seldom strikes twice.

    One word in the plural (“classes fill up”) must be a larger part of the fact than another.
    """
    telling = [hit for hit in hits if hit.concept.sort not in WEAK]
    uncommon = [hit for hit in telling if hit.concept.sort in ALONE and hit.strength >= 0.85]
    if any(hit.concept.is_peculiar for hit in telling):
        return coverage >= FAINT_PART
    if uncommon:
        many = len(telling) == 1 and body[uncommon[0].last].folded.endswith("s")
        vague = many and not stands_alone(uncommon[0], body)
        return coverage >= (FAINT_PART_COMMON if vague else FAINT_PART)
    return bool(telling) and len(hits) >= 2 and mass >= FAINT and coverage >= FAINT_PART_COMMON


def apart(used: Sequence[Evidence]) -> Iterator[int]:
    """Yield which of `used` count as different facts: each rests on words of its own.

    Of those that rest on a single name (a town, a company) one counts.
    """
    roots: set[str] = set()
    places: set[int] = set()
    named = False
    for number in sorted(range(len(used)), key=lambda n: (not used[n].used, -used[n].mass)):
        evidence = used[number]
        if not evidence.used and not roots and len(used) < _SEVERAL:
            return  # faint ones need a sure one beside them, or two more
        own = [
            hit
            for hit in evidence.hits
            if hit.concept.sort not in WEAK
            and hit.concept.root not in roots
            and hit.first not in places
        ]
        if not own or (evidence.names_only and named):
            continue
        named = named or evidence.names_only
        roots |= evidence.roots
        places |= {hit.first for hit in evidence.hits}
        yield number


def is_telling(concepts: Sequence[Concept]) -> bool:
    """Say whether a fact could be used at all: all of it together would be enough."""
    hits = [Hit(concept, 0, 0, 1.0) for concept in concepts if concept.weight]
    mass = sum(hit.concept.weight for hit in hits)
    alone = any(hit.concept.sort in {*ALONE, Sort.TRADE} for hit in hits)
    return alone or (bool(hits) and _is_enough(hits, mass, 1.0, concepts, ()))
