"""The call: script and notes side by side, kept from the first key on, ended by one key.

The screen composes the panes and hands each message and key to the part that it concerns; the
parts share one `CallState`.
"""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from followup_tui.desk import Desk
from followup_tui.domain.interaction import Outcome
from followup_tui.domain.views import CallView
from followup_tui.services.clients import NoSuchClient
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.actions import Place, bindings
from followup_tui.tui.day_field import DayField
from followup_tui.tui.elsewhere import Held
from followup_tui.tui.key_line import KeyLine
from followup_tui.tui.outcome_keys import outcome_keys
from followup_tui.tui.panes.call_head import CallHead
from followup_tui.tui.panes.caught import CaughtPane
from followup_tui.tui.panes.notes_pad import NotesPad
from followup_tui.tui.panes.outcome_bar import OutcomeBar
from followup_tui.tui.panes.script import ScriptPane
from followup_tui.tui.present import call as present
from followup_tui.tui.screens.call_leaving import CallLeaving
from followup_tui.tui.screens.call_notes import CallNotes
from followup_tui.tui.screens.call_script import CallScript
from followup_tui.tui.screens.call_state import CallState
from followup_tui.tui.toast import toast


class CallScreen(Screen[None]):
    """One call. Leaves by `WrapUpWanted` or `ConversationEnded`, with everything kept before."""

    CSS_PATH = "call.tcss"
    AUTO_FOCUS = "NotesPad"
    BINDINGS = bindings(Place.CALL)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-medium"), (120, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (10, "-low"), (20, "-fair"), (32, "-tall")]

    def __init__(self, desk: Desk, client_id: str) -> None:
        super().__init__()
        self.desk = desk
        self.client_id = client_id
        self.state = CallState(self, desk, client_id)
        self._notes = CallNotes(self.state)
        self._script = CallScript(self.state)
        self._leaving = CallLeaving(self.state)

    @property
    def call(self) -> CallView | None:
        """The call as it stands; None until it is begun."""
        return self.state.call

    def compose(self) -> ComposeResult:
        """Yield head, script and notes, outcomes and keys."""
        yield CallHead()
        with Horizontal(id="talk"):
            yield ScriptPane()
            with Vertical(id="right"):
                yield self.state.pad
                yield Static(present.legend(), id="legend", markup=False)
                yield CaughtPane()
        yield Static(Content(""), id="problem", markup=False)
        yield OutcomeBar(outcome_keys(self.active_bindings))
        yield KeyLine(palette=False)

    def on_mount(self) -> None:
        """Begin the call; the notes can be typed at once."""
        self.set_interval(1.0, self._tick, name="the running clock")
        self.run_worker(self._begin(), name="begin the call", group="begin")

    async def _begin(self) -> None:
        try:
            call = await self.desk.call.begin(self.client_id)
        except (StoreProblem, NoSuchClient) as problem:
            self.state.say_problem(f"The call could not be begun: {problem}")
            return
        self.state.call = call
        self._notes.begun(call)
        self.query_one(CallHead).show(call, self.desk.clock())
        await self._script.begun(call)
        if call.resumed:
            toast(self, present.begun_words(call, self.desk.clock()).capitalize() + ".")

    def _tick(self) -> None:
        if self.is_current:
            self.query_one(CallHead).tick(self.desk.clock())

    # What is typed, for the app (`KeepsTyping`, `HoldsText`)

    def held(self) -> Held:
        """Return the notes and the answers."""
        return self.state.held()

    def is_unkept(self) -> bool:
        """Say whether what is typed could not be kept, or could not even be begun to be."""
        return self.state.is_unkept

    async def keep_typed(self) -> None:
        """Save what is not kept yet; a call that holds nothing is forgotten."""
        await self.state.keep_typed()

    async def on_unmount(self) -> None:
        """Save what is not kept yet, however the screen came to be closed."""
        if self.state.autosave.unsaved:
            await self.state.autosave.flush()

    # The notes

    @on(NotesPad.Typed)
    def _typed(self, event: NotesPad.Typed) -> None:
        self._notes.typed(event)

    # The script

    @on(ScriptPane.Answered)
    async def _answered(self, event: ScriptPane.Answered) -> None:
        await self._script.answer(event.text)

    @on(ScriptPane.BackWanted)
    async def _back(self, event: ScriptPane.BackWanted) -> None:
        await self._script.back(event.index)

    @on(DayField.Typed)
    def _day_typed(self, event: DayField.Typed) -> None:
        self.run_worker(
            self._script.read_day(event.field, event.words),
            name="read the day",
            group="read",
            exclusive=True,
        )

    async def action_next_question(self) -> None:
        """Answer with what stands in the field or in a new ``=`` line; skip where neither does."""
        await self._script.next()

    def action_previous_question(self) -> None:
        """Go one question back."""
        self.post_message(ScriptPane.BackWanted())

    # Around the call

    @on(CallHead.CopyWanted)
    def _copy(self, event: CallHead.CopyWanted) -> None:
        self.app.copy_to_clipboard(event.number)
        toast(self, f"{event.number} is on the clipboard.")

    # How it ends

    @on(OutcomeBar.Chosen)
    def _chosen(self, event: OutcomeBar.Chosen) -> None:
        self._leaving.end_as(event.outcome)

    def action_pause(self) -> None:
        """Go back to the desk; the call waits to be taken up again."""
        self._leaving.pause()

    def action_reached(self) -> None:
        """End the call: they were reached."""
        self._leaving.end_as(Outcome.REACHED)

    def action_no_answer(self) -> None:
        """End the call: nobody answered."""
        self._leaving.end_as(Outcome.NO_ANSWER)

    def action_voicemail(self) -> None:
        """End the call: it went to the voicemail."""
        self._leaving.end_as(Outcome.VOICEMAIL)

    def action_busy(self) -> None:
        """End the call: the line was busy."""
        self._leaving.end_as(Outcome.BUSY)

    def action_wrong_number(self) -> None:
        """End the call: the number is wrong."""
        self._leaving.end_as(Outcome.WRONG_NUMBER)

    def action_call_back(self) -> None:
        """End the call: they named an hour for another one."""
        self._leaving.end_as(Outcome.CALL_BACK)

    def action_wrong_moment(self) -> None:
        """End the call: it was the wrong moment."""
        self._leaving.end_as(Outcome.WRONG_MOMENT)
