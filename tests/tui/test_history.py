"""The history's screen: reading on, what a change did, taking it back, doing it again."""

from __future__ import annotations

from typing import Any, cast

import pytest
from msgspec.structs import replace
from textual.command import CommandList, CommandPalette
from textual.pilot import Pilot
from textual.widgets import Static

from followup_tui.domain.client import Client
from followup_tui.domain.interaction import Interaction, Outcome
from followup_tui.services.ports import Change
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.messages import ClientsWanted, HistoryWanted
from followup_tui.tui.panes.client_rows import ClientRows
from followup_tui.tui.panes.history_rows import HistoryRows
from followup_tui.tui.screens.clients import ClientsScreen
from followup_tui.tui.screens.desk import DeskScreen
from followup_tui.tui.screens.history import HistoryScreen
from tests.builders import TODAY, days
from tests.fakes import DISK_FULL, MemoryRecords, a_story_desk
from tests.story import CONTOSO, NORTHWIND
from tests.tui.waiting import until

SIZE = (120, 36)


@pytest.fixture
def app() -> FollowupApp:
    app = FollowupApp(a_story_desk())
    app.animation_level = "none"
    return app


def records(app: FollowupApp) -> MemoryRecords:
    return cast(MemoryRecords, app.desk.records)


def noted(app: FollowupApp) -> list[str]:
    return [
        line.text
        for each in app.desk.records.all(Interaction)
        if each.outcome is Outcome.NOTED
        for line in each.notes
    ]


def said(app: FollowupApp) -> str:
    return " | ".join(str(each.message) for each in app._notifications)


async def shown(app: FollowupApp, pilot: Pilot[Any], client: Client | None = None) -> HistoryRows:
    await until(pilot, lambda: isinstance(app.screen, DeskScreen))
    app.post_message(HistoryWanted(client.id, client.name) if client else HistoryWanted())
    await until(pilot, lambda: isinstance(app.screen, HistoryScreen))
    return app.screen.query_one(HistoryRows)


def seen(rows: HistoryRows) -> list[str]:
    return [text for y in range(rows.size.height) if (text := rows.render_line(y).text.rstrip())]


async def changed(app: FollowupApp) -> None:
    """Three changes, two of them about Northwind."""
    await app.desk.clients.note(NORTHWIND.id, "! send the plan by fri")
    await app.desk.call_list.snooze(CONTOSO.id, TODAY + days(3))
    await app.desk.clients.note(NORTHWIND.id, "* training")


async def test_the_changes_of_everybody_or_of_one(app: FollowupApp) -> None:
    await changed(app)
    async with app.run_test(size=SIZE) as pilot:
        rows = await shown(app, pilot, NORTHWIND)
        await until(pilot, lambda: rows.row_count == 2)
        await pilot.press("a")
        await until(pilot, lambda: rows.row_count == 3)
        assert "snoozed until Sun 22 Nov 2026: Contoso" in seen(rows)[1]
        await pilot.press("a")
        await until(pilot, lambda: rows.row_count == 2)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))


async def test_from_everybody_to_the_client_under_the_cursor(app: FollowupApp) -> None:
    await changed(app)
    async with app.run_test(size=SIZE) as pilot:
        rows = await shown(app, pilot)
        await until(pilot, lambda: rows.row_count == 3)
        await pilot.press("down", "a")
        await until(pilot, lambda: rows.row_count == 1)
        title = app.screen.query_one("#history-title", Static)
        assert CONTOSO.name in str(title.render())
        await pilot.press("o")
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        await until(pilot, lambda: cast(DeskScreen, app.screen).client_id == CONTOSO.id)


async def test_what_a_change_did_is_opened_and_closed(app: FollowupApp) -> None:
    await changed(app)
    async with app.run_test(size=SIZE) as pilot:
        rows = await shown(app, pilot)
        await until(pilot, lambda: rows.row_count == 3)
        await pilot.press("enter")
        await until(pilot, lambda: rows.row_count > 3)
        assert "~ client, changed: Northwind Traders" in " ".join(seen(rows))
        assert "training" in " ".join(seen(rows))
        await pilot.press("down", "down", "enter")  # closed from one of its lines, too
        await until(pilot, lambda: rows.row_count == 3)
        assert rows.cursor == 0


async def test_the_change_under_the_cursor_is_taken_back_and_done_again(app: FollowupApp) -> None:
    await changed(app)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        rows = await shown(app, pilot)
        await until(pilot, lambda: rows.row_count == 3)
        await pilot.press("down", "down", "u")
        await until(pilot, lambda: "! send the plan by fri" not in noted(app))
        await until(pilot, lambda: rows.row_count == 4)
        assert rows.current is not None
        assert rows.current.change.by == "note: Northwind Traders"  # the cursor kept its change
        assert rows.current.change.undone_by
        assert "Taken back: note: Northwind Traders. U does it again." in said(app)
        await pilot.press("U")
        await until(pilot, lambda: "! send the plan by fri" in noted(app))
        await until(pilot, lambda: "Done again: note: Northwind Traders." in said(app))


