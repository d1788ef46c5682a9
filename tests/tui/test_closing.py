"""A screen closes once: what was pressed while it closed costs no other screen."""

from __future__ import annotations

import pytest
from textual.app import App
from textual.widgets import Button

from followup_tui.domain.client import Client
from followup_tui.tui.closing import ClosingScreen
from followup_tui.tui.dialogs.confirm import Choice, ConfirmDialog
from followup_tui.tui.dialogs.snooze import SnoozeDialog
from tests.story import NORTHWIND
from tests.tui.desk_app import DeskApp
from tests.tui.waiting import until


class _Above(ClosingScreen[int]):
    pass


@pytest.mark.parametrize("replaced", [False, True])
async def test_a_screen_that_is_gone_takes_no_other_away(replaced: bool) -> None:
    app: App[None] = App()
    async with app.run_test() as pilot:
        ended: list[int | None] = []
        below, above = _Above(), _Above()
        await app.push_screen(below)
        await app.push_screen(above, ended.append)
        if replaced:
            await app.pop_screen()
        else:
            above.dismiss(1)
        await above.dismiss(2)
        await pilot.pause()
        assert app.screen is below
        assert ended == ([] if replaced else [1])


async def test_a_button_that_was_pressed_twice() -> None:
    app: App[None] = App()
    async with app.run_test() as pilot:
        answers: list[str | None] = []
        below = _Above()
        await app.push_screen(below)
        await app.push_screen(ConfirmDialog("Remove it?", (Choice("yes", "Yes"),)), answers.append)
        button = app.screen.query(Button).first()
        button.press()
        button.press()
        await until(pilot, lambda: app.screen is below)
        await pilot.pause()
        assert app.screen is below
        assert answers == ["yes"]


async def test_what_a_dialog_saved_is_not_saved_again_while_it_closes() -> None:
    app = DeskApp()
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: app.desk_screen.view is not None)
        await pilot.press("s")
        dialog = app.screen
        assert isinstance(dialog, SnoozeDialog)
        await until(pilot, lambda: app.focused is not None)
        dialog.action_preset(0)
        await until(pilot, lambda: app.screen is app.desk_screen)
        saved = app.records.get(Client, NORTHWIND.id)
        dialog.action_preset(1)
        await pilot.pause()
        assert app.screen is app.desk_screen
        assert app.records.get(Client, NORTHWIND.id) == saved
