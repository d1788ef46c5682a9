"""The history: the journals that compaction has put away, each a file with the form of a journal.

A segment is named by the id of its last change, so that their names sort as they follow.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from followup_tui.store.files import content_of, make_private_folder, unreadable, write_whole
from followup_tui.store.form import FORMAT
from followup_tui.store.journal_file import HISTORY, journal_path
from followup_tui.store.lines import Entry, Found, Header, line_of, read_lines

_ENDING = ".journal"


def segments(path: Path) -> list[Path]:
    """Return the segments of the desk's file at `path`, the oldest first."""
    try:
        return sorted((path.parent / HISTORY).glob(f"[0-9a-z]*{_ENDING}"))
    except OSError as error:
        raise unreadable(path.parent / HISTORY, error) from error


def last_of(segment: Path) -> str:
    """Return the id of the last change of a segment."""
    return segment.name.removesuffix(_ENDING)


def read_segment(segment: Path) -> Found:
    """Read what can be read of a segment; nothing where it is gone."""
    try:
        return read_lines(content_of(segment))
    except FileNotFoundError:
        return Found()
    except OSError as error:
        raise unreadable(segment, error) from error


def last_put_away(path: Path) -> str:
    """Return the id of the last change in the history, or nothing."""
    known = segments(path)
    return last_of(known[-1]) if known else ""


def put_away(path: Path, header: Header, entries: list[Entry]) -> None:
    """Add a segment of these changes to the history of the file at `path`, synced."""
    if not entries:
        return
    folder = path.parent / HISTORY
    make_private_folder(folder)
    segment = folder / f"{entries[-1].id}{_ENDING}"
    write_whole(segment, (line_of(header), *map(line_of, entries)))


def put_away_all(path: Path, *, upto: str = "") -> list[Entry]:
    """Add the changes of the journal to the history, those behind `upto` (if any) excepted.

    Returns those. The lock must be held; the journal itself is left as it is.
    """
    found = read_segment(journal_path(path))
    reached = last_put_away(path)
    # What a killed program has put away already is not put away again.
    done = [e for e in found.entries if e.id > reached and not (upto and e.id > upto)]
    header = found.header or Header(FORMAT, "", reached)
    put_away(path, Header(FORMAT, header.epoch, max(header.after, reached)), done)
    return [entry for entry in found.entries if upto and entry.id > upto]


def newest_first(path: Path) -> Iterator[Entry]:
    """Yield every change that is known, the newest first, reading no more than is asked for.

    A change that a killed compaction has left in two files comes once.
    """
    # The journal goes first: what is put away meanwhile is met in the history then, never missed.
    last = ""
    for found in _files_newest_first(path):
        for entry in reversed(found.entries):
            if not last or entry.id < last:
                last = entry.id
                yield entry


def _files_newest_first(path: Path) -> Iterator[Found]:
    yield read_segment(journal_path(path))
    for segment in reversed(segments(path)):
        yield read_segment(segment)


def missing(path: Path, *, after: str, upto: str) -> list[Entry] | None:
    """Return the changes of the history behind one id up to another; None if some are not there.

    `after` is the last change that is known, or nothing.
    """
    entries: list[Entry] = []
    reached = after
    for segment in segments(path):
        if last_of(segment) <= reached:
            continue
        found = read_segment(segment)
        if found.damaged or found.torn or not found.header or found.header.after > reached:
            return None
        entries += [entry for entry in found.entries if entry.id > reached]
        reached = last_of(segment)
        if reached >= upto:
            break
    return entries if reached >= upto else None
