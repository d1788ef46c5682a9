"""Clients: all that is known of one, finding, adding and editing them, and noting something."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from followup_tui.domain.client import Client
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.playbook import Playbook
from followup_tui.domain.record import Clock
from followup_tui.domain.views import ClientPage
from followup_tui.services.ports import Records
from followup_tui.settings.model import Settings


class NoSuchClient(LookupError):
    """No client, or more than one, answers to a name; the text says which come near."""


class ClientService:
    """Knows the clients. Every method raises `ports.StoreProblem`."""

    def __init__(
        self, records: Records, playbooks: Mapping[str, Playbook], settings: Settings, clock: Clock
    ) -> None:
        self._records = records
        self._playbooks = playbooks
        self._settings = settings
        self._clock = clock

    async def all(self) -> Sequence[Client]:
        """Return every client, by name."""
        raise NotImplementedError

    async def page(self, client_id: str) -> ClientPage:
        """Return all that is known of a client; raises `NoSuchClient`."""
        raise NotImplementedError

    async def find(self, words: str) -> Client:
        """Return the one client meant by an id, a name, a person's name or the start of one.

        Raises `NoSuchClient`, whose text names the candidates.
        """
        raise NotImplementedError

    async def add(self, client: Client) -> None:
        """Write a new client."""
        raise NotImplementedError

    async def edit(self, client: Client) -> None:
        """Write a changed client in place of the record of the same id."""
        raise NotImplementedError

    async def note(self, client_id: str, text: str) -> Interaction:
        """Write a note, one line a line of `text`, and return it as the interaction it is."""
        raise NotImplementedError
