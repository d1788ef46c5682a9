"""How the wrap-up looks: after a conversation at three widths, and after a try in vain."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from followup_tui.tui.day_field import DayField
from followup_tui.tui.panes.notes_pad import NotesPad
from tests.fakes import FakeClock, a_story_desk
from tests.snapshots.shell import SIZES
from tests.snapshots.test_call import talk
from tests.story import NORTHWIND
from tests.tui.call_host import CallHost
from tests.tui.test_call import begun
from tests.tui.test_wrap_up import ready
from tests.tui.waiting import until

Compare = Callable[..., bool]
Pictures = Callable[..., None]


async def still(pilot: Pilot[Any], app: CallHost) -> None:
    """Wait until everything is drawn, and let no cursor blink."""
    await ready(pilot, app)
    for line in app.screen.query(Input):
        line.cursor_blink = False
    for area in app.screen.query(TextArea):
        area.cursor_blink = False
    await until(
        pilot,
        lambda: all(field.said for field in app.screen.query(DayField)),
        "the days understood",
    )
    await pilot.pause()


def test_wrap_up(pictures: Pictures) -> None:
    clock = FakeClock()

    async def before(pilot: Pilot[Any]) -> None:
        app = pilot.app
        assert isinstance(app, CallHost)
        await talk(pilot, clock)
        await pilot.press("f2")
        await still(pilot, app)

    pictures(CallHost(a_story_desk(now=clock), NORTHWIND), SIZES, before)


def test_wrap_up_of_a_try_in_vain(snap_compare: Compare) -> None:
    async def before(pilot: Pilot[Any]) -> None:
        app = pilot.app
        assert isinstance(app, CallHost)
        await begun(pilot, app)
        app.call_screen.query_one(NotesPad).cursor_blink = False
        await pilot.press("f3")
        await still(pilot, app)

    app = CallHost(a_story_desk(), NORTHWIND)
    assert snap_compare(app, terminal_size=(80, 24), run_before=before)
