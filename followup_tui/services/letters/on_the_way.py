"""Files of letters that are being written: noted before, so that none leaves without a record.

A program that ends between the file and its record would leave a letter that is out of the house,
and a desk that says it is not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import msgspec

from followup_tui.domain.letter import Letter
from followup_tui.domain.record import Clock, Value, utc
from followup_tui.services.ports import Drafts

PREFIX = "leaving-"
TURN = timedelta(seconds=5)
"""A younger one may be another program's, which is about to write it down itself."""
_ENDING = ".eml"
_LARGEST = 1 << 16  # bytes of a file that are looked through: the headers come first


class Leaving(Value, frozen=True, kw_only=True):
    """A letter whose file is being written."""

    letter: Letter
    target: str
    """The path that it was to have: of the file, with or without its ending, or of its folder."""
    kept: tuple[str, ...] | None
    """Ids of the promises that it keeps; None: those that it seems to keep."""
    at: datetime


class LateRecord(Value, frozen=True, kw_only=True):
    """A letter that left, and was written down only when the desk was opened again."""

    client: str
    """The client's name."""
    where: str
    """The path of its file."""


_LEAVING: Final = msgspec.json.Decoder(Leaving)  # here, as `web.site_snapshots` says


class OnTheWay:
    """What is noted of them. It blocks and raises `StoreProblem`; safe to call from any thread."""

    def __init__(self, drafts: Drafts, clock: Clock) -> None:
        self._drafts = drafts
        self._clock = clock

    def begin(self, letter: Letter, target: str, kept: Collection[str] | None) -> None:
        """Note that the file of a letter is about to be written."""
        leaving = Leaving(
            letter=letter,
            target=target,
            kept=None if kept is None else tuple(kept),
            at=utc(self._clock()),
        )
        self._drafts.save(_key(letter), msgspec.json.encode(leaving))

    def over(self, letter: Letter) -> None:
        """Forget it: it is written down, or was not written at all."""
        self._drafts.discard(_key(letter))

    def left_behind(self) -> Iterator[Leaving]:
        """Yield what was noted by a program that is not there any more; what is damaged goes."""
        for key in self._drafts.keys(PREFIX):
            content = self._drafts.load(key)
            try:
                leaving = _LEAVING.decode(content or b"")
            except (msgspec.MsgspecError, ValueError):
                self._drafts.discard(key)
                continue
            if utc(self._clock()) - leaving.at >= TURN:
                yield leaving


def file_of(letter: Letter, target: str) -> Path | None:
    """Return where the file of a letter stands that is not recorded as left there, or None.

    `target` is as `Leaving` has it.
    """
    try:
        path = Path.home() / Path(target).expanduser()  # as it is meant when it is written
    except RuntimeError:  # nobody has such a folder
        return None
    found = [path, path.with_name(path.name + _ENDING)]
    if path.is_dir():
        found = sorted(path.glob(f"*{_ENDING}"))
    recorded = {each.where for each in letter.left}
    mark = f"<{letter.id}@".encode()  # of its Message-ID, which no other letter has
    return next((path for path in found if str(path) not in recorded and _has(path, mark)), None)


def _has(path: Path, mark: bytes) -> bool:
    try:
        with path.open("rb") as file:
            return mark in file.read(_LARGEST)
    except OSError:  # it is not there, or no longer to be read: then nothing is known to have left
        return False


def _key(letter: Letter) -> str:
    return f"{PREFIX}{letter.client_id}-{letter.id}"
