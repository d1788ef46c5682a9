"""The lock that all programs over one desk share, so that one writes at a time."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cache, partial
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


class locked:  # noqa: N801 - used like a function
    """Hold the lock of the desk's file at `path`, waiting for it so many seconds.

    It is the system's own lock (flock), so that of a program that died is free at once. Raises
    `StoreProblem` when it cannot be had. Not reentrant. (A class, for it is taken at each change,
    and a generator takes several times as long.)
    """

    __slots__ = ("_path", "_release", "_wait")

    def __init__(self, path: Path, *, wait: float | None = None) -> None:
        self._path = path
        self._wait = LOCK_WAIT if wait is None else wait

    def __enter__(self) -> None:
        try:
            self._release = _acquire(lock_path(self._path), self._wait)
        except TimeoutError as error:
            raise StoreProblem(
                f"Nothing was saved to {self._path}: another followup has been writing there for "
                f"{self._wait:.0f} seconds. Wait for it or end it, then try again."
            ) from error
        except PermissionError as error:
            raise unwritable(lock_path(self._path), error) from error
        except OSError as error:
            raise unwritable(self._path, error) from error

    def __exit__(self, *_: object) -> None:
        self._release()


class Turns:
    """Who writes next, among the threads of this program and all programs. Reentrant."""

    def __init__(self, path: Path, begin: Callable[[], object]) -> None:
        """Take turns at the desk's file at `path`; `begin` is called at the start of each turn."""
        self._path = path
        self._begin = begin
        self._threads = threading.RLock()
        self._depth = 0
        self._lock: locked | None = None

    def take(self, wait: float | None) -> None:
        """Wait for the turn, and begin it; raises `StoreProblem` like `locked`."""
        self._threads.acquire()
        self._depth += 1
        try:
            if self._depth == 1:
                lock = locked(self._path, wait=wait)
                lock.__enter__()
                self._lock = lock
                self._begin()
        except BaseException:
            self.end()
            raise

    def alone(self) -> AbstractContextManager[object]:
        """Let no other thread of this program begin a turn meanwhile, without beginning one."""
        return self._threads

    @contextmanager
    def if_free(self) -> Iterator[bool]:
        """Say whether no other thread has its turn, and let none begin one meanwhile."""
        is_free = self._threads.acquire(blocking=False)
        try:
            yield is_free
        finally:
            if is_free:
                self._threads.release()

    def end(self) -> None:
        """End the turn, or the part of it that was begun last."""
        self._depth -= 1
        if not self._depth and self._lock is not None:
            lock, self._lock = self._lock, None
            lock.__exit__()
        self._threads.release()


class Turn:
    """One turn, as a context."""

    __slots__ = ("_turns", "_wait")

    def __init__(self, turns: Turns, wait: float | None) -> None:
        self._turns = turns
        self._wait = wait

    def __enter__(self) -> None:
        self._turns.take(self._wait)

    def __exit__(self, *_: object) -> None:
        self._turns.end()


def _acquire(path: Path, wait: float) -> Callable[[], None]:
    if sys.platform == "win32":
        return _acquire_elsewhere(path, wait)
    descriptor = _opened(path)
    try:
        if not _flock(descriptor):
            _wait_for(descriptor, wait)
    except BaseException:
        os.close(descriptor)
        raise
    return partial(os.close, descriptor)  # lets go of it, too


def _wait_for(descriptor: int, wait: float) -> None:
    deadline, pause = time.monotonic() + wait, _FIRST_LOOK
    while not _flock(descriptor):
        if time.monotonic() >= deadline:
            raise TimeoutError
        time.sleep(pause)
        pause = min(2 * pause, _LAST_LOOK)


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
