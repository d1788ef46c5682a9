"""What is read from a file, and what is to become of each of its rows.

A plan accounts for every row of the file: each is new, goes with what is there (`merge`) or is left
out (`skip`), with a reason in words. Nothing is written before somebody has seen it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property

from followup_tui.domain.client import Person
from followup_tui.domain.importing.fields import Field
from followup_tui.domain.importing.reaching import CalledBy
from followup_tui.domain.interaction import InteractionKind, Outcome
from followup_tui.domain.record import Value, check_line, check_text, check_web_address


class ImportProblem(Exception):
    """A file from which nothing can be read; its text is a sentence that says what to do."""


class ImportStopped(Exception):
    """Somebody stopped an import before it was written; nothing of it was."""


Progress = Callable[[str, int, int], None]
"""Told now and then ``(what is being done, how much of it is done, of how much)``; the last is 0
where that is not known. What it raises ends the work."""


def untold(_what: str, _done: int, _of: int) -> None:
    """Be a `Progress` that nobody looks at."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file is to be read."""

    kind: str | None = None
    """What it is: a `FileKind`, a `What`, or the key of a program; None: its content tells."""
    mapping: Mapping[str, Field] = field(default_factory=dict)
    """What stands under a header of a table, as the user says it."""
    remembered: Mapping[str, Mapping[str, Field]] = field(default_factory=dict)
    """The same as it was said of earlier files, by the key of the program that wrote them."""
    region: str = ""
    """Where numbers and days without more belong (ISO 3166); empty: not known."""
    now: datetime | None = None
    """The moment: of a series of events the next one after it is taken."""
    encoding: str = ""
    """In which encoding it is, as the user says it; empty: its bytes tell."""


class FileKind(StrEnum):
    """What a file is written in."""

    CSV = "csv"
    VCARD = "vcard"
    ICAL = "ical"


class What(StrEnum):
    """What the rows of a file are about."""

    CONTACTS = "contacts"
    PROJECTS = "projects"
    INTERACTIONS = "interactions"
    LIBRARY = "library"


class Fate(StrEnum):
    """What is to become of a row."""

    NEW = "new"
    MERGE = "merge"
    SKIP = "skip"


class Contact(Value, frozen=True, kw_only=True):
    """What one row says: a person, a company, or a person at a company."""

    company: str = ""
    person: Person | None = None
    website: str = ""
    tags: tuple[str, ...] = ()
    about: str = ""
    """What the row says beyond that, one thing a line; profiles are among it, as ``Web: …``."""
    do_not_call: bool = False
    called_by: CalledBy | None = None
    """By what the person is called whose name does not stand in it; None: their name does."""

    def __post_init__(self) -> None:
        check_line("company", self.company, required=self.person is None)
        check_web_address("website", self.website)
        check_text("about", self.about)
        for tag in self.tags:
            check_line("tags", tag, required=True)

    @property
    def client_name(self) -> str:
        """What the client is called: the company, or the lone person."""
        return self.company or (self.person.name if self.person else "")

    @property
    def how_called(self) -> str:
        """What a reason adds where a row has no name; empty: it has one."""
        if self.called_by is None:
            return ""
        return f"; no name stands in it, so it is called by {self.called_by}"


class PastProject(Value, frozen=True, kw_only=True):
    """Work that was done for somebody, as a row says it."""

    who: Contact
    title: str
    technologies: tuple[str, ...] = ()
    started: date | None = None
    ended: date | None = None
    success: bool | None = None
    about: str = ""

    def __post_init__(self) -> None:
        check_line("title", self.title, required=True)
        check_text("about", self.about)


class PastInteraction(Value, frozen=True, kw_only=True):
    """Something that happened with somebody, as a row says it."""

    who: Contact
    at: datetime
    """Without a zone it is the user's; a day without an hour is at noon."""
    kind: InteractionKind
    outcome: Outcome
    text: str = ""

    def __post_init__(self) -> None:
        check_text("text", self.text)


class Giveable(Value, frozen=True, kw_only=True):
    """Something of a calendar that could be given: an event to invite somebody to."""

    key: str
    """By what its calendar knows it (the UID), or empty."""
    title: str
    url: str = ""
    about: str = ""
    topics: tuple[str, ...] = ()
    starts: datetime
    """Without a zone it is the user's."""
    ends: datetime | None = None
    all_day: bool = False
    where: str = ""

    def __post_init__(self) -> None:
        check_line("title", self.title, required=True)
        check_web_address("url", self.url)
        check_text("about", self.about)
        check_line("where", self.where)
        for topic in self.topics:
            check_line("topics", topic, required=True)


