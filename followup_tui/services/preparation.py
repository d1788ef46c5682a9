"""Preparing a client: the checklist, what was found for each item, choices and the draft."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping

from followup_tui.domain.playbook import Playbook
from followup_tui.domain.record import Clock
from followup_tui.domain.views import PreparationView
from followup_tui.services.ports import Pages, Records
from followup_tui.settings.model import Settings


class PreparationService:
    """Prepares clients. Every method raises `ports.StoreProblem` and `clients.NoSuchClient`.

    What was found stays in memory for a client until the desk is closed, so each method returns
    the whole view as it stands now.
    """

    def __init__(
        self,
        records: Records,
        pages: Pages,
        playbooks: Mapping[str, Playbook],
        settings: Settings,
        clock: Clock,
    ) -> None:
        self._records = records
        self._pages = pages
        self._playbooks = playbooks
        self._settings = settings
        self._clock = clock

    async def view(self, client_id: str) -> PreparationView:
        """Return the preparation with what is known already; the network is not touched."""
        raise NotImplementedError

    def prepare(self, client_id: str, *, refresh: bool = False) -> AsyncIterator[PreparationView]:
        """Yield the view at once, then again each time a source has been looked at.

        The sources are fetched side by side; with `refresh`, fresh copies are fetched too.
        Closing the iterator cancels what is still on its way.
        """
        raise NotImplementedError

    async def tick(self, client_id: str, item: str, *, ticked: bool) -> PreparationView:
        """Tick an item of the checklist, or take the tick back."""
        raise NotImplementedError

    async def choose(self, client_id: str, value_add_id: str, *, chosen: bool) -> PreparationView:
        """Choose a value-add for the call, or take the choice back."""
        raise NotImplementedError

    async def save_letter(self, client_id: str, *, subject: str, body: str) -> PreparationView:
        """Keep the draft mail."""
        raise NotImplementedError
