"""Forgetting a client: every trace, from the records, the history, the drafts and the backups.

What is being forgotten is written down first, in a file that goes last. A machine that stops half
way leaves that file, and whoever finds it carries on: every step can be done again.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from followup_tui.domain.change import MERGE, StoreProblem
from followup_tui.domain.record import new_id
from followup_tui.store import archive, backup
from followup_tui.store.archive import Source
from followup_tui.store.backup import FILE, FORGETTING
from followup_tui.store.erasing import Erased, content_of, files_in
from followup_tui.store.erasing_files import ErasingFiles, host_of, page_folders
from followup_tui.store.erasing_records import ErasingRecords
from followup_tui.store.everything import Everything, in_all, in_file
from followup_tui.store.files import remove_left_behind, sync_folder, unwritable, write_whole
from followup_tui.store.index import index_path
from followup_tui.store.layout import layouts_path
from followup_tui.store.lines import NOTHING
from followup_tui.store.lock import locked
from followup_tui.store.segments import newest_first
from followup_tui.store.traces import Document, Eraser, Traces
from followup_tui.store.unpacking import remove_left_unpacked, unpacked


class Intent(msgspec.Struct, frozen=True, kw_only=True):
    """What is being forgotten, as it is written down."""

    client_id: str
    name: str
    names: tuple[str, ...]
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    websites: tuple[str, ...]
    everywhere: bool
    parts: tuple[str, ...] = ()
    """Ids of the clients who were made part of them."""


@dataclass(slots=True)
class Forgotten:
    """What was forgotten, or would be."""

    client_id: str
    name: str
    said: Erased
    backups: int = 0
    """Backups that were written anew."""
    left: list[str] = field(default_factory=list)
    """A sentence for each place that could not be cleaned."""


def versions(home: Path, words: str) -> list[tuple[str, str]]:
    """Return id and name of the clients of the records or the history that `words` names.

    `words` is an id or a whole name. So those are found, too, who were removed before.
    """
    found: dict[str, str] = {}
    wanted = msgspec.json.encode(words)[1:-1]
    for table, record_id, document in _documents(home, (wanted,)):
        if table == "clients" and words in {record_id, document.get("name")}:
            found.setdefault(record_id, str(document.get("name", "")))
    return list(found.items())


def traces_of(home: Path, client_id: str, name: str) -> Traces:
    """Return by what a client can be told, in every version of the records that is kept."""
    traces = Traces(client_id, name, made_part_of(home, client_id))
    for table, _, document in _documents(home, [each.encode() for each in traces.ids]):
        traces.learn_from(table, document)
    for path in _archives(home):
        try:
            with unpacked(home, path, names=(FILE,)) as folder:
                clients = in_file(folder / FILE).tables.get("clients", {})
        except StoreProblem:
            continue  # told when it is to be cleaned
        for theirs in (clients[each] for each in traces.ids if each in clients):
            if (read := _read(theirs)) is not None:
                traces.learn(read)
    return traces


def made_part_of(home: Path, client_id: str) -> frozenset[str]:
    """Return the ids of the clients who were made part of a client, and are not there themselves.

    A client went into another where a merging removed the one and wrote the other, or where the
    undo of such a merging was taken back.
    """
    there = in_all(home / FILE).tables.get("clients", {})
    parts, removed = {client_id}, set(there)
    undone: dict[str, set[str]] = {}
    for entry in newest_first(home / FILE):
        clients = [edit for edit in entry.edits if edit.table == "clients"]
        gone = {edit.id for edit in clients if edit.after == NOTHING} - removed
        removed |= gone
        if not any(edit.id in parts for edit in clients if edit.after != NOTHING):
            gone = set()
        gone |= undone.pop(entry.id, set())
        if entry.undoes:
            undone[entry.undoes] = gone
        elif entry.by.startswith(MERGE):
            parts |= gone
    return frozenset(parts - {client_id})


def survey(home: Path, traces: Traces, *, everywhere: bool, shared: Iterable[str]) -> Forgotten:
    """Tell what forgetting would take out of the home folder; nothing is changed.

    `shared` are web addresses of ours, whose copies stay.
    """
    said = _erase(home, _intent(traces, everywhere), shared, dry=True)
    return Forgotten(traces.client_id, traces.name, said, len(_archives(home)))


def forget(home: Path, traces: Traces, *, everywhere: bool, shared: Iterable[str]) -> Forgotten:
    """Take every trace of a client out of a home folder; it cannot be taken back.

    Raises `StoreProblem` when it could not be brought to its end; `carry_on` does that later.
    """
    intent = _intent(traces, everywhere)
    write_whole(home / FORGETTING, (msgspec.json.encode(intent),))
    return _carry_out(home, intent, shared)


def pending(home: Path) -> Intent | None:
    """Return what is being forgotten and was not brought to its end, or None."""
    content = content_of(home / FORGETTING)
    if not content:
        return None
    try:
        return msgspec.json.decode(content, type=Intent)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise StoreProblem(
            f"{home / FORGETTING} cannot be read: forget the client anew, then remove that file."
        ) from error


def carry_on(home: Path, shared: Iterable[str]) -> Forgotten | None:
    """Bring to its end what was being forgotten, if anything was."""
    intent = pending(home)
    return None if intent is None else _carry_out(home, intent, shared)


def _carry_out(home: Path, intent: Intent, shared: Iterable[str]) -> Forgotten:
    shared = tuple(shared)
    done = Forgotten(intent.client_id, intent.name, _erase(home, intent, shared, dry=False))
    _remove_unfinished(home)
    for path in _archives(home):
        try:
            done.backups += _erase_in(home, path, intent)
        except StoreProblem as problem:
            done.left.append(str(problem))
    try:
        (home / FORGETTING).unlink(missing_ok=True)
        sync_folder(home)
    except OSError as error:
        raise unwritable(home / FORGETTING, error) from error
    return done


def _erase(home: Path, intent: Intent, shared: Iterable[str], *, dry: bool) -> Erased:
    """Erase in the home folder itself."""
    eraser, said = _eraser(intent), Erased()
    with locked(home / FILE):
        now = in_all(home / FILE)
        others = _other_hosts(intent, now, shared)
        records = ErasingRecords(home, eraser, said, dry=dry)
        records.tell(now)
        records.records_for_good(now, epoch=new_id(datetime.now(UTC)))
        if not dry:
            index_path(home / FILE).unlink(missing_ok=True)
            layouts_path(home / FILE).unlink(missing_ok=True)
            remove_left_behind(home)
    files = ErasingFiles(home, eraser, said, dry=dry)
    files.drafts()
    only_theirs = {website for website in intent.websites if host_of(website) not in others}
    files.pages(only_theirs, others=others)
    files.set_aside()
    files.look_elsewhere()
    return said


def _erase_in(home: Path, path: Path, intent: Intent) -> bool:
    """Erase in a backup; say whether it was written anew."""
    eraser, said = _eraser(intent), Erased()
    with unpacked(home, path) as folder:
        records = ErasingRecords(folder, eraser, said)
        records.records()
        files = ErasingFiles(folder, eraser, said)
        files.drafts()
        if not records.changed and not files.changed:
            return False
        about = backup.about(path)
        archive.write_archive(path, _sources(folder), at=about.at, kind=about.kind)
    return True


def _archives(home: Path) -> list[Path]:
    """Return all archives in the folder of the backups, under whatever name."""
    return [path for path in files_in(home / backup.FOLDER) if path.suffix == ".zip"]


def _sources(folder: Path) -> Iterator[Source]:
    for name in backup.taken(folder):
        yield Source(name, (content_of(folder / name),))


def _remove_unfinished(home: Path) -> None:
    """Remove what programs that were killed have left unpacked or half written."""
    remove_left_unpacked(home)
    shutil.rmtree(home / backup.CACHE, ignore_errors=True)
    own = (home / backup.FOLDER, home / "drafts", home / "history")
    for folder in (*own, *page_folders(home)):
        if folder.is_dir():
            remove_left_behind(folder)
            for path in folder.glob(".writing-*"):
                path.unlink(missing_ok=True)


def _other_hosts(intent: Intent, now: Everything, shared: Iterable[str]) -> set[str]:
    """Return the hosts that are looked at for others, or for ourselves."""
    others, theirs = Traces(""), {intent.client_id, *intent.parts}
    for record_id, document in now.tables.get("clients", {}).items():
        if record_id not in theirs and (read := _read(document)) is not None:
            others.learn(read)
    hosts = {host_of(website) for website in (*others.websites, *shared)}
    return hosts - {""}


def _intent(traces: Traces, everywhere: bool) -> Intent:
    return Intent(
        client_id=traces.client_id,
        name=traces.name,
        names=tuple(sorted(traces.names)),
        emails=tuple(sorted(traces.emails)),
        phones=tuple(sorted(traces.phones)),
        websites=tuple(sorted(traces.websites)),
        everywhere=everywhere,
        parts=tuple(sorted(traces.parts)),
    )


def _eraser(intent: Intent) -> Eraser:
    traces = Traces(
        intent.client_id,
        intent.name,
        frozenset(intent.parts),
        set(intent.names),
        set(intent.emails),
        set(intent.phones),
        set(intent.websites),
    )
    return Eraser.of(traces, everywhere=intent.everywhere)


def _documents(home: Path, wanted: Collection[bytes]) -> Iterator[tuple[str, str, Document]]:
    """Yield table, id and document of all there is and was, the newest version first.

    Only of those in which one of `wanted` stands.
    """
    for table, documents in in_all(home / FILE).tables.items():
        for record_id, document in documents.items():
            if _stands_in(wanted, document) and (read := _read(document)) is not None:
                yield table, record_id, read
    for entry in newest_first(home / FILE):
        for edit in entry.edits:
            for image in (edit.after, edit.before):
                if _stands_in(wanted, image) and (read := _read(image)) is not None:
                    yield edit.table, edit.id, read


def _stands_in(wanted: Collection[bytes], document: msgspec.Raw) -> bool:
    content = bytes(document)
    return any(each in content for each in wanted)


def _read(document: msgspec.Raw) -> Document | None:
    try:
        return msgspec.json.decode(document, type=dict)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
