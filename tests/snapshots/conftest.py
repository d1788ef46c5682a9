"""How screens look, in apps of which a picture is taken in the end."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from pytest_textual_snapshot import SVGImageExtension
from syrupy.assertion import SnapshotAssertion
from textual.app import App
from textual.pilot import Pilot

from followup_tui.tui import theme
from tests.quick import quick
from tests.snapshots.shell import Size
from tests.tui.waiting import until
from tests.unpainted import unpainted

__all__ = ["quick", "unpainted"]

PATIENCE = 8.0
"""Seconds that a picture has to become as it is kept."""

Before = Callable[[Pilot[Any]], Awaitable[Any]]
"""Brings an app to where its picture is taken."""
Picture = tuple[str, Size, str]
"""A name, a size and a look; empty: the one that it has."""


@pytest.fixture
def pictures(snapshot: SnapshotAssertion, tmp_path: Path) -> Callable[..., None]:
    """Compare an app with its pictures in several sizes and looks, all taken of one start.

    It is brought to the next size as a terminal is, and to the other look as by its key: what it
    looks like then is what it looks like when it is begun so.
    """
    album = _Album(snapshot)

    def compare(
        app: App[Any],
        sizes: Sequence[Size],
        before: Before,
        *,
        light: Sequence[Size] = (),
    ) -> None:
        """Take pictures `[size0]` … and `[light0]` …; fail naming all that differ."""
        taken = asyncio.run(_taken(app, _wanted(sizes, light, app.theme), before, album))
        differ = []
        for name, svg in taken.items():
            if not album.holds(name, svg):
                (tmp_path / f"{name}.svg").write_text(svg, encoding="utf-8")
                differ.append(name)
        assert not differ, f"{differ} differ from what is kept; what was drawn is in {tmp_path}"

    return compare


@pytest.fixture
def snap_compare(snapshot: SnapshotAssertion, tmp_path: Path) -> Callable[..., bool]:
    """Compare an app with its one picture, as the plugin's own fixture does; see `_Album`."""
    album = _Album(snapshot)

    def compare(app: App[Any], *, terminal_size: Size = (80, 24), run_before: Before) -> bool:
        wanted = [("", terminal_size, "")]
        svg = asyncio.run(_taken(app, wanted, run_before, album))[""]
        (tmp_path / "drawn.svg").write_text(svg, encoding="utf-8")
        return album.holds("", svg)

    return compare


class _Album:
    """The pictures that are kept for a test, by name; empty: its only one."""

    def __init__(self, snapshot: SnapshotAssertion) -> None:
        self._kept = snapshot.use_extension(SVGImageExtension)

    def holds(self, name: str, svg: str) -> bool:
        """Say whether a picture is the one that is kept, and report it where it is not."""
        kept = self._kept(name=name) if name else self._kept
        return bool(kept == svg)

    def may_change(self, name: str, svg: str) -> bool:
        """Say whether another one is kept: then what is drawn may not be finished yet."""
        extension = self._kept.extension
        path = Path(extension.get_location(test_location=self._kept.test_location, index=name or 0))
        return path.exists() and path.read_text(encoding="utf-8") != extension.serialize(svg)


async def _taken(
    app: App[Any], wanted: Iterable[Picture], before: Before, album: _Album
) -> dict[str, str]:
    taken = {}
    wanted = list(wanted)
    async with app.run_test(size=wanted[0][1], tooltips=True, notifications=True) as pilot:
        await before(pilot)
        for name, size, look in wanted:
            if look and app.theme != look:
                app.theme = look
            if app.size != size:
                await pilot.resize_terminal(*size)
                await until(pilot, lambda size=size: app.screen.size == size, "the new size")
            taken[name] = await _drawn(pilot, name, album)
    return taken


async def _drawn(pilot: Pilot[Any], name: str, album: _Album) -> str:
    """Return the picture as soon as it is as it is kept; what it is after a while, if it never is.

    A machine that does other work too may still be at what comes of a key or of a new size.
    """
    app, end = pilot.app, time.monotonic() + PATIENCE
    while True:
        await pilot.pause()
        await pilot.wait_for_scheduled_animations()
        await pilot.pause()
        svg = app.export_screenshot(title=app.title, simplify=True)
        if not album.may_change(name, svg) or time.monotonic() > end:
            return svg
        await asyncio.sleep(0.02)


def _wanted(sizes: Sequence[Size], light: Sequence[Size], look: str) -> Iterator[Picture]:
    """Give each picture's name, size and look: those in the light last."""
    for number, size in enumerate(sizes):
        yield f"size{number}", size, look
    for number, size in enumerate(light):
        yield f"light{number}", size, theme.LIGHT
