"""Keeping what is typed: within a second of the first key, and again until it worked.

A screen that holds typing owns one `Autosave`, calls `changed` at each key (which costs a flag and
at most a timer) and `flush` before it leaves. The disk is touched by a worker, never by a key.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from textual.timer import Timer
from textual.widget import Widget

from followup_tui.domain.record import Clock
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.anew import begin

DELAY = 0.7
"""Seconds from the first change that is not kept until it is saved: with the writing itself it
stays below the one second that a killed terminal may cost."""
RETRY = 2.0
"""Seconds until the next try after one that failed."""


@dataclass(frozen=True, slots=True)
class Kept:
    """How the keeping stands after a try."""

    at: datetime | None = None
    """When it last worked."""
    problem: str = ""
    """Why the newest try failed, as a sentence; empty when it worked."""


class Autosave:
    """Keeps the newest state of one screen; saves never overtake each other."""

    def __init__(
        self,
        owner: Widget,
        save: Callable[[], Awaitable[None]],
        *,
        clock: Clock,
        told: Callable[[Kept], None],
    ) -> None:
        """`save` saves the state of the moment it is called and raises `StoreProblem`.

        `told` hears how each try ended.
        """
        self._owner = owner
        self._save = save
        self._clock = clock
        self._told = told
        self._unsaved = False
        self._closed = False
        self._timer: Timer | None = None
        self._running: asyncio.Task[None] | None = None
        self._kept = Kept()

    @property
    def unsaved(self) -> bool:
        """Whether something was changed that is not on the disk yet."""
        return self._unsaved

    def changed(self) -> None:
        """Note that there is something to keep."""
        self._unsaved = True
        self._arm(DELAY)

    def close(self) -> None:
        """Save no more: what was kept here has become something else."""
        self._closed = True
        self._unsaved = False
        self._disarm()

    async def flush(self) -> bool:
        """Save now what is not yet kept; say whether all of it is on the disk."""
        self._disarm()
        await self._keep()
        return not self._unsaved

    def _arm(self, delay: float) -> None:
        if self._timer is None and not self._closed:
            self._timer = self._owner.set_timer(delay, self._due, name="keep what is typed")

    def _disarm(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _due(self) -> None:
        self._timer = None
        begin(self._owner, self._keep, name="keep what is typed", group="keep")

    async def _keep(self) -> None:
        """Save once, after what is already being saved; a cancelled waiter stops no saving."""
        while self._running is not None:
            await asyncio.wait({self._running})
        if not self._unsaved or self._closed:
            return
        self._running = asyncio.create_task(self._try())
        await asyncio.shield(self._running)

    async def _try(self) -> None:
        self._unsaved = False
        try:
            await self._save()
        except StoreProblem as problem:
            self._kept = Kept(at=self._kept.at, problem=str(problem))
            self._unsaved = not self._closed
        else:
            self._kept = Kept(at=self._clock())
        finally:
            self._running = None
        self._told(self._kept)
        if self._unsaved and self._owner.is_attached:
            self._arm(RETRY if self._kept.problem else DELAY)
