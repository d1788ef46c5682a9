"""Encounter: where a networking contact was met, and what was said."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from followup_tui.domain.record import Record, Value, check_line, check_moment, check_text


class Warmth(StrEnum):
    """How warm a new contact is; the proposed next step follows it."""

    PROSPECT = "prospect"
    OPEN = "open"
    CARD_ONLY = "card only"


class Fitting(Value, frozen=True, kw_only=True):
    """Something new in the library that fits somebody who was met: why they come up again."""

    value_add_id: str
    title: str
    because: str
    """The words that both have in common."""
    at: datetime
    """When that was seen."""
    until: datetime | None = None
    """When it takes place; None: it does not pass."""

    def __post_init__(self) -> None:
        check_line("title", self.title, required=True)
        check_line("because", self.because)
        check_moment("at", self.at)
        check_moment("until", self.until)


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
    proposed: tuple[datetime, ...] = ()
    """The times that are proposed for the next step, in their zone: two to choose from."""
    fitting: Fitting | None = None
    """The last thing that came into the library and fits what they care about."""

    def __post_init__(self) -> None:
        check_line("person", self.person, required=True)
        check_line("where", self.where)
        for field in ("talked_about", "in_common", "learned", "promised"):
            check_text(field, getattr(self, field))
        for at in self.proposed:
            check_moment("proposed", at)
