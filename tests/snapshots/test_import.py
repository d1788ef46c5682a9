"""Importing contacts, as it looks: the file is asked for, its rows, and what cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.importing.dialog import ImportDialog
from followup_tui.tui.messages import ImportWanted
from tests.fakes import a_story_desk
from tests.snapshots.shell import SIZES, an_app, ask, still
from tests.tui.waiting import until

Before = Callable[[Pilot[Any]], Coroutine[Any, Any, None]]

CONTACTS = """Notes:
"You will only see the e-mail addresses of those who allow it."

First Name,Last Name,Email Address,Company,Position,Connected On
Ann,Fox,ann@fourthcoffee.example,Fourth Coffee,Owner,12 Mar 2024
Jane,Li,,Northwind Traders,IT Manager,2 Jan 2023
Tom,[red]Hart[/],tom@northwind.example,Northwind Traders,CTO,2 Jan 2023
Zo\u00eb,\u682a\u5f0f\u4f1a\u793e,,Fourth Coffee,Buyer,2 Jan 2023
Bob,Ray,,Self-employed,Coach,2 Jan 2023
,,no-reply@nowhere.example,,,2 Jan 2023
Ann,Fox,,Fourth Coffee,,2 Jan 2023
"""


def _app() -> FollowupApp:
    return an_app(a_story_desk())


async def _asked(pilot: Pilot[Any]) -> None:
    await ask(pilot, ImportWanted(), ImportDialog)
    await until(pilot, lambda: isinstance(pilot.app.focused, Input))
    await still(pilot)


def _planned(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Before:
    """Return what names a file and waits for its rows; its path is the same on each machine."""
    (folder / "Connections.csv").write_text(CONTACTS, encoding="utf-8")
    monkeypatch.chdir(folder)

    async def planned(pilot: Pilot[Any]) -> None:
        await _asked(pilot)
        pilot.app.screen.query_one(Input).value = "Connections.csv"
        await pilot.pause()
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen.has_class("-planned"))
        await pilot.press("down", "down")
        await still(pilot)

    return planned


def test_import(
    pictures: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures(_app(), SIZES, _planned(tmp_path, monkeypatch), light=[(120, 36)])


def test_import_of_a_file_that_is_not_there(snap_compare: Callable[..., bool]) -> None:
    async def named(pilot: Pilot[Any]) -> None:
        await _asked(pilot)
        pilot.app.screen.query_one(Input).value = "/nowhere/Connections.csv"
        await pilot.pause()
        await pilot.press("enter")
        said = pilot.app.screen.query_one("#said", Static)
        await until(pilot, lambda: "There is no file" in str(said.content))
        await still(pilot)

    assert snap_compare(_app(), terminal_size=(80, 24), run_before=named)
