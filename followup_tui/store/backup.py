"""Backups: dated archives of the home folder, made by themselves once a day or when asked.

A backup holds everything that somebody wrote: the records with their journal and history, the
drafts, the settings, the playbooks. It does not hold what can be had again: copies of web pages,
the index; nor what was set aside as damaged, nor other backups.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from followup_tui.domain.change import StoreProblem
from followup_tui.domain.text import shorten
from followup_tui.store.archive import PIECE, About, Archive, Source, write_archive
from followup_tui.store.files import make_private_folder, sync_folder, unreadable, unwritable
from followup_tui.store.form import peek
from followup_tui.store.lock import locked
from followup_tui.store.retention import kept

FOLDER = "backups"
"""The name of the folder in the home folder."""
DAMAGED = "damaged"
"""The folder of what was set aside because it could not be read."""
PAGES = "pages"
SITES = "sites"
"""The folder in `PAGES` with a folder for each site: its looks by date."""
CACHE = "cache"
"""What is shown at once until it is worked out anew."""
FILE = "desk.json"
FORGETTING = ".forgetting"
"""The file that stands in the home folder while a client is being forgotten."""
_LEFT_OUT = frozenset({FOLDER, DAMAGED, PAGES, CACHE, "desk.lock", "desk.index", "desk.places"})
_NAME = re.compile(
    r"(?P<at>\d{4}-\d\d-\d\d-\d{6})(?:-\d+)?-(?P<kind>[a-z][a-z0-9-]*)\.zip", re.ASCII
)


class Kind(StrEnum):
    """Why a backup was made. Only the daily ones are ever removed by themselves."""

    DAILY = "daily"
    ASKED = "asked"
    BEFORE_RESTORE = "before-restore"
    BEFORE_REPAIR = "before-repair"
    BEFORE_FORMAT = "before-new-format"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup in the folder of the backups."""

    path: Path
    at: datetime
    """When, in the time of the clock that it was made by; without a zone."""
    kind: str
    size: int
    """Bytes on the disk."""

    @property
    def name(self) -> str:
        """What it is called on the command line."""
        return self.path.name.removesuffix(".zip")


def backups(home: Path) -> list[Backup]:
    """Return the backups of a home folder, the latest first; other files are passed over."""
    folder = home / FOLDER
    found = []
    try:
        for path in folder.iterdir():
            named = _NAME.fullmatch(path.name)
            if named is not None and path.is_file():
                at = datetime.strptime(named["at"], "%Y-%m-%d-%H%M%S")  # noqa: DTZ007 - local
                found.append(Backup(path, at, named["kind"], path.stat().st_size))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise unreadable(folder, error) from error
    return sorted(found, key=lambda backup: (backup.at, backup.name), reverse=True)


def back_up(home: Path, *, now: datetime, kind: str = Kind.ASKED, to: Path | None = None) -> Path:
    """Make a backup of `home` as it stands now, verify it, and return where it is.

    `to` is a folder or a file to put it in, instead of the home's own folder for them. The lock is
    held only while the files are opened, so nobody waits until it is written. Raises
    `StoreProblem`; then there is no new backup, and whatever stood at `to` still stands.
    """
    if to is None:
        make_private_folder(home / FOLDER)
    path = _path_for(home, now, kind) if to is None else _path_at(to, now, kind)
    with ExitStack() as opened:
        with locked(home / FILE):
            sources, known = [*_sources(home, opened)], _epoch(home)

        @contextmanager
        def unless_forgotten() -> Iterator[None]:
            with locked(home / FILE):
                if _epoch(home) != known or (home / FORGETTING).exists():
                    raise StoreProblem(
                        f"{home} was changed as a whole while its backup was made: "
                        "the backup was given up. Make it again."
                    )
                yield

        _write(path, sources, now=now, kind=kind, putting=unless_forgotten)
    return path


def back_up_locked(home: Path, *, now: datetime, kind: str) -> Path:
    """Make a backup as `back_up` does, for whoever holds the lock and goes on holding it."""
    make_private_folder(home / FOLDER)
    path = _path_for(home, now, kind)
    with ExitStack() as opened:
        sources = [*_sources(home, opened)]
        _write(path, sources, now=now, kind=kind)
    return path


def _epoch(home: Path) -> str:
    """Return what changes when everything is replaced: by a restoring, or by forgetting."""
    found = peek(home / FILE)
    return found[0].epoch if found else ""


def _write(
    path: Path,
    sources: Sequence[Source],
    *,
    now: datetime,
    kind: str,
    putting: Callable[[], AbstractContextManager[None]] = nullcontext,
) -> None:
    if not sources:
        raise StoreProblem("There is nothing to keep a backup of yet.")
    write_archive(path, sources, at=now, kind=kind, putting=putting)
    try:
        # It is as old as the youngest file in it: by that it is told what was written since.
        latest = max(source.modified for source in sources)
        os.utime(path, ns=(latest, latest))
    except OSError as error:
        raise unwritable(path, error) from error


