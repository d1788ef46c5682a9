"""Which changes came after one that somebody has seen, be it in another run of the program.

What is made of the records and kept (the call list) is brought up to now by the changes since. They
are remembered while the desk is open, as far as that is little; what was put away by a compaction
is read from the history.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from followup_tui.domain.change import StoreProblem
from followup_tui.store.files import Signature
from followup_tui.store.lines import Edit, Entry
from followup_tui.store.segments import missing
from followup_tui.store.state import State

MOST = 5_000
"""Edits that are remembered; after more, whoever asks makes anew what they keep."""


class Recent:
    """The changes since the desk was opened, and those before that its journal told then.

    Not safe for threads by itself.
    """

    def __init__(self, path: Path, state: State) -> None:
        self._path = path
        self.begin_anew(state)

    def begin_anew(self, state: State) -> None:
        """Take the changes that a state was read with."""
        self._entries: list[Entry] = []
        self._count = 0
        self._after = state.base.meta.last
        self._files: set[Signature] = set()
        """The files that one another took the place of, with what was changed meanwhile in it."""
        for entry in state.on_top:
            self.add(entry)
        if state.base.index is not None:
            self._files |= set(state.base.index.before)

    def add(self, entry: Entry) -> None:
        """Remember one more change."""
        self._entries.append(entry)
        self._count += len(entry.edits)
        if self._count > MOST or entry.made or entry.dropped:
            self._after = entry.id
            self._entries, self._count = [], 0

    def position(self, state: State) -> str:
        """Return up to where a state was read; empty where it is not known or is not sound."""
        at, file = state.position, state.base.signature
        if file is None or at.torn or at.unended or at.damaged:
            return ""
        self._files.add(file)
        return "/".join((*map(str, file), state.base.meta.epoch, state.last))

    def since(self, position: str, state: State) -> Sequence[Edit] | None:
        """Return the edits that came after a position, oldest first; None where not known."""
        now = self.position(state)
        if not now or not position:
            return None
        *file, epoch, last = position.split("/")
        known = {tuple(map(str, each)) for each in self._files}
        if tuple(file) not in known or epoch != state.base.meta.epoch or last > state.last:
            return None
        entries: Iterable[Entry] = self._entries
        if last > self._after and all(entry.id != last for entry in entries):
            return None  # that change is not there any more
        if last < self._after:
            between = self._put_away(last)
            if between is None:
                return None
            entries = [*between, *self._entries]
        later = [entry for entry in entries if entry.id > last]
        if any(entry.made or entry.dropped for entry in later):
            return None
        edits = [edit for entry in later for edit in entry.edits]
        return edits if len(edits) <= MOST else None

    def _put_away(self, last: str) -> list[Entry] | None:
        """Return the changes of the history from one on up to those that are remembered."""
        try:
            found = missing(self._path, after=last, upto=self._after)
        except StoreProblem:
            return None  # a history that cannot be read is told by what asks for it
        return None if found is None else [each for each in found if each.id <= self._after]
