"""The state of a desk on the disk: its file, with the changes of its journal on top."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from followup_tui.domain.change import StoreProblem
from followup_tui.store.content import Content
from followup_tui.store.far import CAN_BE_FAR, FarDocuments, FarFile, Replaced
from followup_tui.store.files import signature
from followup_tui.store.form import FORMAT, Base, read_base, read_places
from followup_tui.store.index import Place
from followup_tui.store.journal_file import Position, journal_path, read_on
from followup_tui.store.layout import Layout, read_layouts
from followup_tui.store.lines import Entry, Header
from followup_tui.store.segments import missing

_TRIES = 20  # looks, while other programs compact again and again


class Moved(StoreProblem):
    """The file is another one by now, or gone."""


@dataclass(slots=True)
class State:
    """What is known of a desk."""

    base: Base
    """The file; its tables are taken over by the content."""
    content: Content
    position: Position
    """How far the journal was read."""
    header: Header | None
    last: str
    """The id of the last change."""
    summary: bytes = b""
    """What was kept with the file."""
    since: tuple[Entry, ...] = ()
    """The changes that the summary does not know of."""
    on_top: tuple[Entry, ...] = ()
    """The changes that the file did not hold when this was read."""

    @property
    def is_ready(self) -> bool:
        """Whether a line can be added to the journal as it is."""
        position, header = self.position, self.header
        return (
            header is not None
            and self.base.signature is not None
            and self.base.meta.format == FORMAT
            and self.base.meta.epoch == header.epoch
            and not (position.torn or position.unended or position.damaged)
        )


def read_state(path: Path) -> tuple[State, list[str]]:
    """Read the state of the desk whose file is at `path`, and sentences on what is wrong with it.

    Nothing is changed. Raises `StoreProblem` for what cannot be read.
    """
    for _ in range(_TRIES):
        base = read_base(path)
        reading = read_on(journal_path(path))
        header, entries, problems = reading.found.header, reading.found.entries, []
        if header is not None and header.after > base.meta.last:
            if signature(path) != base.signature:
                continue  # compacted between the two looks
            problems.append(_behind(path, base))
            entries = [*_between(path, base, header), *entries]
        return _state(path, base, reading.position, header, entries), problems
    raise StoreProblem(f"{path} is being changed all the time. Try again in a moment.")


def _state(
    path: Path, base: Base, position: Position, header: Header | None, entries: list[Entry]
) -> State:
    def load(place: Place) -> bytes:
        found = read_places(path, (place,), base.signature)
        if found is None:
            raise Moved(
                f"{path} was taken away while followup was open: put it back, then try again."
            )
        return found[0]

    content = Content(path, base.tables, load, _Far(path, base))
    later = [entry for entry in entries if entry.id > base.meta.last]
    for entry in later:
        content.apply(entry)
    state = State(base, content, position, header, later[-1].id if later else base.meta.last)
    state.on_top = tuple(later)
    if base.index is not None:
        state.summary = base.index.summary
        state.since = tuple(entry for entry in later if entry.id > base.index.upto)
    return state


class _Far:
    """Gives the tables that stay in the file.

    It is held open from the beginning: what is known of a desk is what it was then, also once the
    file is gone.
    """

    def __init__(self, path: Path, base: Base) -> None:
        self._path = path
        self._expected = base.signature
        self._layouts: dict[str, Layout] | None = None
        self._file: FarFile | None = None
        left = any(isinstance(table, Place) for table in base.tables.values())
        if CAN_BE_FAR and left and base.signature is not None:
            with suppress(Replaced):  # whoever reads it whole finds that out, too
                self._file = FarFile(path, base.signature)

    def __call__(self, name: str) -> FarDocuments | None:
        if self._file is None:
            return None
        if self._layouts is None:
            self._layouts = read_layouts(self._path, self._expected)
        layout = self._layouts.pop(name, None)
        return FarDocuments(self._file, layout) if layout is not None else None


def _between(path: Path, base: Base, header: Header) -> list[Entry]:
    found = missing(path, after=base.meta.last, upto=header.after)
    if found is None:
        raise StoreProblem(
            f"{path} does not hold all that its journal goes on from, and neither does the "
            "history: put back the right file, or bring back a backup with followup restore. "
            "Everything was left as it is."
        )
    return found


def _behind(path: Path, base: Base) -> str:
    what = "was missing" if base.signature is None else "was older than its journal"
    return f"{path} {what}. What it lacked was taken from the history: everything is there."
