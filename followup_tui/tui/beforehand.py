"""What is fetched without being asked for, where the settings allow it: sources, and the day.

Once the desk is there, and again each hour it stays open: the sources of the library once a day,
then the clients of the day, so that opening one is immediate. How far it has come is told in a few
words; what could not be read is told where it is looked for, in the preparation and the library.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import aclosing
from typing import Any

from textual.screen import Screen
from textual.worker import Worker

from followup_tui.desk import Desk
from followup_tui.services.ports import StoreProblem

START = 1.0
"""Seconds after the first refresh: what the user sees and does first comes first."""
EVERY = 3600.0
"""Seconds between two rounds: copies of pages are fresh as long."""


class Beforehand:
    """Fetches beside the work; `told` hears the words of its progress, empty when it rests."""

    def __init__(self, screen: Screen[Any], desk: Desk, *, told: Callable[[str], None]) -> None:
        self._screen = screen
        self._desk = desk
        self._told = told
        self._worker: Worker[None] | None = None

    @property
    def is_running(self) -> bool:
        """Whether something is being fetched."""
        return self._worker is not None and not self._worker.is_finished

    @property
    def is_allowed(self) -> bool:
        """Whether the settings let anything be fetched that was not asked for."""
        web = self._desk.settings.web
        return web.prefetch and not web.metered

    def begin(self) -> None:
        """Fetch soon and once an hour, where that is allowed."""
        if self.is_allowed:
            self._screen.set_timer(START, self.start, name="fetch beforehand")
            self._screen.set_interval(EVERY, self.start, name="fetch beforehand")

    def start(self) -> None:
        """Fetch now, unless that is under way."""
        if not self.is_running:
            self._worker = self._screen.run_worker(
                self._run, name="fetch beforehand", group="beforehand", exit_on_error=False
            )

    def stop(self) -> None:
        """Give up what is under way; what was fetched stays."""
        if self._worker is not None:
            self._worker.cancel()
        self._told("")

    async def _run(self) -> None:
        try:
            await self._look_at_sources()
            async with aclosing(self._desk.prefetch.run()) as states:
                async for state in states:
                    self._told(state.words if state.running else "")
        except StoreProblem as problem:
            # The desk itself tells of a store that cannot be read; here it only ends the round.
            self._screen.log.warning(str(problem))
        finally:
            self._told("")

    async def _look_at_sources(self) -> None:
        """Look at the sources of the library, where they were not looked at today."""
        if not await asyncio.to_thread(self._desk.library.wants_refresh):
            return
        self._told("looking at your sources")
        async with aclosing(self._desk.library.refresh(by_itself=True)) as views:
            async for _ in views:
                pass
