"""How the call looks, at three widths, dark and light, and while it asks for an hour."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from followup_tui.tui import theme
from followup_tui.tui.panes.notes_pad import NotesPad
from tests.fakes import FakeClock, a_story_desk
from tests.story import CONTOSO, NORTHWIND
from tests.tui.call_host import CallHost
from tests.tui.test_call import begun, comes_to, shown, types
from tests.tui.waiting import until

Compare = Callable[..., bool]

NOTES = (
    "moved everything to Azure in May",
    "+ likes the monthly reports, above all the one on costs",
    "! send the pricing link by fri",
    "? who looks after the shops",
)


@pytest.fixture(autouse=True)
def unpainted() -> None:
    """Have everything painted: a dialog over a call shows of it what was painted before."""


async def talk(pilot: Pilot[Any], clock: FakeClock) -> None:
    """Type some lines, a minute each, and answer a question."""
    app = pilot.app
    assert isinstance(app, CallHost)
    await offered(pilot, app)
    pad = app.call_screen.query_one(NotesPad)
    pad.cursor_blink = False
    for line in NOTES:
        clock.forward(minutes=1)
        pad.insert(line)
        await pilot.pause()
        pad.insert("\n")
        await pilot.pause()
    await pilot.press("pagedown")
    await comes_to(pilot, app, "success")
    await app.call_screen.keep_typed()
    screen = app.call_screen
    if screen.has_class("-fair") or screen.has_class("-tall"):
        await until(pilot, lambda: screen.has_class("-narrow") or "by Fri 20" in shown(app), "it")
    screen._tick()
    await pilot.pause()


async def offered(pilot: Pilot[Any], app: CallHost) -> None:
    """Wait until the call is begun and what can be offered is there."""
    await begun(pilot, app)
    await until(
        pilot,
        lambda: app.call_screen.call is not None and bool(app.call_screen.call.more),
        "what can be offered",
    )
    await pilot.pause()


async def no_cursor(pilot: Pilot[Any]) -> None:
    """Wait until the field has the focus, which shows its cursor, and hide it."""
    field = pilot.app.screen.query_one(Input)
    await until(pilot, lambda: field.has_focus, "the focus")
    field.cursor_blink = False


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36), (160, 45)])
def test_call(snap_compare: Compare, size: tuple[int, int]) -> None:
    clock = FakeClock()

    async def before(pilot: Pilot[Any]) -> None:
        await talk(pilot, clock)

    app = CallHost(a_story_desk(now=clock), NORTHWIND)
    assert snap_compare(app, terminal_size=size, run_before=before)


def test_call_in_the_light(snap_compare: Compare) -> None:
    clock = FakeClock()

    async def before(pilot: Pilot[Any]) -> None:
        await talk(pilot, clock)

    app = CallHost(a_story_desk(now=clock), NORTHWIND)
    app.theme = theme.LIGHT
    assert snap_compare(app, terminal_size=(120, 36), run_before=before)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
def test_coffee_with_what_was_offered(snap_compare: Compare, size: tuple[int, int]) -> None:
    async def before(pilot: Pilot[Any]) -> None:
        app = pilot.app
        assert isinstance(app, CallHost)
        await offered(pilot, app)
        await pilot.press("alt+k", "ctrl+l", "1", "1", "2")
        await until(pilot, lambda: "taken" in shown(app) and "did not come" in shown(app), "it")
        await app.call_screen.keep_typed()
        await pilot.pause()

    assert snap_compare(CallHost(a_story_desk(), NORTHWIND), terminal_size=size, run_before=before)


def test_another_call(snap_compare: Compare) -> None:
    async def before(pilot: Pilot[Any]) -> None:
        app = pilot.app
        assert isinstance(app, CallHost)
        await offered(pilot, app)
        app.call_screen.query_one(NotesPad).cursor_blink = False
        await pilot.press("ctrl+t")
        await until(pilot, lambda: "Change to another call" in shown(app), "the choices")
        await no_cursor(pilot)
        await pilot.pause()

    assert snap_compare(
        CallHost(a_story_desk(), NORTHWIND), terminal_size=(80, 24), run_before=before
    )


def test_call_back(snap_compare: Compare) -> None:
    async def before(pilot: Pilot[Any]) -> None:
        app = pilot.app
        assert isinstance(app, CallHost)
        await begun(pilot, app)
        app.call_screen.query_one(NotesPad).cursor_blink = False
        await pilot.press("f7")
        await until(pilot, lambda: bool(app.screen.query(".quick")), "the dialog")
        await no_cursor(pilot)
        await types(pilot, "fri 10:00")
        await until(pilot, lambda: "10:00 in London" in shown(app), "what is meant")

    assert snap_compare(
        CallHost(a_story_desk(), CONTOSO), terminal_size=(80, 24), run_before=before
    )
