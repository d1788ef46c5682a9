"""The calendar file that a command writes beside what it writes down.

Whether there can be one is asked before: who is told that nothing was saved does it once more.
"""

from __future__ import annotations

import os
from pathlib import Path

from followup_tui.commands.paths import absolute
from followup_tui.commands.problems import CannotDo
from followup_tui.desk import Desk
from followup_tui.domain.change import StoreProblem


def place_of(typed: str) -> Path | None:
    """Return where the new file is to be, or None where none is asked for.

    Raises `CannotDo` where something stands there already, or no file can be made there.
    """
    if not typed:
        return None
    path = absolute(typed)
    if os.path.lexists(path):
        raise CannotDo(f"{path} stands there already: choose another name")
    if not os.path.isdir(path.parent):  # noqa: PTH112 - raises nothing
        raise CannotDo(f"there is no folder {path.parent}: choose another place for {path.name}")
    return path


def save(desk: Desk, path: Path, content: bytes) -> None:
    """Write the file; raises `CannotDo`, which says that all else is written down."""
    try:
        desk.save_file(path, content)
    except StoreProblem as problem:
        raise CannotDo(
            f"it is written down, but there is no calendar file of it: {problem}"
        ) from None
