"""Looking at our own sources side by side, and where each of them stands."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Iterator, Mapping, Sequence
from datetime import date, datetime

from followup_tui.domain.library.view import LibrarySource
from followup_tui.domain.page import Look
from followup_tui.domain.record import Clock
from followup_tui.domain.views import ItemStatus
from followup_tui.services.ports import Pages
from followup_tui.services.sources import OwnSource, nothing_found


class SourceLooks:
    """The looks at the sources of one desk; what was seen stays until the desk is closed."""

    def __init__(self, sources: Sequence[OwnSource], pages: Pages, clock: Clock) -> None:
        self._sources = sources
        self._pages = pages
        self._clock = clock
        self._seen: dict[str, Look] = {}
        self._tried: dict[str, datetime] = {}
        self._way: dict[str, ItemStatus] = {}
        """By address, while `look` runs."""

    def are_wanted(self) -> bool:
        """Say whether there is a source that was not looked at today; it reads the kept copies."""
        today = self._today(self._clock())
        return any(self._last_tried(source.url) != today for source in self._sources)

    def _last_tried(self, url: str) -> date | None:
        tried = self._tried.get(url)
        if tried is None:
            look = self._pages.last(url)
            tried = look.fetched_at if look else None
        return self._today(tried) if tried else None

    def _today(self, moment: datetime) -> date:
        return moment.astimezone(self._clock().tzinfo).date()

    def now_seen(self) -> Iterator[tuple[OwnSource, Look]]:
        """Return each source that was looked at with what was seen, in the settings' order."""
        return ((each, self._seen[each.url]) for each in self._sources if each.url in self._seen)

    def states(self, items: Mapping[str, int], now: datetime) -> tuple[LibrarySource, ...]:
        """Return where each source stands; `items`: how many value-adds came from each address."""
        return tuple(self._state(each, items.get(each.url, 0), now) for each in self._sources)

    def _state(self, source: OwnSource, items: int, now: datetime) -> LibrarySource:
        look = self._seen.get(source.url) or self._pages.last(source.url)
        rests = ItemStatus.NOTHING if look is None else ItemStatus.READY
        if look is not None and look.problem:
            rests = ItemStatus.FAILED
        return LibrarySource(
            kind=source.kind,
            url=source.url,
            status=self._way.get(source.url, rests),
            title=look.facts.title if look and look.facts else "",
            read_at=look.fetched_at if look else None,
            problem=(look.problem or nothing_found(source, look, now)) if look else "",
            items=items,
        )

    async def look(self, *, anew: bool) -> AsyncGenerator[None, None]:
        """Look at all of them, yielding at once and each time that one has been looked at.

        `anew` fetches even what was fetched within the hour. Closing it cancels the rest.
        """
        arrived: asyncio.Queue[str] = asyncio.Queue()
        self._way = dict.fromkeys((each.url for each in self._sources), ItemStatus.FETCHING)

        async def look(url: str) -> None:
            try:
                self._seen[url] = await self._pages.look(url, refresh=anew)
                self._tried[url] = self._clock()
            finally:
                self._way.pop(url, None)
                arrived.put_nowait(url)

        tasks = [
            asyncio.create_task(look(each.url), name=f"source {each.url}") for each in self._sources
        ]
        try:
            yield
            for _ in tasks:
                await arrived.get()
                yield
            for task in tasks:
                task.result()  # the web never raises: what does is a fault, and told
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            self._way = {}
