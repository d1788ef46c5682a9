"""Encounter: where a networking contact was met, and what was said."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from followup_tui.domain.record import Record, check_line, check_text


class Warmth(StrEnum):
    """How warm a new contact is; the proposed next step follows it."""

    PROSPECT = "prospect"
    OPEN = "open"
    CARD_ONLY = "card only"


class Encounter(Record, frozen=True, kw_only=True):
    """A meeting with somebody new, as it was jotted down right after."""

    table: ClassVar[str] = "encounters"

    client_id: str
    person: str
    day: date
    where: str = ""
    talked_about: str = ""
    in_common: str = ""
    learned: str = ""
    promised: str = ""
    warmth: Warmth = Warmth.OPEN
    followed_up: date | None = None
    """The day on which they were first followed up."""

    def __post_init__(self) -> None:
        check_line("person", self.person, required=True)
        check_line("where", self.where)
        for field in ("talked_about", "in_common", "learned", "promised"):
            check_text(field, getattr(self, field))
