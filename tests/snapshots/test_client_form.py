"""The client form, as it looks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.pilot import Pilot
from textual.widgets import Input

from followup_tui.tui.dialogs.confirm import ConfirmDialog
from followup_tui.tui.messages import ClientFormWanted
from followup_tui.tui.panes.form_field import FormField
from followup_tui.tui.screens.client_form import ClientFormScreen
from tests.fakes import a_story_desk
from tests.snapshots.shell import SIZES, an_app, ask, still
from tests.story import NORTHWIND
from tests.tui.waiting import until


async def _edited(pilot: Pilot[Any]) -> None:
    await ask(pilot, ClientFormWanted(NORTHWIND.id), ClientFormScreen)
    await until(pilot, lambda: isinstance(pilot.app.focused, Input))
    zone = pilot.app.screen.query_one(".field-zone", FormField)
    await until(pilot, lambda: zone.has_class("-says"))
    await still(pilot)


def test_client_form(pictures: Callable[..., None]) -> None:
    pictures(an_app(a_story_desk()), SIZES, _edited)


def test_client_form_with_problems(pictures: Callable[..., None]) -> None:
    async def save(pilot: Pilot[Any]) -> None:
        await _edited(pilot)
        screen = pilot.app.screen
        screen.query_one("#form-box > .field-name Input", Input).value = ""
        screen.query_one(".field-website Input", Input).value = "not an address"
        await pilot.press("ctrl+s")
        name = screen.query_one("#form-box > .field-name", FormField)
        await until(pilot, lambda: name.has_class("-wrong"))
        await still(pilot)

    pictures(an_app(a_story_desk()), [(120, 45)], save, light=[(120, 45)])


def test_client_form_asks_before_it_is_left(snap_compare: Callable[..., bool]) -> None:
    async def leave(pilot: Pilot[Any]) -> None:
        await _edited(pilot)
        await pilot.press("x", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, ConfirmDialog))
        await still(pilot)

    assert snap_compare(an_app(a_story_desk()), terminal_size=(80, 24), run_before=leave)
