"""ValueAdd: a thing worth giving; Offer: that it was planned for, or given to, a client."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from followup_tui.domain.record import (
    Record,
    check_line,
    check_moment,
    check_text,
    check_web_address,
)


class ValueAddKind(StrEnum):
    """What can be given."""

    ARTICLE = "article"
    TALK = "talk insight"
    EVENT = "event"
    INVITATION = "invitation"
    CONSULTATION = "free consultation"
    WEBSITE_TIP = "website tip"


class ValueAdd(Record, frozen=True, kw_only=True):
    """A thing worth giving."""

    table: ClassVar[str] = "value_adds"

    kind: ValueAddKind
    title: str
    url: str = ""
    about: str = ""
    topics: tuple[str, ...] = ()
    starts: datetime | None = None
    """When it takes place; None: it does not pass."""
    client_id: str = ""
    """Set where it fits one client only (a tip about their website)."""
    retired: bool = False
    """No longer offered, kept for the history."""

    def __post_init__(self) -> None:
        check_line("title", self.title, required=True)
        check_web_address("url", self.url)
        check_text("about", self.about)
        check_moment("starts", self.starts)
        for topic in self.topics:
            check_line("topics", topic, required=True)

    def is_over(self, now: datetime) -> bool:
        """Say whether it took place before `now`."""
        return self.starts is not None and self.starts < now


class OfferState(StrEnum):
    """How far a value-add came with a client."""

    PLANNED = "planned"
    OFFERED = "offered"
    TAKEN = "taken"
    DECLINED = "declined"


class Offer(Record, frozen=True, kw_only=True):
    """The fact that a value-add was planned for, offered to, taken or declined by a client."""

    table: ClassVar[str] = "offers"

    client_id: str
    value_add_id: str
    state: OfferState = OfferState.PLANNED
    at: datetime
    because: str = ""
    """The words that made it a match, as they were shown."""
    preparation_id: str = ""

    def __post_init__(self) -> None:
        check_moment("at", self.at)
        check_line("because", self.because)
