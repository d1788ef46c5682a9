"""The history: what was changed, read back from the journal, and how a change is taken back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, tzinfo

import msgspec

from followup_tui.domain.client import Client
from followup_tui.domain.history import FROM_THE_START, CannotUndo, PastChange, PastEdit
from followup_tui.domain.record import Record
from followup_tui.store.journal import JournalStorage
from followup_tui.store.kinds import KIND_OF
from followup_tui.store.lines import NOTHING, Entry
from followup_tui.store.segments import newest_first

_DECODERS = {table: msgspec.json.Decoder(kind) for table, kind in KIND_OF.items()}


def changes(storage: JournalStorage) -> Iterator[tuple[Entry, str]]:
    """Yield every change, the newest first, with the id of the one that took it back, if any.

    A change whose undo was taken back itself stands again.
    """
    taken_back: dict[str, str] = {}
    for entry in newest_first(storage.path):
        if entry.undoes and entry.id not in taken_back:
            taken_back.setdefault(entry.undoes, entry.id)
        yield entry, taken_back.get(entry.id, "")


def past(
    storage: JournalStorage, *, client_id: str = "", limit: int = 50, before: str = ""
) -> list[PastChange]:
    """Return what was changed, newest first; see `services.ports.Records.history`."""
    found: list[PastChange] = []
    for entry, undone_by in changes(storage):
        if len(found) >= limit:
            break
        if (not before or entry.id < before) and (not client_id or _is_of(entry, client_id)):
            found.append(past_change(entry, undone_by))
    return found


def past_change(entry: Entry, undone_by: str = "") -> PastChange:
    """Return a line of the journal as the domain knows it."""
    return PastChange(
        id=entry.id,
        at=entry.at,
        by=entry.by,
        edits=tuple(
            PastEdit(
                edit.table,
                edit.id,
                _record(edit.table, edit.before),
                _record(edit.table, edit.after),
            )
            for edit in entry.edits
        ),
        undoes=entry.undoes,
        undone_by=undone_by,
    )


def find(storage: JournalStorage, change_id: str) -> Entry:
    """Return the change of an id, or the last one that is no undo and was not taken back.

    Raises `CannotUndo` where there is none, or it was taken back already.
    """
    for entry, undone_by in changes(storage):
        if entry.id == change_id and undone_by:
            raise CannotUndo(f"“{entry.by}” was taken back already.")
        if entry.id == change_id or not (change_id or entry.undoes or undone_by):
            if not change_id and entry.by.startswith(FROM_THE_START):
                break
            return entry
    if change_id:
        raise CannotUndo(f"There is no change {change_id} in the history.")
    raise CannotUndo("There is nothing to take back.")


def back(
    storage: JournalStorage, entry: Entry, zone: tzinfo
) -> dict[str, dict[str, msgspec.Raw | None]]:
    """Return what takes a change back, in a transaction of the storage.

    Raises `CannotUndo` where what came later changed the same records, points at one that would
    go, or removed one that a record would point at again.
    """
    changed = {
        (edit.table, edit.id)
        for edit in entry.edits
        if not _same(storage.document(edit.table, edit.id), edit.after)
    }
    appear = {edit.id for edit in entry.edits if edit.before == NOTHING}
    restored = [bytes(edit.before) for edit in entry.edits if edit.before != NOTHING]
    mine = {(edit.table, edit.id) for edit in entry.edits}
    for later, undone_by in changes(storage):
        if later.id <= entry.id:
            break
        if undone_by or (later.undoes and not changed):
            continue
        if _touches(later, changed) or _rests_on(storage, later, appear, restored, mine):
            raise CannotUndo(
                f"“{entry.by}” of {_when(entry.at, zone)} cannot be taken back: “{later.by}” of "
                f"{_when(later.at, zone)} came later and rests on it. Take that back first."
            )
    if changed:
        raise CannotUndo(
            f"“{entry.by}” of {_when(entry.at, zone)} cannot be taken back: "
            "what it changed is not as it left it any more."
        )
    edits: dict[str, dict[str, msgspec.Raw | None]] = {}
    for edit in entry.edits:
        edits.setdefault(edit.table, {})[edit.id] = None if edit.before == NOTHING else edit.before
    return edits


def _touches(later: Entry, changed: set[tuple[str, str]]) -> bool:
    return any((edit.table, edit.id) in changed for edit in later.edits)


def _rests_on(
    storage: JournalStorage,
    later: Entry,
    appear: set[str],
    restored: list[bytes],
    mine: set[tuple[str, str]],
) -> bool:
    """Say whether taking a change back would leave something of a later one without its ground.

    Ids are unique, so a record points at another exactly where it holds the other's id.
    """
    for edit in later.edits:
        if (edit.table, edit.id) in mine:
            continue
        now = storage.document(edit.table, edit.id)
        if now == NOTHING:
            if edit.before != NOTHING and _mentioned(edit.id, restored):
                return True
        elif any(_mentioned(record_id, (bytes(now),)) for record_id in appear):
            return True
    return False


def _mentioned(record_id: str, documents: Iterable[bytes]) -> bool:
    quoted = b'"%b"' % record_id.encode()
    return any(quoted in document for document in documents)


def _is_of(entry: Entry, client_id: str) -> bool:
    """Say whether a change touched a client or something of theirs."""
    quoted = b'"%b"' % client_id.encode()
    return any(
        edit.id == client_id
        or (
            edit.table != Client.table
            and (quoted in bytes(edit.before) or quoted in bytes(edit.after))
        )
        for edit in entry.edits
    )


def _same(one: msgspec.Raw, other: msgspec.Raw) -> bool:
    """Say whether two documents are the same, however they are laid out."""
    return one == other or bool(msgspec.json.decode(one) == msgspec.json.decode(other))


def _record(table: str, document: msgspec.Raw) -> Record | None:
    decoder = _DECODERS.get(table)
    if decoder is None or document == NOTHING:
        return None
    try:
        return decoder.decode(document)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None  # damaged, or of another version: the history still says that it was there


def _when(moment: datetime, zone: tzinfo) -> str:
    there = moment.astimezone(zone)
    return f"{there:%a} {there.day} {there:%b}, {there:%H:%M}"
