"""The shapes of the queue: why a client is due (`Reason`), and the list of a moment (`CallList`).

The rules are in `domain.reasons` (why somebody is due) and `domain.queue` (who, in which order).
"""

from __future__ import annotations

from datetime import date, datetime
from enum import IntEnum, StrEnum

import msgspec

from followup_tui.domain.client import Cadence, Client
from followup_tui.domain.encounter import Encounter
from followup_tui.domain.project import Project
from followup_tui.domain.promise import NextStep, Promise, Referral


class ReasonKind(IntEnum):
    """Why a client is on the list; the number is its place in the order of the day."""

    PROMISE = 1
    CALL_BACK = 2
    NEXT_STEP = 3
    NEW_CONTACT = 4
    PROJECT_CLOSING = 5
    COFFEE = 6
    CADENCE = 7
    THANKS = 8
    """Somebody they introduced, for which they were not thanked yet."""
    THEIR_PROMISE = 9
    """Something they promised, and its day is past."""
    FITTING = 10
    """Something new in the library fits somebody who was met."""


class Band(StrEnum):
    """How pressing a reason is: something was promised, late, due, or soon to be due."""

    URGENT = "urgent"
    LATE = "late"
    DUE = "due"
    SOON = "soon"


class Reason(msgspec.Struct, frozen=True, gc=False):
    """Why a client is on the list, in words, with its date and weight."""

    kind: ReasonKind
    text: str
    """A short clause for the list: “promised the pricing link, due yesterday”."""
    due: date
    band: Band
    playbook: str
    """Key of the playbook that it belongs to."""
    weight: float = 0.0
    """Within its kind, higher comes first (days of lateness, warmth); the same all day."""
    at: datetime | None = None
    """The hour, where one was agreed."""
    record_id: str = ""
    """The promise, project, encounter, draw or step that it rests on."""


class CoffeeDue(msgspec.Struct, frozen=True, gc=False):
    """A coffee for which a client was drawn."""

    draw_id: str
    course_title: str
    course_ended: date
    coffee_day: date
    person: str = ""
    """Who was drawn."""
    host: str = ""
    """Who has the coffee with them."""
    invited: date | None = None
    """When they were asked to it, if they were."""


class Standing(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What the interactions with a client add up to, as far as the queue needs it."""

    last_reached: date | None = None
    """The last day they were spoken to, whatever the kind; attempts do not count."""
    last_attempt: date | None = None
    """The last day they were tried in vain, if that is after they were last reached."""
    unanswered: int = 0
    """Attempts in a row since they were last reached."""
    reached: int = 0
    """How often they were reached in all."""


class ClientFile(msgspec.Struct, frozen=True):
    """All that the queue looks at for one client."""

    client: Client
    standing: Standing = Standing()
    projects: tuple[Project, ...] = ()
    encounters: tuple[Encounter, ...] = ()
    promises: tuple[Promise, ...] = ()
    """The open ones."""
    next_steps: tuple[NextStep, ...] = ()
    """Those that are not done."""
    coffees: tuple[CoffeeDue, ...] = ()
    """Those that are not settled."""
    thanks: tuple[Referral, ...] = ()
    """Whom they named and were not thanked for yet."""
    fitting: tuple[Encounter, ...] = ()
    """Those of the encounters with something that fits and was not dealt with."""


class QueueRules(msgspec.Struct, frozen=True):
    """The user's ways: how many a day, which cadence for whom, how far to look ahead."""

    capacity: int = 12
    """Clients a day; what is promised, agreed for an hour or new is listed beyond it."""
    cadence: Cadence | None = None
    """For clients without their own; None: as the playbook says."""
    cadence_by_tag: dict[str, Cadence] = {}
    look_ahead: int = 14
    """Days ahead that `coming` reaches."""
    retry_after: int = 2
    """Days that an unanswered client is left alone, call-backs and promises excepted."""


class QueueEntry(msgspec.Struct, frozen=True, gc=False):
    """One row of the call list."""

    client_id: str
    name: str
    """The client's name."""
    person: str
    """The primary contact's name, or empty."""
    reasons: tuple[Reason, ...]
    """The most pressing first; never empty."""
    phone: str = ""
    """The number of theirs that is dialled first, or empty."""

    @property
    def reason(self) -> Reason:
        """The most pressing reason."""
        return self.reasons[0]


class HeldWhy(StrEnum):
    """Why a client who would be due is not on the list."""

    SNOOZED = "snoozed"
    DO_NOT_CALL = "do not call"
    QUIET = "quiet period"
    TRIED = "tried lately"


class Held(msgspec.Struct, frozen=True, gc=False):
    """A client who would be due but is left alone, until when and why."""

    entry: QueueEntry
    why: HeldWhy
    until: date | None
    words: str


class CallList(msgspec.Struct, frozen=True, gc=False):
    """The queue of one moment."""

    now: datetime
    today: tuple[QueueEntry, ...]
    """Due, within the day's capacity, in the order of the day."""
    beyond: tuple[QueueEntry, ...] = ()
    """Due too, but over the day's capacity."""
    coming: tuple[QueueEntry, ...] = ()
    """Due within the days looked ahead."""
    held: tuple[Held, ...] = ()
    promises: int = 0
    """Open promises of ours that are due or overdue."""
