"""The backup of the day, made by the desk itself."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from pathlib import Path

from followup_tui.desk import open_desk
from followup_tui.domain.change import Change
from followup_tui.services.ports import StoreProblem
from followup_tui.store.backup import backups
from followup_tui.tui.app import FollowupApp
from tests.builders import NOW, a_client
from tests.fakes import a_desk


async def test_opening_the_desk_makes_it_after_the_first_paint(tmp_path: Path) -> None:
    home = tmp_path / "desk"
    open_desk(home, now=lambda: NOW).records.commit(Change(by="test", put=(a_client(),)))
    app = FollowupApp(open_desk(home, now=lambda: NOW))
    async with app.run_test() as pilot:
        await app.workers.wait_for_complete()
        while not backups(home):
            await pilot.pause()
    assert [(each.kind, each.at.date()) for each in backups(home)] == [("daily", NOW.date())]


async def test_one_that_fails_is_told_and_the_desk_goes_on() -> None:
    def fails() -> None:
        raise StoreProblem("The disk is full: make room, then try again.")

    app = FollowupApp(replace(a_desk(records=(a_client(),)), upkeep=fails))
    async with app.run_test(notifications=True) as pilot:
        while not app._notifications:
            await pilot.pause()
        (told,) = app._notifications
        assert "No backup was made. The disk is full" in str(told.message)


async def test_nobody_waits_for_it() -> None:
    going = threading.Event()

    def slow() -> None:
        going.wait(30)

    app = FollowupApp(replace(a_desk(records=(a_client(),)), upkeep=slow))
    async with app.run_test() as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert len(app.screen_stack) == 2
        going.set()
        await asyncio.sleep(0)
