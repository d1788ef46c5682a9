"""A site: its few telling pages read together, as it stood on a day.

A `SiteLook` is what fetching brought; `SiteFacts` is what is kept and compared: the facts of all
its pages in one place, each with the page it stands on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from followup_tui.domain.page import (
    Contact,
    Event,
    HealthNote,
    Look,
    Named,
    NewsItem,
    Said,
)
from followup_tui.domain.record import Value

MOST_PAGES = 8
"""Pages of one site that are read, its feeds and calendars among them."""


class PageRole(StrEnum):
    """What a page of a site is for, by its links' words."""

    HOME = "home"
    ABOUT = "about"
    SERVICES = "services"
    NEWS = "news"
    EVENTS = "events"
    CAREERS = "careers"
    FEED = "feed"
    CALENDAR = "calendar"


class BrokenLink(Value, frozen=True, kw_only=True):
    """A link of the home page that leads nowhere."""

    url: str
    text: str = ""
    """Its words on the home page."""
    status: int
    """What the server answers: 404 or 410."""


class SiteChecks(Value, frozen=True, kw_only=True):
    """What asking for more than its pages showed of a site, once in a while."""

    at: datetime
    asked: int = 0
    """Links of the home page that were tried."""
    broken: tuple[BrokenLink, ...] = ()
    stays_plain: str = ""
    """The ``http://`` address at which the site answers without leading on to https, or empty."""


@dataclass(frozen=True, slots=True)
class SitePage:
    """One page of a site with its role."""

    role: PageRole
    look: Look


class SiteFacts(Value, frozen=True, kw_only=True):
    """What a whole site said on one day."""

    url: str
    """The address that the user gave."""
    read_at: datetime
    title: str = ""
    tagline: str = ""
    description: str = ""
    summary: tuple[str, ...] = ()
    language: str = ""
    offerings: tuple[Said, ...] = ()
    people: tuple[Named, ...] = ()
    jobs: tuple[Said, ...] = ()
    prices: tuple[Said, ...] = ()
    offices: tuple[Said, ...] = ()
    news: tuple[NewsItem, ...] = ()
    events: tuple[Event, ...] = ()
    contacts: tuple[Contact, ...] = ()
    health: tuple[HealthNote, ...] = ()
    topics: tuple[str, ...] = ()
    """Words that their pages lead with, for matching; folded."""
    pages: tuple[str, ...] = ()
    """The addresses that were read well."""
    roles: tuple[PageRole, ...] = ()
    """The role of each of `pages`: a fact missing from a page that was not read is not gone."""
    fetched: tuple[datetime, ...] = ()
    """When each of `pages` came, or was said to be as it was: two looks at one copy are one."""
    checks: SiteChecks | None = None
    """None: only its pages were read so far."""
    missed: tuple[PageRole, ...] = ()
    """Roles for which there is a page that could not be read: what stands there is not known."""


@dataclass(frozen=True, slots=True)
class SiteLook:
    """One look at a site: its pages as they came, and the facts of those that could be read."""

    url: str
    pages: tuple[SitePage, ...] = ()
    facts: SiteFacts | None = None
    """None: nothing could be read and nothing was kept."""
    fetched_at: datetime | None = None
    """When `facts` were fetched; older than now when it is a kept copy."""
    problem: str = ""
    """A sentence: why the home page could not be read now; the facts may be a kept copy."""
