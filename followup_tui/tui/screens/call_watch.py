"""What happens beside the call: the clock, and what other programs do to its client."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from followup_tui.domain.views import CallView
from followup_tui.domain.words import short_day
from followup_tui.services.clients import NoSuchClient
from followup_tui.tui.screens.call_state import CallState
from followup_tui.tui.toast import toast
from followup_tui.tui.watching import Watch

BACK = timedelta(minutes=1)
"""A clock that goes back further than this was put back: less is a correction of the network."""
AHEAD = timedelta(hours=12)
"""A clock that goes ahead further than this between two looks was not just asleep over lunch."""


class CallWatch:
    """Looks at the clock and at the records while the call is on the screen."""

    def __init__(self, state: CallState, *, client_changed: Callable[[CallView], None]) -> None:
        self._state = state
        self._client_changed = client_changed
        self._last: datetime | None = None
        self._watch = Watch(
            state.screen, state.desk.records, changed=self._changed, told=self._told
        )
        self._problem = ""

    def begin(self) -> None:
        """Look from now on."""
        self._watch.begin()

    # The clock

    def look_at(self, now: datetime) -> None:
        """Tell of a clock that jumped; the stamps that lines have stay as they are."""
        last, self._last = self._last, now
        if last is None or -BACK <= now - last <= AHEAD:
            return
        way = "back" if now < last else "ahead"
        day = "" if now.date() == last.date() else f"{short_day(now.date(), last.date())} "
        toast(
            self._state.screen,
            f"The clock went {way} from {last:%H:%M} to {day}{now:%H:%M}. Lines keep the times "
            "they have; nothing is lost.",
            severity="warning",
            timeout=15,
        )

    # The client

    async def _changed(self) -> None:
        state = self._state
        if state.call is None or state.leaving:
            return
        try:
            fresh = await state.desk.call.look_again(state.call)
        except NoSuchClient:
            if not state.is_gone:
                state.say_gone()
            return
        if state.is_gone:  # their removal was taken back
            state.is_gone = False
            state.say_problem("")
        if fresh.client == state.call.client:
            return
        state.call = replace(state.call, client=fresh.client, person=fresh.person, page=fresh.page)
        self._client_changed(state.call)
        for sentence in fresh.told:
            toast(state.screen, sentence, timeout=10)

    def _told(self, problem: str) -> None:
        if problem != self._problem:
            self._problem = problem
            self._state.say_problem(problem)
