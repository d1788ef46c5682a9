"""Picking a file from the folders of the machine, by typing, by the arrows or by a click."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from textual.containers import Vertical
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Input

from followup_tui.domain.text import clean_line, fold
from followup_tui.services.importing import ImportProblem, path_of
from followup_tui.tui.anew import anew
from followup_tui.tui.dialogs.pick import Pick, PickDialog

_ENDINGS = {".csv", ".tsv", ".txt", ".vcf", ".vcard", ".ics", ".ical", ".json", ".xls", ".xlsx",
            ".zip"}  # fmt: skip
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


# What these functions ask may lie on a disk in another building: they are called in threads.


def is_folder(path: Path) -> bool:
    """Return whether there is a folder; what cannot be looked at is none."""
    try:
        return path.is_dir()
    except OSError:  # of a mount that is gone, or in a folder that may not be entered
        return False


def entries_of(folder: Path) -> list[_Entry]:
    """Return what a folder holds, folders and likely files first; hidden ones are left out.

    Blocks: call it in a thread. Raises `OSError`.
    """
    found = []
    for number, path in enumerate(folder.iterdir()):
        if number == _MOST:
            break
        if path.name.startswith("."):
            continue
        folds = is_folder(path)
        name = clean_line(path.name) or "(a name without letters)"
        likely = folds or path.suffix.lower() in _ENDINGS
        found.append(_Entry(path, f"{name}/" if folds else name, folds, likely))
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
        anew(self, partial(self._list, folder), name="list a folder", group="list")

    async def _list(self, folder: Path) -> None:
        """List a folder; one that cannot be read leaves what stands there."""
        box = self.query_one("#pick-box", Vertical)
        box.border_subtitle = Content("reading …")
        try:
            self._entries = await asyncio.to_thread(entries_of, folder)
        except OSError as problem:
            box.border_subtitle = Content(clean_line(problem.strerror or str(problem)))
            return
        self._folder = folder
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
        if key == _UP:
            self._go(self._folder.parent)
        elif any(entry.is_folder and str(entry.path) == key for entry in self._entries):
            self._go(Path(key))
        else:
            self.dismiss(key)


def folder_for(typed: str) -> Path:
    """Return the folder to begin in: that of what is typed, else where downloads go.

    Blocks: call it in a thread.
    """
    try:
        path = path_of(typed).absolute()
    except (ImportProblem, OSError):  # OSError: the folder we were started in is gone
        downloads = Path.home() / "Downloads"
        return downloads if is_folder(downloads) else Path.home()
    return next((each for each in (path, *path.parents) if is_folder(each)), Path.home())


class PathSuggester(Suggester):
    """Completes a path by what there is."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """Return the first path that begins with what is typed."""
        return await asyncio.to_thread(completed, value)


def completed(typed: str) -> str | None:
    """Return a path that begins with `typed`, likely files first; None where there is none.

    Blocks: call it in a thread.
    """
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
