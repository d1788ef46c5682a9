"""What erasing in the records and in the other files of a folder have in common."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from followup_tui.store.files import sync_folder, unreadable, unwritable, write_whole
from followup_tui.store.traces import Eraser, Json, texts


@dataclass(slots=True)
class Erased:
    """What was taken out, or would be: for telling the user."""

    records: Counter[str] = field(default_factory=Counter)
    """Table -> how many documents were theirs."""
    others: Counter[str] = field(default_factory=Counter)
    """Table -> how many documents of others lost what they said of them."""
    changes: int = 0
    """Changes of the history that lost something."""
    drafts: int = 0
    pages: int = 0
    set_aside: int = 0
    """Files that had been set aside as damaged, and lost something."""
    mentions: dict[tuple[str, str], str] = field(default_factory=dict)
    """(Table or file, id) of what still names them -> the words around it."""


class Erasing:
    """Erases in one folder; with `dry` only tells what would be erased.

    Every file is replaced whole or removed, and doing it again changes nothing more; so what was
    stopped half way is carried on by beginning anew.
    """

    def __init__(self, folder: Path, eraser: Eraser, said: Erased, *, dry: bool = False) -> None:
        self._folder = folder
        self._eraser = eraser
        self._dry = dry
        self.said = said
        self.changed = False
        """Whether any file was changed or removed."""

    def _is_in(self, content: bytes) -> bool:
        """Say whether content that need not be readable names them."""
        if self._eraser.has_id(content):
            return True
        return self._eraser.mention.search(content.decode("utf-8", "replace")) is not None

    def _mention(self, where: str, which: str, document: Json) -> None:
        for text in texts(document):
            found = self._eraser.mention.search(text)
            if found is not None:
                around = text[max(found.start() - 30, 0) : found.end() + 30]
                self.said.mentions[where, which] = " ".join(around.split())
                return

    def _replace(self, path: Path, content: bytes) -> None:
        self.changed = True
        if not self._dry:
            write_whole(path, (content,))

    def _remove(self, path: Path) -> None:
        self.changed = True
        if self._dry:
            return
        try:
            path.unlink(missing_ok=True)
            sync_folder(path.parent)
        except OSError as error:
            raise unwritable(path, error) from error


def files_in(folder: Path) -> list[Path]:
    """Return the files of a folder; none where there is no folder."""
    try:
        return sorted(path for path in folder.iterdir() if path.is_file())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise unreadable(folder, error) from error


def folders_in(folder: Path) -> list[Path]:
    """Return the folders in a folder; none where there is no folder."""
    try:
        return sorted(path for path in folder.iterdir() if path.is_dir())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise unreadable(folder, error) from error


def content_of(path: Path) -> bytes:
    """Return what a file holds; nothing where it has gone."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise unreadable(path, error) from error
