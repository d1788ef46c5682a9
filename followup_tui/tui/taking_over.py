"""Taking over what was drawn before the desk was there (`commands.first_sight`)."""

from __future__ import annotations

from collections.abc import Callable

from textual.driver import Driver

_SECOND_SCREEN = "\x1b[?1049h"
"""What Textual asks the terminal for its second screen with (xterm's mode; it clears it, too)."""


def taking_over(driver: type[Driver], hand_over: Callable[[], bool]) -> type[Driver]:
    """Return `driver` such that it draws over what stands on the second screen already.

    `hand_over` is called before the terminal is changed, and says whether anything stands there.
    However it was stopped and goes on, the terminal is at the end as it was.
    """

    class TakingOver(driver):  # type: ignore[valid-type,misc]  # a class that is known only now
        _stands_there = False
        _must_signal_resume: bool

        def start_application_mode(self) -> None:
            self._stands_there = hand_over()
            super().start_application_mode()

        def _sigcont_application(self, *_: object) -> None:
            # Going on without having been let go (`kill -STOP`): started once more, Textual would
            # take its own modes of the terminal for those that it has to put back at the end.
            if self._auto_restart and not self._must_signal_resume:
                self.suspend_application_mode()
                self._must_signal_resume = True
            super()._sigcont_application()

        def write(self, data: str) -> None:
            if self._stands_there and data == _SECOND_SCREEN:
                self._stands_there = False  # cleared, the screen would flicker
                return
            super().write(data)

    return TakingOver
