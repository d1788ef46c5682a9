"""The personal check: whether a letter could have gone to nobody else.

A follow-up that could have gone to anyone is worse than none. A letter is ready only when it names
at least two facts recorded about this person or this conversation, keeps no placeholder, greets
the right name, holds no name and no fact of somebody else, does not lean on stock phrases, is not
an earlier letter over again, and proposes a dated next step. The check advises: each reason tells
what it found and at which words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from followup_tui.domain.personal_concepts import (
    Concept,
    LetterIndex,
    Sort,
    concepts_of,
    is_denied,
    silent_names,
)
from followup_tui.domain.personal_earlier import repeat_of
from followup_tui.domain.personal_fact import Fact, FactUse, Finding, PersonalCheck, Unused
from followup_tui.domain.personal_facts import (
    Evidence,
    apart,
    find,
    general_sentences,
    is_telling,
)
from followup_tui.domain.personal_names import forms_of, greeting_of, names_in, strangers
from followup_tui.domain.personal_offer import language_of, offered
from followup_tui.domain.personal_step import steps
from followup_tui.domain.personal_stock import leans, placeholders, stock_phrases
from followup_tui.domain.personal_text import LetterText, Span, Word, take_apart
from followup_tui.domain.personal_words import PersonalWords, parts, shipped
from followup_tui.domain.text import fold
from followup_tui.domain.words import count

__all__ = ["FEWEST_FACTS", "Fact", "FactUse", "Finding", "PersonalCheck", "Unused", "check"]

FEWEST_FACTS = 2
"""Facts that a letter must name (the playbooks' personal check)."""
_SHARED_BY = 2
"""Other clients with the same fact from which it is nobody's own, if they are half of them all."""
_SHOWN = 3  # phrases that a sentence quotes


def check(  # noqa: PLR0913  (the bare call suffices; each of the others is one more thing known)
    letter: str,
    facts: Sequence[Fact],
    *,
    to: str | Sequence[str] = (),
    about: str = "",
    others: Sequence[Fact] = (),
    other_names: Sequence[str] = (),
    known_names: Sequence[str] = (),
    earlier: Sequence[str] = (),
    today: date | None = None,
    language: str = "",
    words: PersonalWords | None = None,
) -> PersonalCheck:
    """Return whether `letter` is plainly for whom it is written, and why or why not.

    letter: subject (optional, as ``Subject: …``), greeting, body and signature as plain text.
    facts: recorded about the client or the conversation. Where they are about several clients,
        those of the one that `about` names, or else that the letter greets, count; the rest are
        others'.
    to: names of the people it is for; without any, a greeting by any name is right.
    others: facts recorded about other clients. other_names: those clients and their people.
    known_names: names that may stand in it: the client's company, the sender, the account manager,
        who introduced them.
    earlier: bodies of letters that left before. today: the day it is written on; without it, no day
        is past. language: ``en``, ``de`` or ``fr`` of the sentences offered; else the letter's.
    words: stock phrases and synonyms; else those that ship.

    Never raises, whatever `letter` holds.
    """
    words = words or shipped()
    people = [to] if isinstance(to, str) else list(to)
    text = take_apart(letter, words)
    own, foreign = _parted(facts, about, [name for name in people if name], text)
    case = _Case(
        text,
        words,
        own,
        (*foreign, *others),
        tuple(name for name in people if name),
        tuple(known_names),
        tuple(other_names),
    )
    used, unused = _facts_of(case)
    counted = tuple(use for use in used if use.counts)
    reasons = (
        _facts_reason(used, counted),
        _placeholder_reason(case),
        _greeting_reason(case),
        _names_reason(case),
        _others_reason(case),
        _stock_reason(case, len(counted)),
        _earlier_reason(case, earlier),
        _step_reason(case, today),
    )
    ready = all(reason.ok for reason in reasons)
    return PersonalCheck(
        ready,
        reasons,
        used,
        offered(unused, language or language_of(word.folded for word in text.body())),
        _score(reasons, len(counted)),
    )


def _parted(
    facts: Sequence[Fact], about: str, people: Sequence[str], text: LetterText
) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """Return the facts about the client of this letter, and those about others."""
    clients = dict.fromkeys(fact.about for fact in facts if fact.about)
    if about or len(clients) > 1:
        chosen = about or _client_of(clients, people, text)
        if chosen:
            own = tuple(fact for fact in facts if fact.about in {"", chosen})
            return own, tuple(fact for fact in facts if fact.about not in {"", chosen})
    return tuple(facts), ()


def _client_of(clients: Iterable[str], people: Sequence[str], text: LetterText) -> str:
    """Return which client a letter is for: one of its people's names, or of its greeting's."""
    opening = {word.folded for word in text.words if word.start < text.opening[1]}
    named = {fold(name) for name in people}
    for wanted in (named, {part for name in people for part in parts(name)}, opening):
        found = [c for c in clients if fold(c) in wanted or wanted & set(parts(c))]
        if len(found) == 1:
            return found[0]
    return ""


@dataclass(frozen=True, slots=True, eq=False)
class _Case:
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
        return tuple(self.text.body())

    @property
    def names(self) -> tuple[str, ...]:
        """All names that may stand in the letter, and tell nothing by themselves."""
        return (*self.people, *self.known, *_names_among(fact.about for fact in self.own))

    def concepts(self, fact: Fact, silent: frozenset[str]) -> tuple[Concept, ...]:
        return concepts_of(fact.text, silent, self.words)

    def quoted(self, spans: Iterable[Span]) -> tuple[str, ...]:
        return tuple(" ".join(self.text.text[slice(*span)].split()) for span in spans)


def _names_among(texts: Iterable[str]) -> Iterator[str]:
    """Yield those that are written like a name, and not like an id."""
    for text in dict.fromkeys(texts):
        if text[:1].isupper() and not any(char.isdigit() for char in text):
            yield text


def _facts_of(case: _Case) -> tuple[tuple[FactUse, ...], list[tuple[Fact, float]]]:
    """Return the facts that the letter uses, and those that it could use with their weights."""
    silent = silent_names(case.names)
    body = case.body
    index = LetterIndex(body, case.words)
    general = general_sentences(body, case.words)
    shared = _shared(case, silent)
    found: list[tuple[Fact, Evidence]] = []
    unused: list[tuple[Fact, float]] = []
    for fact in dict.fromkeys(case.own):
        concepts = case.concepts(fact, silent)
        evidence = find(concepts, index, general=general, denied=is_denied(fact.text))
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


def _shared(case: _Case, silent: frozenset[str]) -> frozenset[Fact]:
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


def _facts_reason(used: Sequence[FactUse], counted: Sequence[FactUse]) -> Finding:
    if len(counted) >= FEWEST_FACTS:
        sentence = f"Rests on {count(len(counted), 'recorded fact')}."
    elif counted:
        sentence = (
            f"Names only one fact that is recorded: “{counted[0].fact.text}”. Name a second one."
        )
    else:
        sentence = "Names nothing that is recorded about them: this could go to anybody."
    doubts = [use for use in used if use.why_not.startswith("the letter says")]
    if doubts:
        sentence += f" Recorded is “{doubts[0].fact.text}”, but {doubts[0].why_not}."
    shown = counted or used
    return Finding(
        "facts",
        len(counted) >= FEWEST_FACTS,
        sentence,
        tuple(sorted({span for use in shown for span in use.spans})),
        tuple(word for use in shown for word in use.words),
        tuple(use.fact for use in shown),
    )


def _placeholder_reason(case: _Case) -> Finding:
    spans = placeholders(case.text, case.words)
    quoted = case.quoted(spans)
    if not spans:
        return Finding("placeholders", True, "Nothing is left to be filled in.")
    return Finding(
        "placeholders", False, f"Still to be filled in: {_listed(quoted)}.", spans, quoted
    )


def _greeting_reason(case: _Case) -> Finding:
    greeting = greeting_of(case.text, case.people, case.words)
    expected = " or ".join(case.people[:_SHOWN])
    spans = (greeting.span,) if greeting.span[1] > greeting.span[0] else ()
    if greeting.right:
        sentence = f"Greets {greeting.words}."
    elif greeting.words:
        sentence = f"Greets “{greeting.words}”" + (
            f", not {expected}." if expected else ": name them."
        )
    else:
        sentence = f"Greets nobody by name: begin with {expected or 'their name'}."
    return Finding("greeting", greeting.right, sentence, spans, case.quoted(spans))


def _names_reason(case: _Case) -> Finding:
    fine = forms_of(case.names, case.words) | names_in(fact.text for fact in case.own)
    foreign = (*case.other_names, *_names_among(fact.about for fact in case.others))
    spans = strangers(
        case.text, dict.fromkeys(foreign), fine if case.people else frozenset(), case.words
    )
    quoted = case.quoted(spans)
    if not spans:
        return Finding("names", True, "Holds no name of somebody else.")
    return Finding(
        "names", False, f"Names somebody else: {_listed(quoted)}. Is this letter for them?", spans,
        quoted,
    )  # fmt: skip


def _others_reason(case: _Case) -> Finding:
    """Return the alarm where a fact of another client stands in the letter."""
    own_silent = silent_names(case.names)
    own = [concept for fact in case.own for concept in case.concepts(fact, own_silent)]
    body = case.body
    index = LetterIndex(body, case.words)
    exact = LetterIndex(body, case.words, misspelled=False)
    taken = frozenset(
        place
        for concept in dict.fromkeys(own)
        if concept.sort not in {Sort.EVERYDAY, Sort.TIME}
        for hit in index.hits(concept)
        for place in range(hit.first, hit.last + 1)
    )
    general = general_sentences(body, case.words)
    silent = silent_names((*case.names, *_names_among(fact.about for fact in case.others)))
    for fact in dict.fromkeys(case.others):
        evidence = find(case.concepts(fact, silent), exact, general=general, taken=taken)
        if evidence.is_alarming:
            spans = evidence.spans(body)
            whose = (
                f" of {fact.about}" if list(_names_among([fact.about])) else " of another client"
            )
            return Finding(
                "others", False, f"This is recorded{whose}: “{fact.text}”. Take it out.", spans,
                case.quoted(spans), (fact,),
            )  # fmt: skip
    return Finding("others", True, "Holds nothing that is recorded of another client.")


def _stock_reason(case: _Case, facts: int) -> Finding:
    body = case.body
    phrases = stock_phrases(body, case.words)
    spans = tuple(phrase.span for phrase in phrases)
    quoted = case.quoted(spans)
    if leans(phrases, len(body), facts):
        sentence = f"Leans on phrases that go to anybody: {_listed(quoted)}. Say it in your words."
        return Finding("stock", False, sentence, spans, quoted)
    sentence = (
        f"{count(len(phrases), 'stock phrase')}, which does not weigh."
        if phrases
        else "No stock phrase."
    )
    return Finding("stock", True, sentence, spans, quoted)


def _earlier_reason(case: _Case, earlier: Sequence[str]) -> Finding:
    names = forms_of((*case.names, *case.other_names), case.words)
    repeat = repeat_of(case.text, earlier, names, case.words)
    if not repeat.over_again:
        return Finding("earlier", True, "Is no earlier letter over again.")
    sentence = f"Is an earlier letter over again ({repeat.share:.0%} of it): write what is new."
    return Finding("earlier", False, sentence, repeat.spans, case.quoted(repeat.spans))


def _step_reason(case: _Case, today: date | None) -> Finding:
    found = steps(case.text, today)
    proposed = [step for step in found if not step.why_not]
    if proposed:
        spans = tuple(step.span for step in proposed)
        quoted = case.quoted(spans)
        return Finding("step", True, f"Proposes a day: {_listed(quoted)}.", spans, quoted)
    spans = tuple(step.span for step in found)
    quoted = case.quoted(spans)
    if not found:
        sentence = "Proposes no day for what comes next: name one, such as “Thursday at 10”."
    else:
        sentence = (
            f"Proposes no day to come: “{quoted[0]}” {found[0].why_not}. Name one, such as"
            " “Thursday at 10”."
        )
    return Finding("step", False, sentence, spans, quoted)


def _listed(quoted: Sequence[str]) -> str:
    shown = ", ".join(f"“{each}”" for each in dict.fromkeys(quoted[:_SHOWN]))
    more = len(quoted) - _SHOWN
    return f"{shown} and {count(more, 'more', 'more')}" if more > 0 else shown


def _score(reasons: Sequence[Finding], counted: int) -> float:
    """Return the share of what a ready letter has; the facts weigh as much as all the rest."""
    rest = [reason.ok for reason in reasons if reason.key != "facts"]
    return round(min(counted, FEWEST_FACTS) / FEWEST_FACTS / 2 + sum(rest) / len(rest) / 2, 3)
