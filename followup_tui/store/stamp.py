"""Stamps: by them one state of a desk's files is told from another, with none of them read.

What is made of a desk is kept under the stamp of what it was made from, and is good as long as the
files still bear it. A file is told apart by when it was changed, its size and its number on the
disk. Nothing but `os` is imported: a kept list and the first sight of the desk (`first_sight`) are
looked up before anything else is.
"""

# ruff: noqa: PTH116, PTH118, PTH120
# (pathlib would be imported before anything is drawn)

from __future__ import annotations

import os

from followup_tui import __file__ as _package
from followup_tui import __version__

RECORDS, JOURNAL = "desk.json", "desk.journal"
SETTINGS, PLAYBOOKS = "settings.toml", "playbooks"
"""The names of what a list is made from, in the home folder."""

_OURS = os.path.dirname(_package)
_CODE = tuple(
    os.path.join(_OURS, *room)
    for room in (("domain",), ("domain", "due"), ("tui",), ("tui", "panes"), ("tui", "present"))
)
"""Folders of the modules by which a list is made and drawn."""
_SHIPPED = (os.path.join(_OURS, "_data"), os.path.join(os.path.dirname(_OURS), "data"))
_NONE = "-"


def now_in(home: str | os.PathLike[str]) -> str:
    """Return the stamp of all that a call list in this home folder would be made from now.

    Empty where it cannot be told: there is nothing yet, or it may not be looked at.
    """
    return made_from(rules_of(home), records_of(home))


def nothing_in(home: str | os.PathLike[str]) -> str:
    """Return the stamp of a home folder as long as there are no records in it; else empty."""
    if any(os.path.lexists(os.path.join(home, name)) for name in (RECORDS, JOURNAL)):
        return ""
    return made_from(rules_of(home), f"{_NONE} {_NONE}")


def made_from(rules: str, records: str) -> str:
    """Return the stamp of a list that is made by these rules from these records."""
    return f"{records} {rules}" if records and rules else ""


def rules_of(home: str | os.PathLike[str]) -> str:
    """Return the stamp of the settings and playbooks of a home folder, and of the program.

    Empty where it cannot be told.
    """
    own = [os.path.join(home, PLAYBOOKS), *(os.path.join(ours, PLAYBOOKS) for ours in _SHIPPED)]
    try:
        files = [_file(os.path.join(home, SETTINGS)), *map(_modules, _CODE), *map(_folder, own)]
    except OSError:
        return ""
    return " ".join((__version__, *files))


def records_of(home: str | os.PathLike[str]) -> str:
    """Return the stamp of the records of a home folder; empty where there are none."""
    path = os.path.join(home, RECORDS)
    try:
        return records_stamp(_stat(path), _stat(os.path.join(home, JOURNAL)))
    except OSError:
        return ""


def records_stamp(file: tuple[int, int, int] | None, journal: tuple[int, int, int] | None) -> str:
    """Return the stamp of records by the signatures of their file and of its journal, as read."""
    return f"{_words(file)} {_words(journal)}" if file is not None else ""


def _file(path: str) -> str:
    return _words(_stat(path))


def _modules(path: str) -> str:
    """Return the stamp of the modules in a folder; what was compiled of them does not count."""
    with os.scandir(path) as entries:
        found = [entry.stat() for entry in entries if entry.name.endswith(".py")]
    size = sum(each.st_size for each in found)
    return f"{len(found)}:{size}:{sum(each.st_mtime_ns for each in found)}"


def _folder(path: str) -> str:
    """Return the stamp of all that is in a folder."""
    try:
        with os.scandir(path) as entries:
            found = sorted((entry.name, *_of(entry.stat())) for entry in entries)
    except FileNotFoundError:
        return _NONE
    return repr(found)


def _stat(path: str) -> tuple[int, int, int] | None:
    try:
        return _of(os.stat(path))
    except FileNotFoundError:
        return None


def _of(stat: os.stat_result) -> tuple[int, int, int]:
    """Return the same numbers as `files.Signature`."""
    return stat.st_mtime_ns, stat.st_size, stat.st_ino


def _words(numbers: tuple[int, int, int] | None) -> str:
    return _NONE if numbers is None else "{}:{}:{}".format(*numbers)
