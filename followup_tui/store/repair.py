"""Mending what the checks find, as far as it can be mended. Nothing that is taken away is lost:
what was damaged is kept in the folder `damaged`, and what stood before is a backup and a change
in the history.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from followup_tui.domain.change import StoreProblem
from followup_tui.domain.words import count
from followup_tui.store.archive import Archive
from followup_tui.store.backup import DAMAGED, FILE, Kind, back_up, backups, taken
from followup_tui.store.check import Severity, check, exposed, left_behind
from followup_tui.store.drafts import FOLDER as DRAFTS
from followup_tui.store.drafts import FileDrafts
from followup_tui.store.everything import Tables, in_all
from followup_tui.store.files import (
    content_of,
    make_private_folder,
    sync_folder,
    unwritable,
    write_whole,
)
from followup_tui.store.form import FORMAT, peek
from followup_tui.store.journal import Edits, JournalStorage
from followup_tui.store.lines import read_lines
from followup_tui.store.lock import locked
from followup_tui.store.mending_records import SetAside, mended
from followup_tui.store.migrate import bring_up
from followup_tui.store.rebuilding import rebuild
from followup_tui.store.rights import require_rights
from followup_tui.store.segments import read_segment, segments
from followup_tui.store.unpacking import remove_left_unpacked

BY = "doctor --repair"
"""The words by which the history shows what was mended."""
_ROUNDS = 10  # what is set aside may leave others pointing at nothing, and those again


def repair(home: Path, *, now: datetime) -> list[str]:
    """Mend a home folder, and return a sentence for each thing that was done.

    Nothing is done, and no backup made, where nothing is wrong. Raises `StoreProblem` for what
    stops it; what was mended before stays mended.
    """
    require_rights(home)
    if not home.is_dir() or not _is_anything_wrong(home):
        return []
    done = [*_make_private(home), *_remove_left_behind(home)]
    if taken(home) and _is_anything_wrong(home):
        kept = back_up(home, now=now, kind=Kind.BEFORE_REPAIR)
        done.append(f"What was there is kept as the backup {kept.stem}.")
    steps: tuple[Callable[[Path, datetime], Iterator[str]], ...] = (
        _open_again,
        _mend_lines,
        _mend_records,
        _set_backups_aside,
        _discard_empty_drafts,
    )
    for step in steps:
        done += step(home, now)
    return done


def _is_anything_wrong(home: Path) -> bool:
    return any(finding.severity is not Severity.FINE for finding in check(home))


def _make_private(home: Path) -> Iterator[str]:
    number = 0
    for path, _, right in exposed(home):
        try:
            path.chmod(right)
        except OSError as error:
            raise unwritable(path, error) from error
        number += 1
    if number:
        yield (
            f"{count(number, 'file or folder', 'files and folders')} can no longer be opened by "
            "other users of this machine."
        )


def _remove_left_behind(home: Path) -> Iterator[str]:
    removed = remove_left_unpacked(home)
    for path in left_behind(home):
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise unwritable(path, error) from error
        removed.append(path)
    if removed:
        yield f"{count(len(removed), 'unfinished file')} removed."


def _open_again(home: Path, now: datetime) -> Iterator[str]:
    """Have a file that can be opened, of the present format."""
    path = home / FILE
    try:
        in_all(path)
    except StoreProblem:
        said = peek(path)
        if said is not None and said[0].format > FORMAT:
            raise  # it is whole, only not for this version
        yield rebuild(home, now=now)
    if path.exists():
        kept = bring_up(path, now=now)
        if kept is not None:
            yield f"{path} was brought to the present format; before it, {kept.name} was made."


def _mend_lines(home: Path, now: datetime) -> Iterator[str]:
    """Let the journal and the history be without lines that cannot be read, which are kept."""
    path = home / FILE
    storage = JournalStorage(path, clock=lambda: now)  # mends its journal as it opens
    yield from storage.problems
    for segment in segments(path):
        with locked(path):
            found = read_segment(segment)
            if not found.damaged and not found.torn:
                continue
            content = content_of(segment)
            aside = keep(home, segment.name, content, now)
            lines = content.splitlines(keepends=True)
            whole = [line for line in lines if _is_whole(line)]
            write_whole(segment, whole)
        number = count(len(lines) - len(whole), "line")
        yield f"{number} of {segment} that cannot be read went to {_from(home, aside)}."


def _is_whole(line: bytes) -> bool:
    found = read_lines(line)
    return not found.damaged and not found.torn and line.endswith(b"\n")


def _mend_records(home: Path, now: datetime) -> Iterator[str]:
    """Mend damaged records and references, as one change of the history."""
    path = home / FILE
    storage = JournalStorage(path, clock=lambda: now)
    aside: list[SetAside] = []
    said: list[str] = []
    with storage.transaction():
        with storage.guard:
            before = {name: dict(storage.documents(name)) for name in storage.tables()}
        after = {name: dict(table) for name, table in before.items()}
        for _ in range(_ROUNDS):
            edits, words, gone = mended(path, after)
            if not edits:
                break
            _apply(after, edits)
            said += words
            aside += gone
        if not aside and not said:
            return
        if aside:
            kept = keep(home, "records.jsonl", b"".join(each.line() for each in aside), now)
            said.append(f"What was damaged or taken away is kept in {_from(home, kept)}.")
        storage.apply(_between(before, after), by=BY)
    yield from said


def _apply(tables: Tables, edits: Edits) -> None:
    for table, changes in edits.items():
        for key, document in changes.items():
            if document is None:
                tables[table].pop(key, None)
            else:
                tables[table][key] = document


def _between(before: Tables, after: Tables) -> Edits:
    return {
        table: {
            key: after[table].get(key)
            for key, document in documents.items()
            if after[table].get(key) != document
        }
        for table, documents in before.items()
    }


def _set_backups_aside(home: Path, now: datetime) -> Iterator[str]:
    for backup in backups(home):
        try:
            with Archive.open(backup.path) as archive:
                archive.verify()
        except StoreProblem:
            make_private_folder(home / DAMAGED)
            aside = home / DAMAGED / backup.path.name
            try:
                backup.path.replace(aside)
                sync_folder(aside.parent)
            except OSError as error:
                raise unwritable(aside, error) from error
            yield f"The backup {backup.name}, which cannot be read, went to {_from(home, aside)}."


def _discard_empty_drafts(home: Path, now: datetime) -> Iterator[str]:
    drafts = FileDrafts(home / DRAFTS)
    keys = drafts.keys()
    for key in keys:
        if drafts.load(key) == b"":
            drafts.discard(key)
            yield f"The empty draft “{key}” was discarded."


def keep(home: Path, name: str, content: bytes, now: datetime) -> Path:
    """Keep what was damaged in the folder for that, and return where."""
    make_private_folder(home / DAMAGED)
    stem = f"{now:%Y-%m-%d-%H%M%S}-{name}"
    aside, number = home / DAMAGED / stem, 1
    while aside.exists():
        number += 1
        aside = home / DAMAGED / f"{number}-{stem}"
    write_whole(aside, (content,))
    return aside


def _from(home: Path, path: Path) -> str:
    return str(path.relative_to(home))
