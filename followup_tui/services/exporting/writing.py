"""Where an export goes: what stands there already, and whether it is ours to replace.

A folder of files has a list beside them, `.followup-export.json`, that says which files an export
wrote, for which record, and what was in them (SHA-256). A file that somebody has changed since is
not ours any more. The list also keeps the name of each client's file when the client is renamed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

import msgspec

from followup_tui.domain.exporting.export import Export, Exported, FileState, OutFile
from followup_tui.services.ports import Files

LIST = ".followup-export.json"
"""The name of the list in a folder of exported files."""
_MANY = 50  # files


class Entry(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the list says of one file."""

    sha256: str
    record: str = ""
    """The id of the record that the file is about."""


class Listed(msgspec.Struct, frozen=True):
    """The list of a folder."""

    files: dict[str, Entry] = {}
    """Name of a file -> what is known of it."""

    def names(self) -> dict[str, str]:
        """Return, by id of a record, the name of its file."""
        return {entry.record: name for name, entry in self.files.items() if entry.record}


_LISTED: Final = msgspec.json.Decoder(Listed)  # here, as `web.site_snapshots` says


def read_list(files: Files, folder: Path) -> Listed:
    """Return the list of a folder; one that is missing or damaged says nothing."""
    content = files.read(folder / LIST)
    if content is None:
        return Listed()
    try:
        listed = _LISTED.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return Listed()  # every file that differs is then taken for somebody else's
    plain = {name: each for name, each in listed.files.items() if Path(name).name == name}
    return Listed(plain)


def in_folder(
    files: Files, folder: Path, contents: Iterable[tuple[str, str, bytes]]
) -> tuple[OutFile, ...]:
    """Return the files to write into a folder, given names, records and contents."""
    listed = read_list(files, folder)
    found = []
    for name, record_id, content in contents:
        there = files.read(folder / name)
        state = _state(there, content, listed.files.get(name))
        found.append(OutFile(folder / name, content, state, record_id))
    return tuple(found)


def _state(there: bytes | None, content: bytes, entry: Entry | None) -> FileState:
    if there is None:
        return FileState.NEW
    if there == content:
        return FileState.SAME
    if entry is not None and entry.sha256 == _digest(there):
        return FileState.OURS
    return FileState.OTHER


def alone(files: Files, path: Path, content: bytes, *, mark: bytes = b"") -> OutFile:
    """Return one file to write; what stands there is ours where `mark` is in its beginning."""
    there = files.read(path)
    if there is None:
        state = FileState.NEW
    elif there == content:
        state = FileState.SAME
    elif mark and mark in there[:1000]:
        state = FileState.OURS
    else:
        state = FileState.OTHER
    return OutFile(path, content, state)


def write(files: Files, export: Export, *, over_others: bool, in_folder: bool) -> Exported:
    """Write an export; files of others are replaced only where that is wanted."""
    written, kept, unchanged = [], [], 0
    synced = len(export.files) < _MANY  # thousands would take minutes, and can be made anew
    entries: dict[str, Entry] = {}
    for file in export.files:
        if file.state is FileState.OTHER and not over_others:
            kept.append(file.path)
            continue
        if file.state is FileState.SAME:
            unchanged += 1
        else:
            files.write(file.path, file.content, synced=synced)
            written.append(file.path)
        entries[file.path.name] = Entry(_digest(file.content), file.record_id)
    if in_folder:
        _keep_list(files, export.root, entries)
    return Exported(export, tuple(written), unchanged, tuple(kept))


def _keep_list(files: Files, folder: Path, entries: Mapping[str, Entry]) -> None:
    before = read_list(files, folder)
    after = Listed({**before.files, **entries})
    if after != before:
        files.write(folder / LIST, msgspec.json.format(msgspec.json.encode(after), indent=1))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
