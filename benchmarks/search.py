"""Searching as somebody types, over 10,000 clients and 100,000 notes, against SQLite's FTS5.

Both find what stands for the same words at each key, over the same texts in memory. Ours is what
`SearchService.found` does: it looks in every kind of record, forgives what is misspelt, and makes
the hits as they are shown, with the words marked. FTS5 does its best: one table with an index of
prefixes, its accents folded as ours, merged before (`optimize`); it gives the texts of the best 60
by its own rank. What it takes for the newest 60 is told beside it: then no text is weighed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from benchmarks.desks import Desks
from benchmarks.figures import Figure, milliseconds, seconds_of, side_by_side
from followup_tui.domain.searching.documents import KIND_OF, lines_of
from followup_tui.domain.searching.words import terms_of
from followup_tui.services.searching import SearchService
from followup_tui.store.records import TinyRecords

CLIENTS, INTERACTIONS = 10_000, 100_000
ROUNDS = 20
HITS = 60  # ours shows at most six of each of ten kinds
TYPED = ("jane li", "northwind", "azure costs", "pricing link", "moved to azure", "the reports")
MISSPELT = ("nortwind", "azrue costs", "prcing link", "reprots", "jnae li")
RIGHT = ("northwind", "azure costs", "pricing link", "reports", "jane li")


def figures(desks: Desks) -> list[Figure]:
    """Measure typing, and words that are misspelt."""
    home = desks.home(clients=CLIENTS, interactions=INTERACTIONS)
    records = TinyRecords(home, zone=UTC)
    ours = _Ours(records)
    theirs = _FTS5(records)
    rounds = desks.rounds(ROUNDS)
    keys = [query[: at + 1] for query in TYPED for at in range(len(query))]
    typed, ranked = side_by_side(
        lambda: ours.search(keys), lambda: theirs.search(keys, "rank"), rounds=rounds
    )
    newest = theirs.search(keys, "rowid DESC")
    misspelt, right = side_by_side(
        lambda: ours.search(MISSPELT), lambda: theirs.search(RIGHT, "rank"), rounds=rounds
    )
    records.close()
    name = f"search as you type over {CLIENTS:,} clients and {INTERACTIONS:,} notes"
    beside = (
        f"without weighing the texts, the newest first, FTS5 takes {_a_key(newest, keys)}; "
        f"reading it all took {ours.built:.1f} s, in FTS5 {theirs.built:.1f} s"
    )
    return [
        Figure(
            name=f"{name}, against FTS5",
            ratio=typed / ranked,
            must=2.0,
            detail=f"{_a_key(typed, keys)} against {_a_key(ranked, keys)}; {beside}",
        ),
        Figure(
            name="search for misspelt words, against FTS5 for the right ones",
            ratio=misspelt / right,
            must=2.0,
            detail=f"{_a_key(misspelt, MISSPELT)} against {_a_key(right, RIGHT)}",
        ),
    ]


def _a_key(seconds: float, keys: Sequence[str]) -> str:
    return f"{milliseconds(seconds / len(keys))} a search"


class _Ours:
    def __init__(self, records: TinyRecords) -> None:
        self._service = SearchService(records, lambda: datetime.now(UTC))
        self.built = seconds_of(self._service.read)

    def search(self, keys: Sequence[str]) -> float:
        return seconds_of(lambda: [self._service.found(key) for key in keys])


class _FTS5:
    """All texts in one table of a database in memory."""

    def __init__(self, records: TinyRecords) -> None:
        self._db = sqlite3.connect(":memory:")
        self._db.execute(
            "CREATE VIRTUAL TABLE texts USING fts5("
            "text, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
        )
        texts = list(_texts(records))
        self.built = seconds_of(lambda: self._fill(texts))

    def _fill(self, texts: Sequence[tuple[str]]) -> None:
        self._db.executemany("INSERT INTO texts VALUES (?)", texts)
        self._db.execute("INSERT INTO texts(texts) VALUES ('optimize')")
        self._db.commit()

    def search(self, keys: Sequence[str], order: str) -> float:
        queries = [" ".join(f'"{term}"*' for term in terms_of(key)) for key in keys]
        find = f"SELECT text FROM texts WHERE texts MATCH ? ORDER BY {order} LIMIT {HITS}"
        return seconds_of(
            lambda: [self._db.execute(find, (query,)).fetchall() for query in queries if query]
        )


def _texts(records: TinyRecords) -> Iterator[tuple[str]]:
    for kind in KIND_OF:
        for record in records.each(kind):
            yield ("\n".join(lines_of(record)),)
