"""What of a home folder the user of this program may not read or change.

A file that may not be read is not damaged: nothing is mended on the ground of it.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from followup_tui.domain.change import StoreProblem


@dataclass(frozen=True, slots=True)
class Denied:
    """A file or folder that this user lacks a right to."""

    path: Path
    may_not: str
    """``read`` or ``change``: what is not allowed."""

    @property
    def words(self) -> str:
        """Return a sentence that says what is not allowed."""
        return f"followup may not {self.may_not} {self.path}."

    @property
    def todo(self) -> str:
        """Return a sentence that says what to do."""
        return "Give yourself the right to (it may belong to another user), or move it away."


def denied(home: Path) -> Iterator[Denied]:
    """Yield what may not be read or changed in `home`, each once, folders before what is in them.

    What is in a folder that may not be entered, or to which a link leads from within, is not looked
    at: links may go round in a circle. Nothing is changed. What vanishes meanwhile is left out.
    """
    yield from _denied(home, is_followed=True)


def _denied(home: Path, *, is_followed: bool = False) -> Iterator[Denied]:
    try:
        mode = home.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return
    except PermissionError:
        yield Denied(home, "read")
        return
    is_folder = home.is_dir()
    if stat.S_ISLNK(mode) and not (is_followed if is_folder else home.is_file()):
        return
    reading = os.R_OK | (os.X_OK if is_folder else 0)
    if not os.access(home, reading):
        yield Denied(home, "read")
        return
    if not os.access(home, os.W_OK):
        yield Denied(home, "change")
    if is_folder:
        for path in sorted(home.iterdir()):
            yield from _denied(path)


def require_rights(home: Path) -> None:
    """Raise `StoreProblem` where something of `home` may not be read or changed.

    Mending asks for it first: what may not be read must not be taken for damaged.
    """
    for each in denied(home):
        raise StoreProblem(f"Nothing was mended: {each.words} {each.todo}")
