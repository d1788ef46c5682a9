"""Keeping what is typed: soon, again after a failure, never overtaking itself."""

from __future__ import annotations

import asyncio

from textual.app import App, ComposeResult
from textual.widgets import Static

from followup_tui.services.ports import StoreProblem
from followup_tui.tui import autosave
from followup_tui.tui.autosave import Autosave, Kept
from tests.fakes import FakeClock
from tests.tui.waiting import until


class Host(App[None]):
    """Keeps `text`, which a test changes; saving waits at a gate where one is set."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.saved: list[str] = []
        self.problem = ""
        self.gate: asyncio.Event | None = None
        self.told: list[Kept] = []

    def compose(self) -> ComposeResult:
        yield Static()

    def on_mount(self) -> None:
        owner = self.query_one(Static)
        self.keeper = Autosave(owner, self._save, clock=FakeClock(), told=self.told.append)

    async def _save(self) -> None:
        text = self.text
        if self.gate is not None:
            await self.gate.wait()
        if self.problem:
            raise StoreProblem(self.problem)
        self.saved.append(text)

    def types(self, text: str) -> None:
        self.text = text
        self.keeper.changed()


def test_what_is_typed_is_on_its_way_within_a_second() -> None:
    assert autosave.DELAY <= 0.8


async def test_many_keys_are_one_saving() -> None:
    app = Host()
    async with app.run_test() as pilot:
        for number in range(50):
            app.types(f"text {number}")
        assert app.saved == []
        await until(pilot, lambda: bool(app.saved), "the saving")
        assert app.saved == ["text 49"]
        assert not app.keeper.unsaved


async def test_a_failure_is_told_and_tried_again() -> None:
    app = Host()
    async with app.run_test() as pilot:
        app.problem = "No room."
        app.types("mine")
        assert not await app.keeper.flush()
        assert app.told[-1].problem == "No room."
        app.problem = ""
        await until(pilot, lambda: app.saved == ["mine"], "the next try")
        assert app.told[-1].problem == ""


async def test_what_is_typed_while_saving_is_saved_after_it() -> None:
    app = Host()
    async with app.run_test() as pilot:
        app.gate = asyncio.Event()
        app.types("old")
        first = asyncio.create_task(app.keeper.flush())
        await pilot.pause()
        app.types("new")
        second = asyncio.create_task(app.keeper.flush())
        await pilot.pause()
        app.gate.set()
        await first
        assert await second
        assert app.saved == ["old", "new"]


async def test_a_waiter_that_is_cancelled_loses_nothing() -> None:
    app = Host()
    async with app.run_test() as pilot:
        app.gate = asyncio.Event()
        app.types("kept all the same")
        waiter = asyncio.create_task(app.keeper.flush())
        await pilot.pause()
        waiter.cancel()
        await asyncio.wait({waiter})
        app.gate.set()
        await until(pilot, lambda: app.saved == ["kept all the same"], "the saving")


async def test_nothing_is_saved_once_closed() -> None:
    app = Host()
    async with app.run_test():
        app.types("handed over")
        app.keeper.close()
        assert await app.keeper.flush()
        app.keeper.changed()
        await app.keeper.flush()
        assert app.saved == []
