"""The things of which the answers are made: a client, a promise, a reason …"""

from __future__ import annotations

from datetime import date, datetime

import msgspec


class Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An object of which every key is known, and always there."""


class Person(Shape, frozen=True):
    """Somebody at a client."""

    name: str
    role: str
    phones: list[str]
    emails: list[str]
    wrong_phones: list[str]


class Competitor(Shape, frozen=True):
    """Whom a client watches."""

    name: str
    website: str


class Manager(Shape, frozen=True):
    """An account manager."""

    name: str
    email: str


class Cadence(Shape, frozen=True):
    """After how many days a client is due, and late."""

    ideal: int
    late: int


class Origin(Shape, frozen=True):
    """How a client came on the list."""

    kind: str
    detail: str
    introduced_by: str


class DoNotCall(Shape, frozen=True):
    """The wish not to be called."""

    since: date
    why: str


class Quiet(Shape, frozen=True):
    """Days on which a client is left in peace."""

    first: date
    last: date
    why: str


class Client(Shape, frozen=True):
    """A client."""

    id: str
    name: str
    people: list[Person]
    website: str
    competitors: list[Competitor]
    interests: list[str]
    likes: list[str]
    dislikes: list[str]
    open_questions: list[str]
    tags: list[str]
    account_manager: Manager | None
    zone: str
    cadence: Cadence | None
    origin: Origin
    call_again: date | None
    snoozed_until: date | None
    do_not_call: DoNotCall | None
    quiet: list[Quiet]
    about: str
    created: datetime
    changed: datetime | None


class Reason(Shape, frozen=True):
    """Why a client is on the list."""

    kind: str
    text: str
    due: date
    at: datetime | None
    band: str
    playbook: str
    record_id: str


class Note(Shape, frozen=True):
    """A line of notes."""

    at: datetime
    text: str
    kind: str


class Answer(Shape, frozen=True):
    """What was said to a question of the script."""

    question: str
    text: str


class Interaction(Shape, frozen=True):
    """A conversation, a try or a note."""

    id: str
    kind: str
    at: datetime
    until: datetime | None
    person: str
    outcome: str
    playbook: str
    notes: list[Note]
    answers: list[Answer]
    summary: str


class ClosingStep(Shape, frozen=True):
    """A closing step of a project."""

    kind: str
    state: str
    asked: list[date]
    settled: date | None
    note: str


class Project(Shape, frozen=True):
    """Work done for a client."""

    id: str
    title: str
    technologies: list[str]
    started: date | None
    ended: date | None
    success: bool | None
    more_work: bool | None
    about: str
    closing: list[ClosingStep]


class Fitting(Shape, frozen=True):
    """What came up later that fits somebody who was met."""

    value_add_id: str
    title: str
    because: str
    at: datetime


class Encounter(Shape, frozen=True):
    """Where somebody was met."""

    id: str
    person: str
    day: date
    where: str
    talked_about: str
    in_common: str
    learned: str
    promised: str
    warmth: str
    followed_up: date | None
    proposed: list[datetime]
    fitting: Fitting | None


class Promise(Shape, frozen=True):
    """Something owed."""

    id: str
    text: str
    due: date
    by: str
    state: str
    settled: date | None


class NextStep(Shape, frozen=True):
    """What is to come."""

    id: str
    kind: str
    at: datetime
    all_day: bool
    agreed: bool
    text: str
    done: date | None
    confirmed: date | None
    project_id: str


class ValueAdd(Shape, frozen=True):
    """A thing worth giving."""

    id: str
    kind: str
    title: str
    url: str
    starts: datetime | None
    topics: list[str]


class Offer(Shape, frozen=True):
    """How far a value-add came with a client."""

    state: str
    at: datetime
    because: str
    value_add: ValueAdd


class Suggestion(Shape, frozen=True):
    """A value-add that fits."""

    value_add: ValueAdd
    because: str
    chosen: bool


class Left(Shape, frozen=True):
    """By which way a letter left."""

    way: str
    at: datetime
    where: str


class Letter(Shape, frozen=True):
    """A draft mail."""

    id: str
    kind: str
    to: str
    cc: list[str]
    subject: str
    body: str
    state: str
    left: list[Left]
    overruled: datetime | None
    overruled_because: list[str]


class TimelineLine(Shape, frozen=True):
    """A line of an entry."""

    label: str
    at: datetime | None
    text: str


class TimelineEntry(Shape, frozen=True):
    """One thing that happened."""

    kind: str
    day: date
    at: datetime | None
    title: str
    mark: str
    lines: list[TimelineLine]


class Touched(Shape, frozen=True):
    """A client whom a change was about."""

    id: str
    name: str


class OfClient(Shape, frozen=True):
    """What every answer about one client begins with."""

    client_id: str
    client: str
