"""What the parts of the call's screen share: the call as it stands, and its being kept."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from followup_tui.desk import Desk
from followup_tui.domain.views import CallView, PadPlace
from followup_tui.services.calls_begun import LeftBehind
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.autosave import Autosave, Kept
from followup_tui.tui.elsewhere import Held
from followup_tui.tui.panes.notes_pad import NotesPad
from followup_tui.tui.present import call as present
from followup_tui.tui.present.key_names import keys_of


def place_of(pad: NotesPad) -> PadPlace:
    """Return where the user is on the pad."""
    row, column = pad.cursor_location
    return PadPlace(row, column, top=round(pad.scroll_offset.y))


class CallState:
    """The call of one screen. Each part reads it here, and puts what it makes of it back."""

    def __init__(self, screen: Screen[None], desk: Desk, client_id: str) -> None:
        self.screen = screen
        self.desk = desk
        self.client_id = client_id
        self.call: CallView | None = None
        """The call as it stands; None until it is begun."""
        self.pad = NotesPad(zone=desk.clock().tzinfo)
        self.left: LeftBehind | None = None
        """What is kept of the call where its client is not there any more."""
        self.is_gone = False
        """Whether the client was removed."""
        self.leaving = False
        """Whether the call is on its way out, so that no second key sends it there."""
        self.key = keys_of(desk.settings.keys)
        self.bring_up_to_date: Callable[[], None] = lambda: None
        """Brings `call` up to what stands on the pad; set by the part that has the notes."""
        self.autosave = Autosave(screen, self._save, clock=desk.clock, told=self._told)
        self._unkept = False
        """Whether the last try to keep what is typed failed, and the screen says so."""

    # Keeping

    async def _save(self) -> None:
        self.bring_up_to_date()
        if self.call is not None:
            await self.desk.call.keep(self.call)

    def _told(self, kept: Kept) -> None:
        if not self.pad.is_attached:
            return
        self.pad.say_kept(present.kept_words(kept, self.desk.clock().tzinfo))
        if kept.problem or self._unkept:  # else what is said there is about something else
            self.say_problem(present.problem_words(kept, self.key("app.save_elsewhere")))
        self._unkept = bool(kept.problem)

    def say_problem(self, sentence: str) -> None:
        """Show a sentence below the panes; an empty one takes it back."""
        line = self.screen.query_one("#problem", Static)
        line.update(Content(sentence))
        line.set_class(bool(sentence), "-some")

    def say_gone(self) -> None:
        """Say that the client was removed, and what becomes of what is typed."""
        self.is_gone = True
        self.say_problem(
            "This client was removed elsewhere. What was noted is kept: "
            f"{self.key('app.save_elsewhere')} saves it elsewhere, {self.key('call.pause')} leaves."
        )

    @property
    def holds_nothing(self) -> bool:
        """Whether nothing was typed or answered, so that there is nothing to take up again."""
        call = self.call
        return call is not None and not (
            self.pad.text.strip()
            or call.offered
            or any(asked.answer for asked in (*call.path, *call.aside))
        )

    def held(self) -> Held:
        """Return the notes and the answers."""
        if self.left is not None:
            text = "\n\n".join(filter(None, (self.pad.text.strip(), self.left.answers)))
            return Held(f"Call: {self.left.name}", text)
        name = self.call.client.name if self.call else "a call"
        return Held(f"Call: {name}", present.plain_text(self.pad.text, self.call))

    @property
    def is_unkept(self) -> bool:
        """Whether what is typed could not be kept, or could not even be begun to be."""
        if self.call is not None:
            return self.autosave.unsaved
        kept = "\n".join(line.text for line in self.left.notes) if self.left else ""
        return self.pad.text.strip() != kept.strip()

    async def keep_typed(self) -> None:
        """Save what is not kept yet; a call that holds nothing is forgotten. See `KeepsTyping`."""
        if self.leaving or self.call is None:
            return
        if await self.flush() and self.holds_nothing:
            await self.forget()

    async def flush(self) -> bool:
        """Save now what is not kept yet, the place in the notes too; say whether all of it is."""
        moved = self.call is not None and place_of(self.pad) != self.call.place
        if moved and self.pad.is_attached and not self.holds_nothing:
            self.autosave.changed()
        return await self.autosave.flush()

    async def forget(self) -> None:
        """Let go of a call that was begun and holds nothing."""
        self.autosave.close()
        try:
            await self.desk.call.abandon(self.client_id)
        except StoreProblem as problem:
            self.say_problem(str(problem))
