"""`followup due --json` on a large desk, against a Python that imports TinyDB and does no more.

What is compared is the processor's time of both, so that what else the machine does counts less.
"""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.desks import Desks
from benchmarks.figures import Figure, NotMeasured, milliseconds, side_by_side
from benchmarks.first_paint import environment

MUST = 4.0
CLIENTS, INTERACTIONS = 10_000, 100_000
ROUNDS = 9


def figures(desks: Desks) -> list[Figure]:
    """Measure the command on a desk of 10,000 clients, and on one without any."""
    around = environment(desks)
    command = Path(sys.executable).with_name("followup")
    if not command.exists():
        raise NotMeasured(f"there is no {command}: install the package into its environment")
    large = desks.home(clients=CLIENTS, interactions=INTERACTIONS)
    found = []
    for home, whose in ((large, f"{CLIENTS:,} clients"), (desks.folder / "nobody", "no client")):
        due = [str(command), "--home", str(home), "due", "--json"]

        def ours(due: Sequence[str] = due) -> float:
            return _processor_seconds(due, around)

        def theirs() -> float:
            return _processor_seconds([sys.executable, "-c", "import tinydb"], around)

        spent, yardstick = side_by_side(ours, theirs, rounds=desks.rounds(ROUNDS))
        found.append(
            Figure(
                name=f"followup due --json, {whose}, against importing TinyDB",
                ratio=spent / yardstick,
                must=MUST,
                detail=f"{milliseconds(spent)} against {milliseconds(yardstick)}",
            )
        )
    return found


def _processor_seconds(command: Sequence[str], environment: dict[str, str]) -> float:
    """Return what a command takes of the processor, from its start to its end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
