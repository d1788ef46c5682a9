"""Keeping what the desk's first screen is like, so that it can be drawn at once the next time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from textual.app import App
from textual.screen import Screen

from followup_tui.desk import Desk

_LOOKS, _BETWEEN = 50, 0.005
"""How often a new screen is looked at until it is laid out, and seconds between two looks."""


class FirstSight:
    """Keeps what a screen is first drawn like, unless that is kept already.

    It is kept before the terminal is sent it: then it is there also for whoever starts the desk
    only to look at it, and closes the window.
    """

    def __init__(self, screen: Screen[Any], desk: Desk) -> None:
        self._screen = screen
        self._desk = desk
        self._is_over = False

    def about_to_draw(self, is_first: Callable[[], bool]) -> None:
        """Keep what is about to be drawn, if that is the first time and as `is_first` says."""
        if self._is_over:
            return
        self._is_over = True
        if is_first() and self._desk.wants_first_sight():
            self._desk.keep_first_sight(drawn(self._screen))


async def look_again(app: App[Any], desk: Desk, new_screen: Callable[[], FirstSeen]) -> None:
    """Keep what the first screen will be next time, where that has changed since the start.

    A new screen is put up that nobody sees; for when the app is about to end.
    """
    if desk.call_list.held() is None or not desk.wants_first_sight():
        return
    with app.batch_update():
        screen = new_screen()
        await app.push_screen(screen)
        for _ in range(_LOOKS):
            if screen.is_as_at_first:
                desk.keep_first_sight(drawn(screen))
                return
            await asyncio.sleep(_BETWEEN)


class FirstSeen(Screen[None]):
    """A screen that can be the first one."""

    @property
    def is_as_at_first(self) -> bool:
        """Whether it is laid out and as it is when it is first seen."""
        raise NotImplementedError


def drawn(screen: Screen[Any]) -> str:
    """Return what a terminal is sent to show a screen as it is now, each line at its place."""
    console = screen.app.console
    lines = screen._compositor.render_strips()  # which forgets nothing that is still to be drawn
    return "".join(f"\x1b[{row};1H{line.render(console)}" for row, line in enumerate(lines, 1))