async def test_on_the_desk_the_last_change_is_taken_back(app: FollowupApp) -> None:
    await changed(app)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        await pilot.press("u")
        await until(pilot, lambda: "Taken back: note: Northwind Traders." in said(app))
        assert noted(app) == ["! send the plan by fri"]
        await pilot.press("u")
        await until(pilot, lambda: "Taken back: snoozed until" in said(app))
        await pilot.press("u")
        await until(pilot, lambda: noted(app) == [])
        await pilot.press("u")
        await until(pilot, lambda: "There is nothing to take back." in said(app))


async def test_what_later_changes_rest_on_is_not_taken_back(app: FollowupApp) -> None:
    await app.desk.call_list.snooze(CONTOSO.id, TODAY + days(3))
    await app.desk.call_list.snooze(CONTOSO.id, TODAY + days(5))
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        rows = await shown(app, pilot)
        await until(pilot, lambda: rows.row_count == 2)
        await pilot.press("down", "u")
        await until(pilot, lambda: "cannot be taken back" in said(app))
        assert rows.row_count == 2


async def test_a_disk_that_fails_is_told(app: FollowupApp) -> None:
    await changed(app)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        rows = await shown(app, pilot)
        await until(pilot, lambda: rows.row_count == 3)
        records(app).broken = DISK_FULL
        await pilot.press("u")
        await until(pilot, lambda: DISK_FULL in said(app))
        records(app).unreadable = "The disk is gone."
        problem = app.screen.query_one("#history-problem", Static)
        await until(pilot, lambda: str(problem.content) == "The disk is gone.")
        records(app).unreadable = ""
        await until(pilot, lambda: not problem.display, "it is over")


async def test_what_another_program_writes_comes_and_the_cursor_stays(app: FollowupApp) -> None:
    await changed(app)
    async with app.run_test(size=SIZE) as pilot:
        rows = await shown(app, pilot)
        await until(pilot, lambda: rows.row_count == 3)
        await pilot.press("down")
        current = rows.current
        assert current is not None
        there = records(app).get(Client, NORTHWIND.id)
        assert there is not None
        records(app).another_program_writes(
            Change(by="over there", put=(replace(there, about="x"),))
        )
        await until(pilot, lambda: rows.row_count == 4)
        assert "over there" in seen(rows)[0]
        assert rows.current is not None
        assert rows.current.change.id == current.change.id


async def test_a_long_history_is_read_on_as_the_cursor_goes_down(app: FollowupApp) -> None:
    for number in range(230):
        await app.desk.clients.note(NORTHWIND.id, f"note {number}")
    async with app.run_test(size=SIZE) as pilot:
        rows = await shown(app, pilot)
        await until(pilot, lambda: rows.row_count == 100)
        await pilot.press("end")
        await until(pilot, lambda: rows.row_count == 200)
        await pilot.press("end")
        await until(pilot, lambda: rows.row_count == 230)


async def test_from_all_clients_to_the_history_of_one_and_back(app: FollowupApp) -> None:
    await changed(app)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        app.post_message(ClientsWanted())
        await until(pilot, lambda: isinstance(app.screen, ClientsScreen))
        rows = app.screen.query_one(ClientRows)
        await until(pilot, lambda: rows.row_count > 0)
        await pilot.press("h")
        await until(pilot, lambda: isinstance(app.screen, HistoryScreen))
        await until(pilot, lambda: "Nothing was changed yet." in str(
            app.screen.query_one("#history-empty", Static).content
        ))  # fmt: skip
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, ClientsScreen))


async def test_the_palette_takes_back_too(app: FollowupApp) -> None:
    await changed(app)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, CommandPalette))
        await pilot.press(*"take back the last")
        hits = app.screen.query_one(CommandList)
        await until(pilot, lambda: hits.option_count > 0)
        await pilot.press("enter")
        await until(pilot, lambda: "Taken back: note: Northwind Traders." in said(app))


async def test_any_size(app: FollowupApp) -> None:
    await changed(app)
    async with app.run_test(size=SIZE) as pilot:
        rows = await shown(app, pilot)
        await until(pilot, lambda: rows.row_count == 3)
        await pilot.press("enter")
        for size in ((20, 5), (1, 1), (160, 45)):
            await pilot.resize_terminal(*size)
            await pilot.press("down", "end", "home")
        assert app.is_running
