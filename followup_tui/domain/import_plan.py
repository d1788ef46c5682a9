"""What is read from a file of contacts, and what is to become of each of its rows.

A plan accounts for every row of the file: each is new, goes with a client (`merge`) or is left
out (`skip`), with a reason in words. Nothing is written before somebody has seen it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from followup_tui.domain.client import Person
from followup_tui.domain.record import Value, check_line, check_text, check_web_address


class ImportProblem(Exception):
    """A file from which no contacts can be read; its text is a sentence that says what to do."""


class FileKind(StrEnum):
    """What a file of contacts is written in."""

    CSV = "csv"
    VCARD = "vcard"


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
    """What the row says beyond that, one thing a line."""

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


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row of the file (a card, of a vCard file) and what is to become of it."""

    line: int
    """The line of the file on which it begins, from 1."""
    lines: int
    """How many lines of the file it takes."""
    name: str
    """What to call it: the person and the company, as far as they are known; else its text."""
    fate: Fate
    reason: str
    """Why, in words, without a full stop."""
    contact: Contact | None = None
    """What it says; None where it could not be read."""
    client_id: str = ""
    """The client on the desk that it is of, or goes with."""
    with_line: int = 0
    """The line of the row that it repeats, or whose client it goes with; 0: none."""


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What is to become of a file of contacts."""

    source: str
    """The name of the file."""
    kind: FileKind
    rows: tuple[PlannedRow, ...]
    """Every row of the file, in its order."""
    notes: tuple[str, ...] = ()
    """Sentences about the file as a whole: how it was read, what was left out of every row."""
    other_lines: int = 0
    """Lines that belong to no row: the header, what stands before it, and empty ones."""

    def counted(self, fate: Fate) -> int:
        """Return how many rows have this fate."""
        return sum(1 for row in self.rows if row.fate is fate)

    @property
    def is_worth_it(self) -> bool:
        """Whether carrying it out would change anything."""
        return any(row.fate is not Fate.SKIP for row in self.rows)
