"""The last good copy of each page that was read, kept on disk so that it is there offline.

One file an address, named by its hash, readable by its owner alone.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec

from followup_tui.domain.page import PageFacts, Visit
from followup_tui.web import kept_files
from followup_tui.web.errand import NOTHING_KEPT, Validators

_VERSION = 2
"""Goes up when the shape of `PageFacts` changes so that older copies say too little."""


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """One kept copy."""

    version: int
    url: str
    """The address that was asked for."""
    fetched_at: datetime
    """When it was fetched, or the server said last that it has not changed."""
    facts: PageFacts
    validators: Validators = NOTHING_KEPT
    """What the server gave so that it can say that."""
    visit: Visit | None = None


_KEPT: Final = msgspec.json.Decoder(Kept)  # here, as `site_snapshots` says


class DamagedCopy(Exception):
    """A kept copy could not be read and was moved aside; its text is a sentence."""


class Snapshots:
    """The copies in one folder, which is made (0700) when the first is kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, url: str) -> Path:
        """Return the file that holds the copy of `url`, whether it is there or not."""
        return self._folder / f"{hashlib.sha256(url.encode('utf-8', 'replace')).hexdigest()}.json"

    def load(self, url: str) -> Kept | None:
        """Return the copy of `url`, or None.

        Raises `DamagedCopy` once for a file that is damaged; afterwards there is no copy.
        """
        path = self.path(url)
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise DamagedCopy(kept_files.cannot_be_read(path, error)) from error
        try:
            kept = _KEPT.decode(content)
        except kept_files.UNREADABLE as error:
            raise DamagedCopy(kept_files.set_aside(path)) from error
        return kept if kept.version == _VERSION and kept.url == url else None

    def looked_through(self) -> tuple[int, list[Path]]:
        """Return how many copies there are, and those that cannot be read; nothing is changed."""
        return kept_files.looked_through(self._folder.glob("*.json"), Kept)

    def set_damaged_aside(self) -> list[Path]:
        """Move the copies aside that cannot be read, and return them."""
        _, damaged = self.looked_through()
        for path in damaged:
            kept_files.set_aside(path)
        return damaged

    def save(
        self,
        url: str,
        facts: PageFacts,
        fetched_at: datetime,
        *,
        validators: Validators = NOTHING_KEPT,
        visit: Visit | None = None,
    ) -> None:
        """Keep `facts` as the copy of `url`, whole or not at all. Raises `OSError`."""
        kept = Kept(
            version=_VERSION,
            url=url,
            fetched_at=fetched_at,
            facts=facts,
            validators=validators,
            visit=visit,
        )
        self._folder.mkdir(mode=0o700, exist_ok=True)  # a home that was removed is not made anew
        kept_files.write_whole(self.path(url), msgspec.json.encode(kept))
