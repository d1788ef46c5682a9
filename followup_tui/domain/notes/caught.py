"""What was understood in the notes of a conversation: each item with the line it rests on.

An item is derived from the text of its line and never stored beside it. In the wrap-up it can be
mended or dropped; what is mended there is kept with the draft.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from followup_tui.domain.interaction import NoteLine
from followup_tui.domain.promise import Owner, StepKind


@dataclass(frozen=True, slots=True)
class CaughtPromise:
    """A promise that was caught in a note line, to confirm, mend or drop."""

    text: str
    due: date
    line: NoteLine
    keep: bool = True
    by: Owner = Owner.US
    """Who owes it: “they send the contract by fri” is theirs."""
    doubt: str = ""
    """What of the line was not understood, as a sentence for the user; empty when all was."""


@dataclass(frozen=True, slots=True)
class CaughtReferral:
    """Somebody they named: becomes a client that remembers who introduced it."""

    name: str
    line: NoteLine
    company: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    """As they were written."""
    detail: str = ""
    """What else stood in the line."""
    keep: bool = True
    doubt: str = ""
    """What of the line was not understood, as a sentence for the user; empty when all was."""


@dataclass(frozen=True, slots=True)
class CaughtStep:
    """A next step that was agreed or proposed."""

    kind: StepKind
    at: datetime | None
    """With a zone: the client's, in which the words were read. None: no day was understood."""
    line: NoteLine
    all_day: bool = False
    """Whether only the day is known; `at` is then its midnight."""
    agreed: bool = True
    """False where the words only propose it (“maybe”, “pencil in”, “?”)."""
    text: str = ""
    keep: bool = True
    doubt: str = ""
    """What of the line was not understood, as a sentence for the user; empty when all was."""


class WordKind(StrEnum):
    """What a few words add to the memory of a client, or leave open."""

    LIKED = "liked"
    DISLIKED = "disliked"
    INTEREST = "interest"
    QUESTION = "open question"


@dataclass(frozen=True, slots=True)
class CaughtWords:
    """Something liked, disliked, of interest, or left open."""

    kind: WordKind
    text: str
    line: NoteLine
    keep: bool = True


Caught = CaughtPromise | CaughtReferral | CaughtStep | CaughtWords
