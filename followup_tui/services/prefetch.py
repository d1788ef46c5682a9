"""Preparing the day's due clients quietly beforehand, so that opening one is immediate."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from followup_tui.domain.record import Clock
from followup_tui.services.call_list import CallListService
from followup_tui.services.gather import NoSuchClient
from followup_tui.services.preparation import PreparationService
from followup_tui.settings.model import Settings

AT_ONCE = 3
"""Clients prepared side by side: the web is asked politely, and the machine is the user's."""
NOT_AGAIN = timedelta(hours=1)
"""Within which a client is not prepared again: copies of pages are fresh as long."""


@dataclass(frozen=True, slots=True)
class PrefetchState:
    """How far the preparing has come."""

    total: int = 0
    """Clients that are due today and were not prepared within the hour."""
    done: int = 0
    now: tuple[str, ...] = ()
    """The names of those who are being prepared."""
    failed: int = 0
    """Of how many something could not be read: their preparation says what."""
    running: bool = True

    @property
    def words(self) -> str:
        """The state in words: ``prepared 4 of 9``; empty where there is nothing to prepare."""
        if not self.total:
            return ""
        troubles = f", {self.failed} with troubles" if self.failed and not self.running else ""
        return f"prepared {self.done} of {self.total}{troubles}"


class PrefetchService:
    """Prepares clients quietly. Raises `ports.StoreProblem`."""

    def __init__(
        self,
        call_list: CallListService,
        preparation: PreparationService,
        settings: Settings,
        clock: Clock,
    ) -> None:
        self._call_list = call_list
        self._preparation = preparation
        self._settings = settings
        self._clock = clock
        self._prepared: dict[str, datetime] = {}
        """By client id, when they were prepared last."""

    @property
    def is_allowed(self) -> bool:
        """Whether anything may be fetched that nobody asked for."""
        return self._settings.web.prefetch and not self._settings.web.metered

    async def run(self) -> AsyncGenerator[PrefetchState, None]:
        """Prepare those who are due today, in the order of the day, yielding each time one is done.

        Nothing is yielded where the settings do not allow it. Whoever is opened meanwhile goes
        before all of them, and what is on its way for both is fetched once. Closing the iterator
        cancels it; what was prepared until then stays.
        """
        if not self.is_allowed:
            return
        due = await self._due()
        if not due:
            return
        round_ = _Round(due, self._prepare_one)
        try:
            while round_.running:
                yield round_.state
                await round_.next()
            yield round_.state
        finally:
            await round_.close()

    async def _due(self) -> Sequence[tuple[str, str]]:
        """Return id and name of those who are due and were not prepared within the hour."""
        queue = await self._call_list.today()
        now = self._clock()
        return [
            (entry.client_id, entry.name)
            for entry in queue.today
            if now - self._prepared.get(entry.client_id, now - NOT_AGAIN) >= NOT_AGAIN
        ]

    async def _prepare_one(self, client_id: str) -> bool:
        """Prepare a client; say whether everything could be read."""
        try:
            problems = await self._preparation.prepare_quietly(client_id)
        except NoSuchClient:  # removed since the list was made: nothing to prepare
            return True
        self._prepared[client_id] = self._clock()
        return not problems


class _Round:
    """One round through the day's clients."""

    def __init__(
        self, due: Sequence[tuple[str, str]], prepare: Callable[[str], Coroutine[None, None, bool]]
    ) -> None:
        self._names = dict(due)
        self._waiting = [client_id for client_id, _ in due]
        self._prepare = prepare
        self._under_way: dict[asyncio.Task[bool], str] = {}
        self._done = self._failed = 0
        self._begin()

    @property
    def running(self) -> bool:
        """Whether somebody is still being prepared."""
        return bool(self._under_way)

    @property
    def state(self) -> PrefetchState:
        """How far it has come."""
        return PrefetchState(
            total=len(self._names),
            done=self._done,
            now=tuple(self._names[client_id] for client_id in self._under_way.values()),
            failed=self._failed,
            running=self.running,
        )

    def _begin(self) -> None:
        while self._waiting and len(self._under_way) < AT_ONCE:
            client_id = self._waiting.pop(0)
            task = asyncio.create_task(self._prepare(client_id), name=f"prepare {client_id}")
            self._under_way[task] = client_id

    async def next(self) -> None:
        """Wait until somebody else is prepared; raises what went wrong beyond the web."""
        done, _ = await asyncio.wait(self._under_way, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            del self._under_way[task]
            self._done += 1
            self._failed += not task.result()
        self._begin()

    async def close(self) -> None:
        """Give up what is under way, and wait for its end."""
        for task in self._under_way:
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)
