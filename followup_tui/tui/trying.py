"""Writing down from the list that a call reached nobody: a key for it, a key for how it ended."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial
from typing import Any

from textual.screen import Screen

from followup_tui.desk import Desk
from followup_tui.domain.calling.dialling import numbers_of
from followup_tui.domain.client import Client
from followup_tui.domain.interaction import Outcome
from followup_tui.domain.record import Invalid
from followup_tui.services.clients import NoSuchClient
from followup_tui.services.log import CannotLog, ToLog
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.anew import begin
from followup_tui.tui.dialogs.tried import TriedDialog
from followup_tui.tui.dialogs.wrong_number import WrongNumber, WrongNumberDialog
from followup_tui.tui.messages import LetterWanted
from followup_tui.tui.present.around import logged_words
from followup_tui.tui.toast import toast


class Trying:
    """Asks how a call ended, and writes it down with the next try."""

    def __init__(
        self, screen: Screen[Any], desk: Desk, *, key: str, done: Callable[[], Awaitable[None]]
    ) -> None:
        """`key` takes a change back, in words; `done` shows what was written."""
        self._screen = screen
        self._desk = desk
        self._key = key
        self._done = done

    def ask(self, client: Client) -> None:
        """Ask how the call to a client ended."""
        unanswered = self._desk.records.standing(client.id).unanswered

        def chosen(outcome: Outcome | None) -> None:
            if outcome is Outcome.CALL_BACK:
                self._ask_hour(client)
            elif outcome is Outcome.WRONG_NUMBER:
                self._ask_number(client)
            elif outcome is not None:
                self._run(client, ToLog(outcome))

        self._screen.app.push_screen(TriedDialog(client, unanswered=unanswered), chosen)

    def _ask_hour(self, client: Client) -> None:
        from followup_tui.tui.dialogs.call_back import CallBackDialog  # noqa: PLC0415 - seldom used

        def agreed(moment: datetime | None) -> None:
            if moment is not None:
                self._run(client, ToLog(Outcome.CALL_BACK, call_back_at=moment))

        self._screen.app.push_screen(CallBackDialog(self._desk, client), agreed)

    def _ask_number(self, client: Client) -> None:
        numbers = numbers_of(client)
        if not numbers:
            self._run(client, ToLog(Outcome.WRONG_NUMBER))
            return
        wrong = numbers[0]

        def known(answer: WrongNumber | None) -> None:
            if answer is not None:
                held = ToLog(Outcome.WRONG_NUMBER, wrong=wrong.number, right=answer.right)
                self._run(client, held)

        self._screen.app.push_screen(WrongNumberDialog(self._desk, client.id, wrong, ()), known)

    def _run(self, client: Client, held: ToLog) -> None:
        begin(
            self._screen, partial(self._write, client, held), name="write a try down", group="write"
        )

    async def _write(self, client: Client, held: ToLog) -> None:
        try:
            logged = await self._desk.log.write(client.id, held)
        except Invalid as wrong:
            toast(self._screen, wrong.message, severity="error")
        except (StoreProblem, NoSuchClient, CannotLog) as problem:
            toast(self._screen, str(problem), severity="error")
        else:
            toast(self._screen, logged_words(logged.view, self._desk.clock(), self._key))
            await self._done()
            await self._offer_letter(client, logged.interaction.id)

    async def _offer_letter(self, client: Client, interaction_id: str) -> None:
        """Open the letter that follows, as after a wrap-up: after some tries, that they were."""
        try:
            written = await self._desk.letters.after(interaction_id)
        except (StoreProblem, NoSuchClient) as problem:
            toast(self._screen, f"The letter could not be begun: {problem}", severity="error")
            return
        if written is not None:
            kind, view = written
            self._screen.post_message(LetterWanted(client.id, kind, view=view))
