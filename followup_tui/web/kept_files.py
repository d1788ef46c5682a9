"""Files of what was read from the web: written whole, private, set aside where damaged."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

import msgspec

UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError)
"""What decoding a damaged file raises."""


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` to `path`, whole or not at all, for its owner alone. Raises `OSError`."""
    # mkstemp makes the file 0600; in the same folder, so that the rename is atomic
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".writing-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def looked_through(paths: Iterable[Path], kind: type) -> tuple[int, list[Path]]:
    """Return how many files there are, and those that hold no `kind`; nothing is changed."""
    there = sorted(paths)
    return len(there), [path for path in there if not _holds(path, kind)]


def _holds(path: Path, kind: type) -> bool:
    try:
        msgspec.json.decode(path.read_bytes(), type=kind)
    except FileNotFoundError:
        return True  # it was replaced or thinned out just now
    except (OSError, *UNREADABLE):
        return False
    return True


def cannot_be_read(path: Path, error: OSError) -> str:
    """Return a sentence about a file that the machine does not give."""
    return f"The kept copy {path} cannot be read ({error.strerror}): check who may read it"


def set_aside(path: Path) -> str:
    """Move a damaged file aside, and return a sentence about that."""
    aside = path.with_suffix(".damaged")
    try:
        path.replace(aside)
    except OSError as error:
        return f"The kept copy {path} is damaged and cannot be moved aside ({error.strerror})"
    return f"The kept copy was damaged; it was moved aside to {aside}"
