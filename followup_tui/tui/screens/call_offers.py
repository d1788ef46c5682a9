"""What is offered in the call: fetched a moment after it has begun, ticked while talking."""

from __future__ import annotations

from functools import partial

from followup_tui.domain.playbook import PlaybookError
from followup_tui.domain.record import Invalid
from followup_tui.domain.value_add import OfferState
from followup_tui.domain.views import CallView, Suggestion
from followup_tui.services.clients import NoSuchClient
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.anew import begin
from followup_tui.tui.panes.offers import OffersPane
from followup_tui.tui.screens.call_state import CallState


class CallOffers:
    """Ticks what is offered. What was not chosen in the preparation is chosen by its first tick."""

    def __init__(self, state: CallState) -> None:
        self._state = state

    @property
    def _pane(self) -> OffersPane:
        return self._state.screen.query_one(OffersPane)

    def show(self, call: CallView) -> None:
        """Show what can be offered now."""
        self._pane.show(call, self._state.desk.clock())

    def begun(self, call: CallView) -> None:
        """Show what was chosen, and look for what else would fit, beside the work."""
        self.show(call)
        begin(self._state.screen, self._look_for_more, name="more to offer", group="more")

    async def _look_for_more(self) -> None:
        state = self._state
        try:
            known = await state.desk.preparation.view(state.client_id)
        except (StoreProblem, NoSuchClient, PlaybookError):
            return  # what was chosen is there; the call itself tells of what fails
        self._take(known.suggestions)

    def _take(self, suggestions: tuple[Suggestion, ...]) -> None:
        state = self._state
        if state.call is not None and state.pad.is_attached:
            state.call = state.desk.call.with_more(state.call, suggestions)
            self.show(state.call)

    def tick(self, suggestion: Suggestion, to: OfferState | None) -> None:
        """Keep what came of a value-add."""
        state = self._state
        if state.call is None or state.leaving:
            return
        value_add_id = suggestion.value_add.id
        was_ticked = value_add_id in state.call.offered
        state.call = state.desk.call.offer(state.call, value_add_id, to)
        state.autosave.changed()
        self.show(state.call)
        is_more = any(each.value_add.id == value_add_id for each in state.call.more)
        if is_more and was_ticked != (to is not None):
            begin(
                state.screen,
                partial(self._choose, value_add_id, chosen=to is not None),
                name="choose what is offered",
                group="choose",
            )

    async def _choose(self, value_add_id: str, *, chosen: bool) -> None:
        """Have the records know what is offered beyond what was prepared, or no longer."""
        state = self._state
        try:
            known = await state.desk.preparation.choose(
                state.client_id, value_add_id, chosen=chosen
            )
        except (StoreProblem, NoSuchClient, PlaybookError, Invalid) as problem:
            state.say_problem(f"This could not be noted as chosen: {problem}")
            return
        self._take(known.suggestions)

    def to_and_fro(self) -> None:
        """Go to what can be offered; from there back to the notes."""
        (self._state.pad if self._pane.has_focus else self._pane).focus()
