"""Letter: a draft mail. It is never sent from here."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from followup_tui.domain.record import Record, Value, check_line, check_moment, check_text


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
    """The personal check holds it to be ready, or the user overruled it."""
    SAVED = "saved"
    """It left at least once."""


class Way(StrEnum):
    """By which way a letter leaves; none of them sends it."""

    FILE = "file"
    """An ``.eml`` file that the mail program opens as an unsent draft."""
    MAILTO = "mail program"
    CLIPBOARD = "clipboard"
    DRAFTS = "drafts folder"


class Left(Value, frozen=True, kw_only=True):
    """The fact that a letter left: by which way, when and where to."""

    way: Way
    at: datetime
    where: str = ""
    """The path of the file, or the folder of the mailbox; empty for the other ways."""

    def __post_init__(self) -> None:
        check_moment("at", self.at)
        check_line("where", self.where)


class Letter(Record, frozen=True, kw_only=True):
    """A draft mail to somebody at a client."""

    table: ClassVar[str] = "letters"

    client_id: str
    kind: LetterKind
    to: str = ""
    cc: tuple[str, ...] = ()
    person: str = ""
    """The name of whom it is to; empty: nobody is known."""
    subject: str = ""
    body: str = ""
    state: LetterState = LetterState.DRAFT
    preparation_id: str = ""
    interaction_id: str = ""
    project_id: str = ""
    encounter_id: str = ""
    course_id: str = ""
    referral_id: str = ""
    """With thanks for an introduction: whom they named."""
    steps: tuple[str, ...] = ()
    """Ids of the next steps that go along, all in one calendar file."""
    attachments: tuple[str, ...] = ()
    """The user's own files that go along: absolute paths."""
    left: tuple[Left, ...] = ()
    """When and by which way it left, the first time first."""
    overruled: datetime | None = None
    """When the user held it to be ready although the personal check did not."""
    overruled_because: tuple[str, ...] = ()
    """Keys of the findings that were overruled (`domain.personal.fact.Finding.key`)."""
    changed: datetime | None = None

    def __post_init__(self) -> None:
        check_line("to", self.to)
        for address in self.cc:
            check_line("cc", address, required=True)
        check_line("person", self.person)
        check_line("subject", self.subject)
        check_text("body", self.body)
        for path in self.attachments:
            check_line("attachments", path, required=True)
        check_moment("overruled", self.overruled)
        check_moment("changed", self.changed)

    @property
    def has_left(self) -> bool:
        """Whether it left by any way."""
        return bool(self.left)
