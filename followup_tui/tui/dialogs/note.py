"""Takes a note about a client."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static, TextArea

from followup_tui.domain.client import Client
from followup_tui.domain.interaction import NoteLine
from followup_tui.domain.record import LINE_LIMIT, Clock
from followup_tui.domain.text import clean_text, clean_typed
from followup_tui.services.ports import Drafts, StoreProblem
from followup_tui.tui.autosave import Autosave, Kept
from followup_tui.tui.dialogs.saving import SavingDialog
from followup_tui.tui.elsewhere import Held
from followup_tui.tui.keeping import note_key
from followup_tui.tui.note_reader import NoteReader
from followup_tui.tui.present.caught import caught_lines

_SIGNS = "Signs: + liked  - disliked  ! promise  @ referral  > next step  ? question  * interest"
_READ, _SHOWN = 20, 4  # lines at the end that are looked at, and of what was understood


class NoteDialog(SavingDialog[bool]):
    """Takes a note of some lines, and ends with whether it was saved.

    What is typed is kept as a draft within a second, and stands there again when the dialog is
    opened anew: neither Escape nor a crash loses it.
    """

    AUTO_FOCUS = "TextArea"
    DEFAULT_CSS = """
    NoteDialog #understood {
        height: auto; max-height: 4; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis;
    }
    """

    def __init__(
        self,
        client: Client,
        *,
        drafts: Drafts,
        clock: Clock,
        save: Callable[[str], Awaitable[object]],
        elsewhere: str = "F12",
        region: str = "",
    ) -> None:
        """`save` writes the note, and may raise `StoreProblem`.

        `elsewhere` is the key that saves the text elsewhere, `region` how phone numbers are read.
        """
        super().__init__()
        self._client = client
        self._drafts = drafts
        self._save = save
        self._elsewhere = elsewhere
        self._key = note_key(client.id)
        self._clock = clock
        self._reader = NoteReader(own=clock().tzinfo or UTC, region=region)
        self._written = False
        self._failed = False
        """Whether the last try to keep what is typed failed."""
        self._leaving = False
        self._autosave = Autosave(self, self._keep, clock=clock, told=self._told)

    def compose(self) -> ComposeResult:
        """Yield the editor, its signs and the buttons."""
        with Vertical(classes="dialog-box -wide") as box:
            box.border_title = Content(f"Note: {self._client.name}")
            yield TextArea(compact=True)
            with Horizontal(classes="ends"):
                yield Button(Content("Save  Ctrl+S"), variant="primary", id="save", compact=True)
                yield Button(Content("Later  Esc"), id="later", compact=True)
            yield Static(Content(""), id="understood", markup=False)
            yield Static(_SIGNS, id="said", markup=False)

    async def on_mount(self) -> None:
        """Put what was typed before, if anything was."""
        try:
            draft = await asyncio.to_thread(self._drafts.load, self._key)
        except StoreProblem as problem:
            self.say(str(problem), wrong=True)
            return
        if draft:
            area = self.query_one(TextArea)
            with area.prevent(TextArea.Changed):
                area.text = draft.decode(errors="replace")
            area.move_cursor(area.document.end)
            self.say("This is what you began to write.")
            self._understand()

    @on(TextArea.Changed)
    def _typed(self) -> None:
        self._leaving = False
        self._autosave.changed()
        self._understand()

    @work(name="understand the note", group="understand", exclusive=True)
    async def _understand(self) -> None:
        """Show what the newest lines are understood as."""
        now = self._clock()
        texts = self.query_one(TextArea).text.split("\n")[-_READ:]
        notes = [NoteLine(at=now, text=clean_typed(text)[:LINE_LIMIT]) for text in texts]
        await self._reader.read(notes, client=self._client, now=now)
        reader = self._reader
        lines = caught_lines(
            notes, reader.known, now=now, zone=reader.zone, zone_doubt=reader.zone_doubt
        )
        said = Content("\n").join(line.content for line in lines[:_SHOWN])
        self.query_one("#understood", Static).update(said)

    async def _keep(self) -> None:
        """Keep what is typed as a draft."""
        text = self.query_one(TextArea).text
        if text.strip():
            await asyncio.to_thread(self._drafts.save, self._key, text.encode())
        else:
            await asyncio.to_thread(self._drafts.discard, self._key)

    def _told(self, kept: Kept) -> None:
        if kept.problem:
            words = f"What you wrote stays here; {self._elsewhere} saves it elsewhere."
            self.say(f"{kept.problem} {words}", wrong=True)
        elif self._failed:
            self.say("Kept: it can be saved again.")
        self._failed = bool(kept.problem)

    def held(self) -> Held:
        """Return what is typed."""
        return Held(f"Note: {self._client.name}", self.query_one(TextArea).text)

    def is_unkept(self) -> bool:
        """Say whether what is typed could not be kept."""
        return self._autosave.unsaved

    async def keep_typed(self) -> None:
        """Keep what is typed before the desk closes."""
        await self._autosave.flush()

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Save the note and close."""
        self.run_worker(self._finish(), name="save the note", group="save", exclusive=True)

    async def _finish(self) -> None:
        text = clean_text(self.query_one(TextArea).text)
        if not text:
            self.say("There is nothing to save yet.", wrong=True)
            return
        # A second try after the draft could not be dropped must not write the note twice.
        if not self._written and not await self.saved(self._save(text)):
            return
        self._written = True
        await self._autosave.flush()
        self._autosave.close()
        if await self.saved(asyncio.to_thread(self._drafts.discard, self._key)):
            self.dismiss(True)

    @on(Button.Pressed, "#later")
    def action_cancel(self) -> None:
        """Close; what is typed waits for the next time."""
        self.run_worker(self._leave(), name="keep the note", group="save", exclusive=True)

    async def _leave(self) -> None:
        if await self._autosave.flush() or self._leaving:
            self.dismiss(False)
            return
        # Whoever cannot save must be able to leave all the same, knowing what it costs.
        self._leaving = True
        problem = str(self.query_one("#said", Static).content)
        self.say(f"{problem} Esc again closes without it.", wrong=True)
