"""Importing contacts: first what would become of each row, then all of it as one change."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from pathlib import Path

from followup_tui.domain.client import Client
from followup_tui.domain.importing.plan import Fate, ImportPlan, ImportProblem
from followup_tui.domain.importing.making import clients_of
from followup_tui.domain.importing.settling import marked
from followup_tui.domain.record import Clock
from followup_tui.domain.text import clean_line
from followup_tui.domain.words import count
from followup_tui.services.ports import Change, Records
from followup_tui.settings.model import Settings

__all__ = ["ImportProblem", "ImportService", "ReadContacts", "path_of"]

ReadContacts = Callable[[Path, str | None], ImportPlan]
"""Reads a file of a kind (None: as its content says); raises `ImportProblem`."""


class ImportService:
    """Brings contacts in. Every method raises `ports.StoreProblem`."""

    def __init__(
        self, records: Records, read: ReadContacts, settings: Settings, clock: Clock
    ) -> None:
        self._records = records
        self._read = read
        self._settings = settings
        self._clock = clock

    async def plan(self, path: Path, *, kind: str | None = None) -> ImportPlan:
        """Return what would become of each row of a file; nothing is written.

        Raises `ImportProblem`, also where there is no row in it.
        """
        return await asyncio.to_thread(self._plan, path, kind)

    def _plan(self, path: Path, kind: str | None) -> ImportPlan:
        plan = self._read(path, kind)
        if not plan.rows:
            raise ImportProblem(f"{plan.source} has no contact in it.")
        return self._settled(plan, self._clients())

    async def carry_out(self, plan: ImportPlan) -> int:
        """Write the clients of `plan` as one change, and return how many are new.

        Whoever came to the desk since the plan was made is not written a second time. Raises
        `ImportProblem` where what would come together makes no client; nothing is written then.
        """
        return await asyncio.to_thread(self._carry_out, plan)

    def _carry_out(self, plan: ImportPlan) -> int:
        clients = self._clients()
        settled = self._settled(plan, clients)
        found = clients_of(settled, clients, now=self._clock())
        if found.new or found.changed:
            by = f"import {plan.source}: {_said(settled, len(found.new))}"
            self._records.commit(Change(by=by, put=(*found.new, *found.changed)))
        return len(found.new)

    def _clients(self) -> Iterable[Client]:
        self._records.refresh()
        return tuple(self._records.all(Client))

    def _settled(self, plan: ImportPlan, clients: Iterable[Client]) -> ImportPlan:
        return marked(plan, clients, region=self._settings.me.region)


def _said(plan: ImportPlan, new: int) -> str:
    """Return what a plan brings, in words: ``12 clients``, ``12 clients, 3 more people``."""
    more = plan.counted(Fate.MERGE)
    parts = (count(new, "client") if new or not more else "", _more_people(more) if more else "")
    return ", ".join(filter(None, parts))


def _more_people(number: int) -> str:
    return count(number, "more person", "more people")


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
