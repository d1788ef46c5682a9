"""The app around a call, without the desk below it: what the screens ask of it is written down."""

from __future__ import annotations

import inspect
from pathlib import Path

from textual.screen import Screen

from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.messages import ConversationEnded
from followup_tui.tui.screens.call import CallScreen
from followup_tui.tui.screens.wrap_up import WrapUpScreen


class CallHost(FollowupApp):
    """Opens with the call to one client above a blank screen."""

    CSS_PATH = Path(inspect.getfile(FollowupApp)).with_name("app.tcss")

    def __init__(self, desk: Desk, client: Client) -> None:
        super().__init__(desk)
        self.animation_level = "none"
        self.client = client
        self.ended: list[ConversationEnded] = []
        """How the conversations ended, in order."""

    def _first_screen(self) -> Screen[None]:
        return Screen()

    async def on_mount(self) -> None:
        await self.push_screen(CallScreen(self.desk, self.client.id))

    async def on_conversation_ended(self, message: ConversationEnded) -> None:
        message.prevent_default()  # or the app goes on to the desk
        self.ended.append(message)
        while len(self.screen_stack) > 1:
            await self.pop_screen()

    @property
    def call_screen(self) -> CallScreen:
        assert isinstance(self.screen, CallScreen), self.screen
        return self.screen

    @property
    def wrap_up(self) -> WrapUpScreen:
        assert isinstance(self.screen, WrapUpScreen), self.screen
        return self.screen
