"""The library, as it looks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from followup_tui.tui.dialogs.value_add import ValueAddDialog
from followup_tui.tui.messages import LibraryWanted
from followup_tui.tui.panes.library_rows import LibraryRows
from followup_tui.tui.screens.library import LibraryScreen
from tests.fakes import a_desk, a_story_desk
from tests.snapshots.shell import SIZES, an_app, ask, still
from tests.story import story
from tests.tui.waiting import until


async def _listed(pilot: Pilot[Any]) -> None:
    await ask(pilot, LibraryWanted(), LibraryScreen)
    rows = pilot.app.screen.query_one(LibraryRows)
    await until(pilot, lambda: rows.row_count > 0)


async def _shown(pilot: Pilot[Any]) -> None:
    await _listed(pilot)
    await pilot.press("r")  # else it depends on what the desk below has looked at by now
    said = pilot.app.screen.query_one("#library-said", Static)
    await until(pilot, lambda: str(said.render()).count("✓") == 2, "both sources were read")
    title = pilot.app.screen.query_one("#library-title", Static)
    await until(pilot, lambda: "looking" not in str(title.render()), "the library is at rest")
    await still(pilot)


def test_the_library(pictures: Callable[..., None]) -> None:
    pictures(an_app(a_story_desk()), SIZES, _shown, light=[(120, 36)])


@pytest.mark.parametrize("size", SIZES)
def test_adding(snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    async def add(pilot: Pilot[Any]) -> None:
        await _listed(pilot)
        await pilot.press("plus")
        await until(pilot, lambda: isinstance(pilot.app.screen, ValueAddDialog))
        await until(pilot, lambda: isinstance(pilot.app.focused, Input))
        await pilot.press("tab", *"Keeping cloud costs down", "tab", "tab", *"wed 18:30")
        words = ".field-when .field-words"
        await until(pilot, lambda: "Wednesday" in str(pilot.app.screen.query_one(words).render()))
        await still(pilot)

    assert snap_compare(an_app(a_desk(records=story())), terminal_size=size, run_before=add)
