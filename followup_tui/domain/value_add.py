"""ValueAdd: a thing worth giving; Offer: that it was planned for, or given to, a client."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import ClassVar

from followup_tui.domain.record import (
    Invalid,
    Record,
    Value,
    check_line,
    check_moment,
    check_text,
    check_web_address,
)

LEAST_NOTICE = timedelta(hours=12)
"""How long before it begins somebody can still sensibly be invited."""
_MORNING = timedelta(hours=9)
"""When a day without an hour begins for those who come."""
_WORTH_COMING = timedelta(days=2)
"""How long something that has begun must still last to invite somebody to it."""


class ValueAddKind(StrEnum):
    """What can be given."""

    ARTICLE = "article"
    TALK = "talk insight"
    EVENT = "event"
    INVITATION = "invitation"
    CONSULTATION = "free consultation"
    WEBSITE_TIP = "website tip"


class Announced(Value, frozen=True, kw_only=True):
    """What a source said of a value-add when it was last read.

    It is kept beside the value-add so that the two can be told apart later: a field that still
    says what was announced follows the source, one that differs was written by the user and stays.
    """

    source: str
    """The address of the calendar, page or feed."""
    key: str = ""
    """By what the source knows it: the UID of its calendar, its address, or its folded title."""
    title: str
    url: str = ""
    about: str = ""
    topics: tuple[str, ...] = ()
    starts: datetime | None = None
    ends: datetime | None = None
    all_day: bool = False
    where: str = ""

    def __post_init__(self) -> None:
        check_web_address("announced.source", self.source)
        check_line("announced.key", self.key)
        check_line("announced.title", self.title, required=True)
        check_web_address("announced.url", self.url)
        check_text("announced.about", self.about)
        check_moment("announced.starts", self.starts)
        check_moment("announced.ends", self.ends)
        check_line("announced.where", self.where)


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
    ends: datetime | None = None
    """When it is over; None: not said. Of whole days, the midnight after the last one."""
    all_day: bool = False
    """Whether `starts` names a day and no hour."""
    where: str = ""
    client_id: str = ""
    """Set where it fits one client only (a tip about their website)."""
    announced: Announced | None = None
    """What its source says; None where it was written by hand."""
    retired: bool = False
    """No longer offered, kept for the history."""
    why_retired: str = ""
    """``cancelled``, ``not announced any more``: by its source; empty: by the user."""

    def __post_init__(self) -> None:
        check_line("title", self.title, required=True)
        check_web_address("url", self.url)
        check_text("about", self.about)
        check_moment("starts", self.starts)
        check_moment("ends", self.ends)
        check_line("where", self.where)
        check_line("why_retired", self.why_retired)
        for topic in self.topics:
            check_line("topics", topic, required=True)
        if self.starts is not None and self.ends is not None and self.ends < self.starts:
            raise Invalid("ends", "must not come before the beginning")

    def is_over(self, now: datetime) -> bool:
        """Say whether it took place before `now`."""
        if self.starts is None:
            return False
        day = timedelta(days=1 if self.all_day else 0)
        return (self.ends or self.starts + day) < now

    def can_be_invited_to(self, now: datetime) -> bool:
        """Say whether somebody who hears of it now can still come; always, if it does not pass."""
        if self.starts is None:
            return True
        begins = self.starts + (_MORNING if self.all_day else timedelta())
        if begins < now and self.ends is not None:
            return self.ends - now >= _WORTH_COMING
        return begins - now >= LEAST_NOTICE


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
