"""What the snapshots of the app's own screens have in common."""

from __future__ import annotations

from typing import Any

from textual.message import Message
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input

from followup_tui.desk import Desk
from followup_tui.tui.app import FollowupApp
from tests.tui.waiting import until

Size = tuple[int, int]

SIZES: list[Size] = [(80, 24), (120, 36), (160, 45)]


def an_app(desk: Desk, *, look: str = "followup-dark") -> FollowupApp:
    """Return the app in one of its looks, nothing in it moving."""
    app = FollowupApp(desk)
    app.animation_level = "none"
    app.theme = look
    return app


async def ask(pilot: Pilot[Any], message: Message, screen: type[Screen[Any]]) -> None:
    """Send the app a message and wait for the screen that answers it."""
    pilot.app.post_message(message)
    await until(pilot, lambda: isinstance(pilot.app.screen, screen), screen.__name__)


async def still(pilot: Pilot[Any]) -> None:
    """Let everything settle, and the cursor of an input not blink."""
    for field in pilot.app.screen.query(Input):
        field.cursor_blink = False
    await pilot.pause()
    await pilot.pause()
