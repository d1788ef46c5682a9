"""How screens look, in apps of which a picture is taken in the end."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from pytest_textual_snapshot import SVGImageExtension
from syrupy.assertion import SnapshotAssertion
from textual.app import App
from textual.pilot import Pilot

from followup_tui.tui import theme
from tests.snapshots.shell import Size
from tests.tui.waiting import until
from tests.unpainted import unpainted

__all__ = ["unpainted"]


@pytest.fixture
def pictures(snapshot: SnapshotAssertion, tmp_path: Path) -> Callable[..., None]:
    """Compare an app with its pictures in several sizes and looks, all taken of one start.

    It is brought to the next size as a terminal is, and to the other look as by its key: what it
    looks like then is what it looks like when it is begun so.
    """
    kept = snapshot.use_extension(SVGImageExtension)

    def compare(
        app: App[Any],
        sizes: Sequence[Size],
        before: Callable[[Pilot[Any]], Awaitable[Any]],
        *,
        light: Sequence[Size] = (),
    ) -> None:
        """Take pictures `[size0]` … and `[light0]` …; fail naming all that differ."""
        taken = asyncio.run(_taken(app, sizes, before, light))
        differ = []
        for name, svg in taken.items():
            if not kept(name=name) == svg:  # noqa: SIM201 - it is how syrupy compares
                (tmp_path / f"{name}.svg").write_text(svg, encoding="utf-8")
                differ.append(name)
        assert not differ, f"{differ} differ from what is kept; what was drawn is in {tmp_path}"

    return compare


async def _taken(
    app: App[Any],
    sizes: Sequence[Size],
    before: Callable[[Pilot[Any]], Awaitable[Any]],
    light: Sequence[Size],
) -> dict[str, str]:
    taken = {}
    async with app.run_test(size=sizes[0], tooltips=True, notifications=True) as pilot:
        await before(pilot)
        for name, size, look in _wanted(sizes, light, app.theme):
            if app.theme != look:
                app.theme = look
            if app.size != size:
                await pilot.resize_terminal(*size)
                await until(pilot, lambda size=size: app.screen.size == size, "the new size")
                await pilot.pause()
            await pilot.pause()
            await pilot.wait_for_scheduled_animations()
            await pilot.pause()
            taken[name] = app.export_screenshot(title=app.title, simplify=True)
    return taken


def _wanted(
    sizes: Sequence[Size], light: Sequence[Size], look: str
) -> Iterator[tuple[str, Size, str]]:
    """Give each picture's name, size and look: those in the light last."""
    for number, size in enumerate(sizes):
        yield f"size{number}", size, look
    for number, size in enumerate(light):
        yield f"light{number}", size, theme.LIGHT
