"""The call list: who is due today and why, and leaving somebody alone for a while."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from followup_tui.domain.playbook import Playbook
from followup_tui.domain.queue import CallList
from followup_tui.domain.record import Clock
from followup_tui.services.ports import Records
from followup_tui.settings.model import Settings


class CallListService:
    """Answers whom to call next. Every method raises `ports.StoreProblem`."""

    def __init__(
        self, records: Records, playbooks: Mapping[str, Playbook], settings: Settings, clock: Clock
    ) -> None:
        self._records = records
        self._playbooks = playbooks
        self._settings = settings
        self._clock = clock

    def now_listed(self) -> CallList:
        """Return the queue of this moment, computed here and now (for the first paint)."""
        raise NotImplementedError

    async def today(self) -> CallList:
        """Return the queue of this moment."""
        raise NotImplementedError

    async def snooze(self, client_id: str, until: date) -> None:
        """Keep the client off the list before `until`."""
        raise NotImplementedError

    async def do_not_call(self, client_id: str, *, wish: bool, why: str = "") -> None:
        """Record, or take back, the wish not to be called."""
        raise NotImplementedError

    async def settle_promise(self, promise_id: str, *, kept: bool) -> None:
        """Mark a promise as kept or broken today."""
        raise NotImplementedError
