"""The settings, as they look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from followup_tui.tui.panes.form_field import FormField
from tests.fakes import a_story_desk
from tests.snapshots.shell import SIZES, an_app, still
from tests.tui.waiting import until


async def _shown(pilot: Pilot[Any]) -> None:
    pilot.app.desk = replace(pilot.app.desk, home=Path("/home/robin/followup"))  # type: ignore[attr-defined]
    await pilot.app.run_action("app.settings")
    await until(pilot, lambda: len(pilot.app.screen.query(FormField)) > 5, "the fields")
    await until(pilot, lambda: pilot.app.focused is not None, "the first field")
    await still(pilot)


def test_settings(pictures: Callable[..., None]) -> None:
    pictures(an_app(a_story_desk()), SIZES, _shown, light=[(120, 36)])
