"""What is written from the page of a client: mending, removing, promises settled, thanks given."""

from __future__ import annotations

from collections.abc import Awaitable
from functools import partial

from followup_tui.domain.timeline.entries import Entry
from followup_tui.services.gather import NoSuchPromise
from followup_tui.services.memory import Gone
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.anew import anew, begin
from followup_tui.tui.screens.client_page_state import ClientPageState
from followup_tui.tui.toast import toast

# ruff: noqa: PLC0415 - dialogs are imported when they are first opened

_TALK = "Put the cursor on a conversation or a note first."


class ClientPageWriting(ClientPageState):
    """Writes what the user asks for of the entry under the cursor, and shows it at once."""

    # For undo: what is changed here is shown at once

    def change_to_take_back(self) -> str:
        """Return nothing: undo takes back the last change here."""
        return ""

    async def show_changes(self) -> None:
        """Show at once what was just changed."""
        await self.watch_records.look()

    # Mending

    def _interaction_id(self) -> str:
        """Return the id of the interaction under the cursor; say so where there is none."""
        entry = self.rows.current
        if entry is not None and entry.key.startswith("interactions:") and entry.opens:
            return entry.opens.id
        toast(self, _TALK, severity="warning")
        return ""

    def action_mend(self) -> None:
        """Mend what was written of the conversation under the cursor."""
        if interaction_id := self._interaction_id():
            self.mend(interaction_id)

    def mend(self, interaction_id: str) -> None:
        """Open an interaction to be mended."""
        work = partial(self._open_mending, interaction_id)
        anew(self, work, name="open the mending", group="mend")

    async def _open_mending(self, interaction_id: str) -> None:
        from followup_tui.tui.dialogs.mending import MendingDialog

        try:
            interaction = await self.desk.memory.interaction(interaction_id)
        except (StoreProblem, Gone) as problem:
            toast(self, str(problem), severity="warning")
            return
        whose = self.memory.page.client.name if self.memory else ""

        async def done(written: object) -> None:
            if written is not None:
                toast(self, "Mended; the words as they were stay in the history.")
                await self.show_changes()

        if self.is_current:
            self.app.push_screen(MendingDialog(self.desk, interaction, whose=whose), done)

    def action_remove(self) -> None:
        """Remove the conversation under the cursor, once asked."""
        from followup_tui.tui.dialogs.confirm import Choice, ConfirmDialog

        if not (interaction_id := self._interaction_id()):
            return
        entry = self.rows.current
        what = f"{entry.title}, {entry.day:%a} {entry.day.day} {entry.day:%b %Y}" if entry else ""

        def answered(answer: str | None) -> None:
            if answer == "remove":
                words = f"Removed. {self._key('app.undo')} brings it back."
                self._write(self.desk.memory.remove(interaction_id), words)

        self.app.push_screen(
            ConfirmDialog(
                "Remove this conversation?",
                (Choice("remove", "Remove"), Choice("stay", "Leave it", main=True)),
                detail=f"{what}. Promises and steps that came of it stay.",
            ),
            answered,
        )

    # Promises and thanks

    def action_keep(self) -> None:
        """Mark the promise under the cursor as kept, or the thanks as given."""
        entry = self.rows.current
        if entry is not None and entry.referral_id:
            self._write(self.desk.agreements.thank(entry.referral_id), f"Thanked: {entry.title}.")
        else:
            self._settle(entry, kept=True)

    def action_break_promise(self) -> None:
        """Mark the promise under the cursor as broken."""
        self._settle(self.rows.current, kept=False)

    def _settle(self, entry: Entry | None, *, kept: bool) -> None:
        if entry is None or not entry.promise_id:
            words = "Put the cursor on an open promise, or on an introduction to be thanked for."
            toast(self, words, severity="warning")
            return
        words = f"{'Kept' if kept else 'Broken'}: {entry.title}."
        self._write(self.desk.agreements.settle(entry.promise_id, kept=kept), words)

    def _write(self, writing: Awaitable[object], words: str) -> None:
        """Await a change, tell that it was made, and show it."""

        async def write() -> None:
            try:
                await writing
            except (StoreProblem, Gone, NoSuchPromise) as problem:
                toast(self, str(problem), severity="error")
            else:
                toast(self, words)
                await self.show_changes()

        begin(self, write, name="write", group="write")
