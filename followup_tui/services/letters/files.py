"""The user's own files that go along with a letter."""

from __future__ import annotations

from pathlib import Path

MOST_BYTES = 20_000_000
"""A file beyond this size is refused by most mail servers, with what the encoding adds to it."""


def why_not_along(path: Path) -> str:
    """Return why a file cannot go along, as a sentence; empty where it can. Blocks shortly."""
    try:
        size = path.stat().st_size
        if not path.is_file():
            return f"{path} is no file."
        with path.open("rb"):
            pass
    except OSError as error:
        return f"{path} cannot be read: {error.strerror or error}."
    if size > MOST_BYTES:
        return f"{path.name} is too big for a mail: send a link to it instead."
    return ""
