"""The wrap-up: what a conversation leaves, confirmed and written in one change."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from followup_tui.domain.interaction import Interaction, Outcome
from followup_tui.domain.playbook import Playbook
from followup_tui.domain.record import Clock
from followup_tui.domain.views import CallView, WrapUpView
from followup_tui.services.ports import Drafts, Records
from followup_tui.settings.model import Settings


class WrapUpService:
    """Ends conversations. Every async method raises `ports.StoreProblem`."""

    def __init__(
        self,
        records: Records,
        drafts: Drafts,
        playbooks: Mapping[str, Playbook],
        settings: Settings,
        clock: Clock,
    ) -> None:
        self._records = records
        self._drafts = drafts
        self._playbooks = playbooks
        self._settings = settings
        self._clock = clock

    async def begin(self, call: CallView, outcome: Outcome) -> WrapUpView:
        """Return what will be written, with dates proposed, and keep the draft in that state."""
        raise NotImplementedError

    async def resume(self, client_id: str) -> WrapUpView | None:
        """Return the wrap-up that was interrupted, or None."""
        raise NotImplementedError

    async def keep(self, view: WrapUpView) -> None:
        """Save the wrap-up as it stands."""
        raise NotImplementedError

    async def return_to_call(self, view: WrapUpView) -> None:
        """Make the draft a call under way again."""
        raise NotImplementedError

    def read_day(self, words: str) -> date | None:
        """Return the day meant by “2026-12-01”, “in 2 weeks”, “fri”; None if none is."""
        raise NotImplementedError

    def read_moment(self, words: str, zone: str) -> datetime | None:
        """Return the moment meant by “thu 10:00” in the client's `zone`; None if none is."""
        raise NotImplementedError

    async def confirm(self, view: WrapUpView) -> Interaction:
        """Write the interaction, its promises, next steps and the next contact: one change.

        Raises `domain.record.Invalid` where a date cannot be (a call-back without its hour, a
        next contact in the past).
        """
        raise NotImplementedError
