"""The welcome, as it looks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from followup_tui.tui.screens.welcome import WelcomeScreen
from tests.fakes import a_desk
from tests.snapshots.shell import SIZES, an_app, still
from tests.tui.waiting import until


async def _welcomed(pilot: Pilot[Any]) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, WelcomeScreen))
    await until(pilot, lambda: pilot.app.focused is not None)
    await still(pilot)


@pytest.mark.parametrize("size", SIZES)
def test_welcome(snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    assert snap_compare(an_app(a_desk()), terminal_size=size, run_before=_welcomed)


def test_welcome_in_the_light(snap_compare: Callable[..., bool]) -> None:
    app = an_app(a_desk(), look="followup-light")
    assert snap_compare(app, terminal_size=(80, 24), run_before=_welcomed)
