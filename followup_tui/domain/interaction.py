"""Interaction: a call, coffee, meeting, voicemail or mail that happened."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from followup_tui.domain.record import (
    Invalid,
    Record,
    Value,
    check_line,
    check_moment,
    check_text,
)


class InteractionKind(StrEnum):
    """By which way two people met."""

    CALL = "call"
    COFFEE = "coffee"
    MEETING = "meeting"
    VOICEMAIL = "voicemail"
    MAIL = "mail"
    NOTE = "note"
    """Something written down without having spoken: it counts neither as reached nor as tried."""


class Outcome(StrEnum):
    """How an interaction ended."""

    REACHED = "reached"
    NO_ANSWER = "no answer"
    VOICEMAIL = "voicemail"
    BUSY = "busy"
    WRONG_NUMBER = "wrong number"
    CALL_BACK = "call back"
    """Somebody answered and named an hour for another call."""
    WRONG_MOMENT = "wrong moment"
    NOTED = "noted"
    """Nothing was tried: a note was written."""

    @property
    def is_reached(self) -> bool:
        """Whether the client was spoken to: only then the cadence starts anew."""
        return self is Outcome.REACHED

    @property
    def is_attempt(self) -> bool:
        """Whether it was tried in vain."""
        return self not in {Outcome.REACHED, Outcome.NOTED}


MEETINGS = frozenset({InteractionKind.COFFEE, InteractionKind.MEETING})
"""What two people come to; the rest goes by wire."""
ENDS_OF_MEETINGS = (
    Outcome.REACHED, Outcome.NO_ANSWER, Outcome.CALL_BACK, Outcome.WRONG_MOMENT,
)  # fmt: skip
"""How a coffee or a meeting can end: there is no line that is busy."""

_MET = {
    Outcome.NO_ANSWER: "did not come",
    Outcome.CALL_BACK: "moved",
    Outcome.WRONG_MOMENT: "called off",
}


def outcome_words(kind: InteractionKind, outcome: Outcome) -> str:
    """Return how an interaction of a kind ended: ``no answer``, of a coffee ``did not come``."""
    return _MET.get(outcome, outcome.value) if kind in MEETINGS else outcome.value


class NoteLine(Value, frozen=True, kw_only=True):
    """One line of notes as it was typed, sign and all, with the moment it was begun.

    What the line means (`domain.capture`) is derived from its text, never stored beside it.
    """

    at: datetime
    text: str

    def __post_init__(self) -> None:
        check_moment("at", self.at)
        check_text("text", self.text)
        if "\n" in self.text:
            raise Invalid("text", "must be one line")


class Answer(Value, frozen=True, kw_only=True):
    """What was said to a question of the script; `text` holds the answer in its written form."""

    question: str
    """The key of the question in its playbook."""
    text: str

    def __post_init__(self) -> None:
        check_line("question", self.question, required=True)
        check_text("text", self.text)


class Interaction(Record, frozen=True, kw_only=True):
    """Something that happened between a client and us."""

    table: ClassVar[str] = "interactions"

    client_id: str
    kind: InteractionKind
    at: datetime
    until: datetime | None = None
    person: str = ""
    outcome: Outcome
    playbook: str = ""
    preparation_id: str = ""
    course_id: str = ""
    notes: tuple[NoteLine, ...] = ()
    answers: tuple[Answer, ...] = ()
    summary: str = ""

    def __post_init__(self) -> None:
        check_moment("at", self.at)
        check_moment("until", self.until)
        check_line("person", self.person)
        check_text("summary", self.summary)
        if self.until is not None and self.until < self.at:
            raise Invalid("until", "must not come before the beginning")
