"""The journal's file: read on from where reading had come to, appended to and synced, mended.

Another program may put a new journal in its place at any time; each look tells which one it is.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, NamedTuple

from followup_tui.store.files import (
    Signature,
    content_of,
    make_private_folder,
    open_to_read,
    signature,
    signature_of,
    unreadable,
    unwritable,
    write_all,
    write_whole,
)
from followup_tui.store.lines import Entry, Found, Header, line_of, read_lines

HISTORY = "history"
"""The folder of the journals that compaction has put away."""
DAMAGED = "damaged"
"""The folder of copies of files that were not as they should be."""


def journal_path(path: Path) -> Path:
    """Return the path of the journal of a desk's file."""
    return path.with_suffix(".journal")


class Position(NamedTuple):
    """How far a journal was read, and which one it was."""

    first_line: bytes = b""
    """By it one journal is told from the next: an inode may come back."""
    end: int = 0
    """Bytes up to the end of the last line that was read."""
    signature: Signature | None = None
    """Of the file when it was read; None where there is no journal."""
    torn: bytes = b""
    """What stands behind `end` and is no line."""
    unended: bool = False
    """Whether the last line lacks its line break."""
    damaged: int = 0
    """How many lines could not be read."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of a journal, and where reading has come to."""

    position: Position
    found: Found
    whole: bool
    """Whether it was read from its beginning: it is another journal than before."""


NO_JOURNAL = Position()


def read_on(path: Path, known: Position = NO_JOURNAL) -> Reading:
    """Read what stands in the journal behind `known`, or all of it if it is another one.

    Raises `StoreProblem` for a file that may not be read.
    """
    try:
        with open_to_read(path) as file:
            content = _behind(file, known)
            whole = content is None
            if content is None:
                file.seek(0)
                content = file.read()
            now = signature_of(file.fileno())
    except FileNotFoundError:
        return Reading(NO_JOURNAL, Found(), whole=True)
    except OSError as error:
        raise unreadable(path, error) from error
    found = read_lines(content)
    start = 0 if whole else known.end
    position = Position(
        first_line=content[: content.find(b"\n") + 1] if whole else known.first_line,
        end=start + found.end,
        # What was appended while it was read is found at the next look: the size differs.
        signature=Signature(now.modified, start + len(content), now.inode),
        torn=found.torn,
        unended=found.unended,
        damaged=found.damaged + (0 if whole else known.damaged),
    )
    return Reading(position, found, whole)


def _behind(file: BinaryIO, known: Position) -> bytes | None:
    """Return what stands behind `known`, or None if this is another journal."""
    if not known.first_line or known.unended:
        return None
    if os.fstat(file.fileno()).st_size < known.end:
        return None
    if file.read(len(known.first_line)) != known.first_line:
        return None
    file.seek(known.end)
    return file.read()


class Appender:
    """Appends to a journal; the file is held open from one change to the next."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor = -1
        self._inode = 0

    def append(self, line: bytes, known: Position) -> Position:
        """Append a line and sync it; when this returns it is on the disk.

        `known` must be the state of the file now, the lock being held. When this raises
        `StoreProblem`, the file is as it was; where even that could not be had, what was half
        written has no line break, and the next writer takes it away.
        """
        try:
            if known.signature is None or self._inode != known.signature.inode:
                self._open()
            try:
                written = os.write(self._descriptor, line)
                if written < len(line):
                    write_all(self._descriptor, line[written:])
                sync_data(self._descriptor)
            except OSError:
                os.ftruncate(self._descriptor, known.end)
                raise
            now = signature_of(self._descriptor)
        except OSError as error:
            raise unwritable(self._path, error) from error
        return Position(known.first_line, known.end + len(line), now, b"", False, known.damaged)

    def _open(self) -> None:
        self.close()
        self._descriptor = os.open(self._path, os.O_WRONLY | os.O_APPEND)
        # While it is open no other file can have its number.
        self._inode = signature_of(self._descriptor).inode

    def close(self) -> None:
        """Let go of the file; the next change opens it again."""
        if self._inode:
            self._inode = 0
            os.close(self._descriptor)

    def __del__(self) -> None:
        self.close()


def begin(path: Path, header: Header, entries: tuple[Entry, ...] = ()) -> Position:
    """Put a new journal in place of the old one, with a header and some changes."""
    first = line_of(header)
    pieces = [first, *map(line_of, entries)]
    written = write_whole(path, pieces)
    return Position(first, sum(map(len, pieces)), written)


def sync_data(descriptor: int) -> None:
    """Bring what was written to the disk, with as much about it as reading it needs."""
    if hasattr(os, "fdatasync"):
        os.fdatasync(descriptor)
    else:
        os.fsync(descriptor)


def end_line(path: Path, known: Position) -> Position:
    """Give the last line, which is whole, the line break that it lacks."""
    known = Position(known.first_line, known.end, known.signature, damaged=known.damaged)
    return Appender(path).append(b"\n", known)


def cut_torn(path: Path, known: Position) -> tuple[Position, Path]:
    """Cut off what is no line at the end; return where that is kept."""
    aside = keep_aside(path, known.torn, ending=".torn")
    try:
        descriptor = os.open(path, os.O_WRONLY)
        try:
            os.ftruncate(descriptor, known.end)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise unwritable(path, error) from error
    now = signature(path)
    return Position(known.first_line, known.end, now, damaged=known.damaged), aside


def keep_aside(path: Path, content: bytes | None = None, *, ending: str = "") -> Path:
    """Keep a copy of a file that is not as it should be, or of a piece of it; return its path.

    It goes to a folder of its own, under the file's name with the time behind it.
    """
    if content is None:
        try:
            content = content_of(path)
        except OSError as error:
            raise unreadable(path, error) from error
    folder = path.parent / DAMAGED
    make_private_folder(folder)
    stamp = f"{datetime.now(UTC):%Y%m%d-%H%M%S-%f}"
    aside = folder / f"{path.name}{ending}-{stamp}"
    write_whole(aside, (content,))
    return aside
