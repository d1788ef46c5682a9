"""The records: typed, found by id and by client, changed whole or not at all."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import tzinfo
from pathlib import Path
from typing import TypeVar, cast

import msgspec

from followup_tui.domain.change import Change
from followup_tui.domain.due import Standing
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.record import Record
from followup_tui.store.files import make_private_folder
from followup_tui.store.form import raw
from followup_tui.store.shelf import Shelf
from followup_tui.store.standings import (
    by_client,
    contacts_in,
    read_summary,
    standing_of,
    summary_of,
)
from followup_tui.store.storage import AtomicStorage, Edits
from followup_tui.store.tables import DeskDB, RecordTable

R = TypeVar("R", bound=Record)

FILE = "desk.json"
"""The name of the file in the home folder."""


class TinyRecords:
    """`services.ports.Records` over TinyDB.

    Safe to call from any thread; raises `StoreProblem`. A record that cannot be read hides none
    of the others: it stays in the file as it is, and `problems` tells of it.
    """

    def __init__(self, home: Path, *, zone: tzinfo) -> None:
        """Open the records of a home folder, making the folder if it is not there.

        `zone` is the user's: in it the days of `standings` are counted.
        """
        make_private_folder(home)
        self._zone = zone
        self._writing = threading.RLock()  # one change at a time; held while the disk works
        self._guard = threading.RLock()  # held for moments only, so that reading never waits
        self._db = DeskDB(home / FILE, storage=AtomicStorage)
        self._storage = cast("AtomicStorage", self._db.storage)
        self._shelves: dict[type[Record], Shelf[Record]] = {}
        self._standings: dict[str, Standing] | None = None
        self._generation = self._storage.generation
        self._version = 1

    def get(self, kind: type[R], record_id: str) -> R | None:
        """Return the record of that id, or None."""
        with self._guard:
            return self._shelf(kind).get(record_id)

    def all(self, kind: type[R]) -> Sequence[R]:
        """Return every record of a kind, in order of creation."""
        with self._guard:
            return self._shelf(kind).all()

    def of_client(self, kind: type[R], client_id: str) -> Sequence[R]:
        """Return the records whose `client_id` it is, in order of creation."""
        with self._guard:
            return self._shelf(kind).of_client(client_id)

    def standings(self) -> dict[str, Standing]:
        """Return, by client id, what the interactions with each client add up to."""
        with self._guard:
            if self._standings is None:
                self._standings = read_summary(self._storage.summary, self._zone)
            if self._standings is None:
                state = self._storage.state
                self._standings = self._all_standings()
                self._storage.keep_summary(summary_of(self._standings, self._zone), of=state)
            return dict(self._standings)

    def commit(self, change: Change) -> None:
        """Write `change` whole; when this returns it is on the disk.

        What another program wrote meanwhile is taken in first. When this raises, neither the
        file nor what is known here has changed.
        """
        edits: dict[str, dict[str, msgspec.Raw | None]] = {}
        for record in change.drop:
            edits.setdefault(record.table, {})[record.id] = None
        for record in change.put:
            edits.setdefault(record.table, {})[record.id] = raw(record)
        if not edits:
            return
        with self._writing:
            with self._guard:
                if self._standings is None:  # those that were kept go on being kept
                    self._standings = read_summary(self._storage.summary, self._zone)
                if self._standings is not None and Interaction.table in edits:
                    # Whose an interaction was before has to be known afterwards.
                    self._shelf(Interaction)
            state = self._storage.apply(edits)
            with self._guard:
                self._version += 1
                if not self._follow():
                    self._take(edits)
                standings = self._standings
            if standings is not None:
                self._storage.keep_summary(summary_of(standings, self._zone), of=state)

    @property
    def version(self) -> int:
        """A number that grows with each change, and with each `refresh` that found something."""
        return self._version

    def refresh(self) -> bool:
        """Take in what another program has written since; say whether there was anything."""
        with self._writing:
            self._storage.refresh()
            with self._guard:
                return self._follow()

    def problems(self) -> tuple[str, ...]:
        """Return a sentence for each record met so far that could not be read."""
        with self._guard:
            return tuple(
                f"The record {record_id} of “{shelf.kind.table}” cannot be read: {why}. "
                "It was left as it is; everything else works."
                for shelf in self._shelves.values()
                for record_id, why in sorted(shelf.damaged.items())
            )

    def _table(self, kind: type[Record]) -> RecordTable:
        return cast("RecordTable", self._db.table(kind.table))

    def _shelf(self, kind: type[R]) -> Shelf[R]:
        shelf = self._shelves.get(kind)
        if shelf is None:
            shelf = self._shelves[kind] = Shelf(kind, self._table(kind).documents())
        return cast("Shelf[R]", shelf)

    def _follow(self) -> bool:
        """Let everything show what was taken in from another program; say whether it was."""
        if self._generation == self._storage.generation:
            return False
        self._generation = self._storage.generation
        self._version += 1
        self._standings = None
        for kind, shelf in self._shelves.items():
            shelf.take(self._table(kind).documents(), changed=None)
        return True

    def _take(self, edits: Edits) -> None:
        """Let the shelves that are in use show a change of our own."""
        moved = edits.get(Interaction.table, {})
        standings = self._standings if moved else None
        touched = self._shelf(Interaction).owners(moved) if standings is not None else set()
        for kind, shelf in self._shelves.items():
            if kind.table in edits:
                shelf.take(self._table(kind).documents(), changed=edits[kind.table])
        if standings is not None:
            interactions = self._shelf(Interaction)
            for client_id in touched | interactions.owners(moved):
                contacts = contacts_in(interactions.documents_of_client(client_id))
                if contacts:
                    standings[client_id] = standing_of(contacts, self._zone)
                else:
                    standings.pop(client_id, None)

    def _all_standings(self) -> dict[str, Standing]:
        ids, contacts = by_client(self._table(Interaction).documents())
        self._shelf(Interaction).use_index(ids)
        return {key: standing_of(found, self._zone) for key, found in contacts.items()}
