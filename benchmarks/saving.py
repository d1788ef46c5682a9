"""Saving one note through the whole path, against SQLite, against a small desk, against TinyDB.

The whole path is what `TinyRecords.commit` does: the record is encoded, the lock of all programs
taken, what others wrote looked for, the line with its checksum appended, synced to the disk and
let show. SQLite does its fastest durable best: one table, one insert and commit, in WAL mode with
synchronous=FULL. All files are on the same file system, and the runs are taken in turns.
"""

from __future__ import annotations

import shutil
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import cast

import msgspec
from tinydb import TinyDB
from tinydb.table import Table

from benchmarks.desks import Desks
from benchmarks.figures import Figure, milliseconds, seconds_of, side_by_side
from followup_tui.domain.change import Change
from followup_tui.domain.client import Client
from followup_tui.domain.interaction import Interaction, InteractionKind, NoteLine, Outcome
from followup_tui.domain.record import new_id
from followup_tui.store.records import FILE, TinyRecords

CLIENTS, INTERACTIONS = 10_000, 100_000
FEW = 100
ROUNDS = 400
STOCK_ROUNDS = 3
_TEXT = "they move to Azure in May, the costs worry them; send the pricing link by Friday"


def figures(desks: Desks) -> list[Figure]:
    """Measure saving at 100,000 interactions."""
    large = _Ours(_copy(desks, clients=CLIENTS, interactions=INTERACTIONS))
    small = _Ours(_copy(desks, clients=10, interactions=FEW))
    rounds = desks.rounds(ROUNDS)
    sqlite = _SQLite(desks.folder / "notes.sqlite", large.notes)
    ours, theirs = side_by_side(large.save, sqlite.save, rounds=rounds, warm_up=20)
    at_many, at_few = side_by_side(large.save, small.save, rounds=rounds, warm_up=20)
    stock = _stock(desks, large.notes)
    name = f"saving one note at {INTERACTIONS:,} interactions"
    return [
        Figure(
            name=f"{name}, synced, against SQLite (WAL, synchronous=FULL)",
            ratio=ours / theirs,
            must=1.0,
            detail=f"{_microseconds(ours)} against {_microseconds(theirs)}",
        ),
        Figure(
            name=f"{name}, against {FEW}",
            ratio=at_many / at_few,
            must=1.2,
            detail=f"{_microseconds(at_many)} against {_microseconds(at_few)}",
        ),
        Figure(
            name=f"{name}, against stock TinyDB's insert",
            ratio=ours / stock,
            must=1.0,
            detail=f"{milliseconds(ours)} against {milliseconds(stock)}: "
            f"{stock / ours:,.0f} times as fast",
        ),
    ]


class _Ours:
    """A desk in use: its call list has been shown."""

    def __init__(self, home: Path) -> None:
        self._records = TinyRecords(home, zone=UTC)
        self._records.standings()
        self.notes = _Notes(self._records.all(Client)[0].id)

    def save(self) -> float:
        note = self.notes.next()
        begin = perf_counter()
        self._records.commit(Change(by="note", put=(note,)))
        return perf_counter() - begin


class _SQLite:
    """One table of documents."""

    def __init__(self, path: Path, notes: _Notes) -> None:
        self._notes = notes
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=FULL")
        self._db.execute("CREATE TABLE notes (id TEXT PRIMARY KEY, client TEXT, document TEXT)")

    def save(self) -> float:
        note = self._notes.next()
        begin = perf_counter()
        document = msgspec.json.encode(note).decode()
        self._db.execute("BEGIN IMMEDIATE")
        self._db.execute("INSERT INTO notes VALUES (?, ?, ?)", (note.id, note.client_id, document))
        self._db.execute("COMMIT")
        return perf_counter() - begin


class _Notes:
    """Makes one note after the other."""

    def __init__(self, client_id: str) -> None:
        self._client_id = client_id
        self._at = datetime.now(UTC)

    def next(self) -> Interaction:
        self._at += timedelta(milliseconds=1)
        return Interaction(
            id=new_id(self._at),
            created=self._at,
            client_id=self._client_id,
            kind=InteractionKind.NOTE,
            at=self._at,
            outcome=Outcome.NOTED,
            notes=(NoteLine(at=self._at, text=_TEXT),),
        )


def _stock(desks: Desks, notes: _Notes) -> float:
    """Return the seconds that stock TinyDB takes to insert into the same file."""
    path = _copy(desks, clients=CLIENTS, interactions=INTERACTIONS) / FILE
    with TinyDB(path) as db:
        table = cast("_TextIds", _TextIds(db.storage, Interaction.table))

        def insert() -> None:
            table.insert(msgspec.to_builtins(notes.next()))

        return min(seconds_of(insert) for _ in range(desks.rounds(STOCK_ROUNDS)))


class _TextIds(Table):
    """Stock TinyDB's table with its documented setting for ids that are no numbers."""

    document_id_class = cast("type[int]", str)

    def _get_next_id(self) -> int:
        return cast("int", new_id(datetime.now(UTC)))


def _copy(desks: Desks, *, clients: int, interactions: int) -> Path:
    """Return a desk of its own of that size: this one may be written to."""
    made = desks.home(clients=clients, interactions=interactions)
    for number in range(100):
        own = desks.folder / f"saving-{number}"
        if not own.exists():
            break
    shutil.copytree(made, own)
    return own


def _microseconds(seconds: float) -> str:
    return f"{seconds * 1_000_000:,.0f} µs"
