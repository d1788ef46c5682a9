"""Looking at pages and sites for several preparations at once: each place by one look at a time.

An opened client is wanted now, a client that is prepared beforehand can wait. What is wanted now
never stands behind what can wait: it has places of its own, and while it lasts nothing else begins.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import TypeVar

from followup_tui.domain.page import Look
from followup_tui.domain.record import Clock
from followup_tui.domain.views import ItemStatus
from followup_tui.domain.websites.site import PageRole, SiteFacts, SiteLook
from followup_tui.services.ports import Pages, Sites

_Seen = TypeVar("_Seen", Look, SiteLook)

WANTED_NOW = 8  # places looked at side by side for clients that are open
QUIETLY = 4  # and for those that are prepared beforehand
REMEMBERED = 256  # looks kept in memory: older ones are read from their kept copy again
COMPETITOR_ROLES = frozenset({PageRole.NEWS, PageRole.FEED, PageRole.SERVICES, PageRole.EVENTS})
"""What of a competitor's site is read beside its home page."""


@dataclass(frozen=True, slots=True)
class Place:
    """One address, and how much of what stands there is wanted."""

    url: str
    whole: bool = False
    """Whether it is a site of which several pages are read, or one page, feed or calendar."""
    roles: frozenset[PageRole] | None = None
    """Of a site: the pages that are wanted; None: all."""


@dataclass(eq=False, slots=True)
class Flight:
    """One look under way, or waiting for its turn, and who wants to hear of it."""

    place: Place
    refresh: bool
    tell: list[Callable[[], None]] = field(default_factory=list)
    urgent: bool = False
    task: asyncio.Task[None] | None = None
    status: ItemStatus = ItemStatus.WAITING
    landed: bool = False
    """Whether it has come to its end."""
    fault: BaseException | None = None

    def check(self) -> None:
        """Raise what made the look fail: the web never raises, so that is a fault, and told."""
        if self.fault is not None:
            raise self.fault

    def hear(self) -> None:
        """Tell everybody who listens that there is something new."""
        for tell in tuple(self.tell):
            tell()


