"""A bare app around one pane or screen, with the looks of the desk and a record of messages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from textual.app import App, ComposeResult
from textual.message import Message
from textual.widget import Widget

from followup_tui.tui import styling, theme

M = TypeVar("M", bound=Message)


class Host(App[None]):
    """Shows what `make` returns; every message that reaches the app is kept in `heard`."""

    def __init__(self, make: Callable[[], Widget]) -> None:
        super().__init__()
        styling.use(self)
        self._make = make
        self.heard: list[Message] = []
        for look in theme.THEMES:
            self.register_theme(look)
        self.theme = theme.DARK
        self.animation_level = "none"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return theme.meanings(dark=self.current_theme.dark)

    def compose(self) -> ComposeResult:
        yield self._make()

    async def _on_message(self, message: Message) -> None:
        self.heard.append(message)
        await super()._on_message(message)

    def heard_of(self, kind: type[M]) -> list[M]:
        """Return the messages of one kind, the oldest first."""
        return [message for message in self.heard if isinstance(message, kind)]
