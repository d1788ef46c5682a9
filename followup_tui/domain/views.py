"""What is shown of a client: the frozen states that services return and panes draw.

Every text in them is clean and meant for a reader; nothing here knows how it is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from followup_tui.domain.calling.other_ways import OtherWay
from followup_tui.domain.client import Client, Person
from followup_tui.domain.encounter import Encounter
from followup_tui.domain.interaction import (
    Answer,
    Interaction,
    InteractionKind,
    NoteLine,
    Outcome,
)
from followup_tui.domain.letter import Letter
from followup_tui.domain.notes.caught import CaughtPromise, CaughtStep, CaughtWords
from followup_tui.domain.playbook import Playbook, Question
from followup_tui.domain.project import Project
from followup_tui.domain.promise import NextStep, Promise, Referral
from followup_tui.domain.queue import Reason, Standing
from followup_tui.domain.value_add import Offer, OfferState, ValueAdd
from followup_tui.domain.wrap_up.items import (
    EarlierPromise,
    EarlierQuestion,
    NamedPerson,
    OfferMade,
    ThanksOwed,
    WrapItem,
)

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class ClientPage:
    """All that is known of one client, newest first where there is an order."""

    client: Client
    standing: Standing = Standing()
    projects: tuple[Project, ...] = ()
    encounters: tuple[Encounter, ...] = ()
    courses: tuple[str, ...] = ()
    """Titles of the courses they attended."""
    interactions: tuple[Interaction, ...] = ()
    promises: tuple[Promise, ...] = ()
    next_steps: tuple[NextStep, ...] = ()
    offers: tuple[tuple[Offer, ValueAdd], ...] = ()
    letters: tuple[Letter, ...] = ()
    introduced_by: str = ""
    """The name of the client who introduced them."""
    thanks: tuple[Referral, ...] = ()
    """Whom they named and were not thanked for yet."""
    reasons: tuple[Reason, ...] = ()
    """Why they are on the list today, the most pressing first; empty when they are not."""


class ItemStatus(StrEnum):
    """Where an item of the checklist stands; being ticked is a matter of its own."""

    WAITING = "waiting"
    FETCHING = "fetching"
    READY = "ready"
    """Its evidence is there."""
    FAILED = "failed"
    """It could not be fetched, and `problem` says why; older evidence may be there."""
    NOTHING = "nothing"
    """There is nothing to look at (no website is known); `headline` says what would help."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that was found for an item."""

    text: str
    label: str = ""
    """What it is: “Title”, “New”, “Event”, “Last time”; empty for running text."""
    url: str = ""
    how: str = ""
    """How it was found, as `page.Source.method`."""
    at: datetime | None = None
    """When it was read, or when it happened."""


