"""Around the call: where they are, dialling, the line to send before, numbers that are wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from followup_tui.domain.calling.dialling import Reachable
from followup_tui.domain.record import Invalid
from followup_tui.domain.views import CallView
from followup_tui.services.clients import NoSuchClient
from followup_tui.services.ports import StoreProblem
from followup_tui.tui import reaching
from followup_tui.tui.anew import anew, begin
from followup_tui.tui.dialogs.wrong_number import WrongNumber, WrongNumberDialog
from followup_tui.tui.panes.call_head import CallHead
from followup_tui.tui.screens.call_state import CallState
from followup_tui.tui.toast import toast


class CallAround:
    """What the head of the call can do."""

    def __init__(self, state: CallState, *, ended: Callable[[], None]) -> None:
        """`ended` is called when the call is over because its number is wrong."""
        self._state = state
        self._ended = ended

    @property
    def _head(self) -> CallHead:
        return self._state.screen.query_one(CallHead)

    def begun(self, call: CallView) -> None:
        """Show where the client is: the clock at once, their holidays when they are known."""
        desk = self._state.desk
        self._head.place(desk.whereabouts.at_once(call.client), desk.clock())
        begin(self._state.screen, partial(self._place, call), name="where they are", group="where")

    async def _place(self, call: CallView) -> None:
        desk = self._state.desk
        where = await desk.whereabouts.of(call.client)
        if self._head.is_attached:
            self._head.place(where, desk.clock())

    def dial(self, reachable: Reachable | None = None) -> None:
        """Dial a number (None: the one that the head shows large)."""
        call, to_dial = self._state.call, reachable or self._head.to_dial
        if call is None:
            return
        if to_dial is None:
            toast(self._state.screen, "No number is known: edit the client to add one.")
            return
        screen, desk = self._state.screen, self._state.desk
        work = partial(reaching.dial, screen, desk, call.client, to_dial.number)
        anew(screen, work, name="dial", group="dial")

    def next_number(self) -> None:
        """Make the next number of the client the one to dial."""
        if not self._head.next_number():
            toast(self._state.screen, "No other number is known.")

    def chosen(self, reachable: Reachable) -> None:
        """Call whoever has the number that was chosen."""
        state = self._state
        if state.call is None or (state.call.person and state.call.person.name == reachable.person):
            return
        named = [each for each in state.call.client.people if each.name == reachable.person]
        if named:
            state.call = replace(state.call, person=named[0])
            state.autosave.changed()
            self._head.show(state.call, state.desk.clock())

    def heads_up(self) -> None:
        """Put a line to send before calling on the clipboard."""
        state = self._state
        if state.call is not None:
            person = state.call.person.name if state.call.person else ""
            line = partial(
                reaching.copy_heads_up, state.screen, state.desk, state.client_id, person
            )
            anew(state.screen, line, name="word a line", group="heads-up")

    def wrong_number(self) -> None:
        """Ask for the right number; without any number, the call is over at once."""
        wrong = self._head.to_dial
        if self._state.call is None or self._state.leaving:
            return
        if wrong is None:
            self._ended()
            return
        others = [each for each in self._head.numbers if each != wrong]
        dialog = WrongNumberDialog(self._state.desk, self._state.client_id, wrong, others)

        def done(known: WrongNumber | None) -> None:
            if known is not None:
                work = partial(self._mark, wrong, known)
                begin(self._state.screen, work, name="mark the number", group="number")

        self._state.screen.app.push_screen(dialog, done)

    async def _mark(self, wrong: Reachable, known: WrongNumber) -> None:
        """Keep the number as wrong; call the other one, or end the call."""
        state = self._state
        try:
            client = await state.desk.dialling.mark_wrong(
                state.client_id, wrong.number, known.right
            )
        except (StoreProblem, NoSuchClient, Invalid) as problem:
            said = problem.message if isinstance(problem, Invalid) else str(problem)
            toast(state.screen, said, severity="error")
            return
        if state.call is None:
            return
        now_called = state.call.person.name if state.call.person else ""
        named = [each for each in client.people if each.name == now_called]
        state.call = replace(
            state.call, client=client, person=named[0] if named else state.call.person
        )
        self._head.show(state.call, state.desk.clock())
        if known.instead is None and not known.right:
            self._ended()
            return
        other = known.instead or Reachable(wrong.person, known.right)
        self._head.choose(other)
        self.chosen(other)
        toast(state.screen, f"{wrong.number} is kept as wrong. Now {other.number}.")
