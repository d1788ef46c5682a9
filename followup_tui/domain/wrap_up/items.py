"""What a wrap-up holds beside what was caught: each item to confirm, mend or drop.

Items are frozen; the wrap-up keeps them in the order in which they are drawn, and what is mended
is put in the place of what stood there (`domain.views.WrapUpView.mended`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from followup_tui.domain.interaction import NoteLine
from followup_tui.domain.notes.caught import CaughtPromise, CaughtReferral, CaughtStep, CaughtWords
from followup_tui.domain.promise import Owner, PromiseState
from followup_tui.domain.value_add import OfferState, ValueAdd

MOST = 40
"""Items of a kind that a wrap-up takes out of the notes: what is more was pasted, not said, and
stays a note."""


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """Somebody they named, as they will be written down: a referral, and the client they become."""

    name: str
    line: NoteLine
    company: str = ""
    email: str = ""
    phone: str = ""
    detail: str = ""
    keep: bool = True
    doubt: str = ""
    """What of the line was not understood, as a sentence; empty when all was."""
    known: str = ""
    """The id of the client that they are on the list with already; empty: with none."""
    known_name: str = ""
    """What that client is called."""
    known_by: str = ""
    """By what they were recognised: ``the same e-mail``, ``the same company`` …"""
    link: bool = True
    """Whether they are joined to `known`, where there is one, and no new client is made."""

    @property
    def linked(self) -> str:
        """The id of the client that they are joined to; empty where a new one is made."""
        return self.known if self.link else ""


def named(caught: CaughtReferral) -> NamedPerson:
    """Return a referral that was caught as the wrap-up shows it: one address, one number.

    Further addresses and numbers go into the detail, so that none is lost.
    """
    more = [*caught.emails[1:], *caught.phones[1:]]
    return NamedPerson(
        name=caught.name,
        line=caught.line,
        company=caught.company,
        email=next(iter(caught.emails), ""),
        phone=next(iter(caught.phones), ""),
        detail=", ".join(part for part in (caught.detail, *more) if part),
        keep=caught.keep,
        doubt=caught.doubt,
    )


@dataclass(frozen=True, slots=True)
class OfferMade:
    """A value-add that was to be offered, and how far it came in the conversation."""

    value_add_id: str
    title: str
    state: OfferState = OfferState.OFFERED
    """`OfferState.PLANNED`: it was not spoken of, and is there for the next call."""
    tip: ValueAdd | None = None
    """The value-add itself where it is not in the library yet: kept once it was spoken of."""


@dataclass(frozen=True, slots=True)
class EarlierPromise:
    """A promise of before that was open when the conversation began."""

    promise_id: str
    text: str
    due: date
    by: Owner
    state: PromiseState = PromiseState.OPEN


@dataclass(frozen=True, slots=True)
class ThanksOwed:
    """Somebody they introduced earlier, for which they were not thanked yet."""

    referral_id: str
    name: str
    given: bool = False


class QuestionState(StrEnum):
    """Where an open question of before stands after the conversation."""

    OPEN = "still open"
    ANSWERED = "answered"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class EarlierQuestion:
    """A question that was left open in an earlier conversation."""

    text: str
    state: QuestionState = QuestionState.OPEN


WrapItem = (
    CaughtPromise
    | NamedPerson
    | CaughtStep
    | CaughtWords
    | OfferMade
    | EarlierPromise
    | ThanksOwed
    | EarlierQuestion
)
