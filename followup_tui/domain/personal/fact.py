"""What the personal check takes and gives: facts, and what a letter makes of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from followup_tui.domain.personal.text import Span


@dataclass(frozen=True, slots=True)
class Fact:
    """Something recorded about a client, a person or a conversation."""

    text: str
    """In the words of the note: “moved to Azure in May”."""
    kind: str = ""
    """Such as interest, liked, said, project, promise, met, event; empty is said."""
    about: str = ""
    """The client it is about: id or name."""
    source: str = ""
    """Where it is recorded, for showing it."""
    when: date | None = None


@dataclass(frozen=True, slots=True)
class FactUse:
    """A recorded fact and the words of a letter that rest on it."""

    fact: Fact
    spans: tuple[Span, ...]
    words: tuple[str, ...]
    counts: bool
    """False where another fact rests on the same words, where it would be true of any client, or
    where the letter says the opposite."""
    why_not: str = ""
    """Why it does not count, as a part of a sentence."""


@dataclass(frozen=True, slots=True)
class Unused:
    """A recorded fact that the letter could still use, and a sentence to be put in for it."""

    fact: Fact
    sentence: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One reason for or against a letter."""

    key: str
    """``facts``, ``placeholders``, ``greeting``, ``names``, ``others``, ``stock``, ``earlier`` or
    ``step``."""
    ok: bool
    sentence: str
    """What was found, and what to do where it is not well."""
    spans: tuple[Span, ...] = ()
    """The places in the letter, in characters, in order."""
    words: tuple[str, ...] = ()
    """What stands there."""
    facts: tuple[Fact, ...] = ()
    """The facts it rests on."""


@dataclass(frozen=True, slots=True)
class PersonalCheck:
    """Whether a letter could have gone to nobody else, and why or why not."""

    ready: bool
    reasons: tuple[Finding, ...]
    used: tuple[FactUse, ...]
    unused: tuple[Unused, ...]
    """Facts that could be put in, the best first."""
    score: float
    """0 to 1: the share of what a ready letter has; 1 is ready."""

    def reason(self, key: str) -> Finding:
        """Return the reason of a key; `KeyError` where there is none."""
        for each in self.reasons:
            if each.key == key:
                return each
        raise KeyError(key)

    @property
    def open_reasons(self) -> tuple[Finding, ...]:
        """What keeps the letter from being ready."""
        return tuple(each for each in self.reasons if not each.ok)
