"""Take the picture of the README from the running program: `make picture`.

It opens the sample desk in a folder of its own, prepares the first client over real HTTP, opens
what was found on the website, chooses a value-add, and saves what is then on the screen.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from textual.pilot import Pilot

from followup_tui.sample.opening import open_sample
from followup_tui.settings.clock import clock_at
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.screens.desk import DeskScreen

HERE = Path(__file__).parent
PICTURE = HERE / "desk.svg"
SIZE = (136, 38)  # columns and rows
NOW = "2026-11-19T09:02:00+11:00"
PATIENCE = 60.0  # seconds

_FONTS = re.compile(r"@font-face\s*\{[^}]*\}\s*")


async def until(pilot: Pilot[object], condition: Callable[[], bool], what: str) -> None:
    """Let the app work until `condition` holds; raises `TimeoutError` after `PATIENCE`."""
    async with asyncio.timeout(PATIENCE):
        while not condition():
            await pilot.pause(0.05)
    print(what)


async def take() -> str:
    """Return the picture as SVG."""
    clock = clock_at(NOW)
    with (
        tempfile.TemporaryDirectory() as folder,
        open_sample(Path(folder) / "desk", now=clock) as desk,
    ):
        app = FollowupApp(desk)
        async with app.run_test(size=SIZE, notifications=False) as pilot:
            screen = app.screen
            if not isinstance(screen, DeskScreen):
                raise TypeError(f"the sample desk opens on {screen!r}")
            await until(pilot, lambda: screen.view is not None, "the list is there")
            await pilot.press("enter")
            await until(
                pilot,
                lambda: screen.view is not None and not screen.view.fetching,
                "everything was fetched",
            )
            await pilot.press("space", "down", "space", "enter", "v", "space")
            await until(
                pilot,
                lambda: (
                    screen.view is not None
                    and screen.view.done == 2
                    and any(each.chosen for each in screen.view.suggestions)
                ),
                "ticked and chosen",
            )
            await pilot.pause()
            picture = app.export_screenshot(title="followup")
        await desk.close()
    # The picture brings no fonts of its own: no reader's machine is sent to fetch any.
    return _FONTS.sub("", picture)


def main() -> None:
    """Take the picture and save it beside this file."""
    begun = datetime.now().astimezone()
    PICTURE.write_text(asyncio.run(take()), encoding="utf-8")
    took = datetime.now().astimezone() - begun
    print(
        f"saved {PICTURE.name}, {PICTURE.stat().st_size:,} bytes, in {took.total_seconds():.1f} s"
    )


if __name__ == "__main__":
    main()
