"""WebSites: looks at the few telling pages of a site, and keeps what they say together, dated.

Light to import, as `pages` is.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Protocol

from followup_tui.domain.page import Link, Look, Visit
from followup_tui.domain.record import Clock
from followup_tui.domain.websites.site import PageRole, SiteChecks, SiteFacts, SiteLook, SitePage
from followup_tui.web.site_checks import check_site, is_due
from followup_tui.web.site_facts import site_facts
from followup_tui.web.site_links import Place, Tried, language_root, next_page, page_key, places
from followup_tui.web.site_snapshots import SiteSnapshots

_ALL = frozenset(PageRole)
_STILL = timedelta(seconds=1)  # by which the last look may be ahead of a clock that stands still
_CROWD = 3  # links below which a home page offers nothing but its other languages


class OnePage(Protocol):
    """What is needed of `pages.WebPages`."""

    def last(self, url: str) -> Look | None:
        """Return the last good copy without touching the network, or None."""
        ...

    async def look(self, url: str, *, refresh: bool = False) -> Look:
        """Return what `url` says now; a copy younger than an hour will do unless `refresh`."""
        ...

    async def visit(self, url: str) -> Visit | None:
        """Return what asking for `url` shows, with nothing read; None where nobody answers."""
        ...


class WebSites:
    """The `Sites` of a desk, over its pages. Never raises for what the web does."""

    def __init__(self, pages: OnePage, snapshots: SiteSnapshots, clock: Clock) -> None:
        self._pages = pages
        self._snapshots = snapshots
        self._clock = clock

    def last(self, url: str) -> SiteLook | None:
        """Return the last good look without touching the network, or None."""
        facts = self._snapshots.last(url)
        if facts is None:
            return None
        read = list(zip(facts.roles, facts.pages, strict=False))
        if read and read[0][0] is PageRole.HOME:
            read[0] = (PageRole.HOME, url)  # its copy is kept by where it was asked for
        looks = ((role, self._pages.last(page)) for role, page in read)
        pages = tuple(SitePage(role, look) for role, look in looks if look is not None)
        return SiteLook(url, pages, facts, facts.read_at)

    def history(self, url: str) -> Sequence[SiteFacts]:
        """Return what was kept of a site on other days, the newest first."""
        return self._snapshots.history(url)

    def nearest(self, url: str, moment: datetime) -> SiteFacts | None:
        """Return what was kept nearest to `moment`, or None where nothing is."""
        return self._snapshots.nearest(url, moment)

    async def look(
        self, url: str, *, refresh: bool = False, roles: Collection[PageRole] | None = None
    ) -> AsyncGenerator[SiteLook, None]:
        """Yield the site as it is known so far each time a page of it has come, whole at the end.

        Its pages come one after the other, the home page first: a host is asked for one thing at
        a time anyway, and each page may show where the next one is. `roles` are those of the
        pages that are wanted beside the home page; None: all that there are. With `refresh` and
        all of them, a few of its links are asked whether they lead anywhere, once a week: at the
        end, after the whole site has been shown.
        """
        last = await asyncio.to_thread(self._snapshots.last, url)
        tour = _Tour(
            url,
            _ALL if roles is None else frozenset(roles),
            anew=refresh,
            last=last.read_at if last else None,
        )
        checks = last.checks if last else None
        next_url: tuple[PageRole, str] | None = (PageRole.HOME, url)
        while next_url is not None:
            role, address = next_url
            tour.came(role, address, await self._pages.look(address, refresh=refresh))
            if not tour.home_was_read:
                yield await asyncio.to_thread(self._failed, tour)
                return
            next_url = tour.next()
            whole = next_url is None
            unread = _ALL - tour.roles if whole else tour.ahead
            facts = await asyncio.to_thread(self._facts, tour, checks, unread)
            if whole:
                yield await self._kept(tour, facts)
            else:
                yield tour.look(facts)
        if refresh and roles is None and is_due(checks, self._clock()):
            checks = await check_site(tour.pages, self._pages.visit, at=self._clock())
            facts = await asyncio.to_thread(self._facts, tour, checks)
            yield await self._kept(tour, facts)

    def _facts(
        self, tour: _Tour, checks: SiteChecks | None, unread: Collection[PageRole] = ()
    ) -> SiteFacts:
        at, pages = tour.told_apart(self._clock())
        return site_facts(tour.url, pages, read_at=at, checks=checks, unread=unread)

    def _failed(self, tour: _Tour) -> SiteLook:
        """Return what was kept of a site whose home page cannot be read now."""
        pages, problem = tuple(tour.pages), tour.problem
        kept = self._snapshots.last(tour.url)
        if kept is None:
            return SiteLook(tour.url, pages, problem=problem)
        return SiteLook(tour.url, pages, kept, kept.read_at, problem)

    async def _kept(self, tour: _Tour, facts: SiteFacts) -> SiteLook:
        """Keep the facts of a site that was gone through, and return the look."""
        problem = tour.problem
        try:
            await asyncio.to_thread(self._snapshots.save, facts)
        except OSError as error:
            problem = f"This site was read but cannot be kept on the disk ({error.strerror})"
        damage = self._snapshots.told()
        return replace(tour.look(facts), problem=problem or " ".join(damage))


@dataclass(slots=True)
class _Tour:
    """The way through one site."""

    url: str
    roles: frozenset[PageRole]
    """What is wanted beside the home page."""
    anew: bool = False
    """Whether no copy will do."""
    last: datetime | None = None
    """The moment of the last kept look."""
    pages: list[SitePage] = field(default_factory=list)
    problem: str = ""
    """Why the home page could not be read, or not whole."""
    home_was_read: bool = False
    _tried: list[Tried] = field(default_factory=list)
    _read: set[str] = field(default_factory=set)
    """Where what was read came from in the end."""
    _known: list[Place] = field(default_factory=list)
    _links: set[Link] = field(default_factory=set)
    _homes: list[str] = field(default_factory=list)
    _language: str = ""
    _root: str = ""
    """The page of one language, where the home page only lets one choose."""

    def came(self, role: PageRole, url: str, look: Look) -> None:
        """Take in a page that was looked at."""
        facts = look.facts
        # An empty shell may still announce its feeds; what is kept of an unreachable one is old.
        now = facts is not None and (not look.problem or facts.shell)
        if not self._tried:
            self.home_was_read, self.problem = now, look.problem
        final = page_key(facts.url) if facts is not None and now else ""
        doubled = final in self._read
        self._read |= {final} - {""}
        self._tried.append(Tried(role, url, read=not look.problem and not doubled))
        if doubled:
            return  # it leads to a page that was read already
        self.pages.append(SitePage(role, look))
        if facts is None or not now:
            return
        if role is PageRole.HOME:
            self._homes += [url, facts.url]
            self._language = self._language or facts.language
        links = [link for link in facts.links if link not in self._links]
        self._links.update(links)  # a menu stands on each page of a site
        found = places(links, homes=self._homes, language=self._language)
        if not self._known and role is PageRole.HOME and len(found) < _CROWD:
            self._root = language_root(facts.links, homes=self._homes, language=self._language)
        self._known += (place for place in found if place.role in self.roles)

    @property
    def ahead(self) -> frozenset[PageRole]:
        """The roles of which no page was looked at yet."""
        return _ALL - {page.role for page in self.pages}

    def told_apart(self, now: datetime) -> tuple[datetime, Sequence[SitePage]]:
        """Return moment and pages such that this look is not taken for the last one.

        Where the clock stands still (``FOLLOWUP_NOW``), two fetches have one moment.
        """
        if self.last is None or not now <= self.last < now + _STILL:
            return now, self.pages
        later = self.last + timedelta(microseconds=1)
        if not self.anew:
            return later, self.pages
        looks = [page.look for page in self.pages]
        return later, [
            replace(page, look=replace(look, fetched_at=later)) if look.fetched_at == now else page
            for page, look in zip(self.pages, looks, strict=True)
        ]

    def look(self, facts: SiteFacts) -> SiteLook:
        """Return the site as it is known so far."""
        return SiteLook(self.url, tuple(self.pages), facts, facts.read_at, self.problem)

    def next(self) -> tuple[PageRole, str] | None:
        """Return the page to look at next with its role, or None at the end."""
        if self._root:
            root, self._root = self._root, ""
            return PageRole.HOME, root
        place = next_page(self._known, self._tried)
        return None if place is None else (place.role, place.url)
