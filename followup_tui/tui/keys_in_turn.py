"""Keys in their turn: what is typed ahead waits for the place that the key before it leads to.

Textual hands a key to whatever has the focus when it comes. A key that opens something has not done
so by then: it is still on its way up to the app, or the new screen has no focus yet. What is typed
right behind it would be lost, or be a command of the place that is being left. So a key is handed
on once the one before has been all the way, and the screen at hand has its focus. Text that goes on
into the same field never waits; a command waits for the text before it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from typing import Any

from textual.app import App
from textual.events import Event, Key, Paste
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget

PATIENCE = 2.0
"""Seconds after which keys no longer wait for one that was lost with its widget."""

Typed = Key | Paste


class KeysInTurn(App[str], inherit_bindings=False):
    """An app whose keys come one after the other, however fast they are typed."""

    def __init__(self) -> None:
        super().__init__()
        self._ahead: deque[Typed] = deque()
        """What was typed and is not handed on yet."""
        self._turn = 0
        """Counts the ways that were begun: what is told of an earlier one comes too late."""
        self._is_under_way = False
        self._settled: Screen[Any] | None = None
        """The screen of which it is known that it has its focus."""
        self._typed_into: Widget | None = None
        """Where text was handed to, of which it is not known that it stands there."""

    async def on_event(self, event: Event) -> None:
        """Hand what is typed on in its turn, and everything else as Textual does."""
        if not isinstance(event, Key | Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._ahead.append(event)
        if self._is_under_way:
            if len(self._ahead) == 1:
                self.set_timer(PATIENCE, partial(self._go_on, self._turn), name="keys in turn")
            return
        await self._hand_on()

    async def _hand_on(self) -> None:
        """Hand on what was typed, as far as nothing has to be waited for."""
        while self._ahead and not self._is_under_way:
            screen, target = self.screen, self.focused or self.screen
            event = self._ahead[0]
            is_text = isinstance(event, Paste) or target.check_consume_key(
                event.key, event.character
            )
            if screen is not self._settled:
                self._follow([*target.ancestors_with_self], screen)
            elif not is_text and self._typed_into is not None:
                typed_into, self._typed_into = self._typed_into, None
                self._follow([*typed_into.ancestors_with_self], screen)
            else:
                self._ahead.popleft()
                await super().on_event(event)
                if is_text and isinstance(target, Widget):
                    self._typed_into = target
                else:
                    self._follow([*target.ancestors_with_self], None)

    # The way of a key

    def _follow(self, way: list[Any], settles: Screen[Any] | None) -> None:
        """Come behind a key along its way, through the queues of all that it passes.

        With `settles` the way ends there; else it goes on through the screen that is at hand then,
        behind the messages by which the key has asked for something.
        """
        self._turn += 1
        self._is_under_way = True
        self._pass(self._turn, way, 0, settles)

    async def _arrived(self, turn: int, settles: Screen[Any] | None) -> None:
        if turn != self._turn or not self._is_under_way:
            return
        if settles is None:
            self._follow([*(self.focused or self.screen).ancestors_with_self], self.screen)
        else:
            self._settled = settles
            await self._go_on(turn)

    def _pass(
        self, turn: int, way: list[MessagePump], at: int, settles: Screen[Any] | None
    ) -> None:
        """Go through the queue of what stands at `at`, or past it where that is gone."""
        while at < len(way):
            is_last = at == len(way) - 1
            step: Callable[[], object] = (
                partial(self._arrived, turn, settles)
                if is_last
                else partial(self._pass, turn, way, at + 1, settles)
            )
            if way[at].call_later(step):
                return
            at += 1

    async def _go_on(self, turn: int) -> None:
        """Hand on what waits, unless another key is under way by now."""
        if turn == self._turn:
            self._is_under_way = False
            await self._hand_on()
