"""Drafts: what is being typed, one file each, until it becomes a record."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote

from followup_tui.domain.change import StoreProblem
from followup_tui.store.files import (
    content_of,
    make_private_folder,
    remove_left_behind,
    sync_folder,
    unreadable,
    unwritable,
    write_whole,
)

FOLDER = "drafts"
"""The name of the folder in the home folder."""
_ENDING = ".draft"
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-_")
_NAME_LIMIT = 200  # bytes of a file's name; file systems stop at 255
_WRITING_AT_MOST = 60.0  # seconds after which a temporary file was left behind


class FileDrafts:
    """`services.ports.Drafts` in a folder of its own.

    Safe to call from any thread; raises `StoreProblem`.
    """

    def __init__(self, folder: Path) -> None:
        """Keep the drafts in `folder`, which is made when it is first needed."""
        self._folder = folder
        self._guard = threading.Lock()
        self._tidied = False

    def save(self, key: str, content: bytes) -> None:
        """Keep `content` under `key`, synced to disk, in place of what stood there."""
        path = self._path(key)
        with self._guard:
            if self._folder.parent.is_dir():  # a home that was removed is not made anew
                make_private_folder(self._folder)
            if not self._tidied:  # not on opening: a desk that can only be read opens, too
                remove_left_behind(self._folder, older=_WRITING_AT_MOST)
                self._tidied = True
            write_whole(path, (content,))

    def load(self, key: str) -> bytes | None:
        """Return what is kept under `key`, or None."""
        path = self._path(key)
        try:
            return content_of(path)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise unreadable(path, error) from error

    def discard(self, key: str) -> None:
        """Forget what is kept under `key`, if anything is."""
        path = self._path(key)
        with self._guard:
            try:
                path.unlink()
                sync_folder(self._folder)
            except FileNotFoundError:
                return
            except OSError as error:
                raise unwritable(path, error) from error

    def keys(self, prefix: str = "") -> Sequence[str]:
        """Return the keys that begin with `prefix`, sorted."""
        try:
            names = [path.name for path in self._folder.iterdir()]
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise unreadable(self._folder, error) from error
        keys = (
            unquote(name.removesuffix(_ENDING), errors="surrogatepass")
            for name in names
            if name.endswith(_ENDING) and not name.startswith(".")
        )
        return tuple(sorted(key for key in keys if key.startswith(prefix)))

    def _path(self, key: str) -> Path:
        name = _file_name(key)
        if not key or len(name) > _NAME_LIMIT:
            raise StoreProblem(
                f"“{key[:40]}” cannot name a draft: it is {'too long' if key else 'empty'}."
            )
        return self._folder / name


def _file_name(key: str) -> str:
    """Return a name that keeps every key apart, in this folder, on any file system.

    All but small letters, digits, ``-`` and ``_`` become percent signs: a dot would hide the
    file, a slash leave the folder, and capitals meet where names have no case.
    """
    return (
        "".join(
            chr(byte) if chr(byte) in _PLAIN else f"%{byte:02x}"
            for byte in key.encode("utf-8", "surrogatepass")
        )
        + _ENDING
    )
