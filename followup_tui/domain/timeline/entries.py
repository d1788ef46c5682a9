"""The timeline of a client: everything that happened between them and us, each thing an entry.

This is its shapes, its order, and finding in it. What becomes of the records is
`timeline_records`, what the history adds `timeline_changes`, and their site `timeline_site`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from followup_tui.domain.client import Client
from followup_tui.domain.course import Course, Draw
from followup_tui.domain.promise import Referral
from followup_tui.domain.text import fold
from followup_tui.domain.timeline.differences import FieldChange
from followup_tui.domain.views import ClientPage


class EntryKind(StrEnum):
    """What an entry is about: by these the timeline is filtered, in this order."""

    TALK = "talks"
    NOTE = "notes"
    PROMISE = "promises"
    OFFER = "offers"
    LETTER = "letters"
    WORK = "work"
    PEOPLE = "people"
    """Meetings with somebody new, courses and coffees, and who introduced whom."""
    STEP = "next steps"
    CHANGE = "changes"
    """What was changed in the record."""
    WEBSITE = "website"


class Mark(StrEnum):
    """How an entry stands, beside its words."""

    PLAIN = "plain"
    OPEN = "open"
    """Something is still to be done: a promise to keep, thanks to give."""
    GOOD = "good"
    BAD = "bad"


class Thing(StrEnum):
    """What can be opened from an entry."""

    INTERACTION = "interaction"
    LETTER = "letter"
    CLIENT = "client"
    PAGE = "page"
    """A web page: `Opens.id` is its address."""


@dataclass(frozen=True, slots=True)
class Opens:
    """The thing that an entry is of."""

    thing: Thing
    id: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an entry's details."""

    text: str
    label: str = ""
    """What it is; empty for running text and for notes."""
    at: datetime | None = None
    """Of a note line, with its sign: when it was typed, in UTC as it is stored."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing on the timeline."""

    key: str
    """Stable and unique on the timeline of a client: ``promises:<id>:kept``."""
    kind: EntryKind
    day: date
    """In the user's zone; of something to come, the day on which it is."""
    at: datetime | None
    """The moment, in the user's zone; None where only the day is known."""
    title: str
    mark: Mark = Mark.PLAIN
    lines: tuple[Line, ...] = ()
    """What it shows when it is opened up."""
    opens: Opens | None = None
    promise_id: str = ""
    """Of an open promise: it can be kept or broken from here."""
    referral_id: str = ""
    """Of an introduction for which thanks are owed."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """How an interaction was changed once: the words that stood there before."""

    at: datetime
    by: str
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Past:
    """What the history of changes adds to a timeline."""

    entries: tuple[Entry, ...] = ()
    earlier: tuple[tuple[str, tuple[Earlier, ...]], ...] = ()
    """The id of each interaction that was changed since, and how, the newest change first."""
    more: bool = False
    """Whether there are older changes that were not read."""


@dataclass(frozen=True, slots=True)
class Memory:
    """All that the records say of a client."""

    page: ClientPage
    referrals: tuple[Referral, ...] = ()
    """Whom they named."""
    introduced: tuple[Client, ...] = ()
    """The clients whom they introduced."""
    courses: tuple[Course, ...] = ()
    """Those that they attended, or had booked."""
    draws: tuple[tuple[Draw, Course], ...] = ()
    """Those in which they were drawn for a coffee."""
    questions: tuple[tuple[str, str], ...] = ()
    """Key of a question of the playbooks, and how it is asked."""

    @property
    def thanks_owed(self) -> tuple[Referral, ...]:
        """Whom they named, where nobody has thanked for it yet."""
        return tuple(each for each in self.referrals if each.thanked is None)


def in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return `entries`, the newest first; what has only a day comes before the hours of it."""
    return tuple(sorted(entries, key=_place, reverse=True))


def _place(entry: Entry) -> tuple[date, time, str]:
    return entry.day, entry.at.time() if entry.at else time.max, entry.key


class Finder:
    """Finds entries by words, as they are typed; case and accents aside."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._folded: list[str] | None = None

    def find(self, needle: str) -> list[int]:
        """Return the numbers of the entries in which every word of `needle` stands."""
        words = fold(needle).split()
        if not words:
            return []
        if self._folded is None:
            # Folded once, at the first key: later keys only look.
            self._folded = [searched(entry) for entry in self._entries]
        return [
            number
            for number, text in enumerate(self._folded)
            if all(word in text for word in words)
        ]


def searched(entry: Entry) -> str:
    """Return the words by which an entry is found, folded."""
    return fold("\n".join([entry.title, *(f"{line.label} {line.text}" for line in entry.lines)]))


def of_kinds(entries: Iterable[Entry], kinds: Collection[EntryKind]) -> tuple[Entry, ...]:
    """Return the entries of some kinds; all of them where no kind is named."""
    return tuple(entry for entry in entries if not kinds or entry.kind in kinds)


def first_on_or_before(entries: Sequence[Entry], last: date) -> int | None:
    """Return the number of the newest entry that is not after `last`; None where none is.

    `entries` stand newest first.
    """
    return next((number for number, entry in enumerate(entries) if entry.day <= last), None)
