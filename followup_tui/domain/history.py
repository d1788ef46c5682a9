"""History: the changes that were made, each with when and by what, and taking them back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from followup_tui.domain.record import Record

FROM_THE_START = "sample desk"
"""How the words of a change begin that laid out a desk before its user had it.

It stands in the history; it is not what somebody means who takes the last change back.
"""


class CannotUndo(Exception):
    """A change cannot be taken back; its text is a sentence that says why."""


@dataclass(frozen=True, slots=True)
class PastEdit:
    """What one change did to one record."""

    table: str
    record_id: str
    before: Record | None
    """The record as it stood; None: it was not there (or can no longer be read as one)."""
    after: Record | None
    """The record as it was written; None: it was removed."""


@dataclass(frozen=True, slots=True)
class PastChange:
    """One change that was made: a whole import, or a whole wrap-up, is one."""

    id: str
    """Sorts by the order in which changes were made, unique across machines."""
    at: datetime
    by: str
    """The command or action it came from, in words."""
    edits: tuple[PastEdit, ...]
    undoes: str = ""
    """The id of the change that it took back, if it is an undo."""
    undone_by: str = ""
    """The id of the change that took it back, if one did."""


@dataclass(frozen=True, slots=True)
class Touched:
    """A client whom a change was about."""

    id: str
    name: str
    """Empty where it can no longer be known."""


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One change, as the history lists it."""

    change: PastChange
    clients: tuple[Touched, ...]
    """The first of the clients whom it was about."""
    others: int = 0
    """How many more it was about."""
