"""The help: the keys of where the user is, as they are in force."""

from __future__ import annotations

from typing import Any

from textual.pilot import Pilot
from textual.widgets import Static

from followup_tui.settings.model import Settings
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.messages import CallWanted, ClientsWanted
from followup_tui.tui.panes.preparation import PreparationPane
from followup_tui.tui.screens.call import CallScreen
from followup_tui.tui.screens.clients import ClientsScreen
from followup_tui.tui.screens.desk import DeskScreen
from followup_tui.tui.screens.help import HelpScreen
from tests.fakes import a_desk, a_story_desk
from tests.story import NORTHWIND, story
from tests.tui.waiting import until


async def helped(app: FollowupApp, pilot: Pilot[Any], key: str = "f1") -> str:
    """Press the key for help, and return what it says."""
    await pilot.press(key)
    await until(pilot, lambda: isinstance(app.screen, HelpScreen), "the help is shown")
    return "\n".join(str(line.render()) for line in app.screen.query(Static))


async def test_it_shows_the_keys_of_the_desk_and_of_everywhere() -> None:
    app = FollowupApp(a_story_desk())
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        text = await helped(app, pilot, "question_mark")
        assert "Start the call with this client." in text
        assert "Change between dark and light." in text
        assert "Nobody answered." not in text
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))


async def test_the_focused_pane_comes_first() -> None:
    app = FollowupApp(a_story_desk())
    app.animation_level = "none"
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        await pilot.press("tab")
        await until(pilot, lambda: bool(app.screen.query(PreparationPane)))
        pane = app.screen.query_one(PreparationPane)
        await until(pilot, lambda: pane.has_focus or pane.has_focus_within)
        text = await helped(app, pilot)
        assert text.index("Tick the item") < text.index("Start the call") < text.index("dark and")


async def test_two_keys_for_the_same_thing_stand_in_one_line() -> None:
    app = FollowupApp(a_story_desk())
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        text = await helped(app, pilot)
        assert "Ctrl+Q  q" in text
        assert text.count("Close the desk") == 1


async def test_it_shows_the_keys_of_the_settings() -> None:
    app = FollowupApp(a_desk(records=story(), settings=Settings(keys={"desk.call": "ctrl+l"})))
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        assert "Ctrl+L" in await helped(app, pilot)


async def test_in_a_call_it_explains_the_signs_of_the_notes() -> None:
    app = FollowupApp(a_story_desk())
    async with app.run_test(size=(120, 36)) as pilot:
        app.post_message(CallWanted(NORTHWIND.id))
        await until(pilot, lambda: isinstance(app.screen, CallScreen))
        screen = app.screen
        assert isinstance(screen, CallScreen)
        await until(pilot, lambda: screen.call is not None)
        text = await helped(app, pilot)
        assert "a promise" in text
        assert "Nobody answered." in text


async def test_help_does_not_open_twice() -> None:
    app = FollowupApp(a_story_desk())
    async with app.run_test(size=(80, 24)) as pilot:
        app.post_message(ClientsWanted())
        await until(pilot, lambda: isinstance(app.screen, ClientsScreen))
        await helped(app, pilot)
        await pilot.press("f1")
        await pilot.pause()
        assert sum(isinstance(screen, HelpScreen) for screen in app.screen_stack) == 1
