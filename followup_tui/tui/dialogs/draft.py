"""The draft mail in an editor: kept as it is typed, written down when it is closed, never sent."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, Static, TextArea

from followup_tui.domain.client import Client
from followup_tui.domain.letter import Letter
from followup_tui.domain.record import Clock
from followup_tui.domain.text import clean_line
from followup_tui.services.ports import Drafts, StoreProblem
from followup_tui.tui.autosave import Autosave, Kept
from followup_tui.tui.dialogs.saving import SavingDialog
from followup_tui.tui.elsewhere import Held
from followup_tui.tui.keeping import letter_key

_KEPT = "Nothing is sent from here."


class DraftDialog(SavingDialog[bool]):
    """Edits subject and body of the draft; ends with whether anything was changed.

    What is typed is kept apart within a second, and stands there again after a crash; closing
    writes it down as one change.
    """

    AUTO_FOCUS = "TextArea"

    def __init__(
        self,
        client: Client,
        letter: Letter | None,
        *,
        drafts: Drafts,
        clock: Clock,
        save: Callable[[str, str], Awaitable[object]],
        elsewhere: str = "F12",
    ) -> None:
        """`save` writes subject and body, and may raise `StoreProblem`.

        `elsewhere` is the key that saves the text elsewhere.
        """
        super().__init__()
        self._client = client
        self._letter = letter
        self._drafts = drafts
        self._save = save
        self._elsewhere = elsewhere
        self._key = letter_key(client.id)
        self._begun = (letter.subject, letter.body) if letter else ("", "")
        self._seen = self._begun
        self._changed = False
        self._leaving = False
        self._autosave = Autosave(self, self._keep, clock=clock, told=self._told)

    def compose(self) -> ComposeResult:
        """Yield to whom, subject, body and the buttons."""
        subject, body = self._begun
        with Vertical(classes="dialog-box -wide") as box:
            box.border_title = Content(f"Draft mail: {self._client.name}")
            yield Static(Content(self._to_line()), classes="dialog-words", markup=False)
            yield Input(subject, placeholder="Subject", id="subject", classes="-line")
            yield TextArea(body, compact=True, soft_wrap=True)
            with Horizontal(classes="ends"):
                yield Button(Content("Close  Esc"), variant="primary", id="close", compact=True)
            yield Static(f"Kept as you type. {_KEPT}", id="said", markup=False)

    def _to_line(self) -> str:
        to = self._letter.to if self._letter else ""
        cc = ", ".join(self._letter.cc) if self._letter else ""
        line = f"To: {to or 'no e-mail address is known'}"
        return f"{line}   Cc: {cc}" if cc else line

    async def on_mount(self) -> None:
        """Put what was typed before and not written down, if anything was."""
        try:
            draft = await asyncio.to_thread(self._drafts.load, self._key)
        except StoreProblem as problem:
            self.say(str(problem), wrong=True)
            return
        if draft and not self._changed:
            subject, _, body = draft.decode(errors="replace").partition("\n")
            line, area = self.query_one("#subject", Input), self.query_one(TextArea)
            with line.prevent(Input.Changed), area.prevent(TextArea.Changed):
                line.value, area.text = clean_line(subject), body
            self._seen = self._typed_now
            self._changed = True  # against what is written down
            self.say(f"This is what you began to write. {_KEPT}")

    @property
    def _typed_now(self) -> tuple[str, str]:
        return self.query_one("#subject", Input).value, self.query_one(TextArea).text

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _typed(self) -> None:
        typed = self._typed_now
        if typed == self._seen:
            return  # nobody typed: the fields tell of what they were filled with
        self._seen = typed
        self._changed = True
        self._leaving = False
        self._autosave.changed()

    async def _keep(self) -> None:
        await asyncio.to_thread(self._drafts.save, self._key, "\n".join(self._typed_now).encode())

    def _told(self, kept: Kept) -> None:
        if kept.problem:
            words = f"What you wrote stays here; {self._elsewhere} saves it elsewhere."
            self.say(f"{kept.problem} {words}", wrong=True)
        elif kept.at is not None:
            self.say(f"Kept at {kept.at:%H:%M:%S}. {_KEPT}")

    def held(self) -> Held:
        """Return subject and body."""
        return Held(f"Letter: {self._client.name}", "\n\n".join(self._typed_now).strip())

    def is_unkept(self) -> bool:
        """Say whether what is typed could not be kept."""
        return self._autosave.unsaved

    async def keep_typed(self) -> None:
        """Keep what is typed before the desk closes."""
        await self._autosave.flush()

    @on(Input.Submitted)
    def _to_the_body(self) -> None:
        self.query_one(TextArea).focus()

    @on(Button.Pressed, "#close")
    def action_save(self) -> None:
        """Write down what is typed, and close."""
        self.action_cancel()

    def action_cancel(self) -> None:
        """Write down what is typed, and close."""
        self.run_worker(self._leave(), name="write the letter", group="save", exclusive=True)

    async def _leave(self) -> None:
        if not self._changed:
            self.dismiss(False)
            return
        kept = await self._autosave.flush()
        if await self.saved(self._write()):
            self._autosave.close()
            self.dismiss(True)
        elif self._leaving:
            self.dismiss(False)
        else:
            # Whoever cannot save must be able to leave all the same, knowing what it costs.
            self._leaving = True
            problem = str(self.query_one("#said", Static).content)
            cost = "and it waits for the next time" if kept else "without it"
            self.say(
                f"{problem} Esc again closes {cost}; {self._elsewhere} saves it elsewhere.",
                wrong=True,
            )

    async def _write(self) -> None:
        """Write the letter down; what was kept of it meanwhile is no longer needed."""
        await self._save(*self._typed_now)
        await asyncio.to_thread(self._drafts.discard, self._key)
