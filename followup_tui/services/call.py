"""The call itself: the script, the notes, and keeping both from the first key on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from followup_tui.domain.playbook import Playbook
from followup_tui.domain.record import Clock
from followup_tui.domain.views import CallView
from followup_tui.services.ports import Drafts, Records
from followup_tui.settings.model import Settings


@dataclass(frozen=True, slots=True)
class Interrupted:
    """A call that was begun and not wrapped up."""

    client_id: str
    name: str
    started: datetime
    wrapping_up: bool
    """Whether it had come to its wrap-up."""


class CallService:
    """Runs calls. Every method that touches the disk raises `ports.StoreProblem`."""

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

    async def begin(self, client_id: str) -> CallView:
        """Begin a call, or take up the one that was interrupted."""
        raise NotImplementedError

    def answer(self, call: CallView, text: str | None) -> CallView:
        """Return the call with the question at hand answered (None: skipped) and the next one.

        Raises `domain.record.Invalid` with a sentence where the answer does not fit its type.
        """
        raise NotImplementedError

    def back(self, call: CallView) -> CallView:
        """Return the call one question back, its answer there to be changed."""
        raise NotImplementedError

    def write(self, call: CallView, text: str) -> CallView:
        """Return the call with its notes as `text` has them; lines that stood keep their stamp."""
        raise NotImplementedError

    async def keep(self, call: CallView) -> None:
        """Save the call as it stands, so that a killed terminal loses nothing before this."""
        raise NotImplementedError

    async def interrupted(self) -> Sequence[Interrupted]:
        """Return the calls that were begun and not wrapped up, the oldest first."""
        raise NotImplementedError

    async def abandon(self, client_id: str) -> None:
        """Forget a call that was begun by mistake and holds nothing."""
        raise NotImplementedError
