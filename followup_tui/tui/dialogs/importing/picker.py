"""Picking a file from the folders of the machine, by typing, by the arrows or by a click."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from textual.containers import Vertical
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Input

from followup_tui.domain.text import clean_line, fold
from followup_tui.services.importing import ImportProblem, path_of
from followup_tui.tui.dialogs.pick import Pick, PickDialog

_ENDINGS = {".csv", ".tsv", ".txt", ".vcf", ".vcard", ".ics", ".ical", ".json", ".xls"}
"""Of the files that are listed first; what a file is, its content tells."""
_CARDS = {".vcf", ".vcard"}
_MOST = 2_000  # entries of a folder that are listed
_UP = ".."


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file or a folder."""

    path: Path
    words: str
    is_folder: bool
    is_likely: bool


def entries_of(folder: Path) -> list[_Entry]:
    """Return what a folder holds, folders and likely files first; hidden ones are left out.

    Raises `OSError`.
    """
    found = []
    for number, path in enumerate(folder.iterdir()):
        if number == _MOST:
            break
        if path.name.startswith("."):
            continue
        is_folder = path.is_dir()
        name = clean_line(path.name) or "(a name without letters)"
        likely = is_folder or path.suffix.lower() in _ENDINGS
        found.append(_Entry(path, f"{name}/" if is_folder else name, is_folder, likely))
    found.sort(key=lambda one: (not one.is_folder, not one.is_likely, fold(one.words)))
    return found


class FilePicker(PickDialog):
    """Ends with the path of a file, or of a folder of vCards; None: nothing was picked."""

    CSS_PATH = "../pick.tcss"

    def __init__(self, folder: Path) -> None:
        """Begin in `folder`."""
        super().__init__(
            "Pick a file",
            self._matching,
            hint="type a part of its name",
            nothing="Nothing here is called like that.",
        )
        self._folder = folder
        self._entries: Sequence[_Entry] = ()

    def on_mount(self) -> None:
        """List the first folder."""
        self._go(self._folder)

    def _go(self, folder: Path) -> None:
        self.run_worker(self._list(folder), name="list a folder", group="list", exclusive=True)

    async def _list(self, folder: Path) -> None:
        """List a folder; one that cannot be read leaves what stands there."""
        try:
            self._entries = await asyncio.to_thread(entries_of, folder)
        except OSError as problem:
            why = clean_line(problem.strerror or str(problem))
            self.query_one("#pick-box", Vertical).border_subtitle = Content(why)
            return
        self._folder = folder
        box = self.query_one("#pick-box", Vertical)
        box.border_title = Content(f"Pick a file in {clean_line(str(folder))}")
        box.border_subtitle = Content("")
        self.query_one(Input).value = ""
        self._show("")

    def _matching(self, typed: str) -> Sequence[Pick]:
        words = fold(clean_line(typed))
        picks = [
            Pick(str(entry.path), Content.styled(entry.words, "" if entry.is_likely else "dim"))
            for entry in self._entries
            if words in fold(entry.words)
        ]
        if not words:
            if any(entry.path.suffix.lower() in _CARDS for entry in self._entries):
                picks.insert(0, Pick(str(self._folder), Content("all vCards of this folder")))
            if self._folder.parent != self._folder:
                picks.insert(0, Pick(_UP, Content("../  the folder above")))
        return picks

    def _choose(self) -> None:
        """Go into the folder that was chosen, or end with the file."""
        key = self._picked_key()
        if not key or not self.is_current:
            return
        path = self._folder.parent if key == _UP else Path(key)
        if path == self._folder or not path.is_dir():
            self.dismiss(str(path))
        else:
            self._go(path)


def folder_for(typed: str) -> Path:
    """Return the folder to begin in: that of what is typed, else where downloads go."""
    try:
        path = path_of(typed).absolute()
    except ImportProblem:
        downloads = Path.home() / "Downloads"
        return downloads if downloads.is_dir() else Path.home()
    return next((each for each in (path, *path.parents) if each.is_dir()), Path.home())


class PathSuggester(Suggester):
    """Completes a path by what there is."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """Return the first path that begins with what is typed."""
        return await asyncio.to_thread(completed, value)


def completed(typed: str) -> str | None:
    """Return a path that begins with `typed`, likely files first; None where there is none."""
    folder, slash, begun = typed.rpartition("/")
    if not begun or "\0" in typed:
        return None
    try:
        where = Path(f"{folder}{slash}" or ".").expanduser()
        found = [each for each in entries_of(where) if each.path.name.startswith(begun)]
    except (OSError, RuntimeError):
        return None
    first = next(iter(sorted(found, key=lambda one: not one.is_likely)), None)
    if first is None:
        return None
    return f"{folder}{slash}{first.path.name}{'/' if first.is_folder else ''}"
