"""The letter: head and text, its personal check beside them, and the ways by which it leaves."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from followup_tui.desk import Desk
from followup_tui.domain.letters.view import LetterView
from followup_tui.services.clients import NoSuchClient
from followup_tui.services.letters.letting_out import NoSuchLetter
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.actions import Place, bindings
from followup_tui.tui.anew import begin
from followup_tui.tui.key_line import KeyLine
from followup_tui.tui.messages import LetterWanted
from followup_tui.tui.panes.letter_check import VerdictLine
from followup_tui.tui.panes.letter_head import LetterHead
from followup_tui.tui.panes.virtual_list import VirtualList
from followup_tui.tui.screens.letter_templates import LetterTemplates
from followup_tui.tui.toast import toast

# ruff: noqa: PLC0415 - dialogs and the preview are imported when they are first opened

_AT_CHECK, _AT_PREVIEW = "-at-check", "-at-preview"


class LetterScreen(LetterTemplates):
    """One letter, above whatever was shown; closing it goes back there."""

    CSS_PATH = "letter.tcss"
    AUTO_FOCUS = ""  # the text, once it is there
    BINDINGS = bindings(Place.LETTER)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-medium"), (120, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (10, "-low"), (20, "-fair")]

    def __init__(self, desk: Desk, wanted: LetterWanted, *, asked_for: bool = True) -> None:
        """`asked_for` is False where it came by itself, after a conversation: it stays under way
        from the beginning, while one that was asked for and not touched is nothing to keep."""
        super().__init__(desk)
        self.wanted = wanted
        self._asked_for = asked_for

    @property
    def client_id(self) -> str:
        """Whom it is written to."""
        return self.wanted.client_id

    def is_about(self, wanted: LetterWanted) -> bool:
        """Say whether it shows the letter that is wanted."""
        if self.view is None or wanted.anew:
            return False
        letter = self.view.letter
        if wanted.letter_id:
            return wanted.letter_id == letter.id
        return (wanted.client_id, wanted.kind) == (letter.client_id, letter.kind)

    def compose(self) -> ComposeResult:
        """Yield title, head, text and check, the problem and the keys."""
        with Horizontal(id="top"):
            yield Static(id="title", markup=False)
            yield Static(id="state", markup=False)
        with Horizontal(id="desk"):
            with Vertical(id="sheet"):
                yield self.head
                yield self.pad
            yield self.check
        yield Static(id="problem", markup=False)
        with Horizontal(id="ends"):
            yield VerdictLine()
            yield Button(Content("More …"), id="more", compact=True)
            yield Button(Content("Let it out …"), variant="primary", id="leave", compact=True)
            yield Button(Content("Later"), id="later", compact=True)
        yield KeyLine(palette=False)

    def on_mount(self) -> None:
        """Begin the letter, or show the one that was begun."""
        self.pad.say_keys(f"{self.key('letter.template')} another template")
        self.check.show_keys(f"{self.key('letter.fact')} or a click puts it in")
        if self.wanted.view is not None:
            self._show_first(self.wanted.view)
        else:
            begin(self, self._begin, name="begin the letter", group="begin")

    async def _begin(self) -> None:
        try:
            view = await self._first_view()
        except (StoreProblem, NoSuchClient, NoSuchLetter) as problem:
            self.say(f"The letter could not be begun: {problem} Escape goes back.")
            return
        if self.is_attached:
            self._show_first(view)

    def _show_first(self, view: LetterView) -> None:
        self.begun(view)
        if not self._asked_for:
            self.touched = True
            self.autosave.changed()

    async def _first_view(self) -> LetterView:
        letters, it = self.desk.letters, self.wanted
        if it.letter_id:
            return await letters.open(it.letter_id)
        return await self.begin_on(it.client_id, it.kind, it.occasion, anew=it.anew)

    def begun(self, view: LetterView) -> None:
        """Show a letter that has just been begun, the cursor where it is to be gone on."""
        self.show(view)
        if view.letter.to:
            self.pad.focus()
        else:
            self.head.focus_field("to")
        if view.resumed:
            toast(self, "Taken up again: this is what you began to write.")

    # What is shown beside the text, or in its place

    @on(VerdictLine.Pressed)
    def action_check(self) -> None:
        """Go to the check and the facts, and back to the text."""
        facts = self.check.facts
        if facts.has_focus or self.has_class(_AT_CHECK):
            self.action_write()
        else:
            self.remove_class(_AT_PREVIEW)
            self.add_class(_AT_CHECK)
            facts.focus()

    def action_write(self) -> None:
        """Go to the text."""
        self.remove_class(_AT_CHECK, _AT_PREVIEW)
        self.pad.focus()

    def action_preview(self) -> None:
        """See it as it will be read, or go on writing."""
        if self.has_class(_AT_PREVIEW):
            self.action_write()
        else:
            begin(self, self._preview, name="show the preview", group="preview")

    async def _preview(self) -> None:
        from followup_tui.tui.panes.letter_preview import LetterPreview

        if (letter := await self.settled()) is None:
            return
        sheet = self.query_one("#sheet", Vertical)
        if not self.query(LetterPreview):
            await sheet.mount(LetterPreview())
        preview = self.query_one(LetterPreview)
        await preview.show(letter.subject, letter.body)
        self.remove_class(_AT_CHECK)
        self.add_class(_AT_PREVIEW)
        preview.focus()

    @on(Button.Pressed, "#later")
    def action_back(self) -> None:
        """Go back to the text; from there put the letter aside."""
        beside = self.has_class(_AT_PREVIEW) or self.check.facts.has_focus
        if beside or self.has_class(_AT_CHECK):
            self.action_write()
        else:
            super().action_back()

    @on(VirtualList.Moved)
    def _moved(self, event: VirtualList.Moved) -> None:
        event.stop()

    @on(Button.Pressed, "#more")
    def _more(self) -> None:
        from followup_tui.tui.more import offer_more

        offer_more(self, Place.LETTER, self.key)

    # To whom

    @on(LetterHead.AddressWanted)
    def _address_wanted(self) -> None:
        from followup_tui.tui.dialogs.pick import Pick, PickDialog

        if self.view is None:
            return
        addresses = self.view.addresses

        def find(words: str) -> list[Pick]:
            return [
                Pick(each, Content(each)) for each in addresses if words.lower() in each.lower()
            ]

        def chosen(address: str | None) -> None:
            if address is not None:
                self.head.choose(address)

        dialog = PickDialog("To", find, hint="a part of it", nothing="No such address is known.")
        self.app.push_screen(dialog, chosen)

    # Another editor

    async def action_editor(self) -> None:
        """Edit the text in the user's own editor; what was kept before stays kept."""
        from followup_tui.tui.editor import EditorProblem, edit_aside

        if await self.settled() is None or not await self.autosave.flush():
            return
        try:
            text = edit_aside(self.app, self.pad.text, name="letter.md")
        except EditorProblem as problem:
            self.say(str(problem))
            return
        self.pad.change_all(text)
        self.action_write()
