"""Being ended from outside: a desk whose window was closed keeps what is typed, and is gone.

Mostly the system asks for it by a signal: SIGHUP where the terminal is closed, SIGTERM where the
machine is shut down. Where none reaches it (started by `su -c`, `nohup`, some multiplexers),
Textual would read the end of the dead terminal again and again, for ever, and wait for its writer,
which died of it: so the process is ended from outside of it.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Callable, Coroutine
from functools import partial
from types import FrameType
from typing import Any

Keep = Callable[[], Coroutine[Any, Any, None]]
"""Keeps what is typed."""

EVERY = 1.0
"""Seconds between two looks."""
PATIENCE = 3.0
"""Seconds to keep what is typed; most of it is on the disk already."""
STATUS = 128 + getattr(signal, "SIGHUP", 1)
"""The exit status of a program that its terminal took along, as shells count."""


def is_gone() -> bool:
    """Say whether this program has no terminal, or has one no more."""
    if sys.platform == "win32" or sys.__stdin__ is None:
        return False
    import termios  # noqa: PLC0415 - there is none on Windows

    try:
        termios.tcgetattr(sys.__stdin__.fileno())
    except (termios.error, OSError, ValueError):
        return True
    return False


def begin(keep: Keep, leave: Callable[[], None]) -> None:
    """Watch the terminal and the signals from now on; then await `keep` in this loop and end.

    `leave` closes the desk where there is a terminal still. Nothing is watched where there is none
    from the beginning.
    """
    if is_gone() or sys.platform == "win32":
        return
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is not signal.SIG_IGN:  # as `nohup` has it
            signal.signal(number, partial(_asked_to_end, loop, keep, leave))
    threading.Thread(
        target=_watch, args=(loop, keep), name="watch the terminal", daemon=True
    ).start()


def _asked_to_end(
    loop: asyncio.AbstractEventLoop,
    keep: Keep,
    leave: Callable[[], None],
    number: int,
    _: FrameType | None,
) -> None:
    """Begin to end; asked once more, or when it takes too long, nothing is waited for."""
    signal.signal(number, signal.SIG_DFL)
    status = 128 + number
    last = threading.Timer(PATIENCE, os._exit, (status,))
    last.daemon = True
    last.start()
    asyncio.run_coroutine_threadsafe(_keep_and_end(keep, leave, status), loop)


async def _keep_and_end(keep: Keep, leave: Callable[[], None], status: int) -> None:
    try:
        await keep()
    finally:
        if status == STATUS or is_gone():
            os._exit(status)  # nothing else ends it: see above
        leave()


def _watch(loop: asyncio.AbstractEventLoop, keep: Keep) -> None:
    ended = threading.Event()
    while not is_gone():
        ended.wait(EVERY)
        if loop.is_closed():
            return  # the desk was closed in order, and what it ran in
    try:
        asyncio.run_coroutine_threadsafe(keep(), loop).result(PATIENCE)
    finally:
        os._exit(STATUS)  # nothing else ends it: see above
