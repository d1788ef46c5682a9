"""The history, and the dialog for what cannot be kept, as they look."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from textual.pilot import Pilot

from followup_tui.domain.letter import LetterKind
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.elsewhere import ElsewhereDialog
from followup_tui.tui.messages import HistoryWanted
from followup_tui.tui.panes.history_rows import HistoryRows
from followup_tui.tui.screens.desk import DeskScreen
from followup_tui.tui.screens.history import HistoryScreen
from tests.builders import TODAY, days
from tests.fakes import a_story_desk
from tests.snapshots.shell import SIZES, an_app, ask, still
from tests.story import CONTOSO, NORTHWIND
from tests.tui.waiting import until


def _app() -> FollowupApp:
    return an_app(a_story_desk())


def _is_prepared(desk: DeskScreen) -> bool:
    view = desk.view
    if view is None or view.fetching:
        return False
    return any(item.key == "website" and item.evidence for item in view.items)


async def _shown(pilot: Pilot[Any]) -> None:
    """Make some changes, take one back, and open what the others did."""
    app = pilot.app
    assert isinstance(app, FollowupApp)
    desk = app.desk
    await desk.clients.note(NORTHWIND.id, "+ likes the [new] hall\n! send the plan by fri\n* rooms")
    await desk.call_list.snooze(CONTOSO.id, TODAY + days(5))
    await desk.preparation.tick(NORTHWIND.id, "website", ticked=True)
    begun = (await desk.letters.begin(NORTHWIND.id, LetterKind.SUGGESTIONS)).letter
    body = f"Dear Jane\n\nIt {'goes on and ' * 12}ends."
    await desk.letters.save(replace(begun, subject="Three thoughts", body=body))
    await desk.call_list.snooze(CONTOSO.id, TODAY + days(9))
    await desk.history.undo()
    await ask(pilot, HistoryWanted(), HistoryScreen)
    rows = app.screen.query_one(HistoryRows)
    await until(pilot, lambda: rows.row_count == 6)
    for key in ("home", "end"):
        before = rows.row_count
        await pilot.press(key, "enter")
        await until(pilot, lambda before=before: rows.row_count > before)  # type: ignore[misc]
    await still(pilot)


def test_history(pictures: Callable[..., None]) -> None:
    pictures(_app(), SIZES, _shown, light=[(120, 36)])


def test_saving_elsewhere(snap_compare: Callable[..., bool]) -> None:
    async def ask_where(pilot: Pilot[Any]) -> None:
        desk = pilot.app.screen
        assert isinstance(desk, DeskScreen)
        await until(pilot, lambda: _is_prepared(desk), "the preparation behind the dialog")
        dialog = ElsewhereDialog(
            "Note: Northwind Traders",
            "one\ntwo",
            path=Path("/home/robin/followup-note-northwind-traders-20261119-140200.txt"),
            save=lambda path, text: None,
            leaving=True,
        )
        await pilot.app.push_screen(dialog)
        await still(pilot)

    assert snap_compare(_app(), terminal_size=(120, 36), run_before=ask_where)
