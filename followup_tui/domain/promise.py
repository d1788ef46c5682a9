"""Promise, NextStep and Referral: what a conversation leaves to be done."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from followup_tui.domain.record import Invalid, Record, check_line, check_moment


class Owner(StrEnum):
    """Who owes a promise."""

    US = "us"
    THEM = "them"


class PromiseState(StrEnum):
    """Where a promise stands."""

    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"


class Promise(Record, frozen=True, kw_only=True):
    """Something owed, by us or by them, with a due date."""

    table: ClassVar[str] = "promises"

    client_id: str
    text: str
    due: date
    by: Owner = Owner.US
    state: PromiseState = PromiseState.OPEN
    settled: date | None = None
    interaction_id: str = ""

    def __post_init__(self) -> None:
        check_line("text", self.text, required=True)
        if self.state is not PromiseState.OPEN and self.settled is None:
            raise Invalid("settled", "needs the day on which it was kept or broken")


class StepKind(StrEnum):
    """What is to come next."""

    CALL = "call"
    CALL_BACK = "call back"
    COFFEE = "coffee"
    MEETING = "meeting"
    BOOKING = "booking"


class NextStep(Record, frozen=True, kw_only=True):
    """The agreed or proposed next meeting, coffee or call: always with a date."""

    table: ClassVar[str] = "next_steps"

    client_id: str
    kind: StepKind
    at: datetime
    """When; at midnight of the client's zone with `all_day` where only the day is known."""
    all_day: bool = False
    agreed: bool = False
    """Whether both sides said yes; otherwise it is proposed."""
    text: str = ""
    done: date | None = None
    interaction_id: str = ""
    project_id: str = ""
    """Of a booking: the project after which it was pencilled in, if it was."""
    confirmed: date | None = None
    """Of a booking: the day on which it was confirmed; until then it is pencilled in, even where
    both sides agreed on that."""

    def __post_init__(self) -> None:
        check_moment("at", self.at)
        check_line("text", self.text)

    @property
    def is_pencilled(self) -> bool:
        """Whether it is a booking that is not confirmed yet, nor let go."""
        return self.kind is StepKind.BOOKING and self.confirmed is None and self.done is None


class Referral(Record, frozen=True, kw_only=True):
    """Somebody a client named; `became` is the client they became, once they did."""

    table: ClassVar[str] = "referrals"

    client_id: str
    """Who named them."""
    name: str
    detail: str = ""
    became: str = ""
    thanked: date | None = None
    interaction_id: str = ""

    def __post_init__(self) -> None:
        check_line("name", self.name, required=True)
        check_line("detail", self.detail)
