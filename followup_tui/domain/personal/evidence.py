"""What was found of a fact in a letter, how much it tells, and when it is an alarm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log2

from followup_tui.domain.personal.concepts import Sort
from followup_tui.domain.personal.index import Hit
from followup_tui.domain.personal.text import Span, Word
from followup_tui.domain.personal.words import word_set

MOST = 0.72
"""Share of a fact from which nearly all of it is there."""
ALARM = 2.0
"""Weight from which several concepts of another client's fact are an alarm, among a few facts."""
ALARM_PART = 0.5
"""The least share of another client's fact that must be there for that."""
ALARM_ALONE = 0.7
"""The same for one uncommon word."""
FEW = 10
"""Facts of others among which words seldom meet by chance."""
DOUBLED = 0.2
"""Weight that an alarm needs in addition each time that there are twice as many."""

ALONE = frozenset({Sort.PLAIN, Sort.PROPER})
"""Of these, one word can be enough."""
WEAK = frozenset({Sort.EVERYDAY, Sort.TIME, Sort.NAME})
"""These bear a fact out and never make one."""
COMMON = frozenset({Sort.TRADE, Sort.DEED, Sort.EVERYDAY, Sort.TIME})
"""These stand in letters of advertising, too."""
UNTOLD = frozenset({Sort.TIME, Sort.NAME})
NEXT = 2
"""Words on, so that one may stand between."""
_DEFINITE = word_set(
    "the your ur that those this these his her their my our der die das den dem des ihr ihre ihren"
    " ihrem ihrer eure euer deine dein deinem deinen diese dieser le la les l votre vos ton ta tes"
    " ce cette ces"
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """How a letter uses a fact."""

    hits: tuple[Hit, ...]
    mass: float
    coverage: float
    """Share of the fact's weight that was found."""
    used: bool
    faint: bool = False
    """Whether it is too little by itself, and enough beside a fact that is used for sure."""
    doubt: str = ""
    """Why it may say the opposite of the fact; empty where it does not."""

    @property
    def roots(self) -> frozenset[str]:
        """The stems of what was found, without words that tell little."""
        return frozenset(h.concept.root for h in self.hits if h.concept.sort not in WEAK)

    @property
    def names_only(self) -> bool:
        """Whether it rests on a single name, as that of a town."""
        return {h.concept.sort for h in self.hits} - {Sort.TIME} <= {Sort.PROPER, Sort.NAME} and (
            len([h for h in self.hits if h.concept.sort is Sort.PROPER]) == 1
        )

    def is_alarming(self, among: int, body: Sequence[Word]) -> bool:
        """Say whether a fact of somebody else stands here, who was one `among` so many facts.

        The more there are, the likelier it is that a letter holds words of one by chance.
        """
        if not self.used:
            return False
        telling = [hit for hit in self.hits if hit.concept.sort not in WEAK]
        if len(telling) == 1:
            return self.coverage >= ALARM_ALONE and _is_somebodys(telling[0], body)
        uncommon = any(hit.concept.sort not in COMMON and hit.strength == 1 for hit in telling)
        return (
            self.mass >= ALARM + DOUBLED * max(log2(among / FEW), 0.0)
            and self.coverage >= ALARM_PART
            and (uncommon or self.coverage >= MOST)
        )

    def spans(self, body: Sequence[Word]) -> tuple[Span, ...]:
        """Return where the words stand in the letter, in order."""
        return tuple(sorted({(body[h.first].start, body[h.last].end) for h in self.hits}))


NOTHING = Evidence((), 0.0, 0.0, used=False)


def stands_alone(hit: Hit, body: Sequence[Word]) -> bool:
    """Say whether one word is enough: a name, what people tell of themselves, or “your cello”.

    A plain word in the plural or behind “a” may be any catchword of their trade.
    """
    if hit.concept.sort is Sort.PROPER:
        return True
    return hit.concept.sort is Sort.PLAIN and (hit.concept.personal or is_definite(hit, body))


def _is_somebodys(hit: Hit, body: Sequence[Word]) -> bool:
    """Say whether one word of somebody else's fact is no chance: it stands alone, as it is."""
    return hit.strength == 1 and stands_alone(hit, body)


def is_definite(hit: Hit, body: Sequence[Word]) -> bool:
    """Say whether the letter speaks of one that both know: “the cello”, “your daughter's cello”."""
    sentence = body[hit.first].sentence if body else 0
    return any(
        word.folded in _DEFINITE and word.sentence == sentence
        for word in body[max(hit.first - 2, 0) : hit.first]
    )
