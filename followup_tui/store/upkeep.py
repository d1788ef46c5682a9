"""What is done for a home folder by itself, once a day: bringing things to their end, a backup."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from followup_tui.store.backup import daily
from followup_tui.store.forget import carry_on


def look_after(home: Path, *, now: datetime, shared: Iterable[str]) -> None:
    """Carry on a forgetting that was stopped half way, and make the backup of the day.

    `shared` are web addresses of ours (see `forget`). Costs next to nothing where both are done.
    Raises `StoreProblem`.
    """
    carry_on(home, shared)
    daily(home, now=now)
