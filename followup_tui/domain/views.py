"""What is shown of a client: the frozen states that services return and panes draw.

Every text in them is clean and meant for a reader; nothing here knows how it is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from followup_tui.domain.caught import CaughtPromise
from followup_tui.domain.client import Client, Person
from followup_tui.domain.encounter import Encounter
from followup_tui.domain.interaction import Answer, Interaction, NoteLine, Outcome
from followup_tui.domain.letter import Letter
from followup_tui.domain.playbook import Playbook, Question
from followup_tui.domain.project import Project
from followup_tui.domain.promise import NextStep, Promise
from followup_tui.domain.queue import Reason, Standing
from followup_tui.domain.value_add import Offer, ValueAdd


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
class CallView:
    """A call under way."""

    client: Client
    person: Person | None
    playbook: Playbook
    why: str
    started: datetime
    path: tuple[Asked, ...]
    """The questions so far; the last one is at hand unless the script has ended."""
    ended: bool = False
    """Whether the script came to its end."""
    notes: tuple[NoteLine, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    """The value-adds chosen to be offered."""
    page: ClientPage | None = None
    resumed: bool = False
    """Whether it was found again after an interruption."""

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
    person: str = ""
    notes: tuple[NoteLine, ...] = ()
    answers: tuple[Answer, ...] = ()
    promises: tuple[CaughtPromise, ...] = ()
    call_again: date | None = None
    """The next contact, as proposed or as changed."""
    call_again_why: str = ""
    """Why that day is proposed: “five months from today”, “tried three times, give it a week”."""
    call_back_at: datetime | None = None
    """With `Outcome.CALL_BACK`: the hour agreed."""
    summary: str = ""
