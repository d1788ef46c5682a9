"""The form of somebody who was met, as it looks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual import events
from textual.pilot import Pilot

from followup_tui.tui.dialogs.met import MetDialog
from followup_tui.tui.screens.desk import DeskScreen
from tests.fakes import a_desk
from tests.snapshots.shell import an_app, still
from tests.story import story
from tests.tui.waiting import until

SAID = {
    "name": "Kim Abercrombie",
    "company": "Northwind Traders",
    "where": "trade fair",
    "when": "yesterday",
    "talked_about": "their move to Azure",
    "promised": "the slides by fri",
}


async def _filled_in(pilot: Pilot[Any]) -> None:
    app = pilot.app
    await until(pilot, lambda: isinstance(app.screen, DeskScreen) and app.focused is not None)
    screen = app.screen
    assert isinstance(screen, DeskScreen)
    await until(pilot, lambda: screen.view is not None)
    await pilot.press("N")
    await until(pilot, lambda: isinstance(app.screen, MetDialog) and app.focused is not None)
    dialog = app.screen
    assert isinstance(dialog, MetDialog)
    for key, text in SAID.items():
        field = dialog.query_one(f".field-{key}")
        field.focus_input()  # type: ignore[attr-defined]
        await pilot.pause()
        app.post_message(events.Paste(text))
        await pilot.pause()
    await until(pilot, lambda: dialog.has_class("-known"))
    words = dialog.query_one(".field-promised .field-words")
    await until(pilot, lambda: "Fri 20" in str(words.render()))
    await still(pilot)


def test_met(pictures: Callable[..., None]) -> None:
    """It covers a small terminal whole: the desk below, which still looks around, is not seen."""
    pictures(an_app(a_desk(records=story())), [(80, 24)], _filled_in, light=[(80, 24)])
