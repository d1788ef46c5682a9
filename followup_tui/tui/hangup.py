"""Ending with the terminal: a desk whose window was closed keeps what is typed, and is gone.

Mostly the system ends it by SIGHUP. Where that does not reach it (started by `su -c`, `nohup`, some
multiplexers), Textual would read the end of the dead terminal again and again, for ever, and wait
for its writer, which died of it: so the process is ended from outside of it.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Callable, Coroutine
from typing import Any

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


def begin(keep: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Watch the terminal from now on; once it is gone, await `keep` in this loop and end.

    Nothing is watched where there is no terminal from the beginning.
    """
    if is_gone() or sys.platform == "win32":
        return
    loop = asyncio.get_running_loop()
    threading.Thread(
        target=_watch, args=(loop, keep), name="watch the terminal", daemon=True
    ).start()


def _watch(loop: asyncio.AbstractEventLoop, keep: Callable[[], Coroutine[Any, Any, None]]) -> None:
    ended = threading.Event()
    while not is_gone():
        ended.wait(EVERY)
        if loop.is_closed():
            return  # the desk was closed in order, and what it ran in
    try:
        asyncio.run_coroutine_threadsafe(keep(), loop).result(PATIENCE)
    finally:
        os._exit(STATUS)  # nothing else ends it: see above
