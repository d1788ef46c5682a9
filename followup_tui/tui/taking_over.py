"""Taking over what was drawn before the desk was there (`commands.first_sight`)."""

from __future__ import annotations

from collections.abc import Callable

from textual.driver import Driver

_SECOND_SCREEN = "\x1b[?1049h"
"""What Textual asks the terminal for its second screen with (xterm's mode; it clears it, too)."""


def taking_over(driver: type[Driver], hand_over: Callable[[], bool]) -> type[Driver]:
    """Return `driver` such that it draws over what stands on the second screen already.

    `hand_over` is called before the terminal is changed, and says whether anything stands there.
    """

    class TakingOver(driver):  # type: ignore[valid-type,misc]  # a class that is known only now
        _stands_there = False

        def start_application_mode(self) -> None:
            self._stands_there = hand_over()
            super().start_application_mode()

        def write(self, data: str) -> None:
            if self._stands_there and data == _SECOND_SCREEN:
                self._stands_there = False  # cleared, the screen would flicker
                return
            super().write(data)

    return TakingOver
