"""The call: script and notes side by side, kept from the first key on, ended by one key.

The screen composes the panes and hands each message and key to the part that it concerns; the
parts share one `CallState`.
"""

from __future__ import annotations

from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from followup_tui.desk import Desk
from followup_tui.domain.interaction import Outcome
from followup_tui.domain.playbook import Trigger
from followup_tui.domain.views import CallView
from followup_tui.services.call import KINDS
from followup_tui.services.calls_begun import LeftBehind
from followup_tui.services.clients import NoSuchClient
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.actions import Place, bindings
from followup_tui.tui.anew import anew, begin
from followup_tui.tui.closing import ClosingScreen
from followup_tui.tui.day_field import DayField
from followup_tui.tui.elsewhere import Held
from followup_tui.tui.key_line import KeyLine
from followup_tui.tui.outcome_keys import outcome_keys
from followup_tui.tui.panes.call_head import CallHead
from followup_tui.tui.panes.caught import CaughtPane
from followup_tui.tui.panes.legend import Legend
from followup_tui.tui.panes.notes_pad import NotesPad
from followup_tui.tui.panes.offers import OffersPane
from followup_tui.tui.panes.outcome_bar import OutcomeBar
from followup_tui.tui.panes.row_list import RowList
from followup_tui.tui.panes.script import ScriptPane
from followup_tui.tui.panes.ways_bar import WaysBar
from followup_tui.tui.present import call as present
from followup_tui.tui.screens.call_around import CallAround
from followup_tui.tui.screens.call_leaving import CallLeaving
from followup_tui.tui.screens.call_notes import CallNotes
from followup_tui.tui.screens.call_offers import CallOffers
from followup_tui.tui.screens.call_script import CallScript
from followup_tui.tui.screens.call_state import CallState
from followup_tui.tui.screens.call_watch import CallWatch
from followup_tui.tui.screens.call_ways import CallWays
from followup_tui.tui.toast import toast


