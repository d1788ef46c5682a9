"""Spawn to first painted call list, against an empty Textual app, both in a real terminal."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from benchmarks.desks import Desks
from benchmarks.empty_app import TITLE
from benchmarks.figures import Figure, NotMeasured, milliseconds, side_by_side
from benchmarks.make_desk import NOW
from benchmarks.terminal import seconds_until

MUST = 1.25
CLIENTS, INTERACTIONS = 10_000, 100_000
SIZE = (120, 40)  # columns and rows
ROUNDS = 11


def figures(desks: Desks) -> list[Figure]:
    """Measure from the start of the process to the first row of the list on the screen."""
    home = desks.home(clients=CLIENTS, interactions=INTERACTIONS)
    environment = _environment(desks)
    command = Path(sys.executable).with_name("followup")
    if not command.exists():
        raise NotMeasured(f"there is no {command}: install the package into its environment")
    first = first_row(home)
    yardstick = Path(__file__).with_name("empty_app.py")
    ours, theirs = side_by_side(
        lambda: seconds_until(first, [str(command), "--home", str(home)], environment, size=SIZE),
        lambda: seconds_until(TITLE, [sys.executable, str(yardstick)], environment, size=SIZE),
        rounds=desks.rounds(ROUNDS),
    )
    return [
        Figure(
            name=f"first painted call list, {CLIENTS:,} clients, against an empty Textual app",
            ratio=ours / theirs,
            must=MUST,
            detail=f"{milliseconds(ours)} against {milliseconds(theirs)}",
        )
    ]


def first_row(home: Path) -> str:
    """Return the name that the first row of the call list shows."""
    from followup_tui.desk import open_desk  # noqa: PLC0415 - only this figure needs a desk

    listed = open_desk(home, now=lambda: NOW).call_list.now_listed()
    if not listed.today:
        raise NotMeasured("nobody is due on this desk")
    return listed.today[0].person or listed.today[0].name


def _environment(desks: Desks) -> dict[str, str]:
    """Return an environment in which nothing of the user's own is found."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(desks.folder),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "FOLLOWUP_NOW": NOW.isoformat(),
    }
