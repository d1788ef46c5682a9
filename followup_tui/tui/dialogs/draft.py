"""The draft mail in an editor: kept as it is typed, never sent."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, Static, TextArea

from followup_tui.domain.client import Client
from followup_tui.domain.letter import Letter
from followup_tui.domain.record import Clock
from followup_tui.tui.autosave import Autosave, Kept
from followup_tui.tui.dialogs.saving import SavingDialog


class DraftDialog(SavingDialog[bool]):
    """Edits subject and body of the draft; ends with whether anything was changed."""

    AUTO_FOCUS = "TextArea"

    def __init__(
        self,
        client: Client,
        letter: Letter | None,
        *,
        clock: Clock,
        save: Callable[[str, str], Awaitable[object]],
    ) -> None:
        """`save` keeps subject and body, and may raise `StoreProblem`."""
        super().__init__()
        self._client = client
        self._letter = letter
        self._save = save
        self._begun = (letter.subject, letter.body) if letter else ("", "")
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
            words = "Kept as you type. Nothing is sent from here."
            yield Static(words, id="said", markup=False)

    def _to_line(self) -> str:
        to = self._letter.to if self._letter else ""
        cc = ", ".join(self._letter.cc) if self._letter else ""
        line = f"To: {to or 'no e-mail address is known'}"
        return f"{line}   Cc: {cc}" if cc else line

    @property
    def _typed_now(self) -> tuple[str, str]:
        return self.query_one("#subject", Input).value, self.query_one(TextArea).text

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _typed(self) -> None:
        if self._changed or self._typed_now != self._begun:
            self._changed = True
            self._leaving = False
            self._autosave.changed()

    async def _keep(self) -> None:
        subject, body = self._typed_now
        await self._save(subject, body)

    def _told(self, kept: Kept) -> None:
        if kept.problem:
            self.say(f"{kept.problem} What you wrote stays here.", wrong=True)
        elif kept.at is not None:
            self.say(f"Kept at {kept.at:%H:%M:%S}. Nothing is sent from here.")

    async def keep_typed(self) -> None:
        """Keep what is typed before the desk closes."""
        await self._autosave.flush()

    @on(Input.Submitted)
    def _to_the_body(self) -> None:
        self.query_one(TextArea).focus()

    @on(Button.Pressed, "#close")
    def action_save(self) -> None:
        """Keep what is typed and close."""
        self.action_cancel()

    def action_cancel(self) -> None:
        """Keep what is typed and close."""
        self.run_worker(self._leave(), name="keep the draft", group="save", exclusive=True)

    async def _leave(self) -> None:
        if await self._autosave.flush() or self._leaving:
            self.dismiss(self._changed)
            return
        # Whoever cannot save must be able to leave all the same, knowing what it costs.
        self._leaving = True
        problem = str(self.query_one("#said", Static).content)
        self.say(f"{problem} Esc again closes without it.", wrong=True)
