"""Having the files in order before a line is added, and what is told of what was wrong."""

from __future__ import annotations

from pathlib import Path

from followup_tui.domain.words import count
from followup_tui.store.base import write_base
from followup_tui.store.files import remove_left_behind, signature
from followup_tui.store.form import FORMAT, Meta
from followup_tui.store.journal_file import (
    HISTORY,
    Position,
    begin,
    cut_torn,
    end_line,
    journal_path,
    keep_aside,
    read_on,
)
from followup_tui.store.lines import Header
from followup_tui.store.segments import last_put_away, put_away_all
from followup_tui.store.state import State

_LEFT_BEHIND = 60.0  # seconds after which nobody is writing a temporary file any more


def tidy(path: Path) -> None:
    """Remove what writers left that were killed long ago."""
    for folder, name in ((path.parent, f"{path.stem}.*"), (path.parent / HISTORY, "*")):
        remove_left_behind(folder, name, older=_LEFT_BEHIND)


def make_ready(path: Path, state: State, fresh_id: str) -> str:
    """Have the file and the journal in order for a line to be added, the lock being held.

    `fresh_id` becomes the epoch of a desk that has none yet. Where a file is missing or of an
    older form, or is not the one that the journal belongs to, it is written with all that is
    known. Returns a sentence where something was mended that the user should know of.
    """
    told = _without_damage(path, state) if state.position.damaged else ""
    journal = journal_path(path)
    there = signature(journal) is not None
    foreign = not there or (state.header and state.header.epoch != state.base.meta.epoch)
    meta = state.base.meta
    is_behind = bool(foreign) and state.last > meta.last
    if signature(path) is None or meta.format < FORMAT or is_behind:
        now = Meta(FORMAT, meta.epoch or fresh_id, state.last)
        state.base = write_base(path, state.content.copy(), now)
        foreign = foreign or now.epoch != meta.epoch
    if foreign:
        if there:
            put_away_all(path)
        state.header = Header(FORMAT, state.base.meta.epoch, state.last)
        state.position = begin(journal, state.header)
    elif state.position.torn:
        state.position, aside = cut_torn(journal, state.position)
        told = f"{torn(journal)} The piece that was cut off is kept as {aside}."
    elif state.position.unended:
        state.position = end_line(journal, state.position)
    return told


def _without_damage(path: Path, state: State) -> str:
    """Write the journal anew with the lines that can be read, keeping the damaged one aside."""
    journal = journal_path(path)
    aside = keep_aside(journal)
    reading = read_on(journal)
    if state.header is None:
        state.header = Header(FORMAT, state.base.meta.epoch, last_put_away(path))
    lines = reading.position.damaged
    state.position = begin(journal, state.header, tuple(reading.found.entries))
    return f"{damaged(journal, lines)} The damaged file is kept as {aside}."


def what_is_wrong(path: Path, position: Position) -> tuple[str, ...]:
    """Return sentences on what is wrong with a journal that was not mended yet."""
    journal = journal_path(path)
    if position.damaged:
        return (damaged(journal, position.damaged),)
    return (torn(journal),) if position.torn else ()


def torn(journal: Path) -> str:
    """Return the sentence on a journal whose end is cut off."""
    return (
        f"The last line of {journal} is not whole: followup, or the machine, was ended while it "
        "saved. What was being saved then is missing; everything before it is there."
    )


def damaged(journal: Path, lines: int) -> str:
    """Return the sentence on a journal of which some lines are damaged."""
    one = lines == 1
    return (
        f"{count(lines, 'line')} of {journal} {'is' if one else 'are'} damaged. What was changed "
        f"in {'it' if one else 'them'} may be missing, and a backup may hold it; everything else "
        "is there."
    )
