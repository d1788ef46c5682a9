"""What tests of backups, repairs and forgetting do to a home folder."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from followup_tui.store.backup import FILE
from followup_tui.store.everything import in_all, write
from followup_tui.store.form import FORMAT
from followup_tui.store.journal_file import begin, journal_path
from followup_tui.store.lines import Header
from followup_tui.store.segments import put_away, read_segment


def compact(home: Path) -> None:
    """Put all changes of the journal into the file, as compaction does."""
    path = home / FILE
    now = in_all(path)
    found = read_segment(journal_path(path))
    if found.header is not None:
        put_away(path, found.header, found.entries)
    write(path, now)
    begin(journal_path(path), Header(FORMAT, now.meta.epoch, now.meta.last))


def contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of every file, those inside of archives too."""
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        name = str(path.relative_to(folder))
        yield name, path.read_bytes()
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                for inner in archive.namelist():
                    yield f"{name}:{inner}", archive.read(inner)


def grep(folder: Path, *words: str) -> list[str]:
    """Return where any of the words stands, whatever its capitals, in names or contents."""
    pattern = re.compile("|".join(re.escape(word) for word in words), re.IGNORECASE)
    return [
        name
        for name, content in contents(folder)
        if pattern.search(name) or pattern.search(content.decode("utf-8", "replace"))
    ]
