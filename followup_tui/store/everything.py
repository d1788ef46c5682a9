"""All documents of a folder, read from its files: for keeping, comparing, mending, forgetting.

A desk that is open knows them by its storage; here they are read of any folder, an unpacked
backup for one, and nothing is changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from followup_tui.store.content import Content
from followup_tui.store.files import write_whole
from followup_tui.store.form import FORMAT, Meta, laid_out, read_whole
from followup_tui.store.index import Place
from followup_tui.store.lines import Entry
from followup_tui.store.state import read_state

Tables = dict[str, dict[str, msgspec.Raw]]
"""Table -> document id -> its JSON."""


@dataclass(frozen=True, slots=True)
class Everything:
    """All documents of a folder as they stand."""

    meta: Meta = Meta(FORMAT)
    """What the file says of itself; `last` is the last change that the tables hold."""
    tables: Tables = field(default_factory=dict)
    """Without the one in which the file tells of itself."""


def in_file(path: Path) -> Everything:
    """Return what the desk's file at `path` holds, without its journal.

    A file that is not there holds nothing. Raises `StoreProblem` for one that is no desk's.
    """
    if not path.exists():
        return Everything()
    base = read_whole(path)
    return _split(base.meta, Content(path, base.tables, _nothing_left_in_the_file))


def in_all(path: Path) -> Everything:
    """Return what the desk's file at `path` and its journal hold together."""
    state, _ = read_state(path)
    return _split(Meta(state.base.meta.format, state.base.meta.epoch, state.last), state.content)


def replayed(before: Everything, entries: Iterable[Entry]) -> Everything:
    """Return everything with those changes on top that it does not hold yet."""
    tables = {name: dict(table) for name, table in before.tables.items()}
    content = Content(Path(), dict(tables), _nothing_left_in_the_file)
    last = before.meta.last
    for entry in entries:
        if entry.id > last:
            content.apply(entry)
            last = entry.id
    return _split(Meta(before.meta.format, before.meta.epoch, last), content)


def write(path: Path, everything: Everything) -> None:
    """Put a desk's file that holds everything in place of the one at `path`, whole and synced."""
    write_whole(path, laid_out(dict(everything.tables), everything.meta, {}))


def _split(meta: Meta, content: Content) -> Everything:
    return Everything(meta, {name: dict(content.documents(name).items()) for name in content.names})


def _nothing_left_in_the_file(place: Place) -> bytes:
    raise AssertionError(f"a file that was read whole has left {place}")
