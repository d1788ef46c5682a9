"""Making one client of two: picked among all, seen side by side, and two again by undo."""

from __future__ import annotations

from typing import cast

from textual.widgets import Static

from followup_tui.domain.client import Client
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.merging import MergeDialog
from followup_tui.tui.dialogs.pick import PickDialog
from followup_tui.tui.panes.merge_rows import MergeRows
from followup_tui.tui.screens.clients import ClientsScreen
from tests.builders import a_client, an_interaction
from tests.fakes import MemoryRecords, a_desk
from tests.tui.waiting import until

OURS = a_client("Tailspin [Toys]", website="https://a.example")
THEIRS = a_client("Tailspin", website="https://b.example", people=())


def drawn(rows: MergeRows) -> list[str]:
    return [rows.render_line(y).text.rstrip() for y in range(rows.row_count)]


async def test_two_become_one_field_by_field_and_two_again() -> None:
    records = MemoryRecords([OURS, THEIRS, an_interaction(THEIRS)])
    app = FollowupApp(a_desk(records=records))
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: app.focused is not None)
        await app.push_screen(ClientsScreen(app.desk))
        screen = cast(ClientsScreen, app.screen)
        await until(pilot, lambda: screen.client_id is not None)
        await pilot.press("down")
        await until(pilot, lambda: screen.client_id == OURS.id)
        await pilot.press("m")
        await until(pilot, lambda: isinstance(app.screen, PickDialog))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, MergeDialog))
        rows = app.screen.query_one(MergeRows)
        await until(pilot, lambda: rows.row_count > 2 and rows.size.height > 2)
        await until(pilot, lambda: "● Tailspin [Toys]" in drawn(rows)[0])
        said = app.screen.query_one("#said", Static)
        assert str(said.content) == "Of the other come 1 conversation. Nothing is lost."
        await pilot.press("down", "space")
        await until(pilot, lambda: "● https://b.example" in drawn(rows)[1])
        await pilot.press("x")
        await until(pilot, lambda: "● Tailspin" in drawn(rows)[0] and "○" in drawn(rows)[1])
        await pilot.press("x", "space")
        await until(pilot, lambda: "● https://b.example" in drawn(rows)[1])
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.screen is screen)
        (one,) = records.all(Client)
        assert (one.id, one.website) == (OURS.id, "https://b.example")
        assert "Other website: https://a.example" in one.about
        await until(pilot, lambda: len(screen.query("ClientRows")) == 1)
        await pilot.press("u")
        await until(
            pilot, lambda: list(records.all(Client)) == sorted((OURS, THEIRS), key=lambda c: c.id)
        )
