"""The notes of the call: brought up to what is typed, understood, and shown as understood."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC
from functools import partial

from followup_tui.domain.views import CallView, PadPlace
from followup_tui.tui.anew import anew
from followup_tui.tui.note_correction import correct_line, edit_elsewhere
from followup_tui.tui.note_reader import NoteReader
from followup_tui.tui.panes.caught import CaughtPane
from followup_tui.tui.panes.notes_pad import NotesPad
from followup_tui.tui.present.caught import caught_lines
from followup_tui.tui.screens.call_state import CallState, place_of


class CallNotes:
    """What becomes of the notes while they are typed."""

    def __init__(self, state: CallState) -> None:
        self._state = state
        self._reader = NoteReader(
            own=state.desk.clock().tzinfo or UTC, region=state.desk.settings.me.region
        )
        state.bring_up_to_date = self.take

    def begun(self, call: CallView) -> None:
        """Show the notes of a call that has just been begun or taken up again.

        What was typed while it was on its way comes below them.
        """
        caught = self._state.screen.query_one(CaughtPane)
        caught.show_keys(f"{self._state.key('call.correct')} or a click corrects")
        typed_already = self._state.pad.text
        if call.notes:
            self._state.pad.load(call.notes, typed_already=typed_already)
            if not typed_already and call.place.row >= 0:
                self._go_to(call.place)
        if typed_already:
            self._state.autosave.changed()
        self.take()

    def _go_to(self, place: PadPlace) -> None:
        """Put cursor and scrolling where they were."""
        pad = self._state.pad
        row = min(place.row, pad.document.line_count - 1)
        pad.move_cursor((row, min(place.column, len(pad.document[row]))))
        pad.call_after_refresh(pad.scroll_to, y=place.top, animate=False, force=True)
        # It was kept before the pad had scrolled to what was typed or pasted last.
        pad.call_after_refresh(pad.scroll_cursor_visible)

    def add(self, lines: Sequence[str]) -> None:
        """Write lines below what stands there; the cursor stays where it is."""
        pad = self._state.pad
        begun = "" if not pad.text or pad.text.endswith("\n") else "\n"
        pad.insert(begun + "\n".join(lines), pad.document.end, maintain_selection_offset=True)

    def typed(self, event: NotesPad.Typed) -> None:
        """Keep what was typed, and look at its lines when they are others."""
        if self._state.call is None:
            return  # `begun` takes what stands there
        self._state.autosave.changed()
        if event.lines_changed:
            self.take()

    def take(self) -> None:
        """Bring the call up to what stands on the pad, and the pad to its stamps."""
        state = self._state
        if state.call is None:
            return
        state.call = state.desk.call.write(state.call, state.pad.text)
        if not state.pad.is_attached:
            return  # the screen is being closed, and keeps what was typed last
        state.call = state.desk.call.at(state.call, place_of(state.pad))
        notes = state.call.notes
        state.pad.stamp(notes)
        self._show_caught()
        if self._reader.unread(notes):
            anew(
                state.screen,
                partial(self._understand, state.call),
                name="understand the notes",
                group="understand",
            )

    async def _understand(self, call: CallView) -> None:
        now = self._state.desk.clock()
        await self._reader.read(call.notes, client=call.client, now=now)
        self._show_caught()

    def _show_caught(self) -> None:
        state = self._state
        if state.call is not None and state.pad.is_attached:
            reader = self._reader
            lines = caught_lines(
                state.call.notes,
                reader.known,
                now=state.desk.clock(),
                zone=reader.zone,
                zone_doubt=reader.zone_doubt,
            )
            state.screen.query_one(CaughtPane).show(lines)

    def correct(self, row: int | None = None) -> None:
        """Correct what was understood of a line; None: of the one that the cursor is on."""
        state = self._state
        if state.call is None:
            return
        self.take()
        correct_line(
            state.screen,
            state.desk,
            state.pad,
            state.pad.cursor_location[0] if row is None else row,
            client_id=state.client_id,
            known=self._reader.known,
            zone=self._reader.zone,
        )

    async def edit_elsewhere(self) -> None:
        """Keep the notes, then lend them to the user's own editor."""
        if self._state.call is not None and await self._state.flush():
            edit_elsewhere(self._state.screen, self._state.pad, said=self._state.say_problem)
