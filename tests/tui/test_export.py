"""The dialog of exporting: a form, of whom and where to; what is not ours is asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from textual.widgets import Button, Input, Static

from followup_tui.domain.client import Client
from followup_tui.domain.exporting.export import ExportKind
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.confirm import ConfirmDialog
from followup_tui.tui.dialogs.export import ExportDialog
from followup_tui.tui.dialogs.importing.dialog import ImportDialog
from followup_tui.tui.screens.desk import DeskScreen
from followup_tui.tui.screens.welcome import WelcomeScreen
from tests.fakes import a_desk, a_story_desk
from tests.tui.desk_app import DeskApp
from tests.tui.waiting import until


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))


def said(dialog: ExportDialog) -> str:
    return str(dialog.query_one("#said", Static).render())


async def test_everything_and_one_client_are_written_where_they_are_wanted(tmp_path: Path) -> None:
    app = DeskApp()
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await until(pilot, lambda: app.desk_screen.view is not None)
        await pilot.press("I")
        await until(pilot, lambda: isinstance(app.screen, ExportDialog))
        assert app.screen.query_one(Input).value == "~/followup.json"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: not isinstance(app.screen, ExportDialog))
        written = json.loads((tmp_path / "followup.json").read_text(encoding="utf-8"))
        assert len(written["clients"]) > 3
        assert f"written to {tmp_path}/followup.json." in app.said()[-1]
        # Of the client under the cursor alone, as a page to be printed.
        await pilot.press("I", "left", "tab", "right")
        field = app.screen.query_one(Input)
        assert field.value == "~/Northwind Traders.html"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: not isinstance(app.screen, ExportDialog))
        assert b"<h1>Northwind Traders</h1>" in (tmp_path / "Northwind Traders.html").read_bytes()


async def test_a_file_of_somebody_else_is_replaced_only_when_it_was_told(tmp_path: Path) -> None:
    (tmp_path / "followup.json").write_text("mine")
    app = DeskApp()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: app.desk_screen.view is not None)
        await pilot.press("I", "ctrl+s")
        dialog = app.screen
        assert isinstance(dialog, ExportDialog)
        await until(pilot, lambda: "Replace?" in said(dialog))
        assert (tmp_path / "followup.json").read_text() == "mine"
        assert "Replace" in str(dialog.query_one("#save", Button).label)
        await pilot.press("right")  # another form asks anew
        assert said(dialog) == ""
        await pilot.press("left", "ctrl+s")
        await until(pilot, lambda: "Replace?" in said(dialog))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: not isinstance(app.screen, ExportDialog))
        assert (tmp_path / "followup.json").read_text().startswith("{")


async def test_what_cannot_be_written_is_told_and_the_dialog_stays(tmp_path: Path) -> None:
    app = DeskApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.desk_screen.view is not None)
        await pilot.press("I")
        app.screen.query_one(Input).value = str(tmp_path)
        await pilot.press("ctrl+s")
        dialog = app.screen
        assert isinstance(dialog, ExportDialog)
        await until(pilot, lambda: "is a folder: name a file in it" in said(dialog))
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(app.screen, ExportDialog))


async def test_a_whole_desk_comes_back_through_the_dialog_of_importing(tmp_path: Path) -> None:
    story = a_story_desk()
    export = await story.exporting.prepared(ExportKind.JSON, tmp_path / "desk.json")
    await story.exporting.write(export)
    app = FollowupApp(a_desk())
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await until(pilot, lambda: isinstance(app.screen, WelcomeScreen))
        await pilot.press("2")
        await until(pilot, lambda: isinstance(app.screen, ImportDialog))
        app.screen.query_one("#where", Input).value = str(tmp_path / "desk.json")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ConfirmDialog))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        assert len(app.desk.records.all(Client)) == len(story.records.all(Client))
