"""Restoring: bringing back what a backup holds, with what was there kept as a backup of its own.

A desk that can be opened gets it as one change: the history goes on, every program that has the
desk open shows it, and it can be undone like any other. Of one that cannot be opened, or is empty,
the files are put in place anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from followup_tui.domain.change import StoreProblem
from followup_tui.domain.record import new_id
from followup_tui.domain.text import clean_line
from followup_tui.store.backup import FILE, Kind, back_up, taken
from followup_tui.store.everything import Everything, Tables, in_all, write
from followup_tui.store.files import (
    content_of,
    make_private_folder,
    unreadable,
    unwritable,
    write_whole,
)
from followup_tui.store.form import Documents, Meta
from followup_tui.store.index import index_path
from followup_tui.store.journal import Edits, JournalStorage
from followup_tui.store.journal_file import HISTORY, journal_path
from followup_tui.store.layout import layouts_path
from followup_tui.store.lines import Header
from followup_tui.store.lock import locked
from followup_tui.store.migrate import bring_up, climbed
from followup_tui.store.segments import put_away, read_segment, segments
from followup_tui.store.unpacking import unpacked

_RECORDS = ("desk.", f"{HISTORY}/")
"""How the names of the files begin that hold records and their history."""
_DRAFTS = "drafts/"


@dataclass(slots=True)
class Restored:
    """What a restoring did."""

    backup: Path
    put_aside: Path | None = None
    """The backup of what was there before; None where nothing was."""
    added: Counter[str] = field(default_factory=Counter)
    """Table -> how many records are there again."""
    changed: Counter[str] = field(default_factory=Counter)
    removed: Counter[str] = field(default_factory=Counter)
    files: list[str] = field(default_factory=list)
    """Names of other files that were put back: settings, playbooks, drafts."""
    left: list[str] = field(default_factory=list)
    """Names of files that differ from those of the backup and were left as they are."""
    change_id: str = ""
    """The change by which it was done, which can be undone; empty where files were put in place."""


def restore(home: Path, backup: Path, *, now: datetime, settings: bool = False) -> Restored:
    """Bring `home` to what `backup` holds.

    Settings and playbooks that are there are left as they are, unless `settings`. Raises
    `StoreProblem`, also for a backup that is damaged; then nothing was changed.
    """
    make_private_folder(home)
    done = Restored(backup)
    with unpacked(home, backup) as folder:
        wanted = climbed(in_all(folder / FILE))
        if taken(home):
            done.put_aside = back_up(home, now=now, kind=Kind.BEFORE_RESTORE)
        if _opens(home):
            _as_a_change(home, wanted, done, now=now)
        else:
            _put_in_place(home, folder, wanted, done, now=now)
        _other_files(home, folder, done, over=settings, drafts=not done.change_id)
    return done


def _opens(home: Path) -> bool:
    """Say whether there is a desk in `home` that can be opened."""
    if not (home / FILE).exists() and not journal_path(home / FILE).exists():
        return False
    try:
        in_all(home / FILE)
    except StoreProblem:
        return False
    return True


def _as_a_change(home: Path, wanted: Everything, done: Restored, *, now: datetime) -> None:
    bring_up(home / FILE, now=now)
    storage = JournalStorage(home / FILE, clock=lambda: now)
    with storage.transaction():
        with storage.guard:
            there = {name: dict(storage.documents(name)) for name in storage.tables()}
        edits = _difference(there, wanted.tables)
        _count(there, edits, done)
        entry = storage.apply(edits, by=f"restore of {clean_line(done.backup.stem)}")
    done.change_id = entry.id if entry is not None else storage.state.last


def _difference(there: Tables, wanted: Tables) -> Edits:
    """Return what makes the one of the other."""
    nothing: Documents = {}
    return {
        table: {
            key: wanted.get(table, nothing).get(key)
            for key in {**there.get(table, nothing), **wanted.get(table, nothing)}
            if there.get(table, nothing).get(key) != wanted.get(table, nothing).get(key)
        }
        for table in {**there, **wanted}
    }


def _count(there: Tables, edits: Edits, done: Restored) -> None:
    for table, changes in edits.items():
        for key, document in changes.items():
            if document is None:
                done.removed[table] += 1
            elif key in there.get(table, {}):
                done.changed[table] += 1
            else:
                done.added[table] += 1


def _put_in_place(
    home: Path, folder: Path, wanted: Everything, done: Restored, *, now: datetime
) -> None:
    """Put the records and their history in place of those that cannot be opened.

    The file goes last: until then the desk cannot be opened, and restoring is begun anew.
    """
    path = home / FILE
    kept = read_segment(journal_path(folder / FILE))
    with locked(path):
        _remove((journal_path(path), index_path(path), layouts_path(path), *segments(path)))
        for segment in segments(folder / FILE):
            make_private_folder(home / HISTORY)
            write_whole(home / HISTORY / segment.name, (_read(segment),))
        header = kept.header or Header(wanted.meta.format, "", "")
        put_away(path, header, kept.entries)
        meta = Meta(wanted.meta.format, new_id(now), wanted.meta.last)
        write(path, Everything(meta, wanted.tables))
    for table, documents in wanted.tables.items():
        done.added[table] += len(documents)


def _other_files(home: Path, folder: Path, done: Restored, *, over: bool, drafts: bool) -> None:
    """Put back the other files that are missing; with `over` also those that differ."""
    for name in taken(folder):
        if name.startswith(_RECORDS) or (name.startswith(_DRAFTS) and not drafts):
            continue
        content, path = _read(folder / name), home / name
        if path.exists() and (not over or name.startswith(_DRAFTS)):
            if _read(path) != content:
                done.left.append(name)
            continue
        if path.exists() and _read(path) == content:
            continue
        make_private_folder(path.parent)
        write_whole(path, (content,))
        done.files.append(name)


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise unwritable(path, error) from error


def _read(path: Path) -> bytes:
    try:
        return content_of(path)
    except OSError as error:
        raise unreadable(path, error) from error
