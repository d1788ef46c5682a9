"""What dialogs have in common in which something is typed: kept as a draft, left knowingly."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from textual.widgets import Static

from followup_tui.desk import Desk
from followup_tui.domain.record import Invalid
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.anew import anew
from followup_tui.tui.autosave import Autosave, Kept
from followup_tui.tui.dialogs.saving import SavingDialog
from followup_tui.tui.elsewhere import Held
from followup_tui.tui.panes.form_field import FormField
from followup_tui.tui.present.key_names import keys_of

T = TypeVar("T")


class KeptDialog(SavingDialog[T]):
    """A dialog whose typing is a draft within a second, and stands there again after a crash.

    A dialog of this kind says what its draft is (`draft`, `take_up`) and how it is told (`held`),
    calls `touched` at each change, and ends by `close_written` once its words are a record, by
    `close_later` where they wait, or by `close_dropped` where they are not wanted.
    """

    def __init__(self, desk: Desk, draft_key: str) -> None:
        """`draft_key` is the one under which what is typed is kept."""
        super().__init__()
        self.desk = desk
        self.draft_key = draft_key
        self._written = False
        """Whether it is a record already, of which only the draft is still to be dropped."""
        self._failed = False
        """Whether the last try to keep what is typed failed."""
        self._leaving = False
        self._elsewhere = keys_of(desk.settings.keys)("app.save_elsewhere")
        self._autosave = Autosave(self, self._keep, clock=desk.clock, told=self._told)

    # What a dialog of this kind says

    def draft(self) -> bytes:
        """Return what is typed, to be kept; empty where it is as it began."""
        raise NotImplementedError

    def take_up(self, draft: bytes) -> str:
        """Show what was typed before; return the sentence that says so, empty where it is none.

        What is shown is not to be told by the fields as if it were being typed.
        """
        raise NotImplementedError

    def held(self) -> Held:
        """Return what is typed, in words."""
        raise NotImplementedError

    # Keeping

    async def on_mount(self) -> None:
        """Put what was typed before, if anything was."""
        try:
            kept = await asyncio.to_thread(self.desk.drafts.load, self.draft_key)
        except StoreProblem as problem:
            self.say(str(problem), wrong=True)
            return
        if kept and self.is_attached:
            self.say(self.take_up(kept))

    def touched(self) -> None:
        """Keep what was changed just now."""
        self._leaving = False
        self._autosave.changed()

    async def _keep(self) -> None:
        if draft := self.draft():
            await asyncio.to_thread(self.desk.drafts.save, self.draft_key, draft)
        else:
            await self._discard()

    async def _discard(self) -> None:
        await asyncio.to_thread(self.desk.drafts.discard, self.draft_key)

    def _told(self, kept: Kept) -> None:
        if not self.query("#said"):
            return  # the dialog is being closed
        if kept.problem:
            words = f"What you wrote stays here; {self._elsewhere} saves it elsewhere."
            self.say(f"{kept.problem} {words}", wrong=True)
        elif self._failed:
            self.say("Kept: it can be saved again.")
        self._failed = bool(kept.problem)

    def is_unkept(self) -> bool:
        """Say whether what is typed could not be kept."""
        return self._autosave.unsaved

    async def keep_typed(self) -> None:
        """Keep what is typed before the desk closes."""
        await self._autosave.flush()

    # How it ends

    def say_invalid(self, wrong: Invalid) -> None:
        """Put the sentence under the field that it is about, or at the foot."""
        field = next((each for each in self.query(FormField) if each.key == wrong.field), None)
        if field is None:
            self.say(str(wrong), wrong=True)
            return
        field.show_problem(wrong.message)
        field.focus_input()

    async def write(self, result: T, writing: Callable[[], Awaitable[object]]) -> None:
        """Write it down by `writing`, and close with `result`; say why where that fails.

        A second try, after the draft could not be dropped, does not write it twice.
        """
        if self._written or await self.saved(writing()):
            await self.close_written(result)

    async def close_written(self, result: T) -> None:
        """Forget the draft of what is a record by now, and close with `result`."""
        self._written = True
        await self._autosave.flush()
        self._autosave.close()
        if await self.saved(self._discard()):
            self.dismiss(result)

    def close_dropped(self, result: T | None = None) -> None:
        """Close with `result`, and forget what is typed."""
        self.run_worker(self._drop(result), name="drop what is typed", group="save", exclusive=True)

    async def _drop(self, result: T | None) -> None:
        """Forget the draft; one that cannot be removed stands there once more, and costs nothing.

        So its problem is no reason to stay: nothing is lost by it.
        """
        await self._autosave.flush()
        self._autosave.close()
        await self.saved(self._discard())
        self.dismiss(result)

    def close_later(self) -> None:
        """Close; what is typed waits for the next time."""
        anew(self, self._later, name="keep what is typed", group="save")

    async def _later(self) -> None:
        if await self._autosave.flush() or self._leaving:
            self.dismiss(None)
            return
        # Whoever cannot save must be able to leave all the same, knowing what it costs.
        self._leaving = True
        problem = str(self.query_one("#said", Static).content)
        self.say(f"{problem} Esc again closes without it.", wrong=True)

    def action_cancel(self) -> None:
        """Close; what is typed waits for the next time."""
        self.close_later()
