"""The call: script and notes side by side, kept from the first key on, ended by one key."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from followup_tui.desk import Desk
from followup_tui.domain.capture import NoteKind, kind_of, words_of
from followup_tui.domain.interaction import NoteLine, Outcome
from followup_tui.domain.record import Invalid
from followup_tui.domain.views import CallView
from followup_tui.services.clients import NoSuchClient
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.actions import Place, bindings
from followup_tui.tui.autosave import Autosave, Kept
from followup_tui.tui.day_field import DayField
from followup_tui.tui.elsewhere import Held
from followup_tui.tui.key_line import KeyLine
from followup_tui.tui.messages import ConversationEnded, WrapUpWanted
from followup_tui.tui.outcome_keys import outcome_keys
from followup_tui.tui.panes.call_head import CallHead
from followup_tui.tui.panes.caught import CaughtPane
from followup_tui.tui.panes.notes_pad import NotesPad
from followup_tui.tui.panes.outcome_bar import OutcomeBar
from followup_tui.tui.panes.script import ScriptPane
from followup_tui.tui.present import call as present
from followup_tui.tui.present.key_names import keys_of
from followup_tui.tui.present.wrap_up import due_said
from followup_tui.tui.promise_reader import PromiseReader
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
        self.call: CallView | None = None
        """The call as it stands; None until it is begun."""
        self._promises = PromiseReader()
        self._answer_lines = 0
        """How many lines with ``=`` there were when the question came to hand."""
        self._pad = NotesPad(zone=desk.clock().tzinfo)
        self._leaving = False
        self._key = keys_of(desk.settings.keys)
        self._unkept = False
        """Whether the last try to keep what is typed failed, and the screen says so."""
        self._autosave = Autosave(self, self._save, clock=desk.clock, told=self._told)

    def compose(self) -> ComposeResult:
        """Yield head, script and notes, outcomes and keys."""
        yield CallHead()
        with Horizontal(id="talk"):
            yield ScriptPane()
            with Vertical(id="right"):
                yield self._pad
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
            self._say_problem(f"The call could not be begun: {problem}")
            return
        typed_already = self._pad.text
        self.call = call
        self._answer_lines = _count_answers(call.notes)
        if call.notes:
            self._pad.load(call.notes, typed_already=typed_already)
        if typed_already:
            self._autosave.changed()
        self._take_notes()
        self.query_one(CallHead).show(call, self.desk.clock())
        await self.query_one(ScriptPane).show(call)
        if call.resumed:
            toast(self, present.begun_words(call, self.desk.clock()).capitalize() + ".")

    def _tick(self) -> None:
        if self.is_current:
            self.query_one(CallHead).tick(self.desk.clock())

    # The notes

    @on(NotesPad.Typed)
    def _typed(self, event: NotesPad.Typed) -> None:
        if self.call is None:
            return  # `_begin` takes what stands there
        self._autosave.changed()
        if event.lines_changed:
            self._take_notes()

    def _take_notes(self) -> None:
        """Bring the call up to what stands on the pad, and the pad to its stamps."""
        if self.call is None:
            return
        self.call = self.desk.call.write(self.call, self._pad.text)
        if not self._pad.is_attached:
            return  # the screen is being closed, and keeps what was typed last
        self._pad.stamp(self.call.notes)
        self._show_caught()
        if self._promises.unread(self.call.notes):
            self.run_worker(
                self._understand(self.call.notes),
                name="understand the notes",
                group="understand",
                exclusive=True,
            )

    async def _understand(self, notes: Sequence[NoteLine]) -> None:
        await self._promises.read(notes, today=self.desk.clock().date())
        self._show_caught()

    def _show_caught(self) -> None:
        if self.call is not None:
            today = self.desk.clock().date()
            lines = present.caught(self.call.notes, self._promises.known, today)
            self.query_one(CaughtPane).show(lines)

    # Keeping

    async def _save(self) -> None:
        self._take_notes()
        if self.call is not None:
            await self.desk.call.keep(self.call)

    def _told(self, kept: Kept) -> None:
        if not self._pad.is_attached:
            return
        self._pad.say_kept(present.kept_words(kept, self.desk.clock().tzinfo))
        if kept.problem or self._unkept:  # else what is said there is about something else
            self._say_problem(present.problem_words(kept, self._key("app.save_elsewhere")))
        self._unkept = bool(kept.problem)

    def _say_problem(self, sentence: str) -> None:
        line = self.query_one("#problem", Static)
        line.update(Content(sentence))
        line.set_class(bool(sentence), "-some")

    @property
    def _holds_nothing(self) -> bool:
        """Whether nothing was typed or answered, so that there is nothing to take up again."""
        return self.call is not None and not (
            self._pad.text.strip() or any(asked.answer for asked in self.call.path)
        )

    def held(self) -> Held:
        """Return the notes and the answers."""
        name = self.call.client.name if self.call else "a call"
        return Held(f"Call: {name}", present.plain_text(self._pad.text, self.call))

    def is_unkept(self) -> bool:
        """Say whether what is typed could not be kept, or could not even be begun to be."""
        return self._autosave.unsaved or (self.call is None and bool(self._pad.text.strip()))

    async def keep_typed(self) -> None:
        """Save what is not kept yet; a call that holds nothing is forgotten. See `KeepsTyping`."""
        if self._leaving or self.call is None:
            return
        if await self._autosave.flush() and self._holds_nothing:
            await self._forget()

    async def _forget(self) -> None:
        """Let go of a call that was begun and holds nothing."""
        self._autosave.close()
        try:
            await self.desk.call.abandon(self.client_id)
        except StoreProblem as problem:
            self._say_problem(str(problem))

    async def on_unmount(self) -> None:
        """Save what is not kept yet, however the screen came to be closed."""
        if self._autosave.unsaved:
            await self._autosave.flush()

    # The script

    @on(ScriptPane.Answered)
    async def _answered(self, event: ScriptPane.Answered) -> None:
        await self._answer(event.text)

    async def _answer(self, text: str | None) -> None:
        """Answer the question at hand (None: skip it) and show the next one."""
        if self.call is None or self.call.at_hand is None:
            return
        try:
            call = self.desk.call.answer(self.call, text)
        except Invalid as wrong:
            self.query_one(ScriptPane).wrong(present.sentence(wrong.message))
            return
        await self._show_script(call)

    @on(ScriptPane.BackWanted)
    async def _back(self, event: ScriptPane.BackWanted) -> None:
        if self.call is None:
            return
        call = self.desk.call.back(self.call)
        while event.index is not None and len(call.path) - 1 > event.index:
            call = self.desk.call.back(call)
        await self._show_script(call)

    async def _show_script(self, call: CallView) -> None:
        self.call = call
        self._answer_lines = _count_answers(call.notes)
        self._autosave.changed()
        await self.query_one(ScriptPane).show(call)

    @on(DayField.Typed)
    def _day_typed(self, event: DayField.Typed) -> None:
        self.run_worker(
            self._read_day(event.field, event.words),
            name="read the day",
            group="read",
            exclusive=True,
        )

    async def _read_day(self, field: DayField, words: str) -> None:
        day = await asyncio.to_thread(self.desk.wrap_up.read_day, words) if words.strip() else None
        sentence, wrong = due_said(words, day, self.desk.clock().date())
        field.show(sentence if words.strip() else "", wrong=wrong)

    async def action_next_question(self) -> None:
        """Answer with what stands in the field or in a new ``=`` line; skip where neither does."""
        if self.call is None:
            return
        self._take_notes()
        answers = [n for n in self.call.notes if kind_of(n.text) is NoteKind.ANSWER]
        from_notes = words_of(answers[-1].text) if len(answers) > self._answer_lines else None
        await self._answer(self.query_one(ScriptPane).pending() or from_notes)

    def action_previous_question(self) -> None:
        """Go one question back."""
        self.post_message(ScriptPane.BackWanted())

    # How it ends

    @on(OutcomeBar.Chosen)
    def _chosen(self, event: OutcomeBar.Chosen) -> None:
        self._end_as(event.outcome)

    @on(CallHead.CopyWanted)
    def _copy(self, event: CallHead.CopyWanted) -> None:
        self.app.copy_to_clipboard(event.number)
        toast(self, f"{event.number} is on the clipboard.")

    def _end_as(self, outcome: Outcome) -> None:
        if self.call is None or self._leaving:
            return
        if outcome is Outcome.CALL_BACK:
            self._ask_hour(self.call)
        else:
            self.run_worker(self._end(outcome), name="end the call", group="end")

    def _ask_hour(self, call: CallView) -> None:
        from followup_tui.tui.dialogs.call_back import CallBackDialog  # noqa: PLC0415 - seldom used

        read = partial(self.desk.wrap_up.read_moment, zone=call.client.zone)
        dialog = CallBackDialog(call.client, now=self.desk.clock(), read=read)
        self.app.push_screen(dialog, self._hour_agreed)

    def _hour_agreed(self, moment: datetime | None) -> None:
        if moment is not None:
            self.run_worker(self._end(Outcome.CALL_BACK, moment), name="end the call", group="end")

    async def _end(self, outcome: Outcome, call_back_at: datetime | None = None) -> None:
        """Keep everything, then hand the call over to its wrap-up."""
        self._leaving = True
        self._take_notes()
        if self.call is None or not await self._autosave.flush():
            self._leaving = False
            return
        self._autosave.close()
        self.post_message(WrapUpWanted(self.call, outcome, call_back_at=call_back_at))

    def action_pause(self) -> None:
        """Go back to the desk; the call waits to be taken up again."""
        if not self._leaving:
            self.run_worker(self._pause(), name="pause the call", group="end")

    async def _pause(self) -> None:
        self._leaving = True
        if not await self._autosave.flush():
            self._leaving = False
            return
        words = ""
        if self.call is not None and self._holds_nothing:
            await self._forget()
        elif self.call is not None:
            words = f"The call with {self.call.client.name} is paused; it can be taken up again."
        self._autosave.close()
        self.post_message(ConversationEnded(self.client_id, words))

    def action_reached(self) -> None:
        """End the call: they were reached."""
        self._end_as(Outcome.REACHED)

    def action_no_answer(self) -> None:
        """End the call: nobody answered."""
        self._end_as(Outcome.NO_ANSWER)

    def action_voicemail(self) -> None:
        """End the call: it went to the voicemail."""
        self._end_as(Outcome.VOICEMAIL)

    def action_busy(self) -> None:
        """End the call: the line was busy."""
        self._end_as(Outcome.BUSY)

    def action_wrong_number(self) -> None:
        """End the call: the number is wrong."""
        self._end_as(Outcome.WRONG_NUMBER)

    def action_call_back(self) -> None:
        """End the call: they named an hour for another one."""
        self._end_as(Outcome.CALL_BACK)

    def action_wrong_moment(self) -> None:
        """End the call: it was the wrong moment."""
        self._end_as(Outcome.WRONG_MOMENT)


def _count_answers(notes: Sequence[NoteLine]) -> int:
    return sum(kind_of(note.text) is NoteKind.ANSWER for note in notes)