@dataclass(frozen=True, slots=True)
class PreparedItem:
    """An item of the checklist with what was found for it."""

    key: str
    label: str
    status: ItemStatus
    headline: str = ""
    """What was found, in a few words, beside the label."""
    hint: str = ""
    evidence: tuple[Evidence, ...] = ()
    fetched_at: datetime | None = None
    """The age of the oldest thing in `evidence` that came over the network."""
    problem: str = ""
    ticked: datetime | None = None
    fetches: bool = False
    """Whether it comes over the network, so that `r` can fetch it again."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A value-add that fits, why, and whether it was chosen."""

    value_add: ValueAdd
    because: str = ""
    """The matching words: “Azure, costs”; empty when nothing matched."""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class PreparationView:
    """One preparation as it stands."""

    client: Client
    playbook: Playbook
    why: str
    """The reason they are on the list, in words, or that they are not."""
    items: tuple[PreparedItem, ...]
    suggestions: tuple[Suggestion, ...] = ()
    letter: Letter | None = None
    page: ClientPage | None = None
    preparation_id: str = ""
    """Empty until the first tick, choice or draft makes it a record."""

    @property
    def done(self) -> int:
        """How many items are ticked."""
        return sum(item.ticked is not None for item in self.items)

    @property
    def fetching(self) -> bool:
        """Whether anything is still on its way."""
        return any(i.status in {ItemStatus.WAITING, ItemStatus.FETCHING} for i in self.items)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question on the path through the script, with the answer once it is given."""

    question: Question
    answer: str | None = None
    """None: open; empty: skipped."""
    last_time: str = ""
    """What was said to it the last time, and when."""


@dataclass(frozen=True, slots=True)
class PadPlace:
    """Where the user is in the notes; rows and columns count from 0."""

    row: int = -1
    """The line of the cursor; -1: after the last word, as nothing was kept."""
    column: int = 0
    top: int = 0
    """The first line of the screen that is shown, wrapped lines counted each."""


@dataclass(frozen=True, slots=True)
class CallView:
    """A call under way; a coffee or a meeting is one as well, by its `kind`."""

    client: Client
    person: Person | None
    playbook: Playbook
    why: str
    started: datetime
    path: tuple[Asked, ...]
    """The questions so far; the last one is at hand unless the script has ended."""
    ended: bool = False
    """Whether the script came to its end."""
    aside: tuple[Asked, ...] = ()
    """Questions that were answered and are not on the path; they have their answer again when
    they come to hand."""
    off_path: tuple[Asked, ...] = ()
    """Those of `aside` to which nothing that was answered leads any more."""
    notes: tuple[NoteLine, ...] = ()
    place: PadPlace = PadPlace()
    suggestions: tuple[Suggestion, ...] = ()
    """The value-adds chosen to be offered."""
    more: tuple[Suggestion, ...] = ()
    """What else would fit, the best first; known a moment after the call has begun."""
    offered: Mapping[str, OfferState] = field(default_factory=dict)
    """By the id of a value-add: what came of it. What is not in it was not spoken of."""
    kind: InteractionKind = InteractionKind.CALL
    """How it is held: as a call, a coffee or a meeting."""
    page: ClientPage | None = None
    resumed: bool = False
    """Whether it was found again after an interruption."""
    told: tuple[str, ...] = ()
    """What is not as it was when the call was left: a sentence each."""

    @property
    def at_hand(self) -> Asked | None:
        """The question to ask now."""
        return self.path[-1] if self.path and not self.ended else None


@dataclass(frozen=True, slots=True)
class WrapUpView:
    """The end of an interaction: what will be written when it is confirmed."""

    client: Client
    playbook: Playbook
    outcome: Outcome
    started: datetime
    ended: datetime
    kind: InteractionKind = InteractionKind.CALL
    """How it was held: as a call, a coffee or a meeting."""
    person: str = ""
    notes: tuple[NoteLine, ...] = ()
    answers: tuple[Answer, ...] = ()
    promises: tuple[CaughtPromise, ...] = ()
    named: tuple[NamedPerson, ...] = ()
    """Whom they named."""
    steps: tuple[CaughtStep, ...] = ()
    """What is to come next: as it was noted, or proposed here (its `line` is empty then)."""
    words: tuple[CaughtWords, ...] = ()
    """What is to be remembered of them, and what was left open."""
    offers: tuple[OfferMade, ...] = ()
    earlier: tuple[EarlierPromise, ...] = ()
    """The promises of before that are open, ours and theirs, the oldest first."""
    thanks: tuple[ThanksOwed, ...] = ()
    questions: tuple[EarlierQuestion, ...] = ()
    call_again: date | None = None
    """The next contact, as proposed or as changed."""
    call_again_why: str = ""
    """Why that day is proposed: “five months from today”, “tried three times, give it a week”."""
    call_again_at: datetime | None = None
    """The hour of another try on that day, as proposed; None where none is, or the day changed."""
    other_ways: tuple[OtherWay, ...] = ()
    """What could be done instead of another try."""
    call_back_at: datetime | None = None
    """With `Outcome.CALL_BACK`: the hour agreed."""
    summary: str = ""

    def mended(self, index: int, item: WrapItem) -> WrapUpView:
        """Return the wrap-up with `item` in the place `index` of its kind, or after the last."""
        match item:
            case CaughtPromise():
                view = replace(self, promises=_with(self.promises, index, item))
            case NamedPerson():
                view = replace(self, named=_with(self.named, index, item))
            case CaughtStep():
                view = replace(self, steps=_with(self.steps, index, item))
            case CaughtWords():
                view = replace(self, words=_with(self.words, index, item))
            case OfferMade():
                view = replace(self, offers=_with(self.offers, index, item))
            case EarlierPromise():
                view = replace(self, earlier=_with(self.earlier, index, item))
            case ThanksOwed():
                view = replace(self, thanks=_with(self.thanks, index, item))
            case EarlierQuestion():
                view = replace(self, questions=_with(self.questions, index, item))
        return view


def _with(items: tuple[_Item, ...], index: int, item: _Item) -> tuple[_Item, ...]:
    return (*items[:index], item, *items[index + 1 :])