class Looking:
    """The looks of one desk, for one event loop; what was seen stays until the desk is closed."""

    def __init__(self, pages: Pages, sites: Sites, clock: Clock) -> None:
        self._pages = pages
        self._sites = sites
        self._clock = clock
        self._tried: dict[str, datetime] = {}
        self._flights: dict[tuple[Place, bool], Flight] = {}
        self._page_looks: dict[str, Look] = {}
        self._site_looks: dict[str, SiteLook] = {}
        self._past: dict[str, tuple[SiteFacts, ...]] = {}

    # What is known

    def page(self, url: str) -> Look | None:
        """Return the last look at a page of this session, or its kept copy once it was recalled."""
        return self._page_looks.get(url)

    def site(self, url: str) -> SiteLook | None:
        """Return the last look at a site of this session, or what was kept once recalled."""
        return self._site_looks.get(url)

    def tried(self, url: str) -> datetime | None:
        """Return when an address was last looked at, be it in vain; None: not in this session."""
        return self._tried.get(url)

    def past(self, url: str) -> tuple[SiteFacts, ...]:
        """Return what was kept of a site on other days, and what earlier looks of today saw."""
        return self._past.get(url, ())

    def status(self, place: Place) -> ItemStatus | None:
        """Return where a look under way stands, or None where there is none."""
        found = [self._flights.get((place, refresh)) for refresh in (True, False)]
        statuses = [flight.status for flight in found if flight is not None]
        return max(statuses, key=lambda each: each is ItemStatus.FETCHING, default=None)

    def recall(self, places: Iterable[Place]) -> Callable[[], None]:
        """Read the kept copies of places that were not seen yet; for a thread.

        What it returns takes them in, and is for the event loop.
        """
        pages: dict[str, Look] = {}
        sites: dict[str, tuple[SiteLook | None, tuple[SiteFacts, ...]]] = {}
        for place in places:
            if place.whole and place.url not in self._past:
                sites[place.url] = (
                    self._sites.last(place.url),
                    tuple(self._sites.history(place.url)),
                )
            elif (
                not place.whole
                and place.url not in self._page_looks
                and (look := self._pages.last(place.url))
            ):
                pages[place.url] = look

        def take_in() -> None:
            for url, look in pages.items():
                self._page_looks.setdefault(url, look)
            for url, (site, past) in sites.items():
                self._past.setdefault(url, past)
                if site is not None:
                    self._site_looks.setdefault(url, site)

        return take_in

    # Looking

    def join(
        self, place: Place, *, refresh: bool, quietly: bool, tell: Callable[[], None]
    ) -> Flight:
        """Begin to look at a place, or take part in the look under way; `tell` hears of news."""
        flight = self._flights.setdefault((place, refresh), Flight(place, refresh))
        flight.tell.append(tell)
        flight.urgent = flight.urgent or not quietly
        self._let_fly()
        return flight

    async def leave(self, flights: Sequence[Flight], tell: Callable[[], None]) -> None:
        """Take part no more; what nobody wants any longer is cancelled, and its end awaited."""
        given_up = []
        for flight in flights:
            flight.tell.remove(tell)
            if not flight.tell and not flight.landed:
                self._remove(flight)
                if flight.task is not None:
                    flight.task.cancel()
                    given_up.append(flight.task)
        self._let_fly()
        await asyncio.gather(*given_up, return_exceptions=True)

    def _remove(self, flight: Flight) -> None:
        if self._flights.get((flight.place, flight.refresh)) is flight:
            del self._flights[flight.place, flight.refresh]

    def _let_fly(self) -> None:
        """Begin the looks that have a place; those that are wanted now go first."""
        flights = tuple(self._flights.values())
        self._begin([each for each in flights if each.urgent], WANTED_NOW)
        if not any(each.urgent for each in flights):
            self._begin(flights, QUIETLY)

    def _begin(self, flights: Sequence[Flight], most: int) -> None:
        flying = sum(each.task is not None for each in flights)
        for flight in flights:
            if flight.task is None and flying < most:
                flying += 1
                flight.task = asyncio.create_task(
                    self._look(flight), name=f"look {flight.place.url}"
                )
                flight.task.add_done_callback(partial(self._landed, flight))

    def _landed(self, flight: Flight, task: asyncio.Task[None]) -> None:
        flight.landed = True
        flight.fault = None if task.cancelled() else task.exception()
        self._remove(flight)
        self._let_fly()
        flight.hear()

    async def _look(self, flight: Flight) -> None:
        place = flight.place
        flight.status = ItemStatus.FETCHING
        flight.hear()
        if not place.whole:
            look = await self._pages.look(place.url, refresh=flight.refresh)
            _keep(self._page_looks, place.url, look)
            self._tried[place.url] = self._clock()
            return
        before = self._site_looks.get(place.url)
        states = self._sites.look(place.url, refresh=flight.refresh, roles=place.roles)
        state = before
        try:
            async for state in states:
                if not self._is_of_today(before):
                    _keep(self._site_looks, place.url, state)
                    flight.hear()
        finally:
            await states.aclose()
        if state is not None:
            _keep(self._site_looks, place.url, state)
        self._tried[place.url] = self._clock()
        if before is not None and before.facts is not None:
            known = self._past.get(place.url, ())
            if all(each.read_at != before.facts.read_at for each in known):
                self._past[place.url] = (before.facts, *known)

    def _is_of_today(self, look: SiteLook | None) -> bool:
        """Say whether a look is so fresh that the first pages of a new one say less than it."""
        if look is None or look.facts is None or look.fetched_at is None:
            return False
        now = self._clock()
        return look.fetched_at.astimezone(now.tzinfo).date() == now.date()


def _keep(kept: dict[str, _Seen], url: str, look: _Seen) -> None:
    """Remember a look as the newest, and forget the oldest where there are too many."""
    kept.pop(url, None)
    kept[url] = look
    while len(kept) > REMEMBERED:
        del kept[next(iter(kept))]
