"""What a search finds: hits by kind, each with the words that it was found by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class SearchKind(StrEnum):
    """What a hit is; its value is the heading that it stands under, in this order."""

    CLIENT = "clients and people"
    PROMISE = "promises"
    STEP = "next steps"
    NOTE = "notes and talks"
    LETTER = "letters"
    PROJECT = "projects"
    LIBRARY = "library"
    COURSE = "courses"
    MET = "met"
    REFERRAL = "introductions"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line of text, and where the words searched for stand in it."""

    text: str
    spans: tuple[tuple[int, int], ...] = ()
    """Beginning and end of each, in characters of `text`."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found."""

    kind: SearchKind
    record_id: str
    title: str
    client_id: str = ""
    """The client whom it is of; empty for things of nobody alone."""
    day: date | None = None
    """When it was, or when it is due."""
    line: Excerpt = Excerpt("")
    """What it says where the words stand; empty where the title says it."""
    entry: str = ""
    """The key of its entry on the client's page (`timeline.entries.Entry.key`), if it has one."""
    near: bool = False
    """Whether a word of it is only like one that was searched for."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found."""

    query: str
    hits: tuple[Hit, ...] = ()
    """In the order of `SearchKind`, within a kind the best first."""
    more: frozenset[SearchKind] = frozenset()
    """The kinds of which there are more."""
    pending: frozenset[SearchKind] = frozenset()
    """The kinds that are still being read: a moment later there may be more."""
    problem: str = ""
    """A sentence where not everything could be read."""
