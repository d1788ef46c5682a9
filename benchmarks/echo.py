"""Key to echo in the notes of a call, against a bare TextArea, and while sites are being read.

Both programs run in terminals of their own at the same time and are typed into in turns, a few
lines each, the same lines: notes with and without signs, days and names to be understood. The time
is taken from the write of a key to the read of the piece of output that shows it. Each round has
new programs; the ratio is the median of those of the rounds.
"""

from __future__ import annotations

import os
import select
import shutil
import signal
import statistics
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import count, islice
from pathlib import Path

from benchmarks.bare_notes import PLACEHOLDER
from benchmarks.desks import Desks
from benchmarks.figures import Figure, NotMeasured, milliseconds
from benchmarks.first_paint import CLIENTS, INTERACTIONS, environment, first_row
from benchmarks.slow_sites import SlowSites, serving
from benchmarks.typist import Typist

MUST = 1.2
SIZE = (120, 40)  # columns and rows
ROUNDS = 4
BLOCKS = 8
"""Times that each of the two is typed into in a round."""
BUSY_MUST = 2.0
SITES = 50
LATENCY = 0.2
"""Seconds that each answer of a site takes."""
BUSY_ROUNDS = 2
BUSY_TURNS = 3
"""Times that all sites are fetched in a round, each followed by as many keys while nothing is."""
LINES = 3
"""Lines that are typed at once, then it is the other's turn."""

_LINES = (
    "they moved all of it to Azure in May",
    "+ likes the reports of the stock",
    "! send the price list by fri",
    "- the search takes long on mondays",
    "@ Omar Haddad at Tailspin",
    "> coffee thu 10:00",
    "? who runs the warehouse there",
    "* training for the new people",
    "! they send the contract in 2 weeks",
    "the budget comes after new year",
)
"""What is typed: none longer than the pad is wide, so that no word moves to another row."""


def lines(number: int) -> Iterator[str]:
    """Return the lines of block `number`, each with a number of its own at its end."""
    first = number * LINES
    return (f"{_LINES[n % len(_LINES)]} {n}" for n in islice(count(first), LINES))


def figures(desks: Desks) -> list[Figure]:
    """Measure with nothing else going on, and while sites are fetched and read."""
    return [*_idle_figures(desks), _busy_figure(desks)]


def _idle_figures(desks: Desks) -> list[Figure]:
    """Measure with nothing else going on."""
    rounds = [_round(desks, number) for number in range(desks.rounds(ROUNDS))]
    ours = [seconds for round_ in rounds for seconds in round_[0]]
    theirs = [seconds for round_ in rounds for seconds in round_[1]]
    return [
        Figure(
            name=f"key to echo in the notes, {CLIENTS:,} clients, {words}, against a bare TextArea",
            ratio=statistics.median(at(mine, share) / at(bare, share) for mine, bare in rounds),
            must=MUST,
            detail=f"{milliseconds(at(ours, share))} against {milliseconds(at(theirs, share))}, "
            f"{len(ours):,} keys each in {len(rounds)} rounds",
        )
        for words, share in (("p99", 0.99), ("p50", 0.5))
    ]


def at(taken: Sequence[float], share: float) -> float:
    """Return the time within which that share of the keys was seen."""
    ordered = sorted(taken)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def copy_of(desks: Desks, name: str) -> Path:
    """Return a copy of the large desk to hold a call in; nothing fetches there by itself."""
    home = desks.folder / f"echo-{name}"
    if home.exists():
        shutil.rmtree(home)
    shutil.copytree(desks.home(clients=CLIENTS, interactions=INTERACTIONS), home)
    (home / "settings.toml").write_text("[web]\nprefetch = false\n", encoding="utf-8")
    return home


def into_call(typist: Typist, first: str) -> None:
    """Wait for the list, and begin the call with who stands first on it."""
    typist.wait_for(first)
    typist.wait_for("Checklist")
    typist.press("c")
    typist.wait_for("Each line keeps its time")


def _round(desks: Desks, number: int) -> tuple[list[float], list[float]]:
    """Return the seconds of each key in the notes of a call, and in a bare TextArea."""
    home = copy_of(desks, str(number))
    first = first_row(home)
    command = Path(sys.executable).with_name("followup")
    if not command.exists():
        raise NotMeasured(f"there is no {command}: install the package into its environment")
    around = environment(desks)
    bare_app = [sys.executable, str(Path(__file__).with_name("bare_notes.py"))]
    ours: list[float] = []
    theirs: list[float] = []
    with ExitStack() as both:
        call = both.enter_context(Typist([str(command), "--home", str(home)], around, size=SIZE))
        into_call(call, first)
        bare = both.enter_context(Typist(bare_app, around, size=SIZE))
        bare.wait_for(PLACEHOLDER)
        for block in range(1 + BLOCKS):
            mine, plain = call.type_all(lines(block)), bare.type_all(lines(block))
            if block:  # the first one warms them up
                ours += mine
                theirs += plain
    shutil.rmtree(home)
    return ours, theirs


# While sites are fetched and read


def _busy_figure(desks: Desks) -> Figure:
    """Measure the same notes while sites are fetched and read, and while nothing is."""
    with serving(LATENCY) as server:
        rounds = [_busy_round(desks, server, number) for number in range(desks.rounds(BUSY_ROUNDS))]
    busy = [seconds for round_ in rounds for seconds in round_[0]]
    idle = [seconds for round_ in rounds for seconds in round_[1]]
    return Figure(
        name=f"key to echo in the notes, p99, while {SITES} sites are fetched and read, "
        "against idle",
        ratio=statistics.median(at(one, 0.99) / at(other, 0.99) for one, other in rounds),
        must=BUSY_MUST,
        detail=f"{milliseconds(at(busy, 0.99))} against {milliseconds(at(idle, 0.99))} "
        f"(p50 {milliseconds(at(busy, 0.5))} against {milliseconds(at(idle, 0.5))}), "
        f"{len(busy):,} and {len(idle):,} keys in {len(rounds)} rounds",
    )


def _busy_round(desks: Desks, server: SlowSites, number: int) -> tuple[list[float], list[float]]:
    """Return the seconds of each key while sites are read, and of as many while nothing is."""
    home = copy_of(desks, f"busy-{number}")
    first = first_row(home)
    reading, writing = os.pipe()
    command = [sys.executable, "-m", "benchmarks.typing_desk", str(home), str(server.port)]
    around = {**environment(desks), "PYTHONPATH": str(Path(__file__).parents[1])}
    busy: list[float] = []
    idle: list[float] = []
    with Typist(
        [*command, str(SITES), str(writing)], around, size=SIZE, pass_fds=(writing,)
    ) as typist:
        os.close(writing)
        into_call(typist, first)
        typist.type_all(lines(0))
        blocks = count(1)
        for _ in range(BUSY_TURNS):
            typist.program.send_signal(signal.SIGUSR1)
            begun = len(busy)
            while not _told(reading):
                busy += typist.type_all(lines(next(blocks)))
            wanted = len(idle) + len(busy) - begun
            while len(idle) < wanted:
                idle += typist.type_all(lines(next(blocks)))
    os.close(reading)
    shutil.rmtree(home)
    return busy, idle


def _told(pipe: int) -> bool:
    """Say whether the desk has told that all sites are read."""
    ready = bool(select.select([pipe], [], [], 0)[0])
    if ready and not os.read(pipe, 1):
        raise NotMeasured("the desk ended while it was typed into")
    return ready
