"""A letter with all that is known around it, and which recorded facts it uses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from followup_tui.domain.personal.concepts import Concept, concepts_of, is_denied, silent_names
from followup_tui.domain.personal.evidence import Evidence
from followup_tui.domain.personal.fact import Fact, FactUse
from followup_tui.domain.personal.facts import apart, find, is_telling
from followup_tui.domain.personal.index import LetterIndex
from followup_tui.domain.personal.sentences import general_sentences, treatises
from followup_tui.domain.personal.text import LetterText, Span, Word
from followup_tui.domain.personal.words import PersonalWords

_SHARED_BY = 2
"""Other clients with the same fact from which it is nobody's own, if they are half of them all."""


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """A letter with all that is known around it."""

    text: LetterText
    words: PersonalWords
    own: tuple[Fact, ...]
    others: tuple[Fact, ...]
    people: tuple[str, ...]
    known: tuple[str, ...]
    other_names: tuple[str, ...]

    @property
    def body(self) -> tuple[Word, ...]:
        """The words between greeting and signature."""
        return tuple(self.text.body())

    @property
    def names(self) -> tuple[str, ...]:
        """All names that may stand in the letter, and tell nothing by themselves."""
        return (*self.people, *self.known, *names_among(fact.about for fact in self.own))

    def concepts(self, fact: Fact, silent: frozenset[str]) -> tuple[Concept, ...]:
        """Return what a fact is made of; `silent` names tell nothing by themselves."""
        return concepts_of(fact.text, silent, self.words)

    def quoted(self, spans: Iterable[Span]) -> tuple[str, ...]:
        """Return what stands in the letter at some places."""
        return tuple(" ".join(self.text.text[slice(*span)].split()) for span in spans)


def names_among(texts: Iterable[str]) -> Iterator[str]:
    """Yield those that are written like a name, and not like an id."""
    for text in dict.fromkeys(texts):
        if text[:1].isupper() and not any(char.isdigit() for char in text):
            yield text


def facts_of(case: Case) -> tuple[tuple[FactUse, ...], list[tuple[Fact, float]]]:
    """Return the facts that the letter uses, and those that it could use with their weights."""
    silent = silent_names(case.names)
    body = case.body
    index = LetterIndex(body, case.words)
    general = general_sentences(case.text, case.words)
    at_large = treatises(case.text)
    shared = _shared(case, silent)
    found: list[tuple[Fact, Evidence]] = []
    unused: list[tuple[Fact, float]] = []
    for fact in dict.fromkeys(case.own):
        concepts = case.concepts(fact, silent)
        evidence = find(
            concepts, index, general=general, at_large=at_large, denied=is_denied(fact.text)
        )
        if evidence.used or evidence.faint or evidence.doubt:
            found.append((fact, evidence))
        elif is_telling(concepts) and fact not in shared:
            unused.append((fact, sum(concept.weight for concept in concepts)))
    candidates = [
        n for n, (fact, evidence) in enumerate(found) if not evidence.doubt and fact not in shared
    ]
    counted = {candidates[n] for n in apart([found[n][1] for n in candidates])}
    return tuple(
        FactUse(
            fact,
            spans := evidence.spans(body),
            case.quoted(spans),
            number in counted,
            "" if number in counted else _why_not(fact, evidence, shared),
        )
        for number, (fact, evidence) in enumerate(found)
    ), unused


def _why_not(fact: Fact, evidence: Evidence, shared: frozenset[Fact]) -> str:
    if evidence.doubt:
        return f"the letter {evidence.doubt}"
    if fact in shared:
        return "it is true of other clients just as well"
    if not evidence.used:
        return "it is too little to tell that it is meant"
    return "another fact rests on the same words"


def _shared(case: Case, silent: frozenset[str]) -> frozenset[Fact]:
    """Return the own facts that are recorded of half of the other clients, too."""
    by_client: defaultdict[str, set[frozenset[str]]] = defaultdict(set)
    for fact in case.others:
        roots = frozenset(concept.root for concept in case.concepts(fact, silent))
        by_client[fact.about].add(roots)
    found = set()
    for fact in case.own:
        roots = frozenset(concept.root for concept in case.concepts(fact, silent))
        having = sum(roots in several for several in by_client.values())
        if having >= _SHARED_BY and 2 * having >= len(by_client):
            found.add(fact)
    return frozenset(found)
