"""The script of the call: answering, skipping, going back."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from followup_tui.domain.interaction import NoteLine
from followup_tui.domain.notes.capture import NoteKind, kind_of, words_of
from followup_tui.domain.record import Invalid
from followup_tui.domain.text import clean_line
from followup_tui.domain.views import CallView
from followup_tui.tui.day_field import DayField
from followup_tui.tui.panes.script import ScriptPane
from followup_tui.tui.present import call as present
from followup_tui.tui.present.wrap_up import due_said
from followup_tui.tui.screens.call_state import CallState
from followup_tui.tui.typed_out import typed_out


class CallScript:
    """Walks the questions: what is answered in the pane, and what in the notes."""

    def __init__(self, state: CallState) -> None:
        self._state = state
        self._answer_lines = 0
        """How many lines with ``=`` there were when the question came to hand."""

    @property
    def _pane(self) -> ScriptPane:
        return self._state.screen.query_one(ScriptPane)

    async def begun(self, call: CallView) -> None:
        """Show the script of a call that has just been begun or taken up again."""
        self._answer_lines = _count_answers(call.notes)
        await self._pane.show(call)

    async def answer(self, text: str | None) -> None:
        """Answer the question at hand (None: skip it) and show the next one."""
        call = self._state.call
        if call is None or call.at_hand is None:
            return
        try:
            call = self._state.desk.call.answer(call, text)
        except Invalid as wrong:
            self._pane.wrong(present.sentence(wrong.message))
            return
        await self._show(call)

    async def back(self, index: int | None = None) -> None:
        """Go back so that the question of `index` on the path is at hand (None: one back)."""
        state = self._state
        if state.call is not None:
            await self._show(state.desk.call.back(state.call, to=index))

    def aside(self) -> list[str]:
        """Return what was set aside, as lines for the notes."""
        call = self._state.call
        return [
            clean_line(f"{asked.question.ask} {asked.answer}")
            for asked in (call.off_path if call else ())
        ]

    def to_and_fro(self) -> None:
        """Go to the question at hand; from there back to the notes."""
        if self._pane.has_focus_within:
            self._state.pad.focus()
        else:
            self._pane.focus_answer()

    async def next(self) -> None:
        """Answer with what was typed in the field or in a new ``=`` line, or as before.

        Where there is none of them the question is skipped.
        """
        await typed_out(self._state.screen)
        state = self._state
        state.bring_up_to_date()
        if state.call is None:
            return
        answers = [n for n in state.call.notes if kind_of(n.text) is NoteKind.ANSWER]
        from_notes = words_of(answers[-1].text) if len(answers) > self._answer_lines else None
        pane = self._pane
        await self.answer(pane.typed or from_notes or pane.earlier)

    async def _show(self, call: CallView) -> None:
        self._state.call = call
        self._answer_lines = _count_answers(call.notes)
        self._state.autosave.changed()
        await self._pane.show(call)

    async def read_day(self, field: DayField, words: str) -> None:
        """Say beside the field which day is meant."""
        desk = self._state.desk
        day = await asyncio.to_thread(desk.wrap_up.read_day, words) if words.strip() else None
        sentence, wrong = due_said(words, day, desk.clock().date())
        field.show(sentence if words.strip() else "", wrong=wrong)


def _count_answers(notes: Sequence[NoteLine]) -> int:
    return sum(kind_of(note.text) is NoteKind.ANSWER for note in notes)
