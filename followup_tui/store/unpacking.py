"""Unpacking a backup for a while, to read it with the means by which a home folder is read."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from followup_tui.store.archive import Archive
from followup_tui.store.files import unwritable

_BEGINNING = ".unpacked-"


@contextmanager
def unpacked(home: Path, path: Path, *, names: Iterable[str] = ()) -> Iterator[Path]:
    """Unpack a backup, or only some files of it, into a private folder that goes afterwards.

    The folder is in `home`: nothing of it lies about elsewhere if the machine stops.
    """
    try:
        folder = Path(tempfile.mkdtemp(prefix=_BEGINNING, dir=home))  # for its user alone
    except OSError as error:
        raise unwritable(home / _BEGINNING, error) from error
    try:
        with Archive.open(path) as opened:
            opened.unpack(folder, [name for name in names or opened.names if name in opened.names])
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def remove_left_unpacked(home: Path) -> list[Path]:
    """Remove what a program that was killed has left unpacked; return it."""
    left = list(home.glob(f"{_BEGINNING}*"))
    for folder in left:
        shutil.rmtree(folder, ignore_errors=True)
    return left
