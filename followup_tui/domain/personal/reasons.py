"""The reasons for and against a letter, each with its sentence and the words it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from followup_tui.domain.personal.case import Case, names_among
from followup_tui.domain.personal.concepts import Sort, silent_names
from followup_tui.domain.personal.earlier import repeat_of
from followup_tui.domain.personal.fact import FactUse, Finding
from followup_tui.domain.personal.facts import find
from followup_tui.domain.personal.index import LetterIndex
from followup_tui.domain.personal.names import forms_of, greeting_of, names_in, strangers
from followup_tui.domain.personal.sentences import general_sentences
from followup_tui.domain.personal.step import steps
from followup_tui.domain.personal.stock import leans, placeholders, stock_phrases
from followup_tui.domain.words import count

FEWEST_FACTS = 2
"""Facts that a letter must name (the playbooks' personal check)."""
_SHOWN = 3  # phrases that a sentence quotes


def facts_reason(used: Sequence[FactUse], counted: Sequence[FactUse]) -> Finding:
    """Say whether enough recorded facts stand in the letter."""
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


def placeholder_reason(case: Case) -> Finding:
    """Say whether something is left to be filled in."""
    spans = placeholders(case.text, case.words)
    quoted = case.quoted(spans)
    if not spans:
        return Finding("placeholders", True, "Nothing is left to be filled in.")
    return Finding(
        "placeholders", False, f"Still to be filled in: {_listed(quoted)}.", spans, quoted
    )


def greeting_reason(case: Case) -> Finding:
    """Say whether the right person is greeted."""
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


def names_reason(case: Case) -> Finding:
    """Say whether somebody else's name stands in the letter."""
    fine = forms_of(case.names, case.words) | names_in(fact.text for fact in case.own)
    foreign = (*case.other_names, *names_among(fact.about for fact in case.others))
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


def others_reason(case: Case) -> Finding:
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
    general = general_sentences(case.text, case.words)
    silent = silent_names((*case.names, *names_among(fact.about for fact in case.others)))
    others = dict.fromkeys(case.others)
    for fact in others:
        evidence = find(case.concepts(fact, silent), exact, general=general, taken=taken)
        if evidence.is_alarming(len(others), body):
            spans = evidence.spans(body)
            whose = f" of {fact.about}" if list(names_among([fact.about])) else " of another client"
            return Finding(
                "others", False, f"This is recorded{whose}: “{fact.text}”. Take it out.", spans,
                case.quoted(spans), (fact,),
            )  # fmt: skip
    return Finding("others", True, "Holds nothing that is recorded of another client.")


def stock_reason(case: Case, facts: int) -> Finding:
    """Say whether the letter leans on phrases that go to anybody."""
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


def earlier_reason(case: Case, earlier: Sequence[str]) -> Finding:
    """Say whether the letter is one of the `earlier` ones over again."""
    names = forms_of((*case.names, *case.other_names), case.words)
    repeat = repeat_of(case.text, earlier, names, case.words)
    if not repeat.over_again:
        return Finding("earlier", True, "Is no earlier letter over again.")
    sentence = f"Is an earlier letter over again ({repeat.share:.0%} of it): write what is new."
    return Finding("earlier", False, sentence, repeat.spans, case.quoted(repeat.spans))


def step_reason(case: Case, today: date | None) -> Finding:
    """Say whether a day to come is proposed, seen from `today`."""
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
