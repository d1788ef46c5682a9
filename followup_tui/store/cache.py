"""What can be made anew at any time, kept in files of its own so that it is there at once."""

from __future__ import annotations

from pathlib import Path

from followup_tui.domain.change import StoreProblem
from followup_tui.store.files import content_of, make_private_folder, write_whole

FOLDER = "cache"
"""The name of the folder in the home folder. Whoever deletes it loses nothing."""


class FileCache:
    """`services.ports.Cache` in a folder of its own. Safe to call from any thread."""

    def __init__(self, folder: Path) -> None:
        """Keep the files in `folder`, which is made when it is first needed."""
        self._folder = folder

    def save(self, key: str, content: bytes) -> bool:
        """Keep `content` under `key`; say whether it could be kept.

        `key` is a plain word: it is the name of the file. The file is whole or not there, and
        not synced: after a power cut it is made anew.
        """
        if not self._folder.parent.is_dir():  # a home that was removed is not made anew
            return False
        try:
            make_private_folder(self._folder)
            write_whole(self._path(key), (content,), synced=False)
        except StoreProblem:
            return False  # the records tell of a disk that fails; this was only to be quick
        return True

    def load(self, key: str) -> bytes | None:
        """Return what is kept under `key`, or None where nothing is or it cannot be read."""
        try:
            return content_of(self._path(key))
        except OSError:
            return None

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}.kept"
