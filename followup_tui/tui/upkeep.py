"""The backup of the day, made beside the work once the desk is there."""

from __future__ import annotations

import asyncio

from textual.app import App

from followup_tui.desk import Desk
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.anew import anew
from followup_tui.tui.toast import toast

EVERY = 3600.0
"""Seconds between two looks whether it is another day: a desk may stay open for weeks."""


def begin(app: App[str], desk: Desk) -> None:
    """Look after the files of the desk now and once an hour; a problem is told."""
    told: set[str] = set()

    async def look_after() -> None:
        try:
            await asyncio.to_thread(desk.look_after)
        except StoreProblem as problem:
            if str(problem) not in told:  # once, not every hour
                told.add(str(problem))
                toast(app, f"No backup was made. {problem}", severity="warning", timeout=15)

    def look() -> None:
        anew(app, look_after, name="look after the files", group="upkeep")

    look()
    app.set_interval(EVERY, look)
