"""`followup due --json` on a large desk, against a Python that imports TinyDB and does no more.

Taken as it is asked again and again (for a prompt, a status line): nothing has changed since.
Beside it stand what it takes after a change: by a command, which leaves the answer behind it, and
elsewhere, as on the desk, when the row of one client is worked out anew; and what it takes where
nothing is kept, so that the first of a day is told, too.

What is compared is the processor's time of both, so that what else the machine does counts less.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import UTC
from pathlib import Path

from msgspec.structs import replace

from benchmarks.desks import Desks
from benchmarks.figures import Figure, NotMeasured, milliseconds, side_by_side
from benchmarks.first_paint import environment
from benchmarks.make_desk import NOW
from followup_tui.domain.change import Change
from followup_tui.domain.client import Client
from followup_tui.store.cache import FOLDER as CACHE
from followup_tui.store.records import TinyRecords

MUST = 4.0
ELSEWHERE, ANEW = 10.0, 30.0
"""What the last two are not to grow beyond."""
CLIENTS, INTERACTIONS = 10_000, 100_000
ROUNDS = 9


def figures(desks: Desks) -> list[Figure]:
    """Measure the command on desks of 10,000 clients in each state, and on one without any."""
    around = environment(desks)
    command = Path(sys.executable).with_name("followup")
    if not command.exists():
        raise NotMeasured(f"there is no {command}: install the package into its environment")
    large = desks.home(clients=CLIENTS, interactions=INTERACTIONS)
    changing, client = _a_copy(large, desks.folder / "desk-changing")
    anew = desks.folder / "desk-changing" / CACHE

    def change() -> None:
        note = [str(command), "--home", str(changing), "note", client, "spoke of the weather"]
        subprocess.run(note, env=around, stdout=subprocess.DEVNULL, check=True)

    def change_elsewhere() -> None:
        records = TinyRecords(changing, zone=UTC, clock=lambda: NOW)
        changed = records.get(Client, client)
        if changed is not None:
            about = f"{changed.about} and again"[-100:]
            records.commit(Change(by="benchmark", put=(replace(changed, about=about),)))
        records.close()

    def nothing() -> None:
        pass

    found = []
    for home, whose, before, must in (
        (large, f"{CLIENTS:,} clients", nothing, MUST),
        (desks.folder / "nobody", "no client", nothing, MUST),
        (changing, f"{CLIENTS:,} clients, after a change", change, MUST),
        (changing, f"{CLIENTS:,} clients, after a change elsewhere", change_elsewhere, ELSEWHERE),
        (changing, f"{CLIENTS:,} clients, anew", lambda: shutil.rmtree(anew), ANEW),
    ):
        due = [str(command), "--home", str(home), "due", "--json"]

        def ours(due: Sequence[str] = due, before: Callable[[], None] = before) -> float:
            before()
            return _processor_seconds(due, around)

        def theirs() -> float:
            return _processor_seconds([sys.executable, "-c", "import tinydb"], around)

        spent, yardstick = side_by_side(ours, theirs, rounds=desks.rounds(ROUNDS))
        found.append(
            Figure(
                name=f"followup due --json, {whose}, against importing TinyDB",
                ratio=spent / yardstick,
                must=must,
                detail=f"{milliseconds(spent)} against {milliseconds(yardstick)}",
            )
        )
    return found


def _a_copy(home: Path, copy: Path) -> tuple[Path, str]:
    """Return a copy of a desk that may be changed, and the id of a client of it."""
    shutil.copytree(home, copy)
    records = TinyRecords(copy, zone=UTC, clock=lambda: NOW)
    client = records.all(Client)[0]
    records.commit(Change(by="benchmark", put=(replace(client, about="was copied"),)))
    records.compact()  # the file is another one: its index is made anew
    records.close()
    return copy, client.id


def _processor_seconds(command: Sequence[str], environment: dict[str, str]) -> float:
    """Return what a command takes of the processor, from its start to its end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
