"""Importing: first what would become of each row of a file, then all of it as one change."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import timedelta
from pathlib import Path

from followup_tui.domain.client import Client
from followup_tui.domain.importing import giving, past
from followup_tui.domain.importing.deciding import decided, unsure_rows
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
from followup_tui.domain.importing.settling import marked
from followup_tui.domain.importing.spread import Spread, spread
from followup_tui.domain.importing.there import There
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.project import Project
from followup_tui.domain.record import Clock, Record
from followup_tui.domain.text import clean_line
from followup_tui.domain.value_add import ValueAdd
from followup_tui.domain.words import count
from followup_tui.services.ports import Change, Mappings, Records
from followup_tui.settings.model import Settings

__all__ = ["ImportProblem", "ImportService", "ImportStopped", "ReadFile", "Watch", "path_of"]

ReadFile = Callable[[Path, Reading, Progress], ImportPlan]
"""Reads a file or a folder, its rows not settled yet; raises `ImportProblem`."""
_ROUNDS = 5  # in which words on unsure rows may lead to other unsure rows
_NOTHING_IN_IT = {
    What.CONTACTS: "contact",
    What.PROJECTS: "project",
    What.INTERACTIONS: "conversation",
    What.LIBRARY: "event",
}


class Watch:
    """What somebody who waits for an import sees of it, and by which they stop it: a `Progress`."""

    def __init__(self) -> None:
        self.what = ""
        """What is being done, in a word."""
        self.done = 0
        self.of = 0
        """Of how much; 0: not known."""
        self._stopped = False

    def stop(self) -> None:
        """Have the work end at its next step, with nothing written."""
        self._stopped = True

    def __call__(self, what: str, done: int, of: int) -> None:
        """Take in how far it is; raises `ImportStopped` once it is to end."""
        if self._stopped:
            raise ImportStopped
        self.what, self.done, self.of = what, done, of


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

    # What would become of each row

    async def plan(
        self,
        path: Path,
        *,
        kind: str | None = None,
        mapping: Mapping[str, Field] | None = None,
        progress: Progress = untold,
    ) -> ImportPlan:
        """Return what would become of each row of a file or a folder; nothing is written.

        `kind` says what the file is, `mapping` what stands under its headers: both go before what
        is found. Raises `ImportProblem`, also where there is no row in it, and `SettingsProblem`
        where the mappings that are remembered cannot be read.
        """
        return await asyncio.to_thread(self._plan, path, kind, mapping or {}, progress)

    def _plan(
        self, path: Path, kind: str | None, mapping: Mapping[str, Field], progress: Progress
    ) -> ImportPlan:
        reading = Reading(
            kind, mapping, self._mappings.load(), self._settings.me.region, self._clock()
        )
        plan = self._read(path, reading, progress)
        if not plan.rows:
            raise ImportProblem(f"{plan.source} has no {_NOTHING_IN_IT[plan.what]} in it.")
        return self._settled(plan, self._there(plan), progress)

    async def decide(
        self,
        plan: ImportPlan,
        numbers: Sequence[int],
        fate: Fate | None,
        *,
        progress: Progress = untold,
    ) -> ImportPlan:
        """Return `plan` with the user's word on rows, and what follows from it for the others."""
        return await asyncio.to_thread(self._decide, plan, numbers, fate, progress)

    def _decide(
        self, plan: ImportPlan, numbers: Sequence[int], fate: Fate | None, progress: Progress
    ) -> ImportPlan:
        return self._settled(decided(plan, numbers, fate), self._there(plan), progress)

    async def decide_unsure(self, plan: ImportPlan, fate: Fate) -> ImportPlan:
        """Return `plan` with the same word on every row that waits for one."""
        for _ in range(_ROUNDS):
            waiting = unsure_rows(plan)
            if not waiting:
                break
            plan = await self.decide(plan, waiting, fate)
        return plan

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
        there = self._there(plan)
        settled = self._settled(plan, there, progress)
        if settled.what is What.CONTACTS:
            new, put = self._clients(settled, there.clients, a_day, progress)
            said = _said(settled, new)
        else:
            put = tuple(self._others(settled))
            new, said = _counted(settled.what, put)
        progress("Writing", 0, 0)
        if put:
            by = f"import {plan.source}: {said}"
            self._records.commit(Change(by=by, put=put))
        mapped = {each.header: each.holds for each in plan.columns if each.mapped and each.holds}
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
        region, now = self._settings.me.region, self._clock()
        if plan.what is What.CONTACTS:
            return marked(plan, there.clients, region=region, progress=progress)
        if plan.what is What.LIBRARY:
            return giving.settled(plan, there, now=now)
        return past.settled(plan, there, region=region, now=now, progress=progress)


def _said(plan: ImportPlan, new: int) -> str:
    """Return what a plan brings, in words: ``12 clients``, ``12 clients, 3 more people``."""
    joined = [row for row in plan.rows if row.fate is Fate.MERGE]
    more = sum(1 for row in joined if not row.person)
    better = len({row.person for row in joined if row.person})
    parts = (
        count(new, "client") if new or not joined else "",
        count(more, "more person", "more people") if more else "",
        f"more of {count(better, 'person', 'people')}" if better else "",
    )
    return ", ".join(filter(None, parts))


def _counted(what: What, put: Sequence[Record]) -> tuple[int, str]:
    """Return how many things of a kind are among records, and all of them in words."""
    clients = sum(isinstance(each, Client) for each in put)
    things = len(put) - clients
    word = {
        What.PROJECTS: ("past project", "past projects"),
        What.INTERACTIONS: ("conversation", "conversations"),
    }.get(what, ("event", "events"))
    said = [count(things, *word), count(clients, "client") if clients else ""]
    return things, ", ".join(filter(None, said))


def path_of(typed: str) -> Path:
    """Return the path that was typed or pasted: quotes around it and ``file://`` fall off.

    ``~`` is the user's own folder. Raises `ImportProblem` where nothing was typed.
    """
    from urllib.parse import unquote, urlsplit  # noqa: PLC0415 - only where a path is typed

    text = clean_line(typed)
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    if text.lower().startswith("file://"):
        text = unquote(urlsplit(text).path)
    elif "\\ " in text and not Path(text).exists():
        text = text.replace("\\ ", " ")  # as terminals write the blanks of a file dropped on them
    if not text:
        raise ImportProblem("Name the file of contacts, like ~/Downloads/Connections.csv.")
    try:
        return Path(text).expanduser()
    except RuntimeError:
        raise ImportProblem(f"{text} names nobody's folder: write the path whole.") from None
