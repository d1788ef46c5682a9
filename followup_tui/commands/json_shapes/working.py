"""What the commands print by which one works: due, show, prep, log, letter …"""

from __future__ import annotations

from datetime import date, datetime

from followup_tui.commands.json_shapes.things import (
    Client,
    Encounter,
    Interaction,
    Letter,
    NextStep,
    OfClient,
    Offer,
    Project,
    Promise,
    Quiet,
    Reason,
    Shape,
    Suggestion,
    TimelineEntry,
)


class Counts(Shape, frozen=True):
    """How many are on the list."""

    today: int
    beyond: int
    coming: int
    held: int
    promises: int


class Entry(Shape, frozen=True):
    """A row of the call list."""

    client_id: str
    client: str
    person: str
    phone: str
    reasons: list[Reason]


class HeldWhy(Shape, frozen=True):
    """Why somebody is left alone."""

    why: str
    until: date | None
    words: str


class HeldEntry(Entry, frozen=True):
    """A row of those who are left alone."""

    held: HeldWhy


class Due(Shape, frozen=True):
    """`due`."""

    now: datetime
    home: str
    counts: Counts
    problems: list[str]
    today: list[Entry]


class DueAll(Due, frozen=True):
    """`due --all`."""

    beyond: list[Entry]
    coming: list[Entry]
    held: list[HeldEntry]


class Standing(Shape, frozen=True):
    """What the interactions add up to."""

    last_reached: date | None
    last_attempt: date | None
    unanswered: int
    reached: int


class Show(Shape, frozen=True):
    """`show`."""

    client: Client
    introduced_by: str
    reasons: list[Reason]
    standing: Standing
    projects: list[Project]
    encounters: list[Encounter]
    courses: list[str]
    interactions: list[Interaction]
    promises: list[Promise]
    next_steps: list[NextStep]
    offers: list[Offer]
    letters: list[Letter]
    timeline: list[TimelineEntry]
    timeline_left_out: int


class Evidence(Shape, frozen=True):
    """One thing that was found."""

    label: str
    text: str
    url: str
    how: str
    at: datetime | None


class Item(Shape, frozen=True):
    """An item of the checklist."""

    key: str
    label: str
    status: str
    headline: str
    problem: str
    fetched_at: datetime | None
    ticked: datetime | None
    evidence: list[Evidence]


class Question(Shape, frozen=True):
    """A question of the script."""

    key: str
    ask: str
    answer: str
    choices: list[str]


class Prep(Shape, frozen=True):
    """`prep`."""

    now: datetime
    client: Client
    playbook: str
    why: str
    done: int
    items: list[Item]
    suggestions: list[Suggestion]
    letter: Letter | None
    questions: list[Question]


class Understood(Shape, frozen=True):
    """What a line of notes was understood to mean."""

    text: str
    meaning: str
    doubt: str


class Noted(OfClient, frozen=True):
    """`note`."""

    interaction: Interaction
    understood: list[Understood]


class Promised(OfClient, frozen=True):
    """`promise`."""

    promise: Promise


class Next(OfClient, frozen=True):
    """`next`."""

    next_step: NextStep
    file: str | None


class Met(OfClient, frozen=True):
    """`met`."""

    is_new: bool
    encounter: Encounter
    promises: list[Promise]
    step: str
    file: str | None


class InPeace(OfClient, frozen=True):
    """`quiet`."""

    quiet: list[Quiet]


class Projects(OfClient, frozen=True):
    """`project`."""

    project: Project | None
    booking: NextStep | None
    file: str | None
    projects: list[Project]


class OtherWay(Shape, frozen=True):
    """What could be done instead of another try."""

    way: str
    words: str
    person: str
    to: str


class NextTry(Shape, frozen=True):
    """When the next contact is."""

    day: date | None
    at: datetime | None
    why: str
    other_ways: list[OtherWay]


class Logged(OfClient, frozen=True):
    """`log`."""

    interaction: Interaction
    promises: list[Promise]
    next: NextTry


class Talks(OfClient, frozen=True):
    """`mend CLIENT`: what can be mended."""

    interactions: list[Interaction]


class Mended(OfClient, frozen=True):
    """`mend CLIENT` with what is to be changed."""

    interaction: Interaction
    is_changed: bool
    is_removed: bool
    promises: list[Promise]


class Offers(OfClient, frozen=True):
    """`offer CLIENT`."""

    suggestions: list[Suggestion]


class Offered(OfClient, frozen=True):
    """`offer CLIENT WHAT`."""

    offer: Offer


class Added(Client, frozen=True):
    """`add`, `edit` and `snooze`."""


class Thanked(OfClient, frozen=True):
    """`thank`."""

    thanked_for: list[str]


class CheckReason(Shape, frozen=True):
    """What the personal check says."""

    key: str
    ok: bool
    sentence: str
    words: list[str]
    facts: list[str]


class UnusedFact(Shape, frozen=True):
    """A recorded fact that the letter does not use."""

    fact: str
    kind: str
    sentence: str


class Check(Shape, frozen=True):
    """The personal check of a letter."""

    ready: bool
    score: float
    reasons: list[CheckReason]
    unused: list[UnusedFact]


class OneLetter(OfClient, frozen=True):
    """`letter`."""

    person: str
    why: str
    template: str
    letter: Letter
    attachments: list[str]
    problem: str
    keeps: list[Promise]
    check: Check


class Templates(Shape, frozen=True):
    """A template that could be read."""

    kind: str
    name: str
    file: str


class TemplateProblem(Shape, frozen=True):
    """What is wrong with a file of a template."""

    file: str
    line: int
    problem: str


class Letters(OfClient, frozen=True):
    """`letter --list`."""

    letters: list[Letter]
    templates: list[Templates]
    template_problems: list[TemplateProblem]
