"""A folder of vCards, one contact a file, as vdirsyncer, khard and file managers keep them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from followup_tui.domain.importing.plan import (
    Fate,
    FileKind,
    ImportPlan,
    ImportProblem,
    PlannedRow,
    Progress,
)
from followup_tui.domain.text import clean_line
from followup_tui.domain.words import count

_ENDINGS = {".vcf", ".vcard"}
MOST_FILES = 200_000
_DEEPEST = 6  # folders within folders: vdirsyncer has two
_TOLD_EVERY = 100  # files


def read_folder(
    folder: Path,
    *,
    source: str,
    read: Callable[[Path], ImportPlan],
    progress: Progress,
) -> ImportPlan:
    """Return the plan of all cards in a folder and those within it; each file accounted for.

    `read` reads one file. Raises `ImportProblem` where there is no card among its files.
    """
    files = sorted(_cards(folder, 0))
    if not files:
        raise ImportProblem(
            f"{source} is a folder without vCards: name a file, or a folder of .vcf files."
        )
    if len(files) > MOST_FILES:
        raise ImportProblem(f"{source} has more than {MOST_FILES:,} files: import it in parts.")
    rows: list[PlannedRow] = []
    other = 0
    notes: dict[str, None] = {f"{count(len(files), 'file')} of vCards in {source}.": None}
    for number, path in enumerate(files):
        if number % _TOLD_EVERY == 0:
            progress("Reading", number, len(files))
        found = read_one(path.name, partial(read, path))
        name = clean_line(str(path.relative_to(folder)))
        rows += [replace(row, file=name) for row in found.rows]
        other += found.other_lines
        notes.update(dict.fromkeys(f"{name}: {note}" for note in found.notes))
    return ImportPlan(
        source=source,
        kind=FileKind.VCARD,
        rows=tuple(rows),
        notes=tuple(notes)[:20],
        other_lines=other,
    )


def read_one(name: str, read: Callable[[], ImportPlan]) -> ImportPlan:
    """Return the plan of one file of several; one that cannot be read is a row left out."""
    called = clean_line(name) or "a file"
    try:
        found = read()
    except ImportProblem as problem:
        words = str(problem).rstrip(".")
        return ImportPlan(name, FileKind.VCARD, (PlannedRow(1, 1, called, Fate.SKIP, words),))
    if found.rows:
        return found
    row = PlannedRow(1, 1, called, Fate.SKIP, "there is no card in it")
    return ImportPlan(name, FileKind.VCARD, (row,), found.notes, found.other_lines)


def _cards(folder: Path, depth: int) -> Iterator[Path]:
    """Yield the files of cards; links that lead round in circles are not followed."""
    try:
        with os.scandir(folder) as found:
            entries = list(found)
    except OSError as problem:
        if depth:
            return  # a folder within it that is not for us
        why = clean_line(problem.strerror or str(problem))
        raise ImportProblem(f"{clean_line(str(folder))} cannot be read: {why}.") from None
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith("."):
            continue
        if path.suffix.lower() in _ENDINGS and _is_file(entry):
            yield path
        elif depth < _DEEPEST and entry.is_dir(follow_symlinks=False):
            yield from _cards(path, depth + 1)


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Say whether there is a file; where that cannot be told, whoever reads it says why."""
    try:
        return entry.is_file()
    except OSError:
        return True
