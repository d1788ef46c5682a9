"""The timeline of a client: what the records, the history and their website tell, in parts.

The records are there at once; the history of a large desk and the looks at a website may take
a moment and are asked for after them.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Final

import msgspec

from followup_tui.domain.client import Client
from followup_tui.domain.course import Course, Draw
from followup_tui.domain.playbook import Playbook
from followup_tui.domain.promise import Referral
from followup_tui.domain.record import Clock
from followup_tui.domain.timeline.changes import past
from followup_tui.domain.timeline.entries import Entry, Memory, Past, in_order
from followup_tui.domain.timeline.records import entries
from followup_tui.domain.value_add import ValueAdd
from followup_tui.services.gather import client_page, zone_of
from followup_tui.services.ports import Records, Sites
from followup_tui.settings.model import Settings

CHANGES = 2_000
"""Changes that are looked through for one client: some years of daily work with them."""


class _Origin(msgspec.Struct, gc=False):
    introduced_by: str = ""


class _Came(msgspec.Struct, gc=False):
    """By whom a client came: looked at of all of them, of whom few came by this one."""

    id: str
    origin: _Origin = msgspec.field(default_factory=_Origin)


_CAME: Final = msgspec.json.Decoder(_Came)  # here, as `web.site_snapshots` says


class TimelineService:
    """Tells what happened with a client. Every async method raises `ports.StoreProblem`."""

    def __init__(
        self,
        records: Records,
        sites: Sites,
        playbooks: Mapping[str, Playbook],
        settings: Settings,
        clock: Clock,
    ) -> None:
        self._records = records
        self._sites = sites
        self._playbooks = playbooks
        self._settings = settings
        self._clock = clock

    async def remembered(self, client_id: str) -> tuple[Memory, tuple[Entry, ...]]:
        """Return what the records say, and its entries, newest first.

        Raises `gather.NoSuchClient`.
        """
        return await asyncio.to_thread(self._remembered, client_id)

    def _remembered(self, client_id: str) -> tuple[Memory, tuple[Entry, ...]]:
        memory = self._memory(client_id)
        return memory, in_order(entries(memory, zone=zone_of(self._clock())))

    def _memory(self, client_id: str) -> Memory:
        records = self._records
        page = client_page(
            records,
            client_id,
            playbooks=self._playbooks,
            settings=self._settings,
            clock=self._clock,
        )
        courses = {course.id: course for course in records.all(Course)}
        return Memory(
            page=page,
            referrals=tuple(records.of_client(Referral, client_id)),
            introduced=self._introduced_by(client_id),
            courses=tuple(
                course
                for course in courses.values()
                if any(each.client_id == client_id for each in course.attendees)
            ),
            draws=tuple(
                (draw, courses[draw.course_id])
                for draw in records.all(Draw)
                if draw.course_id in courses
                and any(pick.client_id == client_id for pick in draw.picks)
            ),
            questions=tuple(
                (question.key, question.ask)
                for playbook in self._playbooks.values()
                for question in playbook.questions
            ),
        )

    def _introduced_by(self, client_id: str) -> tuple[Client, ...]:
        came = self._records.sketches(Client, _CAME)
        ids = [each.id for each in came if each.origin.introduced_by == client_id]
        found = (self._records.get(Client, each) for each in ids)
        return tuple(each for each in found if each is not None)

    async def past(self, client_id: str) -> Past:
        """Return what the history of changes adds; of very many changes the latest."""
        return await asyncio.to_thread(self._past, client_id)

    def _past(self, client_id: str) -> Past:
        changes = self._records.history(client_id=client_id, limit=CHANGES + 1)
        found = past(
            changes[:CHANGES], client_id, zone=zone_of(self._clock()), name_of=self._name_of
        )
        return Past(found.entries, found.earlier, more=len(changes) > CHANGES)

    def _name_of(self, record_id: str) -> str:
        client = self._records.get(Client, record_id)
        if client is not None:
            return client.name
        value_add = self._records.get(ValueAdd, record_id)
        return value_add.title if value_add is not None else ""

    async def website(self, client: Client) -> tuple[Entry, ...]:
        """Return what changed on their website, as far as looks at it were kept."""
        return await asyncio.to_thread(self._website, client) if client.website else ()

    def _website(self, client: Client) -> tuple[Entry, ...]:
        # Imported here: comparing sites is much to import, and no list is painted with it.
        from followup_tui.domain.timeline.site import entries as of_site  # noqa: PLC0415

        return tuple(of_site(self._sites.history(client.website), zone=zone_of(self._clock())))
