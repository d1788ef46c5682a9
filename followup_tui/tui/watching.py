"""Looking for what other programs wrote, as long as a screen can be seen."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from textual.screen import Screen

from followup_tui.services.ports import Records, StoreProblem
from followup_tui.tui.anew import begin

WATCH_SECONDS = 0.5
"""What another program wrote is to be shown within a second, reading it included."""


class Watch:
    """Calls `changed` when the records have changed, by whomever; told once, a change is known.

    A screen under a dialog can be seen and is kept up to date; one under another screen is not.
    """

    def __init__(
        self,
        screen: Screen[Any],
        records: Records,
        *,
        changed: Callable[[], Awaitable[None]],
        told: Callable[[str], None],
        also: Callable[[], bool] = lambda: False,
    ) -> None:
        """`changed` reads anew and may raise `StoreProblem`: it is called again then.

        `told` hears the problem of each try, empty where there was none; `also` is a reason of
        the screen's own to read anew (the passing of time).
        """
        self._screen = screen
        self._records = records
        self._changed = changed
        self._told = told
        self._also = also
        self._known = -1
        self._looking = False

    def begin(self) -> None:
        """Look from now on."""
        self._screen.set_interval(WATCH_SECONDS, self.look_soon, name="look for changes")

    def known(self) -> None:
        """Note that what is shown is of this moment."""
        self._known = self._records.version

    def look_soon(self) -> None:
        """Look in the background, unless that is under way or nobody sees it."""
        if self._screen.is_current and not self._looking:
            self._looking = True
            begin(self._screen, self.look, name="look for changes", group="look")

    async def look(self) -> None:
        """Take in what other programs wrote, and have it shown."""
        try:
            await asyncio.to_thread(self._records.refresh)
            version = self._records.version
            if version != self._known or self._also():
                await self._changed()
                self._known = version
        except StoreProblem as problem:
            self._told(str(problem))
        else:
            self._told("")
        finally:
            self._looking = False
