"""Playing the whole app by keys and clicks, as an afternoon at the desk."""

from __future__ import annotations

from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen

from followup_tui.domain.client import Client
from followup_tui.domain.letters.view import LetterView
from followup_tui.domain.views import CallView, WrapUpView
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.pick import PickRows
from followup_tui.tui.panes.call_list import CallListPane
from followup_tui.tui.panes.script import ScriptPane
from followup_tui.tui.screens.call import CallScreen
from followup_tui.tui.screens.desk import DeskScreen
from followup_tui.tui.screens.letter import LetterScreen
from followup_tui.tui.screens.wrap_up import WrapUpScreen
from tests.tui.waiting import until

_KEYS = {
    " ": "space", "+": "plus", "-": "minus", "!": "exclamation_mark", "@": "at",
    ">": "greater_than_sign", "?": "question_mark", "*": "asterisk", "=": "equals_sign",
    ",": "comma", ":": "colon", ".": "full_stop", "\n": "enter", "_": "underscore",
}  # fmt: skip


class Player:
    """Presses keys and counts them; waits for what each is to bring, and never sleeps."""

    def __init__(self, app: FollowupApp, pilot: Pilot[Any]) -> None:
        self.app = app
        self.pilot = pilot
        self.keys = 0
        """How many keys were pressed, what was typed into fields and notes left out."""

    async def press(self, *keys: str) -> None:
        """Press keys that do something."""
        self.keys += len(keys)
        await self.pilot.press(*keys)

    async def types(self, text: str) -> None:
        """Type words."""
        await self.pilot.press(*(_KEYS.get(char, char) for char in text))

    async def shows(self, *words: str) -> None:
        """Wait until all these words can be read."""
        await until(self.pilot, lambda: all(word in self.shown() for word in words), str(words))

    def shown(self) -> str:
        """Return what is on the terminal."""
        screen: Screen[Any] = self.app.screen
        return "\n".join(strip.text for strip in screen._compositor.render_strips())

    # Where it is

    async def at_desk(self, client: Client | None = None) -> DeskScreen:
        """Wait for the desk; with a client, put the cursor there by the search."""
        await until(
            self.pilot,
            lambda: (
                isinstance(self.app.screen, DeskScreen)
                and self.app.screen.queue is not None
                and self.app.focused is not None
            ),
            "the desk",
        )
        await self.pilot.pause()  # what led here goes on: it is to have come to its end
        screen = self.app.screen
        assert isinstance(screen, DeskScreen)
        if client is not None and screen.client_id != client.id:
            await self.pilot.press("f")
            await self.types(client.name[:6].lower())
            await until(self.pilot, lambda: screen.client_id == client.id, client.name)
            await self.pilot.press("escape")
            pane = screen.query_one(CallListPane)
            await until(self.pilot, lambda: not pane.searching, "the list")
            await until(self.pilot, lambda: screen.client_id == client.id, client.name)
        return screen

    async def in_call(self, client: Client) -> CallView:
        """Wait for the call with a client, its script drawn and its notes ready."""
        await until(
            self.pilot,
            lambda: (
                isinstance(self.app.screen, CallScreen)
                and self.app.screen.call is not None
                and self.app.screen.call.client.id == client.id
                and bool(self.app.screen.query("#answer > *"))
            ),
            f"the call with {client.name}",
        )
        await self.pilot.pause()
        return self.call

    @property
    def screen(self) -> CallScreen:
        """The screen of the call."""
        assert isinstance(self.app.screen, CallScreen), self.app.screen
        return self.app.screen

    @property
    def call(self) -> CallView:
        """The call as it stands."""
        assert self.screen.call is not None
        return self.screen.call

    def answers(self) -> dict[str, str | None]:
        """Return what was answered on the path."""
        return {asked.question.key: asked.answer for asked in self.call.path}

    async def asked(self, key: str) -> None:
        """Wait until the question `key` is at hand and drawn; empty: the script is at its end."""
        pane = self.screen.query_one(ScriptPane)

        def is_there() -> bool:
            at_hand = self.call.at_hand
            if not key:
                return at_hand is None and "last question" in self.shown()
            return at_hand is not None and at_hand.question.key == key and pane.shows(key)

        await until(self.pilot, is_there, f"the question {key or 'after the last'}")
        await self.pilot.pause()

    async def at_wrap_up(self) -> WrapUpView:
        """Wait for the wrap-up, ready for keys."""
        await until(
            self.pilot,
            lambda: (
                isinstance(self.app.screen, WrapUpScreen)
                and self.app.screen.view is not None
                and self.app.focused is not None
            ),
            "the wrap-up",
        )
        await self.pilot.pause()
        screen = self.app.screen
        assert isinstance(screen, WrapUpScreen)
        assert screen.view is not None
        return screen.view

    async def at_letter(self) -> LetterView:
        """Wait for a letter, checked and ready for keys."""
        await until(self.pilot, self._letter_is_there, "the letter")
        await self.pilot.pause()
        screen = self.app.screen
        assert isinstance(screen, LetterScreen)
        assert screen.view is not None
        return screen.view

    def _letter_is_there(self) -> bool:
        screen = self.app.screen
        return (
            isinstance(screen, LetterScreen)
            and screen.checked is not None
            and self.app.focused is not None
        )

    async def letter_put_aside(self) -> DeskScreen:
        """Wait for what follows a wrap-up: a letter is put aside, and the desk is there."""
        await until(
            self.pilot,
            lambda: isinstance(self.app.screen, DeskScreen) or self._letter_is_there(),
            "the letter or the desk",
        )
        if isinstance(self.app.screen, LetterScreen):
            await self.press("escape")
        return await self.at_desk()

    async def picks(self) -> PickRows:
        """Wait until the list to choose from is there."""
        await until(self.pilot, lambda: bool(self.app.screen.query(PickRows)), "the choices")
        await self.pilot.pause()
        return self.app.screen.query_one(PickRows)
