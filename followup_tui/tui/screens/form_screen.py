"""A form that fills a screen: kept as a draft while it is typed, saved whole, left knowingly."""

from __future__ import annotations

import asyncio
from typing import ClassVar, TypeVar

from textual import on
from textual.content import Content
from textual.widgets import Static

from followup_tui.desk import Desk
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.anew import begin
from followup_tui.tui.autosave import Autosave, Kept
from followup_tui.tui.choice import Choice
from followup_tui.tui.closing import ClosingScreen
from followup_tui.tui.dialogs.confirm import Choice as Answer
from followup_tui.tui.dialogs.confirm import ConfirmDialog
from followup_tui.tui.panes.form_field import FormField
from followup_tui.tui.present.key_names import keys_of
from followup_tui.tui.toast import toast

R = TypeVar("R")

_LEAVE = (
    Answer("save", "Save", main=True),
    Answer("stay", "Go on typing"),
    Answer("leave", "Throw away"),
)


class FormScreen(ClosingScreen[R]):
    """Ends with what was saved; None: nothing was.

    A form says when its fields are there (`is_ready`), what is typed in them (`draft`) and how that
    is written (`write`); `SAID` names its line for words.
    """

    AUTO_FOCUS = ""
    SAID: ClassVar[str]

    def __init__(self, desk: Desk, draft_key: str) -> None:
        super().__init__()
        self.desk = desk
        self.draft_key = draft_key
        self.autosave = Autosave(self, self._keep, clock=desk.clock, told=self._kept)
        self._written: R | None = None
        """What was saved already, of which only the draft is still to be dropped."""
        self._saving = False
        self._failed = False
        """Whether the last try to keep what is typed failed."""

    # What a form says

    @property
    def is_ready(self) -> bool:
        """Whether its fields are there."""
        raise NotImplementedError

    def draft(self) -> bytes:
        """Return what is typed, to be kept; empty where the form says what it said at first."""
        raise NotImplementedError

    async def write(self) -> R | None:
        """Write what is typed, and return it; None: what is wrong was shown.

        Raises `StoreProblem`.
        """
        raise NotImplementedError

    # Keeping

    @on(FormField.Changed)
    @on(Choice.Chosen)
    def _typed_in(self) -> None:
        self.autosave.changed()

    async def _keep(self) -> None:
        if draft := self.draft():
            await asyncio.to_thread(self.desk.drafts.save, self.draft_key, draft)
        else:
            await self._discard()

    async def _discard(self) -> None:
        await asyncio.to_thread(self.desk.drafts.discard, self.draft_key)

    def _kept(self, kept: Kept) -> None:
        """Say when what is typed cannot be kept."""
        if kept.problem:
            elsewhere = keys_of(self.desk.settings.keys)("app.save_elsewhere")
            words = f"What you type stays here; {elsewhere} saves it elsewhere."
            self.tell(f"{kept.problem} {words}", wrong=True)
        elif self._failed:
            self.tell("Kept again: nothing is lost.")
        self._failed = bool(kept.problem)

    def is_unkept(self) -> bool:
        """Say whether what is typed could not be kept."""
        return self.autosave.unsaved

    async def keep_typed(self) -> None:
        """Save what was typed and is not yet kept."""
        await self.autosave.flush()

    def tell(self, words: str, *, wrong: bool = False) -> None:
        """Say something about the form on top of it."""
        line = self.query_one(self.SAID, Static)
        line.update(Content(words))
        line.set_class(wrong, "-wrong")

    # Saving and leaving

    def action_save(self) -> None:
        """Save what is typed, and close."""
        if self.is_ready and not self._saving:
            self._saving = True
            begin(self, self._save, name="save a form", group="form")

    async def _save(self) -> None:
        try:
            if self._written is None:
                self._written = await self.write()
            if self._written is not None:
                self.autosave.close()
                await self._discard()
                self.dismiss(self._written)
        except StoreProblem as problem:
            self.tell(f"{problem} Nothing is lost: it is still here.", wrong=True)
        finally:
            self._saving = False

    def action_cancel(self) -> None:
        """Leave; ask first when something would be lost."""
        if self.is_ready and self.draft():
            self.app.push_screen(ConfirmDialog("Save what you typed?", _LEAVE), self._leave)
        else:
            self._leave("leave")

    def _leave(self, answer: str | None) -> None:
        if answer == "save":
            self.action_save()
        elif answer == "leave":
            begin(self, self._drop, name="leave a form", group="form")

    async def _drop(self) -> None:
        """Forget what was typed, and close; a draft that cannot be removed comes back once more."""
        self.autosave.close()
        try:
            await self._discard()
        except StoreProblem as problem:
            toast(self, str(problem), severity="error")
        self.dismiss(self._written)
