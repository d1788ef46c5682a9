"""The shapes of what changed on a site between two looks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from followup_tui.domain.websites.site import SiteFacts

MOST_LINES = 5
"""More than these nobody brings into one call."""


class ChangeKind(StrEnum):
    """What changed."""

    NEWS = "news"
    EVENT = "event"
    PEOPLE = "people"
    OFFERING = "offering"
    JOBS = "positions"
    OFFICE = "office"
    PRICE = "price"
    TAGLINE = "tagline"


class Turn(StrEnum):
    """How it changed."""

    NEW = "new"
    GONE = "gone"
    OTHER = "now"
    """It has other words, another role, amount or day."""
    FOLLOWED = "followed by"
    """Somebody took over the role of somebody else."""


@dataclass(frozen=True, slots=True)
class SiteChange:
    """One thing that changed, with what to say about it."""

    kind: ChangeKind
    turn: Turn
    old: str
    """What was there, in the site's words; empty where nothing was."""
    new: str
    """What is there now; empty where nothing is."""
    title: str = ""
    """What it is about in short: whose day, role or number old and new words tell."""
    number: int = 1
    """How many things it stands for, such as positions."""
    question: str = ""
    """A sentence to open a call with."""
    url: str = ""
    """Where it can be read, or could be."""
    day: date | None = None
    """Its own date: of the news, of the event; None: it has none."""
    how: str = ""
    """How it was read, see `page.Source.method`."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed on a site, the best to open a call with first."""

    lines: tuple[SiteChange, ...]
    """At most `MOST_LINES`."""
    since: date
    """The day of the last talk: news must be younger."""
    looked_at: datetime
    compared_with: datetime | None
    """When the look was made with which this one is compared; None: there was none before."""
    more: int = 0
    """Changes that found no place among `lines`."""
    unconfirmed: int = 0
    """Changes that this look alone has seen: the next one may confirm them."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The looks at a site that `changes` compares."""

    then: SiteFacts | None
    """The one nearest the last talk; None: the present look is the first."""
    before_now: SiteFacts | None
    """The last one before the present one, if it is not `then`."""
    others: tuple[SiteFacts, ...] = ()
    """All the rest, any order."""
