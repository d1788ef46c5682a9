"""Mending what was written down: the notes of a conversation, its outcome, its hour."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from followup_tui.domain.client import Client
from followup_tui.domain.interaction import Interaction, NoteLine
from followup_tui.domain.letter import Letter
from followup_tui.domain.notes.caught import CaughtPromise
from followup_tui.domain.notes.rewriting import (
    Contradiction,
    Follow,
    Mended,
    follows,
    merged,
    worth_remembering,
)
from followup_tui.domain.notes.understanding import understand
from followup_tui.domain.promise import NextStep, Promise, Referral
from followup_tui.domain.record import Clock, Record, new_id, utc
from followup_tui.domain.timeline.records import what_it_was
from followup_tui.domain.timeline.values_in_words import day_words
from followup_tui.services.caught import with_what_was_said
from followup_tui.services.gather import known_client, zone_of
from followup_tui.services.ports import Change, Records
from followup_tui.settings.model import Settings

__all__ = ["Contradiction", "Gone", "MemoryService", "Plan"]


class Gone(LookupError):
    """What was to be mended is not there any more; the text is a sentence."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What saving would write."""

    interaction: Interaction
    """As it would stand."""
    is_changed: bool
    follows: tuple[Follow, ...] = ()
    """What the changed lines ask of the promises: to be offered."""
    client: Client | None = None
    """The client with what new lines say is to be remembered of them; None: nothing new."""
    remembered: tuple[str, ...] = ()
    """What the client has more then, in words."""


class MemoryService:
    """Mends what is known. Every async method raises `ports.StoreProblem`."""

    def __init__(self, records: Records, settings: Settings, clock: Clock) -> None:
        self._records = records
        self._settings = settings
        self._clock = clock

    async def interaction(self, interaction_id: str) -> Interaction:
        """Return an interaction as it stands now; raises `Gone`."""
        return await asyncio.to_thread(self._interaction, interaction_id)

    def _interaction(self, interaction_id: str) -> Interaction:
        self._records.refresh()
        found = self._records.get(Interaction, interaction_id)
        if found is None:
            raise Gone("This conversation is not there any more: it was removed elsewhere.")
        return found

    async def plan(self, opened: Interaction, mine: Mended) -> Plan:
        """Return what saving `mine` would write, given the interaction as it was opened.

        Raises `Gone`, `Contradiction` where another program changed the same thing meanwhile,
        and `record.Invalid`.
        """
        return await asyncio.to_thread(self._plan, opened, mine)

    def _plan(self, opened: Interaction, mine: Mended) -> Plan:
        stands = self._interaction(opened.id)
        after = merged(mine, opened, stands, now=self._clock())
        client = known_client(self._records, stands.client_id)
        own = [
            each
            for each in self._records.of_client(Promise, client.id)
            if each.interaction_id == stands.id
        ]
        said = with_what_was_said(client, worth_remembering(stands.notes, after.notes))
        return Plan(
            interaction=after,
            is_changed=after != stands,
            follows=follows(
                stands.notes, after.notes, own, lambda line: self._promised(line, client)
            ),
            client=said if said != client else None,
            remembered=tuple(
                words
                for before, after in (
                    (client.likes, said.likes),
                    (client.dislikes, said.dislikes),
                    (client.interests, said.interests),
                    (client.open_questions, said.open_questions),
                )
                for words in after
                if words not in before
            ),
        )

    def _promised(self, line: NoteLine, client: Client) -> CaughtPromise | None:
        """Return what a line promises, its day counted from when it was typed."""
        own = zone_of(self._clock())
        caught = understand(
            line,
            now=line.at.astimezone(own),
            zone=ZoneInfo(client.zone) if client.zone else own,
            own=own,
            region=self._settings.me.region,
            people=[person.name for person in client.people],
        )
        return caught if isinstance(caught, CaughtPromise) else None

    async def mend(self, opened: Interaction, mine: Mended, *, follow: bool) -> Interaction:
        """Write what was mended as one change, and return the interaction as it stands then.

        With `follow` the promises and the memory of the client go with their lines. Raises as
        `plan` does; where it raises, nothing was written.
        """
        return await asyncio.to_thread(self._mend, opened, mine, follow)

    def _mend(self, opened: Interaction, mine: Mended, follow: bool) -> Interaction:
        plan = self._plan(opened, mine)
        put: list[Record] = [plan.interaction] if plan.is_changed else []
        drop: list[Record] = []
        now = self._clock()
        if follow:
            for each in plan.follows:
                if each.becomes is not None:
                    put.append(self._promise(plan.interaction, each, each.becomes, now))
                elif each.promise is not None:
                    drop.append(each.promise)
            if plan.client is not None:
                put.append(replace(plan.client, changed=utc(now)))
        if put or drop:
            by = f"mended: {self._words(plan.interaction)}"
            self._records.commit(Change(by=by, put=tuple(put), drop=tuple(drop)))
        return plan.interaction

    def _promise(
        self, interaction: Interaction, follow: Follow, becomes: CaughtPromise, now: datetime
    ) -> Promise:
        if follow.promise is not None:
            return replace(follow.promise, text=becomes.text, due=becomes.due, by=becomes.by)
        return Promise(
            id=new_id(now),
            created=utc(now),
            client_id=interaction.client_id,
            text=becomes.text,
            due=becomes.due,
            by=becomes.by,
            interaction_id=interaction.id,
        )

    def _words(self, interaction: Interaction) -> str:
        """Return ``call with Jane Li of Thu 19 Nov 2026, Northwind Traders``."""
        client = self._records.get(Client, interaction.client_id)
        day = interaction.at.astimezone(zone_of(self._clock())).date()
        whose = f", {client.name}" if client else ""
        return f"{what_it_was(interaction)} of {day_words(day)}{whose}"

    async def remove(self, interaction_id: str) -> None:
        """Remove an interaction; what came of it stays, and stands by itself. Raises `Gone`."""
        await asyncio.to_thread(self._remove, interaction_id)

    def _remove(self, interaction_id: str) -> None:
        interaction = self._interaction(interaction_id)
        self._records.commit(
            Change(
                by=f"removed: {self._words(interaction)}",
                put=tuple(self._set_free(interaction)),
                drop=(interaction,),
            )
        )

    def _set_free(self, interaction: Interaction) -> Iterator[Record]:
        """Yield what points at an interaction, pointing at nothing."""
        records, client_id = self._records, interaction.client_id
        linked: list[Promise | NextStep | Referral | Letter] = [
            *records.of_client(Promise, client_id),
            *records.of_client(NextStep, client_id),
            *records.of_client(Referral, client_id),
            *records.of_client(Letter, client_id),
        ]
        for record in linked:
            if record.interaction_id == interaction.id:
                yield replace(record, interaction_id="")
