"""Taking the last change back, and doing it again, wherever records are shown."""

from __future__ import annotations

from typing import Any, Protocol, runtime_checkable

from textual.screen import Screen

from followup_tui.desk import Desk
from followup_tui.domain.history import CannotUndo
from followup_tui.domain.text import shorten
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.toast import toast

_ROOM = 200  # characters of a change that a toast has room for


@runtime_checkable
class ShowsRecords(Protocol):
    """A screen that shows records and on which nothing is typed: undo can be pressed there."""

    def change_to_take_back(self) -> str:
        """Return the id of the change that is meant here; empty: the last one."""
        ...

    async def show_changes(self) -> None:
        """Show at once what was just changed."""
        ...


async def take_back(desk: Desk, screen: Screen[Any], *, redo_key: str) -> None:
    """Take back what is meant on `screen`, and say what it was; or why it cannot be."""
    if not isinstance(screen, ShowsRecords):
        return
    try:
        taken = await desk.history.undo(screen.change_to_take_back())
    except (CannotUndo, StoreProblem) as problem:
        _refuse(screen, problem)
        return
    toast(screen, f"Taken back: {shorten(taken.by, _ROOM)}. {redo_key} does it again.")
    await screen.show_changes()


async def do_again(desk: Desk, screen: Screen[Any]) -> None:
    """Do again what was taken back last, and say what it was; or why it cannot be."""
    if not isinstance(screen, ShowsRecords):
        return
    try:
        done = await desk.history.redo()
    except (CannotUndo, StoreProblem) as problem:
        _refuse(screen, problem)
        return
    toast(screen, f"Done again: {shorten(done.by, _ROOM)}.")
    await screen.show_changes()


def _refuse(screen: Screen[Any], problem: CannotUndo | StoreProblem) -> None:
    foreseen = isinstance(problem, CannotUndo)
    toast(screen, str(problem), severity="warning" if foreseen else "error")
