"""Importing: first what would become of each row of a file, then all of it as one change."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from followup_tui.domain.client import Client
from followup_tui.domain.importing import giving, past
from followup_tui.domain.importing.deciding import Word, decided, meant, unsure_rows
from followup_tui.domain.importing.fields import Field
from followup_tui.domain.importing.making import clients_of
from followup_tui.domain.importing.plan import (
    Fate,
    ImportPlan,
    ImportProblem,
    ImportStopped,
    Progress,
    Reading,
    What,
    untold,
)
from followup_tui.domain.importing.settling import SettlingContacts
from followup_tui.domain.importing.spread import Spread, spread
from followup_tui.domain.importing.there import There
from followup_tui.domain.importing.turns import Settling
from followup_tui.domain.importing.who import Match
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.project import Project
from followup_tui.domain.record import Clock, Record
from followup_tui.domain.text import fold
from followup_tui.domain.value_add import ValueAdd
from followup_tui.services.import_words import counted, said_of
from followup_tui.services.lasting import MUCH, made_to_last
from followup_tui.services.pasted_paths import path_of
from followup_tui.services.ports import Change, Mappings, Records
from followup_tui.services.watch import Watch
from followup_tui.settings.model import Settings

__all__ = [
    "ImportProblem", "ImportService", "ImportStopped", "Proposal", "ReadFile", "Watch", "path_of",
]  # fmt: skip

ReadFile = Callable[[Path, Reading, Progress], ImportPlan]
"""Reads a file or a folder, its rows not settled yet; raises `ImportProblem`."""
_ROUNDS = 5  # in which words on unsure rows may lead to other unsure rows
_NOTHING_IN_IT = {
    What.CONTACTS: "contact",
    What.PROJECTS: "project",
    What.INTERACTIONS: "conversation",
    What.LIBRARY: "event",
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """Whose a row may be."""

    client_id: str
    """The client on the desk; empty: one who comes with an earlier row."""
    name: str
    """Who it is, in words: the client, and the person where one was found."""
    why: str


@dataclass(frozen=True, slots=True)
class _Settled:
    """A plan that was settled, against what, and by what it is settled anew."""

    plan: ImportPlan
    there: There
    by: Settling


class ImportService:
    """Brings files in. Every method raises `ports.StoreProblem`.

    Where `progress` is taken, what it raises ends the work with nothing written.
    """

    def __init__(
        self,
        records: Records,
        read: ReadFile,
        mappings: Mappings,
        settings: Settings,
        clock: Clock,
    ) -> None:
        self._records = records
        self._read = read
        self._mappings = mappings
        self._settings = settings
        self._clock = clock
        self._last: _Settled | None = None

    # What would become of each row

    async def plan(
        self,
        path: Path,
        *,
        kind: str | None = None,
        mapping: Mapping[str, Field] | None = None,
        encoding: str = "",
        progress: Progress = untold,
    ) -> ImportPlan:
        """Return what would become of each row of a file or a folder; nothing is written.

        `kind` says what the file is, `mapping` what stands under its headers, `encoding` how its
        letters are written: all go before what is found. Raises `ImportProblem`, also where there
        is no row in it, and `SettingsProblem` where the mappings that are remembered cannot be
        read.
        """
        said = Reading(kind, mapping or {}, encoding=encoding)
        return await asyncio.to_thread(self._plan, path, said, progress)

    def _plan(self, path: Path, said: Reading, progress: Progress) -> ImportPlan:
        reading = replace(
            said,
            remembered=self._mappings.load(),
            region=self._settings.me.region,
            now=self._clock(),
        )
        self.let_go()
        with made_to_last() as lasting:
            plan = self._read(path, reading, progress)
            if not plan.rows:
                raise ImportProblem(f"{plan.source} has no {_NOTHING_IN_IT[plan.what]} in it.")
            lasting.is_much = len(plan.rows) > MUCH
            return self._settled(plan, self._there(plan), progress)

    async def decide(
        self,
        plan: ImportPlan,
        numbers: Iterable[int],
        word: Word,
        *,
        progress: Progress = untold,
    ) -> ImportPlan:
        """Return `plan` with the user's word on rows, and what follows from it for the others.

        Of the plan that was settled last it costs what it touches; of another it is settled whole.
        """
        return await asyncio.to_thread(self._decide, plan, tuple(numbers), word, progress)

    async def decide_on(
        self, plan: ImportPlan, number: int, word: Word, *, progress: Progress = untold
    ) -> ImportPlan:
        """Return `plan` with the user's word on a row, and on all that are meant with it."""

        def decide() -> ImportPlan:
            return self._decide(plan, meant(plan, number), word, progress)

        return await asyncio.to_thread(decide)

    def _decide(
        self, plan: ImportPlan, numbers: Sequence[int], word: Word, progress: Progress
    ) -> ImportPlan:
        last, there = self._last, self._there(plan)
        said = decided(plan, numbers, word)
        if last is None or last.plan is not plan or last.there != there:
            return self._settled(said, there, progress)
        try:
            settled = last.by.again(said, numbers, progress)
        except ImportStopped:
            self.let_go()  # what is stopped half way is settled whole the next time
            raise
        return self._kept(_Settled(settled, there, last.by))

    async def decide_unsure(
        self, plan: ImportPlan, fate: Fate, *, progress: Progress = untold
    ) -> ImportPlan:
        """Return `plan` with the same word on every row that waits for one."""
        for _ in range(_ROUNDS):
            waiting = await asyncio.to_thread(unsure_rows, plan)
            if not waiting:
                break
            plan = await self.decide(plan, waiting, Word(fate), progress=progress)
        return plan

    async def proposed(self, plan: ImportPlan, number: int) -> Sequence[Proposal]:
        """Return who row `number` may be of, the likeliest first."""
        return await asyncio.to_thread(self._proposed, plan, number)

    def _proposed(self, plan: ImportPlan, number: int) -> Sequence[Proposal]:
        if self._last is None or self._last.plan is not plan:
            plan = self._settled(plan, self._there(plan), untold)
        if self._last is None:
            return ()
        return [_proposal(match) for match in self._last.by.proposed_of(plan, number)]

    def let_go(self) -> None:
        """Forget what is kept of the last plan: nobody decides on it any more."""
        if self._last is not None:
            self._last.by.close()
        self._last = None

    def spread(self, plan: ImportPlan, *, a_day: int = 0) -> Spread | None:
        """Return how the first calls of those who are new would be spread; None: they are not.

        `a_day` is how many the user wants a day; 0: by the daily capacity. Raises `Invalid`.
        """
        if plan.what is not What.CONTACTS:
            return None
        first = (self._clock() + timedelta(days=1)).date()
        capacity = self._settings.day.capacity
        return spread(plan.counted(Fate.NEW), capacity=capacity, first=first, a_day=a_day)

    # Carrying it out

    async def carry_out(
        self, plan: ImportPlan, *, a_day: int = 0, progress: Progress = untold
    ) -> int:
        """Write what `plan` brings as one change, and return how many of it are new.

        These are clients, or else projects, conversations, events. What came to the desk since
        the plan was made is not written a second time. What the user said of columns is
        remembered. Raises `ImportProblem` where what would come together makes no client, and
        `Invalid` for `a_day`; nothing is written then.
        """
        return await asyncio.to_thread(self._carry_out, plan, a_day, progress)

    def _carry_out(self, plan: ImportPlan, a_day: int, progress: Progress) -> int:
        with made_to_last() as lasting:
            lasting.is_much = len(plan.rows) > MUCH
            return self._carried_out(plan, a_day, progress)

    def _carried_out(self, plan: ImportPlan, a_day: int, progress: Progress) -> int:
        there = self._there(plan)
        self.let_go()
        settled = self._settling(plan, there, once=True).settled(plan, progress)
        if settled.what is What.CONTACTS:
            new, put = self._clients(settled, there.clients, a_day, progress)
            said = said_of(settled, new)
        else:
            put = tuple(self._others(settled))
            new, said = counted(settled.what, put)
        progress("Writing", 0, 0)
        if put:
            by = f"import {plan.source}: {said}"
            self._records.commit(Change(by=by, put=put))
        mapped = {
            each.header: each.holds
            for each in plan.columns
            if each.mapped and each.holds and each.is_alone
        }
        if mapped:
            self._mappings.remember(plan.program or "table", mapped)
        return new

    def _clients(
        self, plan: ImportPlan, clients: Iterable[Client], a_day: int, progress: Progress
    ) -> tuple[int, tuple[Record, ...]]:
        """Return how many clients are new, and what is to be written."""
        turns = self.spread(plan, a_day=a_day)
        found = clients_of(
            plan,
            clients,
            now=self._clock(),
            region=self._settings.me.region,
            turns=turns.days() if turns else (),
            progress=progress,
        )
        return len(found.new), (*found.new, *found.changed)

    def _others(self, plan: ImportPlan) -> Iterable[Record]:
        now = self._clock()
        if plan.what is What.LIBRARY:
            return giving.value_adds_of(plan, now=now)
        return past.records_of(plan, now=now)

    def _there(self, plan: ImportPlan) -> There:
        self._records.refresh()
        all_of = self._records.all
        if plan.what is What.LIBRARY:
            return There(value_adds=tuple(all_of(ValueAdd)))
        clients = tuple(all_of(Client))
        if plan.what is What.PROJECTS:
            return There(clients, projects=tuple(all_of(Project)))
        if plan.what is What.INTERACTIONS:
            return There(clients, interactions=tuple(all_of(Interaction)))
        return There(clients)

    def _settled(self, plan: ImportPlan, there: There, progress: Progress) -> ImportPlan:
        self.let_go()  # two of them would be twice the memory
        by = self._settling(plan, there)
        settled = by.settled(plan, progress)
        return self._kept(_Settled(settled, there, by))

    def _kept(self, settled: _Settled) -> ImportPlan:
        """Keep a plan for what the user says of it, its rows counted while nobody waits for it."""
        _ = settled.plan.tally
        self._last = settled
        return settled.plan

    def _settling(self, plan: ImportPlan, there: There, *, once: bool = False) -> Settling:
        region, now = self._settings.me.region, self._clock()
        if plan.what is What.CONTACTS:
            return SettlingContacts(there.clients, region=region, once=once)
        if plan.what is What.LIBRARY:
            return giving.SettlingEvents(there, now=now)
        return past.SettlingPast(there, region=region, now=now, once=once)


def _proposal(match: Match) -> Proposal:
    client, person = match.client, match.person
    name = client.name
    if person is not None and fold(person.name) != fold(client.name):
        name = f"{person.name}, {client.name}"
    place = f", {client.place or f'line {client.line}'}" if client.row else ""
    return Proposal(client.client_id, name, f"{match.by}{place}")
