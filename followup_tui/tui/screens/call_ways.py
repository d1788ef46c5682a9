"""How the call is held, by which playbook, and the way to another call."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from textual.content import Content

from followup_tui.domain.interaction import InteractionKind
from followup_tui.domain.text import fold
from followup_tui.domain.views import CallView
from followup_tui.services.call import KINDS
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.anew import anew
from followup_tui.tui.messages import CallWanted
from followup_tui.tui.panes.ways_bar import WaysBar
from followup_tui.tui.screens.call_state import CallState


class CallWays:
    """Changes what kind of conversation it is, its playbook, or the call itself."""

    def __init__(
        self,
        state: CallState,
        *,
        kind_changed: Callable[[CallView], None],
        playbook_changed: Callable[[CallView], Awaitable[None]],
    ) -> None:
        self._state = state
        self._kind_changed = kind_changed
        self._playbook_changed = playbook_changed

    @property
    def _bar(self) -> WaysBar:
        return self._state.screen.query_one(WaysBar)

    async def begun(self, call: CallView) -> None:
        """Show how it is held, and how many others are under way."""
        self._bar.show(call)
        self._kind_changed(call)
        try:
            calls = await self._state.desk.call.interrupted()
        except StoreProblem:
            return  # whoever asks for another call is told
        others = [each for each in calls if each.client_id != self._state.client_id]
        self._bar.show_others(len(others))

    # How it is held

    def hold_as(self, kind: InteractionKind) -> None:
        """Hold it as a call, a coffee or a meeting."""
        state = self._state
        if state.call is None or state.call.kind is kind:
            return
        state.call = state.desk.call.hold_as(state.call, kind)
        state.autosave.changed()
        self._bar.show(state.call)
        self._kind_changed(state.call)

    def next_kind(self) -> None:
        """Hold it as the next of call, coffee and meeting."""
        if (call := self._state.call) is not None:
            self.hold_as(KINDS[(KINDS.index(call.kind) + 1) % len(KINDS)])

    # By which playbook

    def choose_playbook(self) -> None:
        """Ask by which playbook it is held."""
        from followup_tui.tui.dialogs.pick import Pick, PickDialog  # noqa: PLC0415 - seldom used

        state = self._state
        if state.call is None:
            return
        now = state.call.playbook.key
        ways = state.desk.call.ways(state.call)

        def find(words: str) -> Sequence[Pick]:
            return [
                Pick(
                    way.key,
                    Content.assemble(
                        ("● " if way.key == now else "  ", "$text-success"),
                        way.name,
                        (f"  {way.why}" if way.why else "", "$text-muted"),
                    ),
                )
                for way in ways
                if fold(words) in fold(f"{way.name} {way.why}")
            ]

        state.screen.app.push_screen(
            PickDialog(
                "By which playbook?",
                find,
                hint="type to filter; what was answered is kept",
                nothing="No playbook is called so.",
            ),
            self._use,
        )

    async def _use(self, playbook: str | None) -> None:
        state = self._state
        if playbook is None or state.call is None or not state.pad.is_attached:
            return
        call = state.desk.call.use(state.call, playbook)
        if call is not state.call:
            state.call = call
            state.autosave.changed()
            self._bar.show(call)
            await self._playbook_changed(call)

    # Another call

    def choose_other(self) -> None:
        """Ask which call to change to; this one waits with all that it holds."""
        if not self._state.leaving:
            anew(self._state.screen, self._ask_which, name="list other calls", group="other")

    async def _ask_which(self) -> None:
        from followup_tui.tui.other_call import ask  # noqa: PLC0415 - seldom used

        await ask(self._state.screen, self._state.desk, but=self._state.client_id, then=self._go)

    def _go(self, client_id: str | None) -> None:
        if client_id is not None and not self._state.leaving:
            self._state.screen.post_message(CallWanted(client_id))