def daily(home: Path, *, now: datetime) -> Path | None:
    """Make the backup of the day and remove those that are no longer kept.

    Returns None where there is one of today, or where nothing was changed since the last one.
    """
    there = backups(home)
    today = [each for each in there if each.kind == Kind.DAILY and each.at.date() == now.date()]
    if today or not _changed_since(home, there):
        return None
    made = back_up(home, now=now, kind=Kind.DAILY)
    prune(home)
    return made


def prune(home: Path) -> list[Backup]:
    """Remove the daily backups that the rule of `retention` no longer keeps; return them."""
    everyday = [backup for backup in backups(home) if backup.kind == Kind.DAILY]
    stay = kept(backup.at.date() for backup in everyday)
    latest: set[date] = set()
    removed = []
    for backup in everyday:  # the latest first: of several of one day it is the one that stays
        day = backup.at.date()
        if day in stay and day not in latest:
            latest.add(day)
            continue
        try:
            backup.path.unlink()
        except OSError as error:
            raise unwritable(backup.path, error) from error
        removed.append(backup)
    if removed:
        sync_folder(home / FOLDER)
    return removed


def find(home: Path, words: str) -> Path:
    """Return the backup of a name, of the start of one (a day), or at a path.

    Of several that a start fits, the latest. Raises `StoreProblem`, which says what there is.
    """
    try:
        path = Path(words).expanduser()
        if path.is_file():
            return path.absolute()
    except (RuntimeError, OSError):
        pass  # “~name” of nobody, or longer than any name: then it is no path
    there = backups(home)
    for backup in there:
        if words in {backup.name, backup.path.name}:
            return backup.path
    for backup in there:
        if words and backup.name.startswith(words):
            return backup.path
    raise StoreProblem(
        f"There is no backup “{shorten(words, 60)}”, and no file of that name: "
        + (
            f"the latest is {there[0].name}, and `followup restore` shows them all."
            if there
            else "there are none yet; `followup backup` makes one."
        )
    )


def about(path: Path) -> About:
    """Return what a backup says of itself."""
    with Archive.open(path) as archive:
        return archive.about


def _path_for(home: Path, now: datetime, kind: str) -> Path:
    stem = f"{now:%Y-%m-%d-%H%M%S}"
    path = home / FOLDER / f"{stem}-{kind}.zip"
    number = 1
    while path.exists():  # two within a second
        number += 1
        path = home / FOLDER / f"{stem}-{number}-{kind}.zip"
    return path


def _path_at(to: Path, now: datetime, kind: str) -> Path:
    """Return where a backup goes that was asked for elsewhere; never over another file."""
    path = to / f"followup-{now:%Y-%m-%d-%H%M%S}.zip" if to.is_dir() else to
    if not path.parent.is_dir():
        raise StoreProblem(f"There is no folder {path.parent}: make it first, or name another.")
    if path.exists():
        raise StoreProblem(f"{path} is there already: name another file.")
    return path


def taken(home: Path) -> list[str]:
    """Return the names of the files that a backup of `home` holds, in order."""
    found = []
    try:
        for folder, below, files in os.walk(home, onerror=_raise):
            here = Path(folder)
            if here == home:
                below[:] = sorted(name for name in below if name not in _LEFT_OUT)
            below[:] = [name for name in below if not name.startswith(".")]
            found += [
                (here / name).relative_to(home).as_posix()
                for name in files
                if not name.startswith(".")
                and not (here == home and name in _LEFT_OUT)
                and (here / name).is_file()
            ]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise unreadable(home, error) from error
    return sorted(found)


def _raise(error: OSError) -> None:
    raise error


def _sources(home: Path, opened: ExitStack) -> Iterator[Source]:
    """Open the files of one moment, the lock being held.

    A file is replaced by renaming another over it or grows at its end, so an open one goes on
    saying what it said up to its present length.
    """
    for name in taken(home):
        path = home / name
        try:
            file = opened.enter_context(path.open("rb", buffering=0))
            found = os.fstat(file.fileno())
        except FileNotFoundError:
            continue  # a draft that was done with meanwhile: those are saved without the lock
        except OSError as error:
            raise unreadable(path, error) from error
        yield Source(name, _pieces(path, file.fileno(), found.st_size), found.st_mtime_ns)


def _pieces(path: Path, descriptor: int, length: int) -> Iterator[bytes]:
    rest = length
    while rest:
        try:
            piece = os.read(descriptor, min(rest, PIECE))
        except OSError as error:
            raise unreadable(path, error) from error
        if not piece:
            return  # shorter than it was: verified against what was read, told by what it holds
        rest -= len(piece)
        yield piece


def _changed_since(home: Path, there: list[Backup]) -> bool:
    """Say whether anything was written since the latest backup, as far as the files tell."""
    if not there:
        return bool(taken(home))
    try:
        last = there[0].path.stat().st_mtime_ns
        held = {name: member.size for name, member in about(there[0].path).files.items()}
        now = {name: (home / name).stat() for name in taken(home)}
    except (FileNotFoundError, StoreProblem):
        return True  # a draft came and went, or the backup cannot be read
    except OSError as error:
        raise unreadable(home, error) from error
    if held != {name: found.st_size for name, found in now.items()}:
        return True
    return any(found.st_mtime_ns > last for found in now.values())
