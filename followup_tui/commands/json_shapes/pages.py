"""What `page` prints."""

from __future__ import annotations

from datetime import datetime

from followup_tui.commands.json_shapes.things import (
    Shape,
)


class PageSource(Shape, frozen=True):
    """Where a fact was read."""

    url: str
    method: str
    words: str
    read_at: datetime | None


class Said(Shape, frozen=True):
    """What a page says in its own words."""

    text: str
    url: str
    source: PageSource | None


class NamedOnPage(Shape, frozen=True):
    """Whom a page shows as its own."""

    name: str
    role: str
    source: PageSource | None


class News(Shape, frozen=True):
    """A headline."""

    title: str
    date: str | None
    url: str
    about: str
    topics: list[str]
    source: PageSource | None


class Event(Shape, frozen=True):
    """What takes place; `start` and `end` without an offset are the local time of the place."""

    title: str
    start: str
    end: str | None
    all_day: bool
    zone: str | None
    location: str
    url: str
    status: str
    online: bool
    sources: list[PageSource]


class PageContact(Shape, frozen=True):
    """A way to reach somebody."""

    kind: str
    value: str
    name: str
    source: PageSource | None


class PageLink(Shape, frozen=True):
    """A link."""

    url: str
    text: str
    part: str


class Health(Shape, frozen=True):
    """What could be better."""

    key: str
    evidence: str
    say: str


class Page(Shape, frozen=True):
    """What one page says."""

    source: str
    url: str
    read_at: datetime | None
    title: str
    description: str
    summary: list[str]
    tagline: str
    main_text: str
    language: str
    headings: list[str]
    offerings: list[Said]
    people: list[NamedOnPage]
    jobs: list[Said]
    prices: list[Said]
    offices: list[Said]
    news: list[News]
    events: list[Event]
    contacts: list[PageContact]
    links: list[PageLink]
    health: list[Health]
    basis: dict[str, PageSource]
    shell: bool
    problem: str


class Pages(Shape, frozen=True):
    """`page`."""

    pages: list[Page]
