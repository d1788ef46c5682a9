"""Reading a file that the user put into the home folder."""

from __future__ import annotations

import errno
import stat
from pathlib import Path


def content_of(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises `OSError`, also where `path` is a pipe or a device: the one waits for somebody who
    writes into it, the other may never end.
    """
    mode = path.stat().st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise OSError(errno.EINVAL, "It is a pipe or a device, and no file")
    return path.read_bytes()
