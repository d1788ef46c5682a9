"""PageFacts and Event: what was read from a page, each fact with where it comes from.

These are the shapes; reading them off bytes is the business of `web`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from followup_tui.domain.record import Value


class Source(Value, frozen=True, kw_only=True):
    """Where a fact was read: address, method, the words it rests on, and when."""

    url: str
    method: str
    """How it was found: ``json-ld``, ``microdata``, ``time``, ``ics``, ``meta``, ``dom``, …"""
    words: str = ""
    read_at: datetime | None = None


class EventStatus(StrEnum):
    """Whether an event takes place."""

    SCHEDULED = "scheduled"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    UNSURE = "unsure"
    """Its date could be read in two ways."""


class Event(Value, frozen=True, kw_only=True):
    """Something that takes place at a known time."""

    title: str
    start: datetime
    """With a zone where it is known, else naive: the local time of the place. An all-day event
    begins at midnight."""
    end: datetime | None = None
    """For an all-day event the midnight its last day begins with; None if it has one day."""
    all_day: bool = False
    zone: str | None = None
    """IANA name or offset as written; None: unknown."""
    location: str = ""
    url: str = ""
    status: EventStatus = EventStatus.SCHEDULED
    online: bool = False
    uid: str = ""
    """What its calendar calls it (UID), the same when its day or title changes; else empty."""
    sources: tuple[Source, ...] = ()


class NewsItem(Value, frozen=True, kw_only=True):
    """A headline with its date and address, as far as the page gives them."""

    title: str
    date: date | None = None
    url: str = ""
    about: str = ""
    """The first words of it, as a feed gives them."""
    topics: tuple[str, ...] = ()
    """What the feed files it under (category, tags), as written."""
    source: Source | None = None


class Contact(Value, frozen=True, kw_only=True):
    """A way to reach somebody: ``email``, ``phone`` or ``profile``, with whose it is if said."""

    kind: str
    value: str
    name: str = ""
    source: Source | None = None


class Named(Value, frozen=True, kw_only=True):
    """Somebody whom the site shows as its own: a name and, where it is said, a role."""

    name: str
    role: str = ""
    source: Source | None = None


class Said(Value, frozen=True, kw_only=True):
    """A short thing that the page says in its own words (an offering, a job, a price …)."""

    text: str
    url: str = ""
    """Where it leads, for a linked heading or job."""
    source: Source | None = None


class Visit(Value, frozen=True, kw_only=True):
    """What fetching a page showed beside its bytes."""

    seconds: float = 0.0
    """From asking to the last byte, redirects included."""
    size: int = 0
    """Bytes, unpacked."""
    final_url: str = ""
    """After redirects."""
    certificate_ends: datetime | None = None
    """When the certificate of an https page runs out; None: none seen."""
    status: int = 0
    """What the server answered in the end (200, 404 …), also where nothing was read; 0: nothing."""


class LinkPart(StrEnum):
    """Where on its page a link stands."""

    HEAD = "head"
    """Announced to programs (``link rel=alternate``), not shown."""
    NAV = "nav"
    MAIN = "main"
    FOOTER = "footer"


class Link(Value, frozen=True, kw_only=True):
    """A link of the page: its absolute address and its words."""

    url: str
    text: str
    title: str = ""
    """Its tooltip or label, where it says more than its words."""
    part: LinkPart = LinkPart.MAIN
    kind: str = ""
    """The media type that the page says it leads to, in lower case; mostly empty."""


class HealthNote(Value, frozen=True, kw_only=True):
    """Something about the page that could be better: a stable key, evidence, and a kind word."""

    key: str
    evidence: str
    say: str
    url: str = ""
    """The page it was seen on; empty: the page whose facts it belongs to."""


class PageFacts(Value, frozen=True, kw_only=True):
    """What one page says. All text is clean (`domain.text`) and stands on the page itself."""

    url: str
    read_at: datetime
    title: str = ""
    description: str = ""
    summary: tuple[str, ...] = ()
    """Sentences that stand on the page, the most telling first."""
    main_text: str = ""
    tagline: str = ""
    """The line that the home page puts largest: its h1, or what the site calls its slogan."""
    offerings: tuple[Said, ...] = ()
    """What they offer, in the words of their headings: the two or three foremost first."""
    people: tuple[Named, ...] = ()
    jobs: tuple[Said, ...] = ()
    """Open positions."""
    prices: tuple[Said, ...] = ()
    """Prices with what they are for."""
    offices: tuple[Said, ...] = ()
    """Places they work from."""
    basis: dict[str, Source] = {}
    """Field name -> where `title`, `description`, `summary`, `tagline`, `language`, `main_text`
    come from; facts with a `source` of their own carry it themselves."""
    shell: bool = False
    """Whether the page is an empty shell that only JavaScript fills."""
    language: str = ""
    headings: tuple[str, ...] = ()
    news: tuple[NewsItem, ...] = ()
    events: tuple[Event, ...] = ()
    contacts: tuple[Contact, ...] = ()
    links: tuple[Link, ...] = ()
    health: tuple[HealthNote, ...] = ()
    problem: str = ""
    """A sentence where the page could not be read as one; then the rest may be empty."""


@dataclass(frozen=True, slots=True)
class Look:
    """One look at one address: what was read, or the last good copy and what went wrong."""

    url: str
    facts: PageFacts | None = None
    fetched_at: datetime | None = None
    """When `facts` were fetched; older than now when it is a kept copy."""
    problem: str = ""
    """A sentence: why the newest try failed. Empty when it went well or was not made."""
    visit: Visit | None = None
    """What fetching it showed; None for a kept copy without it."""
