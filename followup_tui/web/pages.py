"""WebPages: looks at pages over HTTP, reads them, and keeps the last good copy of each.

Light to import: httpx, lxml and their like come in when the first page is fetched or read.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from followup_tui.domain.page import Look, PageFacts, Visit
from followup_tui.domain.record import Clock
from followup_tui.web.errand import NOTHING_KEPT, Fetched, Validators
from followup_tui.web.guard import Guard, Hosts
from followup_tui.web.kept_robots import RobotsFolder
from followup_tui.web.manners import USUAL, Manners
from followup_tui.web.reading import CannotRead, Readers
from followup_tui.web.snapshots import DamagedCopy, Kept, Snapshots

if TYPE_CHECKING:
    from followup_tui.web.fetch import Fetcher

FRESH = timedelta(hours=1)
"""A copy younger than this is shown without asking again."""
READ_ANEW = timedelta(days=7)
"""A copy that was read longer ago is not taken for the page even where that has not changed: its
events are past, its calendar reaches less far, and we may read better by now."""


@dataclass(slots=True)
class _Flight:
    """One look under way, shared by everybody who wants the same address."""

    task: asyncio.Task[Look]
    waiting: int = 0


def _look_at(kept: Kept) -> Look:
    return Look(kept.url, kept.facts, kept.fetched_at, visit=kept.visit)


class WebPages:
    """The `Pages` of a desk, for one event loop. Never raises for what the web does.

    `folder` keeps the copies. `guard` says what may be fetched at all, `manners` how, and
    `read_deadline` the seconds for reading a page. `hosts` are for a guard that knows no more than
    where the tests' hosts are.
    """

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        *,
        guard: Guard | None = None,
        hosts: Hosts | None = None,
        manners: Manners = USUAL,
        read_deadline: float = 10.0,
    ) -> None:
        self._clock = clock
        self._snapshots = Snapshots(folder)
        self._robots = RobotsFolder(folder)
        self._guard = guard or Guard(hosts)
        self._manners = manners
        self._readers = Readers(deadline=read_deadline)
        self._fetcher: asyncio.Future[Fetcher] | None = None
        self._flights: dict[str, _Flight] = {}
        self._under_way: set[asyncio.Task[Look]] = set()
        """The looks that have not come to their end, also those that were given up."""

    def last(self, url: str) -> Look | None:
        """Return the last good copy without touching the network, or None.

        A copy that turns out damaged is told once, as a look with a problem and no facts.
        """
        try:
            kept = self._snapshots.load(url)
        except DamagedCopy as damage:
            return Look(url, problem=str(damage))
        return None if kept is None else _look_at(kept)

    async def look(self, url: str, *, refresh: bool = False) -> Look:
        """Return what `url` says now; a copy younger than an hour will do unless `refresh`.

        Looks at the same address at the same time share one fetch; it is given up when the last
        of them is cancelled.
        """
        flight = self._flights.get(url)
        if flight is None:
            kept = self._kept(url)
            if kept is not None and not refresh and self._is_fresh(kept):
                return _look_at(kept)
            flight = _Flight(asyncio.create_task(self._look(url), name=f"look at {url}"))
            self._flights[url] = flight
            flight.task.add_done_callback(lambda _: self._landed(url, flight))
            self._under_way.add(flight.task)
            flight.task.add_done_callback(self._under_way.discard)
        flight.waiting += 1
        try:
            return await asyncio.shield(flight.task)
        finally:
            flight.waiting -= 1
            if not flight.waiting and not flight.task.done():
                self._landed(url, flight)
                flight.task.cancel()

    async def visit(self, url: str) -> Visit | None:
        """Return what asking for `url` shows, with nothing read; None where nobody answers."""
        try:
            fetcher = await self._ready_fetcher()
        except OSError:
            return None  # the certificates cannot be read: the next page that is looked at says so
        return await fetcher.visit(url)

    def _landed(self, url: str, flight: _Flight) -> None:
        if self._flights.get(url) is flight:
            del self._flights[url]

    def _kept(self, url: str) -> Kept | None:
        try:
            return self._snapshots.load(url)
        except DamagedCopy:
            return None  # it has been moved aside and is fetched anew

    def _is_fresh(self, kept: Kept) -> bool:
        return timedelta(0) <= self._clock() - kept.fetched_at < FRESH

    async def _look(self, url: str) -> Look:
        self._readers.warm()
        try:
            fetcher = await self._ready_fetcher()
        except OSError as error:
            return self._failed(url, f"The certificates of the web cannot be read ({error})")
        kept = self._kept(url)
        fetched = await fetcher.fetch(url, self._validators(kept))
        if fetched.problem:
            return self._failed(url, fetched.problem, visit=fetched.visit)
        if fetched.unchanged and kept is not None:
            return await self._renewed(kept, fetched)
        try:
            facts = await self._read(fetched)
        except CannotRead as why:
            return self._failed(url, f"{fetched.url} {why}")
        if facts.problem:
            return self._failed(url, facts.problem, facts, fetched.visit)
        return await self._keep(url, facts, facts.read_at, fetched)

    def _validators(self, kept: Kept | None) -> Validators:
        """Return what asks whether the page is still that of the copy, if that will do."""
        if kept is None or not timedelta(0) <= self._clock() - kept.facts.read_at < READ_ANEW:
            return NOTHING_KEPT
        return kept.validators

    async def _renewed(self, kept: Kept, fetched: Fetched) -> Look:
        """Keep a copy on whose page nothing has changed as that of now."""
        visit = fetched.visit
        if visit is not None and kept.visit is not None:
            visit = msgspec.structs.replace(visit, size=kept.visit.size)
        fetched = replace(fetched, visit=visit)
        return await self._keep(kept.url, kept.facts, self._clock(), fetched)

    async def _keep(self, url: str, facts: PageFacts, at: datetime, fetched: Fetched) -> Look:
        visit, problem = fetched.visit, ""
        save = partial(self._snapshots.save, validators=fetched.validators, visit=visit)
        try:
            await asyncio.to_thread(save, url, facts, at)
        except OSError as error:
            problem = f"This page was read but cannot be kept on the disk ({error.strerror})"
        return Look(url, facts, at, problem, visit)

    async def _read(self, fetched: Fetched) -> PageFacts:
        return await self._readers.read(
            fetched.content,
            url=fetched.url,
            now=self._clock(),
            content_type=fetched.content_type or None,
        )

    def _failed(
        self,
        url: str,
        problem: str,
        facts: PageFacts | None = None,
        visit: Visit | None = None,
    ) -> Look:
        """Return the last good copy, or else the little there is, with what went wrong."""
        kept = self._kept(url)
        if kept is not None:
            return replace(_look_at(kept), problem=problem, visit=visit or kept.visit)
        return Look(url, facts, facts.read_at if facts else None, problem, visit)

    async def _ready_fetcher(self) -> Fetcher:
        """Return the fetcher, made once: importing httpx and the certificates takes a while."""
        if self._fetcher is None:
            self._fetcher = asyncio.ensure_future(asyncio.to_thread(self._make_fetcher))
        try:
            return await asyncio.shield(self._fetcher)
        except OSError:
            self._fetcher = None  # certificates that could not be read: the next look tries again
            raise

    def _make_fetcher(self) -> Fetcher:
        from followup_tui.web.fetch import Fetcher  # noqa: PLC0415 -- brings in httpx

        return Fetcher(self._guard, self._clock, self._manners, kept_robots=self._robots)

    async def close(self) -> None:
        """Give up what is under way and end the reading programs."""
        under_way = tuple(self._under_way)
        for task in under_way:
            task.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)
        await self._readers.close()
