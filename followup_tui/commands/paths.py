"""Files that are named on a command line."""

from __future__ import annotations

import errno
import io
import os
import stat
from pathlib import Path

from followup_tui.commands.problems import CannotDo

_LONGEST, _LONG = 255, 4_000
"""Bytes of a name in a folder, characters of a whole path (Linux: NAME_MAX, PATH_MAX)."""
_MOST = 4_000_000
"""Bytes of a text that are read: a letter is far shorter, and a device has no end."""


def absolute(typed: str) -> Path:
    """Return the path that was typed, whole: ``~`` is a home folder, the rest is from here.

    Raises `CannotDo` where there is no such home folder, the folder we are in is gone, or nothing
    can be called so.
    """
    parts = typed.split("/")
    if "\0" in typed or len(typed) > _LONG or any(len(os.fsencode(p)) > _LONGEST for p in parts):
        raise CannotDo(f"{typed[:40]}… is no name of a file: choose another one")
    try:
        path = Path(typed).expanduser()
    except RuntimeError:
        raise CannotDo(f"{typed} names the home folder of nobody: write the whole path") from None
    try:
        return path.absolute()
    except OSError:
        raise CannotDo(f"{typed} leads nowhere: the folder that you are in is gone") from None


def content_of(path: Path, most: int) -> bytes:
    """Return the first `most` bytes of a file, or of a pipe into which somebody writes.

    Raises `OSError`; also for a device, and for a pipe into which nobody writes, which would be
    waited for for ever.
    """
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb", buffering=0) as file:
        begun, mode = b"", os.fstat(handle).st_mode
        if stat.S_ISCHR(mode) and not os.isatty(handle):
            raise OSError(errno.EINVAL, "It is a device, and may have no end")
        if stat.S_ISFIFO(mode):
            try:
                begun = os.read(handle, most)
            except BlockingIOError:
                pass  # somebody is about to
            else:
                if not begun:
                    raise OSError(errno.EPIPE, "Nobody writes into this pipe")
        if hasattr(os, "set_blocking"):
            os.set_blocking(handle, True)
        return begun + io.BufferedReader(file).read(most - len(begun))


def text_of(typed: str) -> str:
    """Return the text of a file; raises `CannotDo` where it cannot be read, or is none."""
    from followup_tui.domain.text import clean_text  # noqa: PLC0415 - not to find a folder

    path = absolute(typed)
    try:
        content = content_of(path, _MOST + 1)
        if len(content) > _MOST:
            raise CannotDo(f"{path} is too long for a text: there is no letter of {_MOST:,} bytes")
        return clean_text(content.decode("utf-8"))
    except UnicodeDecodeError:
        raise CannotDo(f"{path} is no text in UTF-8: save it as such first") from None
    except (OSError, ValueError) as problem:
        words = problem.strerror if isinstance(problem, OSError) else str(problem)
        raise CannotDo(f"{path} cannot be read as text: {words}") from None
