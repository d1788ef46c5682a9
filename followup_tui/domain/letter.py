"""Letter: a draft mail. It is never sent from here."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from followup_tui.domain.record import Record, check_line, check_moment, check_text


class LetterKind(StrEnum):
    """The letters of the playbooks."""

    SUGGESTIONS = "suggestions"
    FOLLOW_UP = "as per our conversation"
    NOT_REACHED = "could not reach you"
    REFERENCE = "reference"
    TESTIMONIAL = "testimonial"
    REVIEW = "review"
    COFFEE = "coffee invitation"
    COFFEE_THANKS = "coffee thanks"
    GOOD_TO_MEET = "good to meet you"
    PROMISED = "here is what I promised"
    INTRODUCTION = "thanks for the introduction"


class LetterState(StrEnum):
    """How far a letter is."""

    DRAFT = "draft"
    READY = "ready"
    SAVED = "saved"


class Letter(Record, frozen=True, kw_only=True):
    """A draft mail to somebody at a client."""

    table: ClassVar[str] = "letters"

    client_id: str
    kind: LetterKind
    to: str = ""
    cc: tuple[str, ...] = ()
    subject: str = ""
    body: str = ""
    state: LetterState = LetterState.DRAFT
    preparation_id: str = ""
    interaction_id: str = ""
    changed: datetime | None = None

    def __post_init__(self) -> None:
        check_line("to", self.to)
        for address in self.cc:
            check_line("cc", address, required=True)
        check_line("subject", self.subject)
        check_text("body", self.body)
        check_moment("changed", self.changed)
