"""How the desk looks: at every width, dark and light, at work and with nobody due."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from followup_tui.tui import theme
from followup_tui.tui.dialogs.note import NoteDialog
from followup_tui.tui.dialogs.snooze import DoNotCallDialog, SnoozeDialog
from followup_tui.tui.screens.desk import DeskScreen
from tests.fakes import FakePages, a_desk
from tests.snapshots.shell import SIZES
from tests.tui.desk_app import DeskApp
from tests.tui.waiting import until

Compare = Callable[..., bool]
Pictures = Callable[..., None]
Keys = tuple[str, ...]


def settled(app: DeskApp) -> bool:
    """Say whether nothing is on its way any more."""
    view = app.desk_screen.view
    return view is not None and not view.fetching and bool(app.pages.asked)


def after(*keys: str, look: str = theme.DARK) -> Callable[[Pilot[Any]], Any]:
    """Return what is done before the picture: everything fetched, then these keys."""

    async def before(pilot: Pilot[Any]) -> None:
        app = pilot.app
        assert isinstance(app, DeskApp)
        app.theme = look
        await until(pilot, lambda: app.desk_screen.view is not None)
        await pilot.press("enter")
        await until(pilot, lambda: settled(app), "the preparation")
        await pilot.press("escape", *keys)
        await pilot.pause()
        for field in app.screen.query(Input):
            field.cursor_blink = False
        await pilot.pause()

    return before


def test_the_desk(pictures: Pictures) -> None:
    pictures(DeskApp(), [(60, 20), *SIZES], after())


OPEN_EVIDENCE: Keys = ("enter", "space", "down", "enter")


@pytest.mark.parametrize("size", SIZES)
def test_the_desk_with_evidence_open(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(DeskApp(), terminal_size=size, run_before=after(*OPEN_EVIDENCE))


def test_the_desk_in_the_light(snap_compare: Compare) -> None:
    before = after("a", *OPEN_EVIDENCE, look=theme.LIGHT)
    assert snap_compare(DeskApp(), terminal_size=(120, 36), run_before=before)


def test_notes_and_value_adds_at_80(snap_compare: Compare) -> None:
    assert snap_compare(DeskApp(), terminal_size=(80, 24), run_before=after("v", "down", "space"))


def test_a_tiny_desk(snap_compare: Compare) -> None:
    assert snap_compare(DeskApp(), terminal_size=(20, 5), run_before=after("down"))


def test_a_search(snap_compare: Compare) -> None:
    before = after("f", *"coffee")
    assert snap_compare(DeskApp(), terminal_size=(120, 36), run_before=before)


def test_a_preparation_on_its_way_and_one_that_failed(snap_compare: Compare) -> None:
    app = DeskApp()
    app.pages.fail("https://fabrikam.example/", "fabrikam.example did not answer in 10 seconds.")
    app.pages.hold("https://northwind.example/")

    async def before(pilot: Pilot[Any]) -> None:
        await pilot.press("enter")
        await until(pilot, lambda: "✗" in app.item_line("Competitors"))
        await until(pilot, lambda: "⠋" in app.item_line("Website"))
        await pilot.press("down", "down", "enter")
        await pilot.pause()

    assert snap_compare(app, terminal_size=(120, 36), run_before=before)


def test_nobody_due(snap_compare: Compare) -> None:
    app = DeskApp(a_desk(pages=FakePages()))

    async def before(pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: "Nobody" in " ".join(app.list_lines()))

    assert snap_compare(app, terminal_size=(120, 36), run_before=before)


@pytest.mark.parametrize(
    ("key", "dialog"),
    [("s", SnoozeDialog), ("n", NoteDialog), ("x", DoNotCallDialog)],
)
def test_the_dialogs(pictures: Pictures, key: str, dialog: type) -> None:
    settle = after()

    async def before(pilot: Pilot[Any]) -> None:
        await settle(pilot)
        assert isinstance(pilot.app.screen, DeskScreen)
        await pilot.press(key)
        await until(pilot, lambda: isinstance(pilot.app.screen, dialog))
        await until(pilot, lambda: pilot.app.focused is not None)
        for field in pilot.app.screen.query("Input, TextArea"):
            field.cursor_blink = False  # type: ignore[attr-defined]
        await pilot.pause()

    pictures(DeskApp(), [(80, 24), (120, 36)], before)
