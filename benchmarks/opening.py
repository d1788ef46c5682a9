"""Opening the store and asking what the queue asks, against `json.load` of the same file."""

from __future__ import annotations

import json
from datetime import UTC
from pathlib import Path

from benchmarks.desks import Desks
from benchmarks.figures import Figure, milliseconds, seconds_of, side_by_side
from followup_tui.domain.client import Client
from followup_tui.store.records import FILE, TinyRecords

MUST = 0.6
CLIENTS, INTERACTIONS = 10_000, 100_000
ROUNDS = 7


def figures(desks: Desks) -> list[Figure]:
    """Measure opening with every client and every standing at hand."""
    home = desks.home(clients=CLIENTS, interactions=INTERACTIONS)
    ours, theirs = side_by_side(
        lambda: seconds_of(lambda: _open(home)),
        lambda: seconds_of(lambda: _load(home / FILE)),
        rounds=desks.rounds(ROUNDS),
    )
    return [
        Figure(
            name=f"opening {CLIENTS:,} clients and {INTERACTIONS:,} interactions, "
            "against json.load",
            ratio=ours / theirs,
            must=MUST,
            detail=f"{milliseconds(ours)} against {milliseconds(theirs)}",
        )
    ]


def _open(home: Path) -> None:
    records = TinyRecords(home, zone=UTC)
    records.all(Client)
    records.standings()


def _load(path: Path) -> None:
    with path.open("rb") as file:
        json.load(file)
