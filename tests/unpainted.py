"""Apps whose terminal is none: what would be painted there is not drawn at each change.

It was half of the time of these tests, for nobody to see. They look at widgets, at the lines that
widgets and screens draw when they are asked, and at pictures of a whole screen. What is painted at
a change is looked at by the tests in a terminal.
"""

from __future__ import annotations

import pytest
from rich.console import RenderableType
from textual._compositor import Compositor
from textual.screen import Screen


@pytest.fixture(autouse=True)
def unpainted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw the whole screen when it is asked for, and else nothing."""
    drawn = Compositor.render_update

    def render_update(
        self: Compositor,
        full: bool = False,
        screen_stack: list[Screen[object]] | None = None,
        simplify: bool = False,
    ) -> RenderableType | None:
        if full:
            return drawn(self, full=True, screen_stack=screen_stack, simplify=simplify)
        self._dirty_regions.clear()
        return None

    monkeypatch.setattr(Compositor, "render_update", render_update)
