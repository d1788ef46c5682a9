"""The lock that all programs over one desk share, so that one writes at a time."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from followup_tui.domain.change import StoreProblem
from followup_tui.store.files import PRIVATE_FILE, unwritable

if sys.platform != "win32":
    import fcntl

LOCK_WAIT = 10.0
"""Seconds to wait for another program that is writing."""
_FIRST_LOOK, _LAST_LOOK = 0.0005, 0.01  # seconds between two looks, growing


@cache
def lock_path(path: Path) -> Path:
    """Return the path of the lock of a desk's file."""
    return path.with_suffix(".lock")


@contextmanager
def locked(path: Path, *, wait: float | None = None) -> Iterator[None]:
    """Hold the lock of the desk's file at `path`, waiting for it so many seconds.

    It is the system's own lock (flock), so that of a program that died is free at once. Raises
    `StoreProblem` when it cannot be had. Not reentrant.
    """
    seconds = LOCK_WAIT if wait is None else wait
    try:
        release = _acquire(lock_path(path), seconds)
    except TimeoutError as error:
        raise StoreProblem(
            f"Nothing was saved to {path}: another followup has been writing there for "
            f"{seconds:.0f} seconds. Wait for it or end it, then try again."
        ) from error
    except OSError as error:
        raise unwritable(path, error) from error
    try:
        yield
    finally:
        release()


def _acquire(path: Path, wait: float) -> Callable[[], None]:
    if sys.platform == "win32":
        return _acquire_elsewhere(path, wait)
    descriptor = _opened(path)
    try:
        deadline, pause = time.monotonic() + wait, _FIRST_LOOK
        while not _flock(descriptor):
            if time.monotonic() >= deadline:
                raise TimeoutError
            time.sleep(pause)
            pause = min(2 * pause, _LAST_LOOK)
    except BaseException:
        os.close(descriptor)
        raise
    return lambda: os.close(descriptor)  # lets go of it, too


def _opened(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR)
    except FileNotFoundError:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
        os.fchmod(descriptor, PRIVATE_FILE)  # whatever the umask
        return descriptor


def _flock(descriptor: int) -> bool:
    if sys.platform == "win32":
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _acquire_elsewhere(path: Path, wait: float) -> Callable[[], None]:
    """Acquire the lock on a system without flock."""
    from filelock import FileLock, Timeout  # noqa: PLC0415 - not needed elsewhere, and heavy

    lock = FileLock(path, timeout=wait, mode=PRIVATE_FILE)
    try:
        lock.acquire(poll_interval=_LAST_LOOK)
    except Timeout as error:
        raise TimeoutError from error
    return lock.release