class CallScreen(ClosingScreen[None]):
    """One call. Leaves by `WrapUpWanted` or `ConversationEnded`, with everything kept before."""

    CSS_PATH = "call.tcss"
    AUTO_FOCUS = "NotesPad"
    BINDINGS = bindings(Place.CALL)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-medium"), (120, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (10, "-low"), (20, "-fair"), (32, "-tall")]

    def __init__(
        self, desk: Desk, client_id: str, *, trigger: Trigger | None = None, person: str = ""
    ) -> None:
        """`trigger` and `person` say what it is about and with whom, see `CallService.begin`."""
        super().__init__()
        self.desk = desk
        self.client_id = client_id
        self._about = trigger, person
        self.state = CallState(self, desk, client_id)
        self._notes = CallNotes(self.state)
        self._script = CallScript(self.state)
        self._offers = CallOffers(self.state)
        self._leaving = CallLeaving(self.state)
        self._around = CallAround(
            self.state, ended=partial(self._leaving.end_as, Outcome.WRONG_NUMBER)
        )
        self._ways = CallWays(
            self.state, kind_changed=self._show_outcomes, playbook_changed=self._script.begun
        )
        self._watch = CallWatch(self.state, client_changed=self._show_client)

    @property
    def call(self) -> CallView | None:
        """The call as it stands; None until it is begun."""
        return self.state.call

    def compose(self) -> ComposeResult:
        """Yield head, script and notes, outcomes and keys."""
        yield CallHead()
        yield WaysBar(KINDS)
        with Horizontal(id="talk"):
            with Vertical(id="left"):
                yield ScriptPane()
                yield OffersPane()
            with Vertical(id="right"):
                yield self.state.pad
                yield Legend()
                yield CaughtPane()
        yield Static(Content(""), id="problem", markup=False)
        yield OutcomeBar(outcome_keys(self.active_bindings))
        yield KeyLine(palette=False)

    def on_mount(self) -> None:
        """Begin the call; the notes can be typed at once."""
        self.set_interval(1.0, self._tick, name="the running clock")
        begin(self, self._begin, name="begin the call", group="begin")

    async def _begin(self) -> None:
        try:
            trigger, person = self._about
            call = await self.desk.call.begin(self.client_id, trigger=trigger, person=person)
        except NoSuchClient as problem:
            await self._take_what_is_left(f"The call could not be begun: {problem}")
            return
        except StoreProblem as problem:
            self.state.say_problem(f"The call could not be begun: {problem}")
            return
        self.state.call = call
        self._notes.begun(call)
        self._show_client(call)
        self._around.begun(call)
        self._offers.begun(call)
        await self._script.begun(call)
        await self._ways.begun(call)
        self._watch.begin()
        if call.resumed:
            toast(self, present.begun_words(call, self.desk.clock()).capitalize() + ".")
        for sentence in call.told:
            toast(self, sentence, severity="warning", timeout=15)

    async def _take_what_is_left(self, problem: str) -> None:
        """Show what is kept of a call whose client was removed, to be saved elsewhere."""
        self.state.is_gone = True
        self.state.left = await self._left_behind()
        if self.state.left is None:
            self.state.say_problem(problem)
            return
        self.state.pad.load(self.state.left.notes, typed_already=self.state.pad.text)
        self.state.say_gone()

    async def _left_behind(self) -> LeftBehind | None:
        try:
            return await self.desk.call.left_behind(self.client_id)
        except StoreProblem:
            return None  # what is wrong with the draft is said where calls are listed

    def _show_client(self, call: CallView) -> None:
        self.query_one(CallHead).show(call, self.desk.clock())

    def _show_outcomes(self, call: CallView) -> None:
        self.query_one(OutcomeBar).show(outcome_keys(self.active_bindings, call.kind))

    def _tick(self) -> None:
        if self.is_current:
            now = self.desk.clock()
            self._watch.look_at(now)
            self.query_one(CallHead).tick(now)

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

    @on(CaughtPane.CorrectionWanted)
    def _correction_wanted(self, event: CaughtPane.CorrectionWanted) -> None:
        self._notes.correct(event.row)

    def action_correct(self) -> None:
        """Correct what was understood of the line that the cursor is on."""
        self._notes.correct()

    async def action_editor(self) -> None:
        """Edit the notes in the user's own editor."""
        await self._notes.edit_elsewhere()

    # The script

    @on(ScriptPane.Answered)
    async def _answered(self, event: ScriptPane.Answered) -> None:
        await self._script.answer(event.text)

    @on(ScriptPane.BackWanted)
    async def _back(self, event: ScriptPane.BackWanted) -> None:
        await self._script.back(event.index)

    @on(DayField.Typed)
    def _day_typed(self, event: DayField.Typed) -> None:
        work = partial(self._script.read_day, event.field, event.words)
        anew(self, work, name="read the day", group="read")

    @on(ScriptPane.NextWanted)
    async def action_next_question(self) -> None:
        """Answer with what stands in the field or in a new ``=`` line; skip where neither does."""
        await self._script.next()

    def action_previous_question(self) -> None:
        """Go one question back."""
        self.post_message(ScriptPane.BackWanted())

    @on(ScriptPane.AsideWanted)
    def _note_aside(self) -> None:
        self._notes.add(self._script.aside())

    @on(ScriptPane.NotesWanted)
    @on(OffersPane.Left)
    def _to_notes(self) -> None:
        self.state.pad.focus()

    def action_script(self) -> None:
        """Go to the question at hand, and back to the notes."""
        self._script.to_and_fro()

    # What is offered

    @on(OffersPane.Ticked)
    def _ticked(self, event: OffersPane.Ticked) -> None:
        self._offers.tick(event.suggestion, event.state)

    @on(RowList.Moved)
    @on(RowList.Picked)
    def _not_for_others(self, event: Message) -> None:
        event.stop()

    def action_offers(self) -> None:
        """Go to what can be offered, and back to the notes."""
        self._offers.to_and_fro()

    # How it is held, and other calls

    @on(WaysBar.KindWanted)
    def _kind_wanted(self, event: WaysBar.KindWanted) -> None:
        self._ways.hold_as(event.kind)

    def action_kind(self) -> None:
        """Hold it as the next of call, coffee and meeting."""
        self._ways.next_kind()

    @on(WaysBar.PlaybookWanted)
    def action_playbook(self) -> None:
        """Choose by which playbook it is held."""
        self._ways.choose_playbook()

    @on(WaysBar.OtherWanted)
    def action_other(self) -> None:
        """Change to another call, or begin one; this one waits."""
        self._ways.choose_other()

    # Around the call

    @on(CallHead.DialWanted)
    def _dial(self, event: CallHead.DialWanted) -> None:
        self._around.dial(event.reachable)

    @on(CallHead.NumberChosen)
    def _number_chosen(self, event: CallHead.NumberChosen) -> None:
        self._around.chosen(event.reachable)

    def action_dial(self) -> None:
        """Dial the number."""
        self._around.dial()

    def action_other_number(self) -> None:
        """Make the next number the one to dial."""
        self._around.next_number()

    def action_heads_up(self) -> None:
        """Copy a line to send before calling."""
        self._around.heads_up()

    # How it ends

    @on(OutcomeBar.Chosen)
    def _chosen(self, event: OutcomeBar.Chosen) -> None:
        if event.outcome is Outcome.WRONG_NUMBER:
            self.action_wrong_number()
        else:
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
        """Mark the number as wrong, then end the call or go on with another one."""
        self._around.wrong_number()

    def action_call_back(self) -> None:
        """End the call: they named an hour for another one."""
        self._leaving.end_as(Outcome.CALL_BACK)

    def action_wrong_moment(self) -> None:
        """End the call: it was the wrong moment."""
        self._leaving.end_as(Outcome.WRONG_MOMENT)
