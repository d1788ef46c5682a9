"""Compaction: the desk's file is written anew, and the lines of the journal go to the history.

It works beside the program in a thread of its own, in pieces so small that no key waits for them,
and holds the lock of all programs only to look at the beginning and to rename at the end. It may
be killed at any moment: the new file takes the place of the old one in one step and names the last
change that it holds, and what a journal says of earlier ones is passed over from then on.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from followup_tui.domain.change import StoreProblem
from followup_tui.store.base import Written
from followup_tui.store.form import FORMAT, Meta
from followup_tui.store.journal import JournalStorage
from followup_tui.store.journal_file import begin, journal_path
from followup_tui.store.lines import Header
from followup_tui.store.mending import tidy
from followup_tui.store.segments import put_away_all

SMALLEST = 1_000_000
"""Bytes of a journal below which it is left alone while the desk is open."""
SMALLEST_AT_CLOSE = 64_000
"""The same when the desk is closed."""
SHARE = 16
"""A journal may grow to this part of the file: so the file is written anew all the more rarely
the larger it is, and opening never has more than that to replay."""


def compact(storage: JournalStorage, summary: Callable[[], bytes] = bytes) -> bool:
    """Write the file of a desk anew, with all changes in it; say whether it was.

    `summary` gives what is to be kept with it. Raises `StoreProblem`, with nothing lost.
    """
    with storage.transaction():
        tidy(storage.path)
        storage.make_ready()
        with storage.guard:
            state = storage.state
            if state.last == state.base.meta.last:
                return False
            tables, kept = state.content.copy(), summary()
            before, meta = state.base, Meta(FORMAT, state.base.meta.epoch, state.last)
    written = Written.beside(storage.path, tables, meta)
    try:
        with storage.transaction():
            storage.make_ready()
            if storage.state.base.signature != before.signature:
                written.give_up()  # another program was quicker, or the desk was replaced
                return False
            base = written.put_in_place(kept, after=before)
            with storage.guard:
                storage.state.base = base
            _put_away(storage, meta)
    except StoreProblem:
        written.give_up()
        raise
    return True


def _put_away(storage: JournalStorage, meta: Meta) -> None:
    """Move the changes that are in the file now from the journal to the history."""
    rest = put_away_all(storage.path, upto=meta.last)
    header = Header(FORMAT, meta.epoch, meta.last)
    position = begin(journal_path(storage.path), header, tuple(rest))
    with storage.guard:
        storage.state.position, storage.state.header = position, header


class Compactor:
    """Compacts a desk by itself, in a thread, when its journal has grown."""

    def __init__(self, storage: JournalStorage, *, summary: Callable[[], bytes]) -> None:
        self._storage = storage
        self._summary = summary
        self._guard = threading.Lock()
        self._thread: threading.Thread | None = None
        self.problem = ""
        """Why the last compaction could not be done; the next change tries again."""

    def look(self) -> None:
        """Begin to compact if it is time; never waits."""
        if not self._is_due(SMALLEST):
            return
        with self._guard:
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(
                    target=self._compact, name="compaction", daemon=True
                )
                self._thread.start()

    def close(self) -> None:
        """Wait for a compaction that is going on, and do one if it is worthwhile."""
        with self._guard:
            thread = self._thread
        if thread is not None:
            thread.join()
        if self._is_due(SMALLEST_AT_CLOSE):
            self._compact()

    def _is_due(self, smallest: int) -> bool:
        state = self._storage.state
        size = state.base.signature.size if state.base.signature is not None else 0
        return state.position.end > max(smallest, size // SHARE)

    def _compact(self) -> None:
        try:
            compact(self._storage, self._summary)
            self.problem = ""
        except StoreProblem as problem:
            self.problem = str(problem)
