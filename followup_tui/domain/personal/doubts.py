"""Where a letter says otherwise than a recorded fact: denies it, or counts differently."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from followup_tui.domain.personal.concepts import NOT, Concept, Sort
from followup_tui.domain.personal.evidence import NEXT, UNTOLD, Evidence
from followup_tui.domain.personal.index import LetterIndex
from followup_tui.domain.personal.words import word_set

_PART_OF = word_set(
    "of only first next another other others last biggest to than or for from per each every these"
    " those nur von erst erste ersten anderen pro je als de seulement premiers autres par chaque"
)
_NOT_REALLY = word_set("forgot forgotten only just sure surprised vergessen nur oublie")


def doubted(evidence: Evidence, concepts: Sequence[Concept], index: LetterIndex) -> Evidence:
    """Return the evidence with a doubt where the letter denies what the fact tells."""
    other = _other_number(evidence, concepts, index)
    if other:
        return _with_doubt(evidence, f"says “{other}”")
    feelings = {name for c in concepts for name in c.families} & {"liked", "disliked"}
    near = {index.body[hit.first].sentence for hit in evidence.hits}
    for hit in evidence.hits:
        if hit.concept.sort is not Sort.DEED:
            continue
        before = [word.folded for word in index.body[max(hit.first - 2, 0) : hit.first]]
        if NOT & set(before) and not _NOT_REALLY & set(before):
            return _with_doubt(evidence, f"says “{before[-1]} {index.body[hit.first].text}”")
    for opposite in {"liked", "disliked"} - feelings if len(feelings) == 1 else ():
        told = [w for w in index.places_of(opposite) if index.body[w].sentence in near]
        same = [w for f in feelings for w in index.places_of(f) if index.body[w].sentence in near]
        if told and not same:
            return _with_doubt(evidence, f"says “{index.body[told[0]].text}”")
    return evidence


def _other_number(evidence: Evidence, concepts: Sequence[Concept], index: LetterIndex) -> str:
    """Return where the letter counts otherwise than the fact: “40 carriers” for 14 of them.

    Not where a number of the fact stands in it, too, nor where a part is meant (“three of the
    carriers”, “only three carriers”, “down to three”).
    """
    numbers = [concept for concept in concepts if concept.sort is Sort.NUMBER]
    if any(hit for number in numbers for hit in index.hits(number)):
        return ""
    for number in numbers:
        for hit in evidence.hits:
            counted = 0 < hit.concept.places[0] - number.places[1] <= NEXT
            if not counted or hit.concept.sort in UNTOLD:
                continue
            for first in index.numbers_before(hit.first, NEXT):
                if not first or index.body[first - 1].folded not in _PART_OF:
                    return " ".join(word.text for word in index.body[first : hit.last + 1])
    return ""


def _with_doubt(evidence: Evidence, doubt: str) -> Evidence:
    return replace(evidence, used=False, faint=False, doubt=doubt)