Incoming = Contact | PastProject | PastInteraction | Giveable


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row of the file (a card, an event) and what is to become of it."""

    line: int
    """The line of the file on which it begins, from 1."""
    lines: int
    """How many lines of the file it takes."""
    name: str
    """What to call it: the person and the company, as far as they are known; else its text."""
    fate: Fate
    reason: str
    """Why, in words, without a full stop."""
    content: Incoming | None = None
    """What it says; None where it could not be read, or is not wanted."""
    client_id: str = ""
    """The client on the desk that it is of, or goes with."""
    with_row: int = 0
    """The number of the row (from 1) that it repeats, or whose client it goes with; 0: none."""
    with_line: int = 0
    """The line on which that row begins."""
    person: str = ""
    """The person at that client whom it is of; empty: somebody who is not there yet."""
    unsure: bool = False
    """Whether it may be of somebody who is there, which only the user can tell."""
    file: str = ""
    """The file that it stands in, where a whole folder is read."""
    decided: Fate | None = None
    """What the user said of it in place of the plan: the plan follows."""
    chosen: str = ""
    """The client on the desk, by its id, whom the user said that it is of; with `Fate.MERGE`."""

    @property
    def contact(self) -> Contact | None:
        """Whom it is about, where it is a contact."""
        return self.content if isinstance(self.content, Contact) else None

    @property
    def can_be_decided(self) -> bool:
        """Whether the user may say something else than the plan."""
        return self.content is not None

    @property
    def waits(self) -> bool:
        """Whether it waits for the user's word."""
        return self.unsure and self.decided is None


@dataclass(frozen=True, slots=True)
class PlannedColumn:
    """One column of a table, and what is taken to stand in it."""

    header: str
    """Its heading as it stands in the file; a number, from 1, where there is none."""
    holds: Field | None
    """What stands in it; None where that was not understood."""
    samples: tuple[str, ...] = ()
    """Some of its values, each once."""
    mapped: bool = False
    """Whether the user said what stands in it."""
    number: int = 0
    """Which of the columns it is, from 1."""
    is_alone: bool = True
    """Whether it has a heading, and no other column the same."""

    @property
    def said_by(self) -> str:
        """By what a mapping names it: its heading, or its number where that names another, too."""
        return self.header if self.is_alone else str(self.number)


class ColumnsNeeded(ImportProblem):
    """A table of which nobody can tell who the contacts are, before its columns are named."""

    def __init__(self, sentence: str, columns: tuple[PlannedColumn, ...]) -> None:
        super().__init__(sentence)
        self.columns = columns


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows of a plan there are of each kind."""

    new: int = 0
    people: int = 0
    """Further people of clients who are there or come with another row."""
    better: int = 0
    """Rows that add to what is known of who is there."""
    skipped: int = 0
    """Left out, but for those that wait."""
    waiting: int = 0
    """Those that wait for the user's word."""

    @property
    def merged(self) -> int:
        """How many rows go with who is there."""
        return self.people + self.better


def _counts_as(row: PlannedRow) -> str:
    """Return as what a row counts, by the name of its field in a `Tally`."""
    if row.fate is Fate.NEW:
        return "new"
    if row.fate is Fate.SKIP:
        return "waiting" if row.waits else "skipped"
    content = row.content
    joins = not row.person and isinstance(content, Contact) and content.person is not None
    return "people" if joins else "better"


@dataclass(frozen=True)
class ImportPlan:
    """What is to become of a file."""

    source: str
    """The name of the file."""
    kind: FileKind
    rows: tuple[PlannedRow, ...]
    """Every row of the file, in its order."""
    notes: tuple[str, ...] = ()
    """Sentences about the file as a whole: how it was read, what was left out of every row."""
    other_lines: int = 0
    """Lines that belong to no row: the header, what stands before it, and empty ones."""
    what: What = What.CONTACTS
    program: str = ""
    """The key of the program that wrote it, like ``linkedin``; ``table`` or empty: not known."""
    program_name: str = ""
    """What that program is called; empty: not known."""
    columns: tuple[PlannedColumn, ...] = ()
    """The columns of a table."""

    @cached_property
    def tally(self) -> Tally:
        """How many rows there are of each kind: of a large file it is counted once."""
        return Tally(**Counter(map(_counts_as, self.rows)))

    def with_rows(self, changed: Mapping[int, PlannedRow]) -> ImportPlan:
        """Return it with other rows, by their numbers from 1; what is counted follows them."""
        rows, counts = list(self.rows), Counter(asdict(self.tally))
        for number, row in changed.items():
            counts[_counts_as(rows[number - 1])] -= 1
            counts[_counts_as(row)] += 1
            rows[number - 1] = row
        plan = replace(self, rows=tuple(rows))
        vars(plan)["tally"] = Tally(**counts)  # it need not be counted anew
        return plan

    def counted(self, fate: Fate) -> int:
        """Return how many rows have this fate."""
        tally = self.tally
        left_out = tally.skipped + tally.waiting
        return {Fate.NEW: tally.new, Fate.MERGE: tally.merged, Fate.SKIP: left_out}[fate]

    @property
    def is_worth_it(self) -> bool:
        """Whether carrying it out would change anything."""
        return bool(self.tally.new or self.tally.merged)

    @property
    def not_understood(self) -> tuple[PlannedColumn, ...]:
        """The columns with something in them of which nobody knows what it is."""
        return tuple(each for each in self.columns if each.holds is None and each.samples)
