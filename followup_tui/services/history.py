"""The history: what was changed, when and by what; taking it back, and doing it again."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence

from followup_tui.domain.change import BY_ITSELF
from followup_tui.domain.client import Client
from followup_tui.domain.history import (
    FROM_THE_START,
    CannotUndo,
    HistoryEntry,
    PastChange,
    PastEdit,
    Touched,
)
from followup_tui.domain.record import Clock, Record
from followup_tui.domain.timeline.differences import ChangeDetails, difference
from followup_tui.domain.value_add import ValueAdd
from followup_tui.services.gather import zone_of
from followup_tui.services.ports import Records

__all__ = ["CannotUndo", "HistoryService"]

TOLD_AT_MOST = 200
"""Records that the details of one change tell of: an import has thousands."""
NAMED_AT_MOST = 3
"""Clients that an entry names; the others it counts."""
_PAGE = 50  # changes read at once while one is looked for
_UNDO, _REDO = "undo: ", "redo: "


class HistoryService:
    """Knows what was changed. Every async method raises `ports.StoreProblem`."""

    def __init__(self, records: Records, clock: Clock) -> None:
        self._records = records
        self._clock = clock

    # Reading

    async def past(
        self, *, client_id: str = "", limit: int = 50, before: str = ""
    ) -> Sequence[HistoryEntry]:
        """Return what was changed, newest first: at most `limit` entries.

        With `client_id` only what touched that client or something of theirs; `before` is the id
        of the change from which to read on.
        """
        return await asyncio.to_thread(self._past, client_id, limit, before)

    def _past(self, client_id: str, limit: int, before: str) -> Sequence[HistoryEntry]:
        self._records.refresh()
        changes = self._records.history(client_id=client_id, limit=limit, before=before)
        return tuple(self._entry(change) for change in changes)

    def _entry(self, change: PastChange) -> HistoryEntry:
        ids = list(dict.fromkeys(filter(None, map(_client_of, change.edits))))
        named = tuple(
            Touched(client_id, self._client_name(client_id, change))
            for client_id in ids[:NAMED_AT_MOST]
        )
        return HistoryEntry(change, named, others=max(len(ids) - NAMED_AT_MOST, 0))

    def _client_name(self, client_id: str, change: PastChange) -> str:
        """Return the name of a client as it is now, else as the change had it."""
        client = self._records.get(Client, client_id)
        if client is not None:
            return client.name
        past = (record for edit in change.edits for record in (edit.after, edit.before))
        return next((r.name for r in past if isinstance(r, Client) and r.id == client_id), "")

    async def details(self, change: PastChange) -> ChangeDetails:
        """Return what a change did to each of its records, the first `TOLD_AT_MOST` of them.

        What differs in links between records alone is left out.
        """
        return await asyncio.to_thread(self._details, change)

    def _details(self, change: PastChange) -> ChangeDetails:
        zone = zone_of(self._clock())
        told = (
            difference(edit, zone=zone, name_of=self._name_of)
            for edit in change.edits[:TOLD_AT_MOST]
        )
        return ChangeDetails(
            tuple(one for one in told if one.tells_something),
            untold=max(len(change.edits) - TOLD_AT_MOST, 0),
        )

    def _name_of(self, record_id: str) -> str:
        """Return what a client or a value-add is called; empty where it is neither."""
        client = self._records.get(Client, record_id)
        if client is not None:
            return client.name
        value_add = self._records.get(ValueAdd, record_id)
        return value_add.title if value_add is not None else ""

    # Taking back

    async def undo(self, change_id: str = "") -> PastChange:
        """Take a change back, the last one where none is named, and return it.

        Taking back what took something back does that again. Raises `CannotUndo`, with nothing
        changed, where there is nothing to take back or what came later rests on it.
        """
        return await asyncio.to_thread(self._undo, change_id)

    def _undo(self, change_id: str) -> PastChange:
        self._records.refresh()
        change = self._found(change_id) if change_id else self._last()
        return self._take_back(change)

    async def redo(self) -> PastChange:
        """Do again what was taken back last, and return the change that is done again.

        Raises `CannotUndo` where nothing was taken back since the last change.
        """
        return await asyncio.to_thread(self._redo)

    def _redo(self) -> PastChange:
        self._records.refresh()
        for change in self._newest_first():
            if change.by.startswith(BY_ITSELF):
                continue
            if not change.undoes:
                break  # what was changed since may rest on what was taken back before it
            if not change.undone_by and self._took_something_back(change):
                self._take_back(change)
                return self._found(change.undoes)
        raise CannotUndo("Nothing was taken back since the last change.")

    def _take_back(self, change: PastChange) -> PastChange:
        sign = _REDO if self._took_something_back(change) else _UNDO
        words = change.by.removeprefix(_UNDO).removeprefix(_REDO)
        return self._records.undo(change.id, by=f"{sign}{words}")

    def _last(self) -> PastChange:
        """Return the last change that still stands and that the user made."""
        for change in self._newest_first():
            if change.undoes or change.undone_by or change.by.startswith(BY_ITSELF):
                continue
            if change.by.startswith(FROM_THE_START):
                break
            return change
        raise CannotUndo("There is nothing to take back.")

    def _took_something_back(self, change: PastChange) -> bool:
        """Say whether a change is an undo; what undoes an undo is none, and so on."""
        undo = False
        while change.undoes:
            undo = not undo
            change = self._found(change.undoes)
        return undo

    def _found(self, change_id: str) -> PastChange:
        found = next((c for c in self._newest_first() if c.id == change_id), None)
        if found is None:
            raise CannotUndo(f"No change has the id {change_id}: see `followup history`.")
        return found

    def _newest_first(self) -> Iterator[PastChange]:
        before = ""
        while changes := self._records.history(limit=_PAGE, before=before):
            yield from changes
            before = changes[-1].id


def _client_of(edit: PastEdit) -> str:
    """Return the id of the client whom an edit was about; empty where it was about none."""
    record: Record | None = edit.after or edit.before
    if isinstance(record, Client):
        return record.id
    return str(getattr(record, "client_id", ""))
