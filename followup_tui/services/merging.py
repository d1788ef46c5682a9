"""Making one client of two, at any time, as one change."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from followup_tui.domain.change import MERGE
from followup_tui.domain.client import Client
from followup_tui.domain.importing.phones import phone_key
from followup_tui.domain.kinds import KINDS
from followup_tui.domain.merging.fields import FieldChoice, side_by_side
from followup_tui.domain.merging.merged import merged, moved
from followup_tui.domain.record import Clock, Invalid, Record
from followup_tui.services.gather import known_client
from followup_tui.services.ports import Change, Drafts, Records
from followup_tui.settings.model import Settings


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What would come of making one client of two."""

    ours: Client
    """Who stays."""
    theirs: Client
    """Who goes into it."""
    merged: Client
    fields: tuple[FieldChoice, ...]
    moved: dict[str, int]
    """How many records go over, by table."""
    take: tuple[str, ...] = ()


_FORM = "form-"
_TYPED = {"call-": "a call with", "letter-": "a letter to", "leaving-": "a letter to",
          "note-": "a note about", _FORM: "the form of"}  # fmt: skip
"""How the keys of drafts begin, and what they are."""


def _half_typed(what: str, client: Client) -> str:
    words = f"{what or 'something with'} {client.name} is half typed"
    return f"{words}: finish it, or drop it, first"


class MergeService:
    """Merges clients. Every method raises `ports.StoreProblem`."""

    def __init__(self, records: Records, drafts: Drafts, settings: Settings, clock: Clock) -> None:
        self._records = records
        self._drafts = drafts
        self._settings = settings
        self._clock = clock

    async def plan(self, keep: str, absorbed: str, *, take: Collection[str] = ()) -> MergePlan:
        """Return what would come of two clients, by their ids, with theirs in the fields `take`.

        Raises `NoSuchClient`, and `Invalid` where they cannot become one.
        """
        return (await asyncio.to_thread(self._plan, keep, absorbed, tuple(take)))[0]

    async def merge(self, keep: str, absorbed: str, *, take: Collection[str] = ()) -> MergePlan:
        """Make one client of two, with all that is written about either, as one change.

        Raises as `plan`.
        """
        return await asyncio.to_thread(self._merge, keep, absorbed, tuple(take))

    def _merge(self, keep: str, absorbed: str, take: tuple[str, ...]) -> MergePlan:
        plan, records = self._plan(keep, absorbed, take)
        self._check_nothing_is_typed(plan.ours, plan.theirs)
        by = f"{MERGE}{plan.theirs.name} into {plan.ours.name}"
        self._records.commit(Change(by=by, put=(plan.merged, *records), drop=(plan.theirs,)))
        return plan

    def _check_nothing_is_typed(self, ours: Client, theirs: Client) -> None:
        """Raise `Invalid` while something with the other is half typed, or the form of ours.

        What is kept with the other would be with nobody, and who saved that form would put the
        client as it was before in place of what the two became.
        """
        absorbed = theirs.id.encode()
        for key in self._drafts.keys():  # noqa: SIM118 - they are no mapping
            what = next((words for begin, words in _TYPED.items() if key.startswith(begin)), "")
            if key == f"{_FORM}{ours.id}":
                raise Invalid("client", _half_typed(what, ours))
            content = absorbed if theirs.id in key else self._drafts.load(key) or b""
            if absorbed in content:
                raise Invalid("client", _half_typed(what, theirs))

    def _plan(
        self, keep: str, absorbed: str, take: tuple[str, ...]
    ) -> tuple[MergePlan, list[Record]]:
        self._records.refresh()
        ours = known_client(self._records, keep)
        theirs = known_client(self._records, absorbed)
        region = self._settings.me.region
        one = merged(
            ours,
            theirs,
            take=take,
            key=lambda phone: phone_key(phone, region),
            now=self._clock(),
            names={client.id: client.name for client in self._records.all(Client)},
        )
        records = list(self._moved(ours.id, theirs.id))
        counts = Counter(record.table for record in records)
        fields = side_by_side(ours, theirs, one, take)
        return MergePlan(ours, theirs, one, fields, dict(counts), take), records

    def _moved(self, keep: str, absorbed: str) -> Iterator[Record]:
        """Yield every record that names the absorbed client, naming the other instead."""
        for kind in KINDS:
            for record in self._records.all(kind):
                if record.id in {keep, absorbed}:
                    continue
                found = moved(record, absorbed=absorbed, keep=keep)
                if found is not None:
                    yield found
