"""The journal under TinyDB: each change is one line, synced to disk before it is acknowledged.

A desk is a file of plain TinyDB JSON, ``{table: {document id: document}}``, which stock TinyDB
reads (with ``document_id_class = str``, its documented setting for ids that are no numbers), and
beside it a journal of the changes made since that file was written. Saving costs what the change
costs, however large the desk. Compaction (`store.compaction`) writes the file anew from time to
time and moves the lines of the journal into the history, from which none is ever thrown away.

`read` and `write` are TinyDB's contract. The rest of the store asks for `documents` and hands in
`Edits`.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
from msgspec import structs
from tinydb.storages import Storage

from followup_tui.domain.change import StoreProblem
from followup_tui.domain.record import Clock, next_id
from followup_tui.store.far import Replaced
from followup_tui.store.files import Signature, signature
from followup_tui.store.form import Documents, peek, plain, raw
from followup_tui.store.index import write_index
from followup_tui.store.journal_file import Appender, journal_path, read_on
from followup_tui.store.lines import NOTHING, Edit, Entry, line_of
from followup_tui.store.lock import Turn, Turns
from followup_tui.store.mending import make_ready, tidy, what_is_wrong
from followup_tui.store.segments import missing
from followup_tui.store.state import Moved, State, read_state

Edits = Mapping[str, Mapping[str, msgspec.Raw | None]]
"""Table -> document id -> the new document, or None where it goes."""

_JUST_CHANGED = (
    "Another program changed the same a moment ago, so nothing was written over it. "
    "What it wrote is here now: look at it, then do this again."
)

Watcher = Callable[[Entry | None], None]
"""Told of each change that was taken in, the guard being held; of None when anything may differ."""


def _machine_clock() -> datetime:
    return datetime.now(UTC)


class JournalStorage(Storage):
    """TinyDB's storage over a file and its journal. Safe from any thread; raises `StoreProblem`."""

    def __init__(self, path: Path, *, clock: Clock = _machine_clock, mending: bool = True) -> None:
        """Open the desk's file at `path`; where there is none, the first change makes it.

        `clock` dates the changes. Without `mending` nothing is changed by opening.
        """
        self.path = path
        self._journal = journal_path(path)
        self._appender = Appender(self._journal)
        self.guard = threading.RLock()
        """Held for moments only, so that reading never waits. What is live is read under it."""
        self.watcher: Watcher | None = None
        self.after_change: Callable[[], None] | None = None
        """Called after each change of our own, no lock being held."""
        self._clock = clock
        self._turns = Turns(path, self._take_in)
        self._seen: tuple[Signature | None, Signature | None] = (None, None)
        """The files as they were when they were last looked at."""
        self._state, found = read_state(path)
        self._problems = list(found)
        if mending and (self._state.position.torn or self._state.position.damaged):
            self._mend_now()

    # TinyDB's contract

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return the whole content as plain values, or None while there is none."""
        with self.guard:
            tables = {name: dict(self.documents(name)) for name in self.tables()}
        return {name: plain(table) for name, table in tables.items()} or None

    def write(self, data: Mapping[str, Mapping[Any, Any]]) -> None:
        """Put `data` in place of everything, as one change."""
        after = {
            name: {str(key): raw(value) for key, value in table.items()}
            for name, table in data.items()
        }
        with self.transaction():
            edits: dict[str, dict[str, msgspec.Raw | None]] = {}
            with self.guard:
                known = self.tables()
                for name in {*known, *after}:
                    gone: dict[str, None] = dict.fromkeys(self.documents(name))
                    edits[name] = {**gone, **after.get(name, {})}
            made = tuple(name for name in after if name not in known)
            dropped = tuple(name for name in known if name not in after)
            self.apply(edits, by="TinyDB", made=made, dropped=dropped)

    def close(self) -> None:
        """Let go of the journal."""
        self._appender.close()

    # What the store uses

    @property
    def state(self) -> State:
        """What is known of the desk; to be looked at under the guard."""
        return self._state

    @property
    def problems(self) -> tuple[str, ...]:
        """Sentences on what was wrong with the files, and what became of it."""
        with self.guard:
            return (*self._problems, *what_is_wrong(self.path, self._state.position))

    def tables(self) -> list[str]:
        """Return the names of the tables."""
        with self.guard:
            return self._state.content.names

    def documents(self, table: str) -> Documents:
        """Return the documents of a table, undecoded and live: use them under the guard only."""
        with self.guard:
            try:
                return self._state.content.documents(table)
            except Moved:
                if signature(self.path) is None:
                    raise
                self._reread()  # a table that was left in the file is elsewhere by now
                return self._state.content.documents(table)

    def is_empty(self, table: str) -> bool:
        """Say whether a table has no documents."""
        with self.guard:
            try:
                return self._state.content.is_empty(table)
            except Moved:
                return not self.documents(table)

    def document(self, table: str, document_id: str) -> msgspec.Raw:
        """Return a document undecoded, or `NOTHING`."""
        try:
            with self.guard:
                return self._state.content.get(table, document_id)
        except Moved:
            return self.documents(table).get(document_id, NOTHING)
        except Replaced:
            with self.guard:
                self._reread()
                return self._state.content.get(table, document_id)

    def transaction(self, *, wait: float | None = None) -> Turn:
        """Hold the lock of all programs, having taken in what they wrote. May be nested."""
        return Turn(self._turns, wait)

    def apply(
        self,
        edits: Edits,
        *,
        by: str = "",
        undoes: str = "",
        made: Sequence[str] = (),
        dropped: Sequence[str] = (),
        over_others: bool = True,
    ) -> Entry | None:
        """Write all of `edits` as one, on top of what other programs wrote meanwhile.

        Without `over_others` nothing is written over a document that another program has just
        changed, since the caller cannot have seen that. Returns the change, or None where nothing
        differs. When it raises, nothing of `edits` is in the files or in memory.
        """
        with self._turns.alone():
            seen = [] if over_others else self._documents_of(edits)
            with self.transaction():
                if seen and self._documents_of(edits) != seen:
                    raise StoreProblem(_JUST_CHANGED)
                entry = self._write(edits, by, undoes, (tuple(made), tuple(dropped)))
        if entry is not None and self.after_change is not None:
            self.after_change()
        return entry

    def _documents_of(self, edits: Edits) -> list[msgspec.Raw]:
        return [self.document(name, key) for name, changes in edits.items() for key in changes]

    def _write(
        self, edits: Edits, by: str, undoes: str, tables: tuple[tuple[str, ...], tuple[str, ...]]
    ) -> Entry | None:
        """Write a change in a transaction; None where nothing differs."""
        entry = self._entry(edits, by, undoes, tables)
        if entry is None:
            return None
        line = line_of(entry)
        self.make_ready()
        position = self._appender.append(line, self._state.position)
        with self.guard:
            self._state.position = position
            if entry.id > self._state.last:  # not read back already by a reader
                self._took(entry)
        return entry

    def refresh(self) -> bool:
        """Take in what another program has written since; say whether there was anything.

        While a thread of this program is writing there is nothing: it takes that in itself.
        """
        with self._turns.if_free() as is_free:
            return self._take_in() if is_free else False

    def keep_summary(self, summary: bytes) -> None:
        """Keep what follows from the content as it is now, to be found again with the file."""
        with self.guard:
            index = self._state.base.index
            if index is not None and signature(self.path) == self._state.base.signature:
                kept = structs.replace(index, upto=self._state.last, summary=summary)
                write_index(self.path, kept)

    def next_change_id(self) -> str:
        """Return an id for a change that follows all there are."""
        return next_id(self._clock(), after=self._state.last)

    def _entry(
        self, edits: Edits, by: str, undoes: str, tables: tuple[tuple[str, ...], tuple[str, ...]]
    ) -> Entry | None:
        found = []
        for name, changes in edits.items():
            for key, wanted in changes.items():
                before = self.document(name, key)
                after = NOTHING if wanted is None else wanted
                if before != after:
                    found.append(Edit(name, key, before, after))
        if not found and not any(tables):
            return None
        made, dropped = tables
        now = self._clock()
        return Entry(
            id=next_id(now, after=self._state.last),
            at=now.astimezone(UTC),
            by=by,
            edits=tuple(found),
            undoes=undoes,
            made=made,
            dropped=dropped,
        )

    def _took(self, entry: Entry) -> None:
        """Let everything show a change, the guard being held."""
        self._state.content.apply(entry)
        self._state.last = entry.id
        if self.watcher is not None:
            self.watcher(entry)

    def _reread(self) -> None:
        """Read everything anew, the guard being held."""
        self._state, found = read_state(self.path)
        self._problems += (problem for problem in found if problem not in self._problems)
        if self.watcher is not None:
            self.watcher(None)

    def _take_in(self) -> bool:
        """Take in what another program has written; say whether there was anything."""
        with self.guard:
            state = self._state
            self._seen = seen, found = signature(self.path), signature(self._journal)
            if seen != state.base.signature and seen is not None and self._is_replaced():
                self._reread()
                return True
            if found is None or found == state.position.signature:
                # What somebody removed is no news: what is known is written anew with the next
                # change, rather than lost.
                return False
            reading = read_on(self._journal, state.position)
            header = reading.found.header if reading.whole else state.header
            entries = reading.found.entries
            if header is not None and state.base.signature is not None:
                if header.epoch != state.base.meta.epoch:
                    self._reread()
                    return True
                if header.after > state.last:
                    between = missing(self.path, after=state.last, upto=header.after)
                    if between is None:
                        self._reread()
                        return True
                    entries = [*between, *entries]
            state.position, state.header = reading.position, header
            news = [entry for entry in entries if entry.id > state.last]
            for entry in news:
                self._took(entry)
            return bool(news)

    def _is_replaced(self) -> bool:
        """Say whether the file is not the one known, and not that one compacted either."""
        state = self._state
        said = peek(self.path)
        known = state.base.meta
        if (
            said is None
            or state.base.signature is None
            or (said[0].format, said[0].epoch) != (known.format, known.epoch)
            or said[0].last <= known.last
            or not state.content.is_all_read
        ):
            return True
        state.base = replace(state.base, meta=said[0], signature=said[1], index=None)
        return False

    def make_ready(self) -> None:
        """Have the file and the journal in order for a line to be added, the lock being held."""
        state = self._state
        if state.is_ready and self._seen == (state.base.signature, state.position.signature):
            return
        tidy(self.path)
        with self.guard:
            if told := make_ready(self.path, self._state, self.next_change_id()):
                self._problems.append(told)

    def _mend_now(self) -> None:
        """Mend the journal if the lock can be had at once; otherwise the next change does."""
        with suppress(StoreProblem), self.transaction(wait=0):
            self.make_ready()
