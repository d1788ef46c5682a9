"""Writing down who was met: the client, the encounter and what was promised, as one change."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from msgspec.structs import replace

from followup_tui.domain.calling import slots
from followup_tui.domain.client import Client, Origin, OriginKind
from followup_tui.domain.encounter import Encounter
from followup_tui.domain.interaction import NoteLine
from followup_tui.domain.networking.met import Met, MetFields, read
from followup_tui.domain.networking.next_step import STEP_FOR, entries_of, proposal_words
from followup_tui.domain.promise import NextStep, Promise, StepKind
from followup_tui.domain.record import LINE_LIMIT, Clock, new_id, utc
from followup_tui.domain.text import clean_line, shorten
from followup_tui.domain.wrap_up.items import NamedPerson
from followup_tui.services.agreements import WriteCalendar
from followup_tui.services.gather import known_client
from followup_tui.services.introductions import joined, recognised
from followup_tui.services.ports import Change, Records
from followup_tui.services.whereabouts import WhereaboutsService
from followup_tui.settings.model import Settings


class NoSuchEncounter(LookupError):
    """The encounter is not there any more; the text says so."""


@dataclass(frozen=True, slots=True)
class Known:
    """A client on the list who may be the one that was met: proposed, never taken for granted."""

    client_id: str
    name: str
    by: str
    """By what they are recognised: ``the same e-mail``, ``the same company`` …"""
    is_sure: bool
    """Whether that tells more than a name alone."""


@dataclass(frozen=True, slots=True)
class Written:
    """What came of a meeting."""

    client: Client
    encounter: Encounter
    promises: tuple[Promise, ...]
    is_new: bool
    """Whether the client is new."""
    step: StepKind
    """What is proposed to them; when, is with the encounter."""
    proposal: str
    """That in words: “a meeting: Tue 24 10:00 or Thu 26 14:00 their time”."""


class MetService:
    """Knows who was met. Every async method raises `ports.StoreProblem`."""

    def __init__(
        self,
        records: Records,
        whereabouts: WhereaboutsService,
        write_calendar: WriteCalendar,
        settings: Settings,
        clock: Clock,
    ) -> None:
        self._records = records
        self._where = whereabouts
        self._write_calendar = write_calendar
        self._settings = settings
        self._clock = clock

    async def read(self, fields: MetFields) -> Met:
        """Return what the fields say; raises `domain.client_form.FormProblems`."""
        region = self._settings.me.region
        return await asyncio.to_thread(read, fields, region=region, now=self._clock())

    async def known(self, fields: MetFields) -> Known | None:
        """Return the client who may be meant by the fields as they are typed, or None."""
        return await asyncio.to_thread(self._known, fields)

    def _known(self, fields: MetFields) -> Known | None:
        person = NamedPerson(
            name=clean_line(fields.name),
            line=NoteLine(at=self._clock(), text=""),
            company=clean_line(fields.company),
            email=_first(fields.email),
            phone=_first(fields.phone),
        )
        if not (person.name or person.company or person.email or person.phone):
            return None
        found = recognised(person, self._records.all(Client), region=self._settings.me.region)
        if not found.known:
            return None
        sure = found.known_by != "the same name"
        return Known(found.known, found.known_name, found.known_by, sure)

    async def write(self, met: Met, *, join: str = "") -> Written:
        """Write down who was met, and return what came of it.

        `join` is the id of the client whom they belong to; empty: a new one is made of them.
        Raises `gather.NoSuchClient` where that one was removed meanwhile.
        """
        return await asyncio.to_thread(self._write, met, join)

    def _write(self, met: Met, join: str) -> Written:
        now = self._clock()
        before = known_client(self._records, join) if join else None
        client = _joined(before, met, now) if before else _new_client(met, now)
        step = STEP_FOR[met.warmth]
        encounter = Encounter(
            id=new_id(now),
            created=utc(now),
            client_id=client.id,
            person=met.person.name,
            day=met.day,
            where=met.where,
            talked_about=met.talked_about,
            in_common=met.in_common,
            learned=met.learned,
            promised=met.promised,
            warmth=met.warmth,
            proposed=self._times(client, step, now),
        )
        promises = tuple(
            Promise(
                id=new_id(now),
                created=utc(now),
                client_id=client.id,
                text=shorten(each.text, LINE_LIMIT),
                due=each.due,
                by=each.by,
            )
            for each in met.promises
        )
        changed = () if client == before else (client,)
        where = f" at {met.where}" if met.where else ""
        by = shorten(f"met {met.person.name}{where}", 300)
        self._records.commit(Change(by=by, put=(*changed, encounter, *promises)))
        return Written(
            client=client,
            encounter=encounter,
            promises=promises,
            is_new=before is None,
            step=step,
            proposal=proposal_words(step, encounter.proposed, now),
        )

    def _times(self, client: Client, step: StepKind, now: datetime) -> tuple[datetime, ...]:
        """Return two times to propose, in their hours; none that is agreed with somebody else."""
        own = Client(id="own", created=now, name="own", zone=self._settings.me.zone)
        found = slots.propose(
            step,
            now=now,
            theirs=self._where.known(client),
            ours=self._where.known(own),
            taken=_taken(self._records.all(NextStep), now),
        )
        return tuple(found)

    async def calendar(self, encounter_id: str) -> bytes | None:
        """Return a calendar file with the times that are proposed; None where none is any more.

        Raises `NoSuchEncounter`.
        """
        return await asyncio.to_thread(self._calendar, encounter_id)

    def _calendar(self, encounter_id: str) -> bytes | None:
        encounter = self._records.get(Encounter, encounter_id)
        if encounter is None:
            raise NoSuchEncounter("This meeting is not there any more: it was taken back.")
        now = self._clock()
        entries = entries_of(encounter, known_client(self._records, encounter.client_id), now)
        return self._write_calendar(entries, now) if entries else None


def _taken(steps: Sequence[NextStep], now: datetime) -> list[datetime]:
    return [each.at for each in steps if each.done is None and not each.all_day and each.at > now]


def _first(typed: str) -> str:
    return clean_line(typed).replace(";", ",").partition(",")[0].strip()


def _new_client(met: Met, now: datetime) -> Client:
    return Client(
        id=new_id(now),
        created=utc(now),
        name=met.company or met.person.name,
        people=(met.person,),
        origin=Origin(kind=OriginKind.MET, detail=f"at {met.where}" if met.where else ""),
    )


def _joined(client: Client, met: Met, now: datetime) -> Client:
    """Return a client on the list with the person who was met among its people."""
    with_them = joined(client, met.person)
    return client if with_them == client else replace(with_them, changed=utc(now))
