"""What dialogs have in common in which something is typed: kept as a draft, left knowingly."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from textual.widgets import Static

from followup_tui.desk import Desk
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.autosave import Autosave, Kept
from followup_tui.tui.dialogs.saving import SavingDialog
from followup_tui.tui.elsewhere import Held
from followup_tui.tui.present.key_names import keys_of

T = TypeVar("T")


class KeptDialog(SavingDialog[T]):
    """A dialog whose typing is a draft within a second, and stands there again after a crash.

    A dialog of this kind says what its draft is (`draft`, `take_up`) and how it is told (`held`),
    calls `touched` at each change, and ends by `write` with its words as a record, by `drop` where
    they are not wanted any more, or by Escape, after which they wait.
    """

    def __init__(self, desk: Desk, draft_key: str) -> None:
        """`draft_key` is the one under which what is typed is kept."""
        super().__init__()
        self.desk = desk
        self.draft_key = draft_key
        self.written: T | None = None
        """What it ends with, where it is a record already, of which only the draft is to drop."""
        self._failed = False
        """Whether the last try to keep what is typed failed."""
        self._leaving = False
        self._on_disk: bytes | None = None
        """The draft as it is kept; None: nobody knows."""
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
        """Put what was typed before, if anything was; keys that come meanwhile wait for it."""
        try:
            kept = await asyncio.to_thread(self.desk.drafts.load, self.draft_key)
            self._on_disk = kept or b""
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
        draft = self.draft()
        if draft == self._on_disk:
            return
        if draft:
            await asyncio.to_thread(self.desk.drafts.save, self.draft_key, draft)
            self._on_disk = draft
        else:
            await self.discard()

    async def discard(self) -> None:
        """Forget the draft; raises `StoreProblem`."""
        await asyncio.to_thread(self.desk.drafts.discard, self.draft_key)
        self._on_disk = b""

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

    async def write(self, writing: Callable[[], Awaitable[T | None]]) -> None:
        """Write it down by `writing`, and close with what that returns; say why where it fails.

        None: `writing` has said why not. A second try, after the draft could not be dropped, does
        not write it twice.
        """
        if self.written is None:
            self.written = await self.attempt(writing())
        if self.written is None:
            return
        await self._autosave.flush()
        self._autosave.close()
        if await self.saved(self.discard()):
            self.dismiss(self.written)

    def close_dropped(self) -> None:
        """Close, and forget what is typed."""
        self.begin(self.drop, name="drop what is typed")

    async def drop(self, result: T | None = None) -> None:
        """Forget the draft, and close with `result`.

        One that cannot be removed stands there once more, and costs nothing: so its problem is no
        reason to stay.
        """
        await self._autosave.flush()
        self._autosave.close()
        await self.saved(self.discard())
        self.dismiss(result)

    def action_cancel(self) -> None:
        """Close; what is typed waits for the next time."""
        self.begin(self._later, name="keep what is typed")

    async def _later(self) -> None:
        if await self._autosave.flush() or self._leaving:
            self.dismiss(None)
            return
        # Whoever cannot save must be able to leave all the same, knowing what it costs.
        self._leaving = True
        problem = str(self.query_one("#said", Static).content)
        self.say(f"{problem} Esc again closes without it.", wrong=True)
