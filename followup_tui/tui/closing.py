"""Screens that close once, whatever is pressed while they do.

Keys and clicks wait in the queue of the screen that they were meant for. Textual takes a screen off
the stack at its first `dismiss`, and at a second one takes off whatever stands there then: the
screen below, which nobody wanted to close, or the last one there is, which ends the program.
"""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, Screen

T = TypeVar("T")


def stands(screen: Screen[T]) -> bool:
    """Say whether a screen is shown, or waits below one that is."""
    return screen in screen.app.screen_stack


class ClosingScreen(Screen[T]):
    """A screen that closes once."""

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Close with `result`; nothing happens where it was closed or replaced meanwhile."""
        return super().dismiss(result) if stands(self) else AwaitComplete()


class ClosingDialog(ModalScreen[T]):
    """A dialog that closes once."""

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Close with `result`; nothing happens where it was closed or replaced meanwhile."""
        return super().dismiss(result) if stands(self) else AwaitComplete()
