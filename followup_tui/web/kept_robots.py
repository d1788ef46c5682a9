"""The robots.txt of each host, kept on disk for its day: a command that runs alone asks no more.

One file an origin beside the copies of its pages, named by its hash, for its owner alone.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec

from followup_tui.web.kept_files import UNREADABLE, write_whole

SUFFIX = ".robots"


class KeptRobots(msgspec.Struct, frozen=True, kw_only=True):
    """What a host answered when it was asked for its robots.txt."""

    url: str
    """The address that was asked for."""
    at: datetime
    content: bytes = b""
    """Empty where there is no such file: then nothing is asked of us."""


_KEPT: Final = msgspec.json.Decoder(KeptRobots)  # here, as `site_snapshots` says


class RobotsFolder:
    """The kept answers in one folder. Raises nothing: what is not there is asked for again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def _path(self, url: str) -> Path:
        return (
            self._folder / f"{hashlib.sha256(url.encode('utf-8', 'replace')).hexdigest()}{SUFFIX}"
        )

    def load(self, url: str) -> KeptRobots | None:
        """Return what is kept of the robots.txt at `url`, or None."""
        try:
            content = self._path(url).read_bytes()
            kept = _KEPT.decode(content)
        except (OSError, *UNREADABLE):
            return None
        return kept if kept.url == url and kept.at.utcoffset() is not None else None

    def save(self, kept: KeptRobots) -> None:
        """Keep an answer, if the disk lets us; the host would merely be asked once more."""
        try:
            self._folder.mkdir(mode=0o700, exist_ok=True)  # a removed home is not made anew
            write_whole(self._path(kept.url), msgspec.json.encode(kept))
        except OSError:
            return
