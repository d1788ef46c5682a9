"""The lock that all programs over one home folder share while they write.

The system itself holds it for a running program, so a program that died holds it no longer: what
stays behind is an empty file, which means nothing.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from followup_tui.domain.change import StoreProblem
from followup_tui.store.files import PRIVATE_FILE, unwritable

LOCK_FILE = "desk.lock"
"""The name of the file in the home folder."""
LOCK_WAIT = 10.0
"""Seconds to wait for another program that is writing."""


@contextmanager
def locked(home: Path, *, wait: float = LOCK_WAIT) -> Iterator[None]:
    """Hold the lock of a home folder; raises `StoreProblem` when it is not to be had.

    It is not reentrant: who holds it and asks again waits for itself.
    """
    # Not needed before the first change, so not imported before it.
    from filelock import FileLock, Timeout  # noqa: PLC0415

    if not home.is_dir():  # the lock would make the folder anew
        raise unwritable(home / LOCK_FILE, FileNotFoundError(errno.ENOENT, "gone"))
    lock = FileLock(home / LOCK_FILE, timeout=wait, mode=PRIVATE_FILE)
    try:
        lock.acquire(poll_interval=0.01)
    except Timeout as error:
        raise StoreProblem(
            f"Nothing was saved to {home}: another followup has been writing there for "
            f"{wait:.0f} seconds. Wait for it or end it, then try again."
        ) from error
    except OSError as error:
        raise unwritable(home / LOCK_FILE, error) from error
    try:
        yield
    finally:
        lock.release()
