"""Preparation: one round of preparing one client.

What was fetched is kept by the web's snapshots under its address; a preparation keeps what the
user did with it: which items were ticked and when, which value-adds were chosen, which letter.
"""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from followup_tui.domain.record import Record, Value, check_line, check_moment


class Tick(Value, frozen=True, kw_only=True):
    """An item of the checklist that the user has seen and ticked."""

    item: str
    """The key of the item in its playbook."""
    at: datetime

    def __post_init__(self) -> None:
        check_moment("at", self.at)


class Preparation(Record, frozen=True, kw_only=True):
    """One round of preparing one client, open until the interaction that it was for."""

    table: ClassVar[str] = "preparations"

    client_id: str
    playbook: str
    why: str = ""
    """The reason for which the client was on the list, in its words."""
    ticks: tuple[Tick, ...] = ()
    chosen: tuple[str, ...] = ()
    """Ids of the value-adds chosen to be offered."""
    letter_id: str = ""
    closed: datetime | None = None
    """When the interaction it was for was wrapped up."""

    def __post_init__(self) -> None:
        check_line("playbook", self.playbook, required=True)
        check_line("why", self.why)
        check_moment("closed", self.closed)
