"""Keeping what the desk's first screen is like, so that it can be drawn at once the next time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from followup_tui.desk import Desk


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
        if self._desk.wants_first_sight() and is_first():
            self._desk.keep_first_sight(drawn(self._screen))


def drawn(screen: Screen[Any]) -> str:
    """Return what a terminal is sent to show a screen as it is now, each line at its place."""
    console = screen.app.console
    lines = screen._compositor.render_strips()  # which forgets nothing that is still to be drawn
    return "".join(f"\x1b[{row};1H{line.render(console)}" for row, line in enumerate(lines, 1))
