"""What sites said on other days, kept on disk so that it can be compared.

One folder a site, named by the hash of its address; in it one file a day, and of the last day on
which the site was looked at the last two, since what changed is believed once two looks agree.
Readable by their owner alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import msgspec

from followup_tui.domain.websites.site import SiteFacts
from followup_tui.web import kept_files

EVERY_DAY = timedelta(days=14)
EVERY_WEEK = timedelta(days=200)
EVERY_MONTH = timedelta(days=3 * 366)
"""How far back, counted from the newest, one look of each day, week and month is kept: some 75
files at most. The weeks reach beyond the six months after which a client is late to be called."""

_VERSION = 2
"""Goes up when older copies cannot be compared: `SiteFacts` has another shape, or the readers find
other things on the same pages."""
_NAME = "%Y%m%dT%H%M%S%fZ"
_SUFFIX = ".json"


class _Kept(msgspec.Struct, frozen=True, kw_only=True):
    """One look as it is written; `url` comes first, so that it is found without reading all."""

    version: int
    url: str
    facts: SiteFacts


_KEPT: Final = msgspec.json.Decoder(_Kept)
"""Made once, as the module is imported: msgspec looks at a type when it first meets it, and two
threads that do so at the same time end the program."""


@dataclass(frozen=True, slots=True)
class _File:
    """One kept look on the disk."""

    at: datetime
    path: Path


class SiteSnapshots:
    """The dated looks in one folder, which is made (0700) when the first is kept.

    A file that cannot be read is moved aside (``.damaged``) and told by `told`; it hides no other.
    The same site under ``http``, ``https`` or with ``www.`` is one.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._problems: list[str] = []

    def save(self, facts: SiteFacts) -> None:
        """Keep `facts` as the look of its moment, whole or not at all, and thin the older ones.

        Raises `OSError`. A home folder that was removed is not made anew.
        """
        folder = self._of(facts.url)
        self._folder.parent.mkdir(mode=0o700, exist_ok=True)
        self._folder.mkdir(mode=0o700, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
        moment, before = facts.read_at.astimezone(UTC), _files(folder)[-1:]
        content = msgspec.json.encode(_Kept(version=_VERSION, url=facts.url, facts=facts))
        kept_files.write_whole(folder / f"{moment:{_NAME}}{_SUFFIX}", content)
        files = _files(folder)
        same = [
            file for file in before if file.at < moment and self._rests_on_the_same(file, facts)
        ]
        left = [file for file in files if file not in same]
        for file in (*same, *_superfluous(left)):
            file.path.unlink(missing_ok=True)

    def _rests_on_the_same(self, file: _File, facts: SiteFacts) -> bool:
        """Say whether a kept look was made of the same fetches as a newer one: it adds nothing."""
        kept = next(self._read([file]), None) if facts.fetched else None
        return kept is not None and (kept.pages, kept.fetched) == (facts.pages, facts.fetched)

    def last(self, url: str) -> SiteFacts | None:
        """Return the newest look at a site that can be read, or None."""
        return next(self._read(reversed(_files(self._of(url)))), None)

    def history(self, url: str) -> Sequence[SiteFacts]:
        """Return the kept looks at a site, the newest first."""
        return tuple(self._read(reversed(_files(self._of(url)))))

    def nearest(self, url: str, moment: datetime) -> SiteFacts | None:
        """Return the look nearest to `moment`, which carries a zone; None where there is none."""
        files = sorted(_files(self._of(url)), key=lambda file: abs(file.at - moment))
        return next(self._read(files), None)

    def told(self) -> tuple[str, ...]:
        """Return a sentence for each file that turned out damaged since this was last asked."""
        problems, self._problems = tuple(self._problems), []
        return problems

    def looked_through(self) -> tuple[int, list[Path]]:
        """Return how many looks are kept, and those that cannot be read; nothing is changed."""
        return kept_files.looked_through(self._folder.glob(f"*/*{_SUFFIX}"), _Kept)

    def set_damaged_aside(self) -> list[Path]:
        """Move the looks aside that cannot be read, and return them as they were named."""
        _, damaged = self.looked_through()
        for path in damaged:
            kept_files.set_aside(path)
        return damaged

    def _of(self, url: str) -> Path:
        return self._folder / hashlib.sha256(_site(url).encode("utf-8", "replace")).hexdigest()[:40]

    def _read(self, files: Iterator[_File] | Sequence[_File]) -> Iterator[SiteFacts]:
        for file in files:
            try:
                content = file.path.read_bytes()
            except FileNotFoundError:
                continue  # thinned by another program just now
            except OSError as error:
                self._problems.append(kept_files.cannot_be_read(file.path, error))
                continue
            try:
                kept = _KEPT.decode(content)
            except kept_files.UNREADABLE:
                self._problems.append(kept_files.set_aside(file.path))
                continue
            if kept.version == _VERSION:
                yield kept.facts


def _site(url: str) -> str:
    """Return what tells one site from another: its host and path, however they are written."""
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return url.strip()
    usual = port in {None, 80, 443}
    return f"{host}{'' if usual else f':{port}'}{parts.path.rstrip('/')}"


def _files(folder: Path) -> list[_File]:
    """Return the looks of a site's folder, the oldest first; none where it cannot be read.

    Nothing is lost by that: saving the next look says what is wrong with the folder.
    """
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError:
        return []
    found: list[_File] = []
    for name in names:
        try:
            at = datetime.strptime(name.removesuffix(_SUFFIX), _NAME).replace(tzinfo=UTC)
        except ValueError:
            continue  # set aside, or half written
        found.append(_File(at, folder / name))
    return found


def _superfluous(files: Sequence[_File]) -> list[_File]:
    """Return the looks that need not be kept: `files` stand oldest first.

    Of each day, week or month the last one stays: a talk ends what was known before it. The two
    newest stay in any case.
    """
    if not files:
        return []
    newest = files[-1].at
    kept: dict[tuple[str, date], _File] = {}
    for file in files:  # a later one of the same span takes its place
        if (span := _span(file.at, newest)) is not None:
            kept[span] = file
    staying = {file.path for file in (*kept.values(), *files[-2:])}
    return [file for file in files if file.path not in staying]


def _span(at: datetime, newest: datetime) -> tuple[str, date] | None:
    """Return the span of time of which one look is kept; None: it is too long ago."""
    age, day = newest - at, at.date()
    if age <= EVERY_DAY:
        return "day", day
    if age <= EVERY_WEEK:
        return "week", day - timedelta(days=day.weekday())
    if age <= EVERY_MONTH:
        return "month", day.replace(day=1)
    return None
