"""The personal check: whether a letter could have gone to nobody else.

A follow-up that could have gone to anyone is worse than none. A letter is ready only when it names
at least two facts recorded about this person or this conversation, keeps no placeholder, greets
the right name, holds no name and no fact of somebody else, does not lean on stock phrases, is not
an earlier letter over again, and proposes a dated next step. The check advises: each reason tells
what it found and at which words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from followup_tui.domain.personal.case import Case, facts_of
from followup_tui.domain.personal.fact import Fact, FactUse, Finding, PersonalCheck, Unused
from followup_tui.domain.personal.offer import language_of, offered
from followup_tui.domain.personal.reasons import (
    FEWEST_FACTS,
    earlier_reason,
    facts_reason,
    greeting_reason,
    names_reason,
    others_reason,
    placeholder_reason,
    step_reason,
    stock_reason,
)
from followup_tui.domain.personal.text import LetterText, take_apart
from followup_tui.domain.personal.words import PersonalWords, parts, shipped
from followup_tui.domain.text import fold

__all__ = ["FEWEST_FACTS", "Fact", "FactUse", "Finding", "PersonalCheck", "Unused", "check"]


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
    case = Case(
        text,
        words,
        own,
        (*foreign, *others),
        tuple(name for name in people if name),
        tuple(known_names),
        tuple(other_names),
    )
    used, unused = facts_of(case)
    counted = tuple(use for use in used if use.counts)
    reasons = (
        facts_reason(used, counted),
        placeholder_reason(case),
        greeting_reason(case),
        names_reason(case),
        others_reason(case),
        stock_reason(case, len(counted)),
        earlier_reason(case, earlier),
        step_reason(case, today),
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


def _score(reasons: Sequence[Finding], counted: int) -> float:
    """Return the share of what a ready letter has; the facts weigh as much as all the rest."""
    rest = [reason.ok for reason in reasons if reason.key != "facts"]
    return round(min(counted, FEWEST_FACTS) / FEWEST_FACTS / 2 + sum(rest) / len(rest) / 2, 3)
