"""Pieces of work that outlive what they are shown on, or are given up before they began."""

from __future__ import annotations

import asyncio
import gc
import warnings

import pytest
from textual.app import App
from textual.screen import Screen
from textual.worker import WorkerFailed

from followup_tui.tui.anew import anew, begin
from tests.tui.waiting import until


async def test_work_that_ends_while_its_screen_is_taken_down_is_no_failure() -> None:
    app: App[None] = App()
    async with app.run_test() as pilot:
        screen: Screen[None] = Screen()
        await app.push_screen(screen)
        looked = []

        async def work() -> None:
            app.pop_screen()
            while screen.display:
                await asyncio.sleep(0)
            looked.append(True)
            screen.query_one("#gone")

        begin(screen, work, name="work", group="work")
        await until(pilot, lambda: bool(looked) and not list(app.workers))


async def test_work_that_finds_nothing_on_a_screen_that_stands_is_a_failure() -> None:
    async def work() -> None:
        app.screen.query_one("#never-there")

    app: App[None] = App()

    async def run() -> None:
        async with app.run_test() as pilot:
            begin(app.screen, work, name="work", group="work")
            await until(pilot, lambda: app._exception is not None)

    with pytest.raises(WorkerFailed, match="never-there"):
        await run()


async def test_what_is_replaced_before_it_began_leaves_nothing_that_nobody_awaits() -> None:
    done = []

    async def work() -> None:
        done.append(True)

    app: App[None] = App()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        async with app.run_test() as pilot:
            for _ in range(3):
                anew(app.screen, work, name="work", group="work")
            await until(pilot, lambda: bool(done) and not list(app.workers))
        gc.collect()
    assert done == [True]
