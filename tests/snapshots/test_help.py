"""The help and the palette, as they look."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.command import CommandList, CommandPalette
from textual.pilot import Pilot

from followup_tui.tui.messages import ClientsWanted
from followup_tui.tui.panes.client_rows import ClientRows
from followup_tui.tui.screens.clients import ClientsScreen
from followup_tui.tui.screens.help import HelpScreen
from tests.fakes import a_story_desk
from tests.snapshots.shell import SIZES, an_app, ask, still
from tests.tui.waiting import until


async def _at_clients(pilot: Pilot[Any]) -> None:
    await ask(pilot, ClientsWanted(), ClientsScreen)
    rows = pilot.app.screen.query_one(ClientRows)
    await until(pilot, lambda: rows.row_count > 0)


async def _helped(pilot: Pilot[Any]) -> None:
    await _at_clients(pilot)
    await pilot.press("f1")
    await until(pilot, lambda: isinstance(pilot.app.screen, HelpScreen))
    await still(pilot)


@pytest.mark.parametrize("size", SIZES)
def test_help(snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    assert snap_compare(an_app(a_story_desk()), terminal_size=size, run_before=_helped)


def test_help_in_the_light(snap_compare: Callable[..., bool]) -> None:
    app = an_app(a_story_desk(), look="followup-light")
    assert snap_compare(app, terminal_size=(80, 24), run_before=_helped)


def test_palette(snap_compare: Callable[..., bool]) -> None:
    async def open_palette(pilot: Pilot[Any]) -> None:
        await _at_clients(pilot)
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(pilot.app.screen, CommandPalette))
        commands = pilot.app.screen.query_one(CommandList)
        await until(pilot, lambda: commands.option_count > 5)
        await still(pilot)

    assert snap_compare(an_app(a_story_desk()), terminal_size=(80, 24), run_before=open_palette)
