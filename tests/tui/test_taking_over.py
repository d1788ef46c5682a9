"""Stopped and gone on with, the terminal is taken up again as it was left."""

from __future__ import annotations

from typing import cast

import pytest
from textual.driver import Driver

from followup_tui.tui.taking_over import taking_over


class _Terminal:
    """What of Textual's driver for Linux is about being stopped, as it behaves there."""

    _auto_restart = True

    def __init__(self) -> None:
        self.done: list[str] = []
        self._must_signal_resume = False

    def start_application_mode(self) -> None:
        self.done.append("start")
        self._must_signal_resume = False

    def suspend_application_mode(self) -> None:
        self.done.append("suspend")

    def stop(self) -> None:
        """As at SIGTSTP."""
        self.suspend_application_mode()
        self._must_signal_resume = True

    def _sigcont_application(self, *_: object) -> None:
        if self._auto_restart:
            self.start_application_mode()

    def go_on(self) -> None:
        """As at SIGCONT."""
        self._sigcont_application(18, None)


@pytest.mark.parametrize("is_told", [True, False])
def test_it_is_never_started_twice(*, is_told: bool) -> None:
    made = taking_over(cast("type[Driver]", _Terminal), lambda: False)
    terminal = cast("type[_Terminal]", made)()
    terminal.start_application_mode()
    for _ in range(2):
        if is_told:  # else `kill -STOP`, of which nobody is told
            terminal.stop()
        terminal.go_on()
    assert terminal.done == ["start", "suspend", "start", "suspend", "start"]
