"""The settings screen, and the presets of keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from followup_tui.desk import open_desk
from followup_tui.settings.load import FILE, load_settings
from followup_tui.settings.model import KeysPreset, Settings
from followup_tui.tui import keymap
from followup_tui.tui.actions import ACTIONS, Place
from followup_tui.tui.app import REOPEN, FollowupApp
from followup_tui.tui.choice import Choice
from followup_tui.tui.panes.form_field import FormField
from followup_tui.tui.screens.settings import SettingsScreen
from tests.tui.waiting import until

WRITTEN = '# mine\ntheme = "followup-light"\n\n[me]\nname = "Robin"  # as on the door\n'


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / FILE).write_text(WRITTEN, encoding="utf-8")
    return tmp_path


def an_app(home: Path) -> FollowupApp:
    app = FollowupApp(open_desk(home))
    app.animation_level = "none"
    return app


def said(app: FollowupApp) -> str:
    """Return the line above the fields."""
    return "".join(str(line.content) for line in app.screen.query("#settings-said").results(Static))


async def opened(pilot: Pilot[str], app: FollowupApp) -> SettingsScreen:
    await app.run_action("app.settings")
    await until(pilot, lambda: bool(app.screen.query(FormField)), "the fields")
    screen = app.screen
    assert isinstance(screen, SettingsScreen)
    await until(pilot, lambda: app.focused is not None, "the first field")
    return screen


def field(screen: SettingsScreen, key: str) -> FormField:
    return screen.query_one(f".field-{key.replace('.', '--')}", FormField)


async def test_a_setting_is_changed_and_the_desk_opens_anew(home: Path) -> None:
    app = an_app(home)
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await opened(pilot, app)
        assert field(screen, "me.name").value == "Robin"
        await pilot.press("end", *" Vale")
        next(each for each in screen.query(Choice) if each.name == "web.prefetch").focus()
        await pilot.press("space")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.return_value == REOPEN, "the desk to be opened anew")
    text = (home / FILE).read_text(encoding="utf-8")
    assert text.startswith('# mine\ntheme = "followup-light"\n\n[me]\nname = "Robin Vale"  # as')
    assert load_settings(home).web.prefetch is False


async def test_what_cannot_be_is_said_at_its_field_and_nothing_is_written(home: Path) -> None:
    app = an_app(home)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, app)
        capacity = field(screen, "day.capacity")
        for typed in ("many", "0"):
            capacity.focus_input()
            await pilot.press("end", "backspace", "backspace", *typed, "ctrl+s")
            await until(pilot, lambda: capacity.has_class("-wrong"), f"what is wrong with {typed}")
            assert app.screen is screen
            assert capacity.value == typed
            await pilot.press("end", *["backspace"] * 4)
        assert (home / FILE).read_text(encoding="utf-8") == WRITTEN


async def test_what_was_typed_comes_back(home: Path) -> None:
    app = an_app(home)
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await opened(pilot, app)
        await pilot.press("end", *" Vale")
        await screen.keep_typed()
    app = an_app(home)
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await opened(pilot, app)
        assert field(screen, "me.name").value == "Robin Vale"
        await pilot.press("escape")
        await until(pilot, lambda: bool(app.screen.query("#confirm-leave")), "the question")
        await pilot.click("#confirm-leave")
        await until(pilot, lambda: screen not in app.screen_stack, "the screen to close")
        assert not app.desk.drafts.keys("settings")
    assert (home / FILE).read_text(encoding="utf-8") == WRITTEN


async def test_a_file_that_is_broken_meanwhile_is_told(home: Path) -> None:
    app = an_app(home)
    async with app.run_test(size=(100, 40)) as pilot:
        (home / FILE).write_text("theme = ", encoding="utf-8")
        await app.run_action("app.settings")
        await until(pilot, lambda: "not valid TOML" in said(app), "the sentence")
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(app.screen, SettingsScreen), "the way out")


def test_the_vim_preset_stands_over_the_table_and_under_the_users_own_keys() -> None:
    settings = Settings(keys_preset=KeysPreset.VIM, keys={"desk.keep_promise": "z"})
    merged = keymap.with_preset(settings)
    in_force = keymap.read(merged.keys)
    assert in_force.problems == ()
    assert in_force.keys(ACTIONS["list.cursor_down"]) == ("j", "down")
    assert in_force.keys(ACTIONS["desk.keep_promise"]) == ("z",)


def test_in_the_vim_preset_no_list_takes_a_key_from_what_is_around_it() -> None:
    in_force = keymap.read(keymap.with_preset(Settings(keys_preset=KeysPreset.VIM)).keys)
    lists = {a for a in ACTIONS.values() if a.place is Place.LIST}
    taken = {key for action in lists for key in in_force.keys(action) if len(key) == 1}
    assert taken == {"j", "k", "g", "G"}
    without_lists = {Place.CALL, Place.OFFERS, Place.LIST, Place.DIALOG}
    clashes = {
        action.id: taken & set(in_force.keys(action))
        for action in ACTIONS.values()
        if action.place not in without_lists and taken & set(in_force.keys(action))
    }
    assert clashes == {}
