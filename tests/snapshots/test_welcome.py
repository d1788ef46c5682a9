"""The welcome, as it looks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.pilot import Pilot

from followup_tui.tui.screens.welcome import WelcomeScreen
from tests.fakes import a_desk
from tests.snapshots.shell import SIZES, an_app, still
from tests.tui.waiting import until


async def _welcomed(pilot: Pilot[Any]) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, WelcomeScreen))
    await until(pilot, lambda: pilot.app.focused is not None)
    await still(pilot)


def test_welcome(pictures: Callable[..., None]) -> None:
    pictures(an_app(a_desk()), SIZES, _welcomed, light=[(80, 24)])
