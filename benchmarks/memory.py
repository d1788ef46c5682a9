"""The memory of the desk at rest, 10,000 clients in it, against that of an empty Textual app."""

from __future__ import annotations

import os
import select
import sys
from pathlib import Path
from time import perf_counter

from benchmarks.desks import Desks
from benchmarks.empty_app import TITLE
from benchmarks.figures import Figure, NotMeasured, side_by_side
from benchmarks.first_paint import SIZE, environment, first_row
from benchmarks.terminal import running, wait_for

MUST = 2.5
CLIENTS, INTERACTIONS = 10_000, 100_000
ROUNDS = 3
_REST = 8.0
"""Seconds after the first paint: by then the list is made anew and the backup is written."""


def figures(desks: Desks) -> list[Figure]:
    """Measure what both hold in memory (the resident set) once nothing more happens."""
    command = Path(sys.executable).with_name("followup")
    if not Path("/proc/self/status").exists():
        raise NotMeasured("this system does not tell what a process holds in memory")
    if not command.exists():
        raise NotMeasured(f"there is no {command}: install the package into its environment")
    home = desks.home(clients=CLIENTS, interactions=INTERACTIONS)
    around = environment(desks)
    first = first_row(home)
    yardstick = Path(__file__).with_name("empty_app.py")

    def ours() -> float:
        return _megabytes(first, [str(command), "--home", str(home)], around)

    def empty() -> float:
        return _megabytes(TITLE, [sys.executable, str(yardstick)], around)

    held, theirs = side_by_side(ours, empty, rounds=desks.rounds(ROUNDS), warm_up=0)
    return [
        Figure(
            name=f"memory at {CLIENTS:,} clients and {INTERACTIONS:,} interactions, at rest",
            ratio=held / theirs,
            must=MUST,
            detail=f"{held:,.0f} MB against {theirs:,.0f} MB",
        )
    ]


def _megabytes(marker: str, command: list[str], environment: dict[str, str]) -> float:
    """Return what a program holds some seconds after it has painted its marker."""
    begin = perf_counter()
    with running(command, environment, size=SIZE) as (process, terminal):
        rest = wait_for(marker, terminal, begin) + _REST
        while (left := rest - perf_counter()) > 0:
            if select.select([terminal], [], [], left)[0]:
                os.read(terminal, 65_536)  # or it waits for somebody to read
        status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    held = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
    return int(held) / 1024
