"""Takes a note about a client."""

from __future__ import annotations

from datetime import UTC
from functools import partial

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.domain.interaction import NoteLine
from followup_tui.domain.record import LINE_LIMIT
from followup_tui.domain.text import clean_text, clean_typed
from followup_tui.services.clients import NoSuchClient
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.dialogs.kept import KeptDialog
from followup_tui.tui.dialogs.saving import ends, foot
from followup_tui.tui.elsewhere import Held
from followup_tui.tui.keeping import note_key
from followup_tui.tui.note_reader import NoteReader
from followup_tui.tui.present.caught import caught_lines

_SIGNS = "Signs: + liked  - disliked  ! promise  @ referral  > next step  ? question  * interest"
_READ, _SHOWN = 20, 4  # lines at the end that are looked at, and of what was understood


class NoteDialog(KeptDialog[bool]):
    """Takes a note of some lines, and ends with True once it is saved."""

    AUTO_FOCUS = "TextArea"
    PROBLEMS = (StoreProblem, NoSuchClient)
    DEFAULT_CSS = """
    NoteDialog #understood {
        height: auto; max-height: 4; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis;
    }
    """

    def __init__(self, desk: Desk, client: Client) -> None:
        super().__init__(desk, note_key(client.id))
        self._client = client
        self._reader = NoteReader(own=desk.clock().tzinfo or UTC, region=desk.settings.me.region)

    def compose(self) -> ComposeResult:
        """Yield the editor, its signs and the buttons."""
        with Vertical(classes="dialog-box -wide") as box:
            box.border_title = Content(f"Note: {self._client.name}")
            yield TextArea(compact=True)
            yield ends(("save", "Save  Ctrl+S"), ("cancel", "Later  Esc"))
            yield Static(Content(""), id="understood", markup=False)
            yield foot(_SIGNS)

    def draft(self) -> bytes:
        """Return the note."""
        text = self.query_one(TextArea).text
        return text.encode() if text.strip() else b""

    def take_up(self, draft: bytes) -> str:
        """Show the note as it was."""
        area = self.query_one(TextArea)
        with area.prevent(TextArea.Changed):
            area.text = draft.decode(errors="replace")
        area.move_cursor(area.document.end)
        self._understand()
        return "This is what you began to write."

    def held(self) -> Held:
        """Return the note."""
        return Held(f"Note: {self._client.name}", self.query_one(TextArea).text)

    @on(TextArea.Changed)
    def _typed(self) -> None:
        self.touched()
        self._understand()

    @work(name="understand the note", group="understand", exclusive=True)
    async def _understand(self) -> None:
        """Show what the newest lines are understood as."""
        now = self.desk.clock()
        texts = self.query_one(TextArea).text.split("\n")[-_READ:]
        notes = [NoteLine(at=now, text=clean_typed(text)[:LINE_LIMIT]) for text in texts]
        await self._reader.read(notes, client=self._client, now=now)
        reader = self._reader
        lines = caught_lines(
            notes, reader.known, now=now, zone=reader.zone, zone_doubt=reader.zone_doubt
        )
        said = Content("\n").join(line.content for line in lines[:_SHOWN])
        self.query_one("#understood", Static).update(said)

    def action_save(self) -> None:
        """Save the note and close."""
        self.begin(self._finish, name="save the note")

    async def _finish(self) -> None:
        text = clean_text(self.query_one(TextArea).text)
        if text or self.written:
            await self.write(partial(self._note, text))
        else:
            self.say("There is nothing to save yet.", wrong=True)

    async def _note(self, text: str) -> bool:
        await self.desk.clients.note(self._client.id, text)
        return True
