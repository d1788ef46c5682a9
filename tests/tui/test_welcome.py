"""The welcome: three ways in, by key, by Enter and by mouse."""

from __future__ import annotations

from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from followup_tui.settings.model import Settings
from followup_tui.tui.app import DEMO, FollowupApp
from followup_tui.tui.dialogs.importing.dialog import ImportDialog
from followup_tui.tui.screens.client_form import ClientFormScreen
from followup_tui.tui.screens.welcome import Choice, WelcomeScreen
from tests.fakes import a_desk
from tests.tui.waiting import until


async def welcomed(app: FollowupApp, pilot: Pilot[Any]) -> None:
    await until(pilot, lambda: isinstance(app.screen, WelcomeScreen) and app.focused is not None)


@pytest.mark.parametrize("keys", [["1"], ["enter"], ["space"], ["down", "up", "enter"]])
async def test_the_sample_desk_by_key(keys: list[str]) -> None:
    app = FollowupApp(a_desk())
    async with app.run_test() as pilot:
        await welcomed(app, pilot)
        await pilot.press(*keys)
        await until(pilot, lambda: app._exit)
    assert app.return_value == DEMO


async def test_the_sample_desk_by_mouse() -> None:
    app = FollowupApp(a_desk())
    async with app.run_test() as pilot:
        await welcomed(app, pilot)
        await pilot.click("#choice-sample")
        await until(pilot, lambda: app._exit)
    assert app.return_value == DEMO


@pytest.mark.parametrize("keys", [["2"], ["down", "enter"]])
async def test_importing_asks_for_a_file(keys: list[str]) -> None:
    app = FollowupApp(a_desk())
    async with app.run_test() as pilot:
        await welcomed(app, pilot)
        await pilot.press(*keys)
        await until(pilot, lambda: isinstance(app.screen, ImportDialog))


@pytest.mark.parametrize("way", ["3", "plus", "click", "enter"])
async def test_a_first_client_is_added(way: str) -> None:
    app = FollowupApp(a_desk())
    async with app.run_test() as pilot:
        await welcomed(app, pilot)
        if way == "click":
            await pilot.click("#choice-add")
        elif way == "enter":
            await pilot.press("down", "down", "enter")
        else:
            await pilot.press(way)
        await until(pilot, lambda: isinstance(app.screen, ClientFormScreen))


async def test_problems_of_the_settings_are_told_here_too() -> None:
    app = FollowupApp(a_desk(settings=Settings(theme="[/nope]")))
    async with app.run_test() as pilot:
        await welcomed(app, pilot)
        (line,) = app.screen.query(".welcome-problem").results(Static)
        assert "there is no “[/nope]”" in str(line.render())


async def test_it_can_be_used_on_a_tiny_screen() -> None:
    app = FollowupApp(a_desk())
    async with app.run_test(size=(20, 5)) as pilot:
        await welcomed(app, pilot)
        await pilot.press("down")
        await until(pilot, lambda: app.focused is list(app.screen.query(Choice))[1])
        assert app.focused is not None
        await until(pilot, lambda: app.focused in app.screen._compositor.visible_widgets)
