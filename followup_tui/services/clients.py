"""Clients: all that is known of one, finding, adding and editing them, and noting something."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import Final

import msgspec
from msgspec.structs import replace

from followup_tui.domain.client import Client, QuietPeriod
from followup_tui.domain.interaction import Interaction, InteractionKind, NoteLine, Outcome
from followup_tui.domain.playbook import Playbook
from followup_tui.domain.record import Clock, Invalid, new_id, utc
from followup_tui.domain.text import clean_line, clean_text, fold, shorten
from followup_tui.domain.views import ClientPage
from followup_tui.services.gather import NoSuchClient, client_page, known_client
from followup_tui.services.ports import Change, Records
from followup_tui.settings.model import Settings

__all__ = ["ClientService", "NoSuchClient"]


class _Name(msgspec.Struct, gc=False):
    name: str


class _Called(msgspec.Struct, gc=False):
    """What a client answers to."""

    id: str
    name: str
    people: tuple[_Name, ...] = ()

    def folded(self) -> Sequence[str]:
        """Return the names of the client and of the people there, as they are compared."""
        return [fold(self.name), *(fold(person.name) for person in self.people)]


_CALLED: Final = msgspec.json.Decoder(_Called)  # here, as `web.site_snapshots` says

CANDIDATES = 5  # names that an error lists: more is no help


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
        clients = await asyncio.to_thread(self._records.all, Client)
        return sorted(clients, key=lambda client: (fold(client.name), client.id))

    async def page(self, client_id: str) -> ClientPage:
        """Return all that is known of a client; raises `NoSuchClient`."""
        return await asyncio.to_thread(self._page, client_id)

    def _page(self, client_id: str) -> ClientPage:
        return client_page(
            self._records,
            client_id,
            playbooks=self._playbooks,
            settings=self._settings,
            clock=self._clock,
        )

    async def find(self, words: str) -> Client:
        """Return the one client meant by an id, a name, a person's name or the start of one.

        What fits better wins: a whole name before the start of one, that before words within.
        Raises `NoSuchClient`, whose text names the candidates.
        """
        wanted = clean_line(words)
        if not wanted:
            raise NoSuchClient("Say which client: a name, the start of one, or an id.")
        return await asyncio.to_thread(self._find, wanted)

    def _find(self, wanted: str) -> Client:
        if (meant := self._records.get(Client, wanted)) is not None:
            return meant
        called = [(each.id, each.folded()) for each in self._records.sketches(Client, _CALLED)]
        for fits in _ways_to_fit(fold(wanted)):
            ids = [key for key, names in called if any(fits(name) for name in names)]
            clients = [each for key in ids if (each := self._records.get(Client, key)) is not None]
            found = sorted(clients, key=lambda client: (fold(client.name), client.id))
            if len(found) == 1:
                return found[0]
            if found:
                raise NoSuchClient(_several(wanted, found))
        raise NoSuchClient(f"No client is called “{shorten(wanted, 60)}”.")

    async def add(self, client: Client) -> None:
        """Write a new client."""
        await asyncio.to_thread(
            self._records.commit, Change(by=f"new client: {client.name}", put=(client,))
        )

    async def edit(self, client: Client) -> None:
        """Write a changed client in place of the record of the same id.

        Raises `NoSuchClient` where it was removed in the meantime.
        """
        await asyncio.to_thread(self._edit, client)

    def _edit(self, client: Client) -> None:
        known_client(self._records, client.id)
        changed = replace(client, changed=utc(self._clock()))
        self._records.commit(Change(by=f"client edited: {client.name}", put=(changed,)))

    async def leave_in_peace(self, client_id: str, quiet: tuple[QuietPeriod, ...]) -> Client:
        """Write on which days a client is left in peace, in place of those known; return it.

        Raises `NoSuchClient`.
        """
        return await asyncio.to_thread(self._leave_in_peace, client_id, quiet)

    def _leave_in_peace(self, client_id: str, quiet: tuple[QuietPeriod, ...]) -> Client:
        client = known_client(self._records, client_id)
        changed = replace(client, quiet=quiet, changed=utc(self._clock()))
        if quiet != client.quiet:
            self._records.commit(Change(by=f"quiet days: {client.name}", put=(changed,)))
        return changed

    async def note(self, client_id: str, text: str) -> Interaction:
        """Write a note, one line a line of `text`, and return it as the interaction it is.

        Signs work as in a call: what was promised, agreed, liked or is of interest is kept as
        such, and whoever was named comes on the list.
        Raises `NoSuchClient`, and `domain.record.Invalid` where there is nothing to write.
        """
        return await asyncio.to_thread(self._note, client_id, text)

    def _note(self, client_id: str, text: str) -> Interaction:
        from followup_tui.services.noting import (  # noqa: PLC0415 - not for the first paint
            left_by,
        )

        client = known_client(self._records, client_id)
        now = self._clock()
        written = utc(now)
        lines = [line.strip() for line in clean_text(text).split("\n")]
        notes = tuple(NoteLine(at=written, text=line) for line in lines if line)
        if not notes:
            raise Invalid("text", "there is nothing to write: type the note after the name")
        interaction = Interaction(
            id=new_id(now),
            created=written,
            client_id=client.id,
            kind=InteractionKind.NOTE,
            at=written,
            outcome=Outcome.NOTED,
            notes=notes,
        )
        left = left_by(
            interaction, client, records=self._records, region=self._settings.me.region, now=now
        )
        self._records.commit(Change(by=f"note: {client.name}", put=(interaction, *left)))
        return interaction


def _ways_to_fit(wanted: str) -> Sequence[Callable[[str], bool]]:
    """Return the tests of a folded name, the strictest first."""
    return (
        lambda name: name == wanted,
        lambda name: name.startswith(wanted),
        lambda name: any(word.startswith(wanted) for word in name.split()),
        lambda name: wanted in name,
    )


def _label(client: Client) -> str:
    """Return a client's name with that of the primary contact."""
    return f"{client.name} ({client.primary.name})" if client.primary else client.name


def _several(wanted: str, found: Sequence[Client]) -> str:
    """Return the sentence for a name that fits several clients."""
    names = [_label(client) for client in found[:CANDIDATES]]
    if len(set(names)) < len(names):
        names = [f"{_label(client)} {client.id}" for client in found[:CANDIDATES]]
    more = f" and {len(found) - CANDIDATES} more" if len(found) > CANDIDATES else ""
    return (
        f"“{shorten(wanted, 60)}” fits {len(found)} clients: {', '.join(names)}{more}. "
        "Write more of the name, or the id."
    )
