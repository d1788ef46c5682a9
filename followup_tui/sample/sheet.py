"""The shape of the sample desk's TOML files: records without ids, their dates counted in days.

Whole numbers named after a date (`ended = -9`) are days from the day of opening (`days.shift`);
a `When` adds the hour. Other records are named by `key`. A mistake in a file raises
`msgspec.ValidationError`, which names the place.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable

import msgspec

from followup_tui.domain.client import AccountManager, Cadence, Competitor, OriginKind, Person
from followup_tui.domain.course import Attendance
from followup_tui.domain.encounter import Warmth
from followup_tui.domain.interaction import InteractionKind, Outcome
from followup_tui.domain.project import ClosingKind, StepState
from followup_tui.domain.promise import Owner, PromiseState, StepKind
from followup_tui.domain.value_add import OfferState, ValueAddKind


class _Lines(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of a sample file."""


class When(_Lines, frozen=True, kw_only=True):
    """A moment: days from the day of opening, the hour, and whose hour it is."""

    days: int
    at: str = "09:00"
    weekday: str = ""
    """``mon`` … ``sun``: the first such day from there on."""
    zone: str = ""
    """IANA name; empty: the user's own."""


class ClosingLines(_Lines, frozen=True, kw_only=True):
    """Where a closing step of a project stands."""

    state: StepState
    asked: tuple[int, ...] = ()
    settled: int | None = None
    note: str = ""


class ProjectLines(_Lines, frozen=True, kw_only=True):
    """Work done for the client."""

    title: str
    started: int
    ended: int | None = None
    technologies: tuple[str, ...] = ()
    success: bool | None = None
    about: str = ""
    closing: dict[ClosingKind, ClosingLines] = {}
    """The steps that are not named have not been asked."""


class InteractionLines(_Lines, frozen=True, kw_only=True):
    """Something that happened; each note begins with its hour: ``10:04 + likes the reports``."""

    when: When
    key: str = ""
    kind: InteractionKind = InteractionKind.CALL
    minutes: int = 0
    person: str = ""
    outcome: Outcome = Outcome.REACHED
    playbook: str = ""
    course: str = ""
    notes: tuple[str, ...] = ()
    answers: dict[str, str] = {}
    summary: str = ""


class PromiseLines(_Lines, frozen=True, kw_only=True):
    """Something owed."""

    text: str
    made: int
    due: int
    by: Owner = Owner.US
    state: PromiseState = PromiseState.OPEN
    settled: int | None = None
    interaction: str = ""


class NextStepLines(_Lines, frozen=True, kw_only=True):
    """What is to come next."""

    kind: StepKind
    made: int
    when: When
    all_day: bool = False
    agreed: bool = False
    text: str = ""
    done: int | None = None
    interaction: str = ""


class FittingLines(_Lines, frozen=True, kw_only=True):
    """Something of the library, by its key, that fits somebody who was met, and since when."""

    value_add: str
    because: str
    on: int


class EncounterLines(_Lines, frozen=True, kw_only=True):
    """Where somebody was met."""

    person: str
    day: int
    where: str = ""
    talked_about: str = ""
    in_common: str = ""
    learned: str = ""
    promised: str = ""
    warmth: Warmth = Warmth.OPEN
    followed_up: int | None = None
    fitting: FittingLines | None = None


class ReferralLines(_Lines, frozen=True, kw_only=True):
    """Somebody whom the client named, and the key of the client that they became."""

    name: str
    made: int
    detail: str = ""
    became: str = ""
    thanked: int | None = None
    interaction: str = ""


class OfferLines(_Lines, frozen=True, kw_only=True):
    """A value-add (by its key) that was offered."""

    value_add: str
    when: When
    state: OfferState = OfferState.OFFERED
    because: str = ""


class OriginLines(_Lines, frozen=True, kw_only=True):
    """Where the client came from; `introduced_by` is another client's key."""

    kind: OriginKind = OriginKind.ADDED
    detail: str = ""
    introduced_by: str = ""


class DoNotCallLines(_Lines, frozen=True, kw_only=True):
    """The wish not to be called."""

    since: int
    why: str = ""


class QuietLines(_Lines, frozen=True, kw_only=True):
    """Days during which the client is left in peace."""

    first: int
    last: int
    why: str = ""


class ClientLines(_Lines, frozen=True, kw_only=True):
    """A client with all that belongs to it."""

    key: str
    name: str
    added: int
    people: tuple[Person, ...] = ()
    website: str = ""
    competitors: tuple[Competitor, ...] = ()
    interests: tuple[str, ...] = ()
    likes: tuple[str, ...] = ()
    dislikes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    account_manager: str = ""
    """Key of one of the sheet's `account_managers`."""
    zone: str = ""
    cadence: Cadence | None = None
    origin: OriginLines = OriginLines()
    call_again: int | None = None
    snoozed_until: int | None = None
    do_not_call: DoNotCallLines | None = None
    quiet: tuple[QuietLines, ...] = ()
    about: str = ""
    projects: tuple[ProjectLines, ...] = ()
    interactions: tuple[InteractionLines, ...] = ()
    promises: tuple[PromiseLines, ...] = ()
    next_steps: tuple[NextStepLines, ...] = ()
    encounters: tuple[EncounterLines, ...] = ()
    referrals: tuple[ReferralLines, ...] = ()
    offers: tuple[OfferLines, ...] = ()


class ValueAddLines(_Lines, frozen=True, kw_only=True):
    """A thing worth giving; `client` is the key of the only client that it fits."""

    key: str
    kind: ValueAddKind
    title: str
    made: int
    url: str = ""
    about: str = ""
    topics: tuple[str, ...] = ()
    starts: When | None = None
    client: str = ""


class AttendeeLines(_Lines, frozen=True, kw_only=True):
    """Somebody on a course; `client` is a key, empty while they are not on the call list."""

    name: str
    email: str = ""
    company: str = ""
    client: str = ""
    attendance: Attendance = Attendance.ATTENDED


class DrawLines(_Lines, frozen=True, kw_only=True):
    """The random pick of a course's attendees: with its seed it comes out the same each time."""

    seed: int
    made: int
    number: int
    had: dict[str, int] = {}
    """Whose coffee was had, and on which day."""


class CourseLines(_Lines, frozen=True, kw_only=True):
    """A training course, its attendees and its draw."""

    key: str
    title: str
    first_day: int
    last_day: int
    topic: str = ""
    speaker: str = ""
    host: str = ""
    coffee_place: str = ""
    about: str = ""
    attendees: tuple[AttendeeLines, ...] = ()
    draw: DrawLines | None = None


class Sheet(_Lines, frozen=True, kw_only=True):
    """What one file holds, or all of them together."""

    account_managers: dict[str, AccountManager] = {}
    value_adds: tuple[ValueAddLines, ...] = ()
    courses: tuple[CourseLines, ...] = ()
    clients: tuple[ClientLines, ...] = ()


def read_sheet(texts: Iterable[str]) -> Sheet:
    """Return the sheet that the TOML `texts` make up together.

    Raises `tomllib.TOMLDecodeError` or `msgspec.ValidationError`.
    """
    sheets = [msgspec.convert(tomllib.loads(text), Sheet) for text in texts]
    managers: dict[str, AccountManager] = {}
    for sheet in sheets:
        managers.update(sheet.account_managers)
    return Sheet(
        account_managers=managers,
        value_adds=tuple(line for sheet in sheets for line in sheet.value_adds),
        courses=tuple(line for sheet in sheets for line in sheet.courses),
        clients=tuple(line for sheet in sheets for line in sheet.clients),
    )
