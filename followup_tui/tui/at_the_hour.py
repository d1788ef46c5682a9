"""Telling of a call-back at its hour, whatever is on the screen: a few words beside the keys.

The words stay until the user goes there, calls that client, or has had them before their eyes for
a while; nothing opens by itself, and nothing takes a key away from what is being typed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import App

from followup_tui.domain.calling.call_backs import CallBack, Told
from followup_tui.domain.client import Client
from followup_tui.domain.promise import NextStep
from followup_tui.domain.text import shorten
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.anew import begin
from followup_tui.tui.key_line import KeyLine
from followup_tui.tui.present.around import call_back_line

if TYPE_CHECKING:
    from followup_tui.desk import Desk

LOOK_SECONDS = 1.0
"""How often the clock is looked at: it costs a comparison or two."""
_REFRESH_EVERY = 5  # looks; another program may have agreed on a call-back
_SEEN_AFTER = 600  # looks during which the words stood there: ten minutes before somebody's eyes
_NAME_WIDTH = 24  # characters


class AtTheHour:
    """Looks at the clock for one app; `look` may also be called by hand."""

    def __init__(self, app: App[str], desk: Desk, *, key: str) -> None:
        """`key` is the one that goes there, in words."""
        self._app = app
        self._desk = desk
        self._key = key
        self._told = Told()
        self._names: dict[str, str] = {}
        self._version = -1
        self._looks = 0
        self._shown: dict[tuple[str, object], int] = {}
        self._reading = False
        self._said = ""

    def begin(self) -> None:
        """Look from now on."""
        self._read_soon()
        self._app.set_interval(LOOK_SECONDS, self.look, name="call-backs at their hour")

    def due(self) -> Sequence[CallBack]:
        """Return the call-backs to be told of, the earliest first."""
        return self._told.due(self._desk.clock())

    def saw(self, client_id: str) -> None:
        """Note that the user has turned to a client."""
        self._told = self._told.saw(client_id, self._desk.clock())
        self._show()

    def look(self) -> None:
        """Read what was changed, and show what has come."""
        self._looks += 1
        if self._desk.records.version != self._version or self._looks % _REFRESH_EVERY == 0:
            self._read_soon()
        for each in self.due():
            self._shown[each.key] = self._shown.get(each.key, 0) + 1
            if self._shown[each.key] > _SEEN_AFTER:
                self._told = self._told.saw(each.client_id, self._desk.clock())
        self._show()

    def _read_soon(self) -> None:
        if not self._reading:
            self._reading = True
            begin(self._app, self._read, name="read the call-backs", group="call-backs")

    async def _read(self) -> None:
        """Take in the steps as they are now; a store that cannot be read is told by the desk."""
        try:
            found = await asyncio.to_thread(self._steps)
        except StoreProblem:
            return
        finally:
            self._reading = False
        if found is None:
            return
        first = self._version < 0
        version, steps, names = found
        now = self._desk.clock()
        self._told = self._told.begun(steps, now) if first else self._told.read(steps)
        self._version = version
        self._names = names
        self._show()

    def _steps(self) -> tuple[int, Sequence[NextStep], dict[str, str]] | None:
        """Return the open steps and who they are with, if anything has changed."""
        records = self._desk.records
        records.refresh()
        version = records.version
        if version == self._version:
            return None
        steps = [step for step in records.all(NextStep) if step.done is None]
        names = {}
        for client_id in {step.client_id for step in steps}:
            client = records.get(Client, client_id)
            if client is not None:
                person = client.primary.name if client.primary else client.name
                names[client_id] = shorten(person, _NAME_WIDTH)
        return version, [step for step in steps if step.client_id in names], names

    def _show(self) -> None:
        """Put the words on the line of keys of every screen, or take them away."""
        now = self._desk.clock()
        due = [(self._names.get(each.client_id, ""), each.at) for each in self.due()]
        words = call_back_line(due, self._key, now.tzinfo) if due else ""
        if not words and not self._said:
            return
        self._said = words
        for screen in self._app.screen_stack:
            for line in screen.query(KeyLine):
                line.notice = words
