"""The checks of a home folder: what is wrong with its files, and what to do. Nothing is changed."""

from __future__ import annotations

import os
import stat
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from followup_tui.domain.change import StoreProblem
from followup_tui.domain.words import count
from followup_tui.store.archive import Archive
from followup_tui.store.backup import CACHE, DAMAGED, FILE, FORGETTING, PAGES, SITES, backups, taken
from followup_tui.store.backup import FOLDER as BACKUPS
from followup_tui.store.drafts import FOLDER as DRAFTS
from followup_tui.store.drafts import FileDrafts
from followup_tui.store.everything import in_all
from followup_tui.store.files import unreadable
from followup_tui.store.forget import pending
from followup_tui.store.form import Documents
from followup_tui.store.journal_file import HISTORY, journal_path
from followup_tui.store.kinds import KINDS
from followup_tui.store.rights import denied
from followup_tui.store.segments import read_segment, segments
from followup_tui.store.soundness import Damaged, Dangling, damaged, dangling

__all__ = ["KINDS", "Finding", "Severity", "check", "exposed", "left_behind", "set_aside"]

_OURS = frozenset({
    BACKUPS, CACHE, DAMAGED, DRAFTS, FORGETTING, HISTORY, PAGES, "courses", "letters", "playbooks",
    "import-mappings.toml", "sample.json", "settings.toml",
})  # fmt: skip
"""What stands in a home folder, beside the files of the desk."""
_NAMED = 3  # ids that a finding names; the rest is counted
_MEND = "`followup doctor --repair` mends it."


class Severity(StrEnum):
    """How grave a finding is."""

    FINE = "fine"
    WARNING = "warning"
    """Everything works, and something should be seen to."""
    ERROR = "error"
    """Something cannot be read or used."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check found."""

    severity: Severity
    words: str
    """A sentence: what was found."""
    todo: str = ""
    """A sentence: what to do about it. Empty where nothing needs doing."""


def check(home: Path) -> tuple[Finding, ...]:
    """Return what there is to say about the files of a home folder, the records first."""
    if not home.is_dir():
        return (
            Finding(
                Severity.ERROR,
                f"There is no folder {home}.",
                "Open the desk once to make it, or name the right folder with --home.",
            ),
        )
    without = tuple(denied(home))
    told = tuple(Finding(Severity.ERROR, each.words, each.todo) for each in without)
    if any(each.may_not == "read" for each in without):
        return told  # what is in them cannot be known, so nothing can be said of the whole
    return (
        *told,
        *_check_records(home / FILE),
        *_check_lines(home / FILE),
        *_check_forgetting(home),
        *_check_drafts(home / DRAFTS),
        *_check_backups(home),
        *_check_private(home),
        *_check_left(home),
    )


def _check_records(path: Path) -> Iterator[Finding]:
    if not path.exists() and not journal_path(path).exists():
        yield Finding(Severity.FINE, "Nothing has been saved yet.")
        return
    try:
        tables = in_all(path).tables
    except StoreProblem as problem:
        yield Finding(
            Severity.ERROR,
            str(problem),
            "Until then the desk does not open. `followup doctor --repair` builds it anew from the "
            "latest backup and the history, and keeps the damaged file.",
        )
        return
    for name in sorted(tables.keys() - {kind.table for kind in KINDS}):
        yield Finding(
            Severity.WARNING,
            f"The table “{name}” is not one that this followup knows; it is left as it is.",
        )
    wrong = damaged(tables)
    yield from _tell_damaged(wrong)
    yield from _tell_dangling(dangling(tables))
    yield Finding(Severity.FINE, f"{count(_known(tables) - len(wrong), 'record')} can be read.")


def _known(tables: Mapping[str, Documents]) -> int:
    return sum(len(tables.get(kind.table, {})) for kind in KINDS)


def _tell_damaged(wrong: Sequence[Damaged]) -> Iterator[Finding]:
    by_table: dict[str, list[Damaged]] = defaultdict(list)
    for each in wrong:
        by_table[each.table].append(each)
    for table, found in by_table.items():
        yield Finding(
            Severity.ERROR,
            f"{count(len(found), 'record')} of “{table}” cannot be read: "
            f"{_named(f'{each.id} ({each.why})' for each in found)}.",
            "They hide nothing else. `followup doctor --repair` puts back their last version that "
            "can be read, and keeps the damaged one.",
        )


def _tell_dangling(found: Sequence[Dangling]) -> Iterator[Finding]:
    lost: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each in found:
        lost[each.record.table, each.field].append(f"{each.record.id} → {each.target}")
    for (table, field), ids in lost.items():
        yield Finding(
            Severity.WARNING,
            f"In {count(len(ids), 'record')} of “{table}” the {field} points at something that is "
            f"not there: {_named(ids)}.",
            "Nothing else depends on it. `followup doctor --repair` detaches it, or sets the "
            "record aside where it belongs to nobody any more.",
        )


def _check_lines(path: Path) -> Iterator[Finding]:
    """Read every line of the journal and the history, with its checksum."""
    lines = 0
    for file in (journal_path(path), *segments(path)):
        try:
            found = read_segment(file)
        except StoreProblem as problem:
            yield Finding(Severity.ERROR, str(problem))
            continue
        lines += len(found.entries)
        if found.damaged:
            yield Finding(
                Severity.ERROR,
                f"{count(found.damaged, 'line')} of {file} cannot be read: what was changed in "
                f"{'it' if found.damaged == 1 else 'them'} may be missing from the "
                f"{'records' if file == journal_path(path) else 'history'}.",
                f"A backup may hold it. {_MEND}",
            )
        elif found.torn:
            yield Finding(
                Severity.WARNING,
                f"The last line of {file} is not whole: what was being saved when followup or the "
                "machine was ended is missing; everything before it is there.",
                _MEND,
            )
    if lines:
        yield Finding(Severity.FINE, f"{count(lines, 'change')} of the history can be read.")


