"""The facts of a site: what its pages say, in one place, each thing once and with its page.

Pure, and light to import: it works on what was read, never on bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import datetime
from typing import TypeVar
from urllib.parse import urlsplit

import msgspec

from followup_tui.domain.page import Contact, Event, Named, NewsItem, PageFacts, Said, Source
from followup_tui.domain.text import fold
from followup_tui.domain.websites.site import PageRole, SiteChecks, SiteFacts, SitePage
from followup_tui.domain.websites.topics import topics
from followup_tui.web.merge import merge
from followup_tui.web.site_checks import GONE
from followup_tui.web.site_health import site_health

MOST_NEWS = 60
MOST_SAID = 80
"""Offerings, jobs, prices, offices and people of one site; more is a catalogue, not a site."""
MOST_CONTACTS = 40

_NOT_PAGES = frozenset({PageRole.FEED, PageRole.CALENDAR})
_LEADING = (PageRole.HOME, PageRole.ABOUT, PageRole.SERVICES)
"""The pages that say what a company does, the first of them first."""

_Fact = TypeVar("_Fact", Said, Named, NewsItem, Contact)


def site_facts(
    url: str,
    pages: Sequence[SitePage],
    *,
    read_at: datetime,
    checks: SiteChecks | None = None,
    unread: Collection[PageRole] = (),
) -> SiteFacts:
    """Return what the pages of a site say together.

    `url` is the address that the user gave, `pages` are its looks in any order, kept copies and
    failed ones among them; `read_at` is the present moment, `checks` are the last ones. `unread`
    are roles of which there may be a page that was not looked at. Title, tagline, description and
    language are those of the home page; a list holds each thing once, in the order of the pages'
    roles, with its source. A page without facts, or whose facts have a problem, is not among
    `pages` of the result, and its role is `missed`: what stood on it is not known to be gone.
    """
    looked = sorted(pages, key=lambda page: list(PageRole).index(page.role))
    there = [page for page in looked if not _is_gone(page)]
    read = [_Read(page.role, page.look.facts) for page in there if page.look.facts]
    told = [each for each in read if each.role not in _NOT_PAGES]
    well = [page for page in there if page.look.facts and not page.look.facts.problem]
    leading = [each.facts for role in _LEADING for each in told if each.role is role]
    return SiteFacts(
        url=url,
        read_at=read_at,
        title=_first(facts.title for facts in leading),
        tagline=_first(facts.tagline for facts in leading[:1]),
        description=_first(facts.description for facts in leading),
        summary=next((facts.summary for facts in leading if facts.summary), ()),
        language=_first(facts.language for facts in leading),
        offerings=_said(read, lambda facts: facts.offerings),
        people=_people(read),
        jobs=_said(read, lambda facts: facts.jobs),
        prices=_said(read, lambda facts: facts.prices),
        offices=_said(read, lambda facts: facts.offices),
        news=_news(read),
        events=_events(read, read_at),
        contacts=_contacts(read),
        health=site_health(looked, now=read_at, checks=checks),
        topics=_topics(url, told),
        pages=tuple(page.look.facts.url for page in well if page.look.facts),
        roles=tuple(page.role for page in well),
        fetched=tuple(page.look.fetched_at or read_at for page in well),
        checks=checks,
        missed=tuple(
            sorted({*unread, *(page.role for page in looked)} - {page.role for page in well})
        ),
    )


def _is_gone(page: SitePage) -> bool:
    """Say whether a page is no longer there, whatever is kept of it."""
    visit = page.look.visit
    return bool(page.look.problem) and visit is not None and visit.status in GONE


class _Read:
    """The facts of one page with its role."""

    def __init__(self, role: PageRole, facts: PageFacts) -> None:
        self.role = role
        self.facts = facts

    def sourced(self, items: Iterable[_Fact]) -> Iterator[_Fact]:
        """Give the items, each with this page as its source where it names none."""
        source = Source(url=self.facts.url, method="page", read_at=self.facts.read_at)
        for item in items:
            yield item if item.source else msgspec.structs.replace(item, source=source)


def _first(texts: Iterable[str]) -> str:
    return next((text for text in texts if text), "")


def _said(pages: Sequence[_Read], of: Callable[[PageFacts], Iterable[Said]]) -> tuple[Said, ...]:
    kept: dict[str, Said] = {}
    for page in pages:
        for item in page.sourced(of(page.facts)):
            old = kept.setdefault(fold(item.text), item)
            if item.url and not old.url:
                kept[fold(item.text)] = msgspec.structs.replace(old, url=item.url)
    return tuple(kept.values())[:MOST_SAID]


def _people(pages: Sequence[_Read]) -> tuple[Named, ...]:
    kept: dict[str, Named] = {}
    for page in pages:
        for person in page.sourced(page.facts.people):
            old = kept.setdefault(fold(person.name), person)
            if person.role and not old.role:
                kept[fold(person.name)] = person
    return tuple(kept.values())[:MOST_SAID]


def _news(pages: Sequence[_Read]) -> tuple[NewsItem, ...]:
    """Return the news, newest first, those without a date last; each with what any page says."""
    kept: dict[str, NewsItem] = {}
    for page in pages:
        for item in page.sourced(page.facts.news):
            old = kept.setdefault(fold(item.title), item)
            kept[fold(item.title)] = msgspec.structs.replace(
                old, date=old.date or item.date, url=old.url or item.url
            )
    dated = sorted((item for item in kept.values() if item.date), key=_day, reverse=True)
    return (*dated, *(item for item in kept.values() if not item.date))[:MOST_NEWS]


def _day(item: NewsItem) -> int:
    return item.date.toordinal() if item.date else 0


def _events(pages: Sequence[_Read], now: datetime) -> tuple[Event, ...]:
    return merge((event for page in pages for event in page.facts.events), now=now)


def _contacts(pages: Sequence[_Read]) -> tuple[Contact, ...]:
    kept: dict[tuple[str, str], Contact] = {}
    for page in pages:
        for contact in page.sourced(page.facts.contacts):
            key = (contact.kind, fold(contact.value).rstrip("/"))
            old = kept.setdefault(key, contact)
            if contact.name and not old.name:
                kept[key] = contact
    return tuple(kept.values())[:MOST_CONTACTS]


def _topics(url: str, pages: Sequence[_Read]) -> tuple[str, ...]:
    return topics(_leading_words(pages), without=(_own_name(url),))


def _leading_words(pages: Sequence[_Read]) -> Iterator[tuple[str, float]]:
    for page in pages:
        facts = page.facts
        yield from ((item.text, 3.0) for item in facts.offerings)
        yield facts.tagline, 2.0
        yield facts.description, 2.0
        yield from ((item.title, 2.0) for item in facts.news)
        yield from ((item.text, 1.0) for item in facts.jobs)
        yield from ((heading, 1.0) for heading in facts.headings)


def _own_name(url: str) -> str:
    """Return the words of the site's own name, as its address has them."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    return host.partition(".")[0].replace("-", " ")
