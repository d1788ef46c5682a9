"""Change: what is written as one, and the problem of a store that could not do it."""

from __future__ import annotations

from dataclasses import dataclass

from followup_tui.domain.record import Record


class StoreProblem(Exception):
    """The store could not be read or written; its text is a sentence that says what to do."""


BY_ITSELF = "by itself: "
"""How the words of a change begin that nobody asked for: undo passes over it, unless named."""
MERGE = "merge "
"""How the words of a change begin that made a client part of another."""


@dataclass(frozen=True, slots=True)
class Change:
    """One unit of change: it is written whole and synced, or not at all.

    A record of `drop` goes first, then those of `put` are written, in place of one of the same id.
    `by` is the command or action it came from, in words that the history shows.
    """

    by: str
    put: tuple[Record, ...] = ()
    drop: tuple[Record, ...] = ()
