"""Files that are whole or not there: private, written beside and renamed, synced to the disk.

Every operating system error becomes a `StoreProblem`, whose sentence says what to do.
"""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, NamedTuple

from followup_tui.domain.change import StoreProblem

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600
_TEMPORARY = ".tmp"
_READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class Signature(NamedTuple):
    """What tells one state of a file from another without reading it."""

    modified: int
    """Nanoseconds since 1970."""
    size: int
    inode: int


def signature(path: Path) -> Signature | None:
    """Return the signature of a file, or None where there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116 - asked for at each change: this is the quicker way
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unreadable(path, error) from error
    return Signature(found.st_mtime_ns, found.st_size, found.st_ino)


def signature_of(descriptor: int) -> Signature:
    """Return the signature of an open file."""
    found = os.fstat(descriptor)
    return Signature(found.st_mtime_ns, found.st_size, found.st_ino)


def open_to_read(path: Path) -> BinaryIO:
    """Open a file. Raises `OSError`, also where a pipe or a device stands there.

    A pipe would be waited for until somebody writes into it, and a device may never end.
    """
    descriptor = os.open(path, _READING)
    if stat.S_ISREG(mode := os.fstat(descriptor).st_mode):
        return os.fdopen(descriptor, "rb")
    os.close(descriptor)
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    raise OSError(errno.ENOTDIR, "it is a pipe or a device, and no file")


def content_of(path: Path) -> bytes:
    """Return the bytes of a file; raises like `open_to_read`."""
    with open_to_read(path) as file:
        return file.read()


def make_private_folder(folder: Path) -> None:
    """Make `folder` for its user alone, whatever the umask; one that stands is left as it is."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=PRIVATE_FOLDER)
        folder.chmod(PRIVATE_FOLDER)
        sync_folder(folder.parent)
    except FileExistsError as error:
        if not folder.is_dir():
            raise StoreProblem(
                f"{folder} cannot be a folder: a file stands there, or above it. "
                "Move that file away, or choose another folder with --home."
            ) from error
    except OSError as error:
        raise unwritable(folder, error) from error


def write_whole(path: Path, content: Iterable[bytes], *, synced: bool = True) -> Signature:
    """Put `content` at `path`, private and synced, in place of what stood there, or do nothing.

    The content goes to a new file in the same folder, is synced, renamed over `path`, and the
    folder is synced too: at every moment one of the two states is there whole. Without `synced`
    that holds for a program that is killed, not for a machine that loses its power.
    """
    temporary, written = write_beside(path, content, synced=synced)
    put_in_place(temporary, path, synced=synced)
    return written


def write_beside(
    path: Path, content: Iterable[bytes], *, synced: bool = True
) -> tuple[Path, Signature]:
    """Write what is to stand at `path` to a new file beside it; return that and its signature."""
    temporary = path.with_name(f".{path.name}.{os.urandom(6).hex()}{_TEMPORARY}")
    try:
        try:
            descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
            try:
                if hasattr(os, "fchmod"):
                    os.fchmod(descriptor, PRIVATE_FILE)
                for piece in content:
                    write_all(descriptor, piece)
                if synced:
                    os.fsync(descriptor)
                return temporary, signature_of(descriptor)
            finally:
                os.close(descriptor)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise unwritable(path, error) from error


def put_in_place(temporary: Path, path: Path, *, synced: bool = True) -> None:
    """Rename a file that was written beside `path` over it."""
    try:
        try:
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        if synced:
            sync_folder(path.parent)
    except OSError as error:
        raise unwritable(path, error) from error


def write_all(descriptor: int, content: bytes) -> None:
    """Write all of `content`, however often the system has to be asked."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def sync_folder(folder: Path) -> None:
    """Bring the names in `folder` to the disk, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):  # Windows syncs names with their files
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some network file systems know no fsync of a folder; their rename is synchronous.
        if error.errno not in {errno.EINVAL, errno.ENOTSUP, errno.EBADF}:
            raise
    finally:
        os.close(descriptor)


def remove_left_behind(folder: Path, name: str = "*", *, older: float = 0.0) -> None:
    """Remove temporary files of writers that were killed, those for `name` only if it is given.

    Files younger than `older` seconds stay: their writer may still be at work.
    """
    for path in folder.glob(f".{name}.*{_TEMPORARY}"):
        try:
            if time.time() - path.stat().st_mtime >= older:
                path.unlink()
        except FileNotFoundError:
            continue  # its writer, or another tidier, was quicker
        except OSError as error:
            raise unwritable(path, error) from error


def unreadable(path: Path, error: OSError) -> StoreProblem:
    """Return the problem of a file or folder that could not be read."""
    if error.errno in {errno.EACCES, errno.EPERM}:
        return StoreProblem(
            f"followup may not read {path}: give yourself the right to, "
            "or choose another folder with --home."
        )
    if error.errno in {errno.EISDIR, errno.ENOTDIR}:
        return StoreProblem(
            f"{path} cannot be read: {_strerror(error)}. "
            "Move aside what stands there, or choose another folder with --home."
        )
    return StoreProblem(
        f"{path} could not be read: {_strerror(error)}. Check the disk, then try again."
    )


def unwritable(path: Path, error: OSError) -> StoreProblem:
    """Return the problem of a file or folder that could not be written."""
    number = error.errno
    if number in {errno.ENOSPC, errno.EDQUOT}:
        why = "the disk is full. Free some space, then try again."
    elif number == errno.EFBIG:
        why = "the system lets no file grow that large. Raise that limit, then try again."
    elif number in {errno.EACCES, errno.EPERM}:
        why = "followup may not write there. Give yourself the right to, or choose another folder."
    elif number == errno.EROFS:
        why = "the disk can only be read. Make it writable, or choose another folder."
    elif number == errno.ENOENT:
        why = f"the folder {path.parent} is gone. Put it back, then try again."
    elif number in {errno.ENOTDIR, errno.EEXIST}:
        why = f"{path.parent} is no folder. Move away what stands there, or choose another folder."
    else:
        why = f"{_strerror(error)}. Check the disk, then try again."
    return StoreProblem(f"Nothing was saved to {path}: {why}")


def _strerror(error: OSError) -> str:
    return error.strerror or str(error)
