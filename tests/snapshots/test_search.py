"""Searching everywhere, and exporting, as they look; nothing stands below them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.tui import theme
from followup_tui.tui.dialogs.export import ExportDialog
from followup_tui.tui.dialogs.search import SearchDialog, SearchRows
from tests.fakes import a_story_desk
from tests.snapshots.shell import still
from tests.tui.host import Host
from tests.tui.waiting import until

Compare = Callable[..., bool]
Pictures = Callable[..., None]
Before = Callable[[Pilot[Any]], Awaitable[None]]


def searched(desk: Desk, *keys: str) -> Before:
    """Search for what is typed, and wait until nothing more is read."""

    async def before(pilot: Pilot[Any]) -> None:
        await pilot.app.push_screen(SearchDialog(desk))
        await pilot.press(*keys)
        rows = pilot.app.screen.query_one(SearchRows)
        await until(pilot, lambda: rows.hit is not None)
        said = pilot.app.screen.query_one("#search-said", Static)
        await until(pilot, lambda: "being read" not in str(said.render()))
        await pilot.press("down")
        await still(pilot)

    return before


def test_a_search(pictures: Pictures) -> None:
    before = searched(a_story_desk(), *"azure")
    pictures(Host(Static), [(80, 24), (120, 36), (40, 14)], before)


def test_a_misspelt_search_in_the_light(snap_compare: Compare) -> None:
    app = Host(Static)
    app.theme = theme.LIGHT
    before = searched(a_story_desk(), *"azrue")
    assert snap_compare(app, terminal_size=(100, 30), run_before=before)


@pytest.mark.parametrize("size", [(80, 24), (50, 12)])
def test_exporting(snap_compare: Compare, size: tuple[int, int]) -> None:
    desk = a_story_desk()

    async def before(pilot: Pilot[Any]) -> None:
        await pilot.app.push_screen(ExportDialog(desk, desk.records.all(Client)[0]))
        await pilot.press("right", "tab", "right")
        await still(pilot)

    assert snap_compare(Host(Static), terminal_size=size, run_before=before)
