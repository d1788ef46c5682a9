"""How the call is left: by its outcome, or paused; never before everything is kept."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from followup_tui.domain.interaction import Outcome
from followup_tui.domain.views import CallView
from followup_tui.tui.messages import ConversationEnded, WrapUpWanted
from followup_tui.tui.screens.call_state import CallState


class CallLeaving:
    """Takes the call to its wrap-up, or lets it wait."""

    def __init__(self, state: CallState) -> None:
        self._state = state

    def end_as(self, outcome: Outcome) -> None:
        """End the call so; a call-back asks for its hour first."""
        state = self._state
        if state.call is None or state.leaving:
            return
        if outcome is Outcome.CALL_BACK:
            self._ask_hour(state.call)
        else:
            self._run_end(outcome)

    def pause(self) -> None:
        """Go back to the desk; the call waits to be taken up again."""
        if not self._state.leaving:
            self._state.screen.run_worker(self._pause(), name="pause the call", group="end")

    def _ask_hour(self, call: CallView) -> None:
        from followup_tui.tui.dialogs.call_back import CallBackDialog  # noqa: PLC0415 - seldom used

        desk = self._state.desk
        read = partial(desk.wrap_up.read_moment, zone=call.client.zone)
        dialog = CallBackDialog(call.client, now=desk.clock(), read=read)
        self._state.screen.app.push_screen(dialog, self._hour_agreed)

    def _hour_agreed(self, moment: datetime | None) -> None:
        if moment is not None:
            self._run_end(Outcome.CALL_BACK, moment)

    def _run_end(self, outcome: Outcome, call_back_at: datetime | None = None) -> None:
        self._state.screen.run_worker(
            self._end(outcome, call_back_at), name="end the call", group="end"
        )

    async def _end(self, outcome: Outcome, call_back_at: datetime | None) -> None:
        """Keep everything, then hand the call over to its wrap-up."""
        state = self._state
        state.leaving = True
        state.bring_up_to_date()
        if state.call is None or not await state.autosave.flush():
            state.leaving = False
            return
        state.autosave.close()
        state.screen.post_message(WrapUpWanted(state.call, outcome, call_back_at=call_back_at))

    async def _pause(self) -> None:
        state = self._state
        state.leaving = True
        if not await state.autosave.flush():
            state.leaving = False
            return
        words = ""
        if state.call is not None and state.holds_nothing:
            await state.forget()
        elif state.call is not None:
            words = f"The call with {state.call.client.name} is paused; it can be taken up again."
        state.autosave.close()
        state.screen.post_message(ConversationEnded(state.client_id, words))
