"""A screen that is covered is not drawn: what happens there takes no time from a call."""

from __future__ import annotations

from typing import Any
from unittest.mock import patch

from textual.geometry import Region

from followup_tui.tui.panes.call_list import CallListPane
from followup_tui.tui.screens.call import CallScreen
from followup_tui.tui.screens.desk import DeskScreen
from followup_tui.tui.screens.desk_parts import HeadLine
from tests.tui.test_app import an_app, in_call, shows
from tests.tui.waiting import until


async def test_what_is_fetched_below_a_call_draws_nothing_of_it() -> None:
    app = an_app()
    async with app.run_test(size=(120, 36)) as pilot:
        desk = app.screen
        await in_call(app, pilot)
        await pilot.pause()
        assert not desk.is_current
        drawn: list[tuple[Region, ...]] = []
        refresh = CallScreen.refresh

        def counted(self: CallScreen, *regions: Region, **how: Any) -> CallScreen:
            drawn.append(regions)
            return refresh(self, *regions, **how)

        with patch.object(CallScreen, "refresh", counted):
            desk.query_one(HeadLine).quiet = "prepared 4 of 9"
            await pilot.pause()
            desk._on_timer_update()  # what Textual does for each frame
        assert drawn == []
        await pilot.press("escape")
        await shows(pilot, DeskScreen)
        await until(
            pilot,
            lambda: (
                "prepared 4 of 9"
                in "".join(strip.text for strip in desk._compositor.render_strips())
            ),
            "what came meanwhile is shown",
        )


async def test_what_is_seen_below_a_dialog_is_drawn() -> None:
    app = an_app()
    async with app.run_test() as pilot:
        desk = app.screen
        assert isinstance(desk, DeskScreen)
        await until(pilot, lambda: desk.query_one(CallListPane).rows.client_id is not None, "it")
        await pilot.press("n")
        await until(pilot, lambda: app.screen is not desk, "the note")
        assert desk.is_current
