"""Spawn to first painted call list, against an empty Textual app, both in a real terminal."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
from pathlib import Path

from benchmarks.desks import Desks
from benchmarks.empty_app import TITLE
from benchmarks.figures import Figure, NotMeasured, milliseconds, side_by_side
from benchmarks.make_desk import NOW
from benchmarks.terminal import seconds_until
from followup_tui.domain.due.call_list import CallList
from followup_tui.store.cache import FOLDER as CACHE
from followup_tui.store.first_sight import KEY

MUST = 1.25
ANSWERS = 2.0  # nothing was promised of it: Textual is there, and as much again of our own
CLIENTS, INTERACTIONS = 10_000, 100_000
_ITSELF = "Choose somebody on the call list."
"""What the desk itself draws first, and plain lines do not have."""
SIZE = (120, 40)  # columns and rows
ROUNDS = 11


def figures(desks: Desks) -> list[Figure]:
    """Measure from the start of the process to the first row of the list on the screen.

    On a desk that was in use before, which draws what it kept of its first screen before it is
    there itself; on the same without that, as in a terminal of another size, which draws its list
    in plain lines; how long it takes until the desk itself is there and answers keys; and on one
    that has just been filled and has to make its list first.
    """
    home = desks.home(clients=CLIENTS, interactions=INTERACTIONS)
    around = environment(desks)
    command = Path(sys.executable).with_name("followup")
    if not command.exists():
        raise NotMeasured(f"there is no {command}: install the package into its environment")
    first = first_row(home)
    yardstick = Path(__file__).with_name("empty_app.py")

    def spawn_ours() -> float:
        return seconds_until(first, [str(command), "--home", str(home)], around, size=SIZE)

    def spawn_ours_anew() -> float:
        shutil.rmtree(home / CACHE, ignore_errors=True)
        return spawn_ours()

    def spawn_empty() -> float:
        return seconds_until(TITLE, [sys.executable, str(yardstick)], around, size=SIZE)

    def spawn_unlike() -> float:
        (home / CACHE / f"{KEY}.kept").unlink(missing_ok=True)
        return spawn_ours()

    def spawn_to_keys() -> float:
        (home / CACHE / f"{KEY}.kept").unlink(missing_ok=True)
        return seconds_until(_ITSELF, [str(command), "--home", str(home)], around, size=SIZE)

    found = []
    for spawn, state, must in (
        (spawn_ours, "", MUST),
        (spawn_unlike, " in another terminal,", MUST),
        (spawn_to_keys, " by the desk that answers keys,", ANSWERS),
        (spawn_ours_anew, " the very first time,", MUST),  # last: it keeps no list for the others
    ):
        ours, theirs = side_by_side(spawn, spawn_empty, rounds=desks.rounds(ROUNDS))
        found.append(
            Figure(
                name=f"first painted call list,{state} {CLIENTS:,} clients, against an empty app",
                ratio=ours / theirs,
                must=must,
                detail=f"{milliseconds(ours)} against {milliseconds(theirs)}",
            )
        )
    return found


def first_row(home: Path) -> str:
    """Return the name that the first row of the call list shows; the desk then keeps its list."""
    from followup_tui.desk import open_desk  # noqa: PLC0415 - only this figure needs a desk

    async def listed() -> CallList:
        desk = open_desk(home, now=lambda: NOW)
        try:
            return await desk.call_list.today()
        finally:
            await desk.close()

    today = asyncio.run(listed()).today
    if not today:
        raise NotMeasured("nobody is due on this desk")
    return today[0].person or today[0].name


def environment(desks: Desks) -> dict[str, str]:
    """Return an environment in which nothing of the user's own is found."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(desks.folder),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "FOLLOWUP_NOW": NOW.isoformat(),
    }
