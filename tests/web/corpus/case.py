"""The form of a case: one document as a server would give it, and the facts that stand on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zlib import crc32
from zoneinfo import ZoneInfo

NOW = datetime(2026, 9, 14, 9, 30, tzinfo=ZoneInfo("Europe/London"))
"""A Monday. Cases that need another day say so."""

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Wanted:
    """An event that a careful reader of the document would write into a diary."""

    titles: tuple[str, ...]
    """Any of these will do; the first is the best."""
    start: datetime
    all_day: bool
    end: datetime | None
    """None: not judged."""
    place: str
    """A piece of the place; empty: not judged."""
    online: bool | None
    status: str
    link: str
    """How its address ends; empty: not judged."""
    instead: datetime | None
    """The other way to read an ambiguous date: then the event has to be marked unsure."""
    maybe: bool
    """Whether it may be left out: right if it is there, no loss if it is not."""


def ev(
    title: str,
    start: str,
    end: str = "",
    at: str = "",
    *,
    also: tuple[str, ...] = (),
    online: bool | None = None,
    status: str = "scheduled",
    link: str = "",
    instead: str = "",
    maybe: bool = False,
) -> Wanted:
    """Return a wanted event; times in ISO form, a day alone is an all-day event."""
    return Wanted(
        titles=(title, *also),
        start=datetime.fromisoformat(start),
        all_day=len(start) == 10,
        end=datetime.fromisoformat(end) if end else None,
        place=at,
        online=online,
        status=status,
        link=link,
        instead=datetime.fromisoformat(instead) if instead else None,
        maybe=maybe,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One document and what should be read from it. A fact that is None is not judged."""

    name: str
    body: str | bytes
    url: str = "https://www.example.com/"
    now: datetime = NOW
    content_type: str | None = HTML
    charset: str = "utf-8"
    """How a `body` of text is encoded; `content_type` may say something else."""

    title: tuple[str, ...] | None = None
    """Titles of which any will do, in whole."""
    says: tuple[str, ...] | None = None
    """What they do: description or summary must hold one of these pieces. Empty: must be empty."""
    says_not: tuple[str, ...] = ()
    """Pieces that neither description, summary nor tagline may hold."""
    offers: tuple[str, ...] | None = None
    """Offerings, of which three are enough; any other one is wrong."""
    offers_too: tuple[str, ...] = ()
    """Offerings that are no gain and no harm."""
    text_has: tuple[str, ...] = ()
    text_lacks: tuple[str, ...] = ()
    language: str | None = None
    news: tuple[tuple[str, str], ...] | None = None
    """All of the news: title, ISO date or nothing."""
    news_too: tuple[str, ...] = ()
    """Titles that may be among the news."""
    events: tuple[Wanted, ...] | None = ()
    """All of the coming events: any other one is wrong."""
    until: datetime | None = None
    """For a calendar: read it to here with `read_calendar`."""
    contacts: tuple[str, ...] | None = None
    """E-mail addresses, phones as E.164, addresses of profiles: all of them."""
    contacts_too: tuple[str, ...] = ()
    """Ways that are no gain and no harm: a fax."""
    people: tuple[tuple[str, str], ...] | None = None
    """Name and role ("" : not judged), all of them."""
    people_too: tuple[str, ...] = ()
    jobs: tuple[str, ...] | None = None
    prices: tuple[tuple[str, str], ...] | None = None
    """What for ("" : not judged) and the amount as it is written."""
    offices: tuple[str, ...] | None = None
    """A telling piece of each address."""
    shell: bool = False

    @property
    def content(self) -> bytes:
        """The document as it comes over the wire."""
        return self.body if isinstance(self.body, bytes) else self.body.encode(self.charset)

    @property
    def aside(self) -> bool:
        """Whether the case is held aside: nobody tunes a reader by it. A third of them, by name."""
        return crc32(self.name.encode()) % 3 == 0
