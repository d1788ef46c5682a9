"""Calls that were begun and are not wrapped up, as they are told of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from followup_tui.domain.interaction import InteractionKind


@dataclass(frozen=True, slots=True)
class Interrupted:
    """A call that was begun and not wrapped up."""

    client_id: str
    name: str
    started: datetime
    wrapping_up: bool
    """Whether it had come to its wrap-up."""
    kind: InteractionKind = InteractionKind.CALL
