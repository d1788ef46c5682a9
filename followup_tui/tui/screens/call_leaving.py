"""How the call is left: by its outcome, or paused; never before everything is kept."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from followup_tui.domain.interaction import Outcome
from followup_tui.domain.views import CallView
from followup_tui.services.clients import NoSuchClient
from followup_tui.services.ports import StoreProblem
from followup_tui.tui import elsewhere
from followup_tui.tui.anew import begin
from followup_tui.tui.messages import ConversationEnded, WrapUpWanted
from followup_tui.tui.present.call import outcome_words
from followup_tui.tui.screens.call_state import CallState
from followup_tui.tui.toast import toast
from followup_tui.tui.typed_out import typed_out


class CallLeaving:
    """Takes the call to its wrap-up, or lets it wait."""

    def __init__(self, state: CallState) -> None:
        self._state = state

    def end_as(self, outcome: Outcome) -> None:
        """End the call so; a call-back asks for its hour first."""
        state = self._state
        if state.call is None or state.leaving:
            return
        if outcome not in outcome_words(state.call.kind):
            words = f"A {state.call.kind.value} does not end so: choose one of those below."
            toast(state.screen, words, severity="warning")
        elif outcome is Outcome.CALL_BACK:
            self._ask_hour(state.call)
        else:
            self._run_end(outcome)

    def pause(self) -> None:
        """Go back to the desk; the call waits to be taken up again."""
        if self._state.is_gone:
            begin(self._state.screen, self._part, name="part with the call", group="end")
        elif not self._state.leaving:
            begin(self._state.screen, self._pause, name="pause the call", group="end")

    def _ask_hour(self, call: CallView) -> None:
        from followup_tui.tui.dialogs.call_back import CallBackDialog  # noqa: PLC0415 - seldom used

        dialog = CallBackDialog(self._state.desk, call.client)
        self._state.screen.app.push_screen(dialog, self._hour_agreed)

    def _hour_agreed(self, moment: datetime | None) -> None:
        if moment is not None:
            self._run_end(Outcome.CALL_BACK, moment)

    def _run_end(self, outcome: Outcome, call_back_at: datetime | None = None) -> None:
        begin(
            self._state.screen,
            partial(self._end, outcome, call_back_at),
            name="end the call",
            group="end",
        )

    async def _end(self, outcome: Outcome, call_back_at: datetime | None) -> None:
        """Keep everything, then hand the call over to its wrap-up."""
        state = self._state
        state.leaving = True
        await typed_out(state.screen)
        state.bring_up_to_date()
        if state.call is None or not await self._can_end():
            state.leaving = False
            return
        state.call = state.desk.call.finish(state.call)
        state.autosave.changed()
        if not await state.flush():
            state.leaving = False
            return
        state.autosave.close()
        state.screen.post_message(WrapUpWanted(state.call, outcome, call_back_at=call_back_at))

    async def _can_end(self) -> bool:
        """Say whether the client is still there to have the conversation written down for."""
        state = self._state
        try:
            if state.call is not None:
                await state.desk.call.look_again(state.call)
        except NoSuchClient:
            state.say_gone()
            await state.flush()
            return False
        except StoreProblem as problem:
            state.say_problem(f"This could not be written down now: {problem} It stays here.")
            return False
        return True

    async def _part(self) -> None:
        """Leave a call whose client was removed: what it holds is offered for saving first."""
        state = self._state
        held = state.held()
        if not held.text.strip():
            await self._let_go(may_go=True)
            return
        dialog = elsewhere.dialog(state.desk, held, leaving=True)
        await state.screen.app.push_screen(dialog, self._parted)

    async def _parted(self, may_go: bool | None) -> None:
        await self._let_go(may_go=bool(may_go))

    async def _let_go(self, *, may_go: bool) -> None:
        state = self._state
        if not may_go:
            return
        state.leaving = True
        state.autosave.close()
        try:
            await state.desk.call.let_go(state.client_id)
        except StoreProblem as problem:
            state.say_problem(str(problem))
        state.screen.post_message(ConversationEnded(state.client_id))

    async def _pause(self) -> None:
        state = self._state
        state.leaving = True
        await typed_out(state.screen)
        if not await state.flush():
            state.leaving = False
            return
        words = ""
        if state.call is not None and state.holds_nothing:
            await state.forget()
        elif state.call is not None:
            words = f"The call with {state.call.client.name} is paused; it can be taken up again."
        state.autosave.close()
        state.screen.post_message(ConversationEnded(state.client_id, words))
