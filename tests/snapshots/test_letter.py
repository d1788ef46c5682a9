"""How the letter looks: text and check at three widths, in the light, and the ways out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.widgets import Input

from followup_tui.tui.dialogs.leave import LeaveDialog
from followup_tui.tui.panes.letter_check import FactRows
from tests.snapshots.shell import SIZES
from tests.tui.letters import BODY, LetterHost, a_letter_desk, ready
from tests.tui.waiting import until

Compare = Callable[..., bool]
Pictures = Callable[..., None]
CLUMSY = BODY.replace("Shall we speak again on Thursday 26 November at 10:00?", "Best, [name]")
CLUMSY = CLUMSY.replace("by Friday 20 November", "soon").replace("- You like the reports.\n", "")


def an_app(body: str = BODY, look: str = "followup-dark") -> LetterHost:
    desk, _ = a_letter_desk(Path("home"), body=body)
    app = LetterHost(desk)
    app.theme = look
    return app


async def still(pilot: Pilot[Any]) -> None:
    """Wait until the letter is checked, and let no cursor blink."""
    app = pilot.app
    assert isinstance(app, LetterHost)
    screen = await ready(pilot, app)
    screen.pad.cursor_blink = False
    for field in screen.query(Input):
        field.cursor_blink = False
    await pilot.pause()


def test_letter_that_is_not_ready(pictures: Pictures) -> None:
    pictures(an_app(CLUMSY), SIZES, still)


def test_letter_in_the_light(snap_compare: Compare) -> None:
    app = an_app(look="followup-light")
    assert snap_compare(app, terminal_size=(120, 36), run_before=still)


def test_check_where_it_has_the_screen_to_itself(snap_compare: Compare) -> None:
    async def before(pilot: Pilot[Any]) -> None:
        await still(pilot)
        await pilot.press("f4")
        await until(pilot, lambda: isinstance(pilot.app.focused, FactRows))
        await pilot.pause()

    assert snap_compare(an_app(CLUMSY), terminal_size=(80, 24), run_before=before)


def test_preview(snap_compare: Compare) -> None:
    async def before(pilot: Pilot[Any]) -> None:
        await still(pilot)
        await pilot.press("f10")
        await until(pilot, lambda: pilot.app.screen.has_class("-at-preview"))
        await pilot.pause()

    assert snap_compare(an_app(), terminal_size=(80, 24), run_before=before)


def test_ways_out(pictures: Pictures) -> None:
    async def before(pilot: Pilot[Any]) -> None:
        await still(pilot)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, LeaveDialog))
        for field in pilot.app.screen.query(Input):
            field.cursor_blink = False
        await pilot.pause()

    pictures(an_app(), [(80, 24), (120, 36)], before)