def _check_forgetting(home: Path) -> Iterator[Finding]:
    try:
        intent = pending(home)
    except StoreProblem as problem:
        yield Finding(Severity.ERROR, str(problem))
        return
    if intent is not None:
        yield Finding(
            Severity.ERROR,
            f"Forgetting {intent.name} was not brought to its end.",
            "`followup doctor --repair` carries it on; so does the desk when it is opened.",
        )


def _check_drafts(folder: Path) -> Iterator[Finding]:
    if not folder.exists():
        return
    drafts = FileDrafts(folder)
    try:
        keys = drafts.keys()
    except StoreProblem as problem:
        yield Finding(Severity.ERROR, str(problem))
        return
    for key in keys:
        try:
            content = drafts.load(key)
        except StoreProblem as problem:
            yield Finding(Severity.ERROR, str(problem))
        else:
            if not content:
                yield Finding(
                    Severity.WARNING,
                    f"The draft “{key}” is empty.",
                    f"It can be discarded. {_MEND}",
                )
    if keys:
        yield Finding(
            Severity.FINE, f"{count(len(keys), 'draft')} of what was typed and not saved yet."
        )


def _check_backups(home: Path) -> Iterator[Finding]:
    try:
        there = backups(home)
    except StoreProblem as problem:
        yield Finding(Severity.ERROR, str(problem))
        return
    readable = 0
    for backup in there:
        try:
            with Archive.open(backup.path) as archive:
                archive.verify()
            readable += 1
        except StoreProblem as problem:
            yield Finding(Severity.ERROR, str(problem), _MEND)
    if readable:
        latest = f"{there[0].at:%a %d %b %Y, %H:%M}"
        yield Finding(
            Severity.FINE, f"{count(readable, 'backup')} can be read, the latest of {latest}."
        )
    elif taken(home):
        yield Finding(
            Severity.FINE,
            "There is no backup yet: the desk makes one a day by itself, and `followup backup` one "
            "at once.",
        )


def exposed(home: Path) -> Iterator[tuple[Path, int, int]]:
    """Yield what other users of this machine can open: path, mode, and the mode it should have.

    Where a home folder holds other things as well, they are none of ours: neither they nor the
    folder itself are told of, and of our folders there only what shuts them.
    """
    if os.name != "posix":  # elsewhere the mode says nothing of other users
        return
    there = sorted(home.iterdir())
    ours = [path for path in there if _is_ours(path.name)]
    is_shared = len(ours) < len(there)
    for path in ours if is_shared else (home, *sorted(home.rglob("*"))):
        try:
            if path.is_symlink():
                continue
            found = path.stat()
        except FileNotFoundError:
            continue
        except OSError as error:
            raise unreadable(path, error) from error
        mode = stat.S_IMODE(found.st_mode)
        if mode & (stat.S_IRWXG | stat.S_IRWXO):
            yield path, mode, 0o700 if stat.S_ISDIR(found.st_mode) else 0o600


def _is_ours(name: str) -> bool:
    """Say whether something in a home folder is called as what we put there."""
    return name in _OURS or name.startswith(("desk.", ".desk.", ".writing-", ".unpacked-"))


def _check_private(home: Path) -> Iterator[Finding]:
    try:
        for path, mode, right in exposed(home):
            yield Finding(
                Severity.WARNING,
                f"{path} can be opened by other users of this machine ({mode:o}).",
                f"Make it private: chmod {right:o} '{path}', or `followup doctor --repair`.",
            )
    except StoreProblem as problem:
        yield Finding(Severity.ERROR, str(problem))


def left_behind(home: Path) -> list[Path]:
    """Return what programs that were ended while they wrote have left behind."""
    pages = home / PAGES
    own = (home, home / DRAFTS, home / BACKUPS, home / HISTORY, pages)
    places = (*own, *(pages / SITES).glob("*"))
    return sorted(
        path
        for place in places
        for pattern in (".*.tmp", ".writing-*", ".unpacked-*")
        for path in place.glob(pattern)
    )


def set_aside(home: Path) -> list[Path]:
    """Return the files that were set aside because they, or a part of them, could not be read."""
    return sorted(path for path in (home / DAMAGED).glob("*") if path.is_file())


def _check_left(home: Path) -> Iterator[Finding]:
    left = left_behind(home)
    if left:
        yield Finding(
            Severity.WARNING,
            f"{count(len(left), 'unfinished file')} of a program that was ended while it saved: "
            f"{_named(path.name for path in left)}.",
            f"Nothing is lost: what stood before is whole. {_MEND}",
        )
    if aside := set_aside(home):
        yield Finding(
            Severity.FINE,
            f"{count(len(aside), 'damaged file')} set aside: "
            f"{_named(str(path.relative_to(home)) for path in aside)}. followup needs none of "
            "them; delete them once you miss nothing.",
        )


def _named(items: Iterable[str]) -> str:
    every = list(items)
    rest = len(every) - _NAMED
    return "; ".join(every[:_NAMED]) + (f"; and {rest:,} more" if rest > 0 else "")
