"""The ways by which a letter leaves: each with what it does, or why it cannot; none sends it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, Label, Static

from followup_tui.desk import Desk
from followup_tui.domain.letter import Way
from followup_tui.domain.letters.mail import CannotLeave, NeedsPassword
from followup_tui.domain.letters.view import LetterView, WayOut
from followup_tui.domain.text import clean_line
from followup_tui.services.clients import NoSuchClient
from followup_tui.tui.clipboard import copy
from followup_tui.tui.dialogs.saving import SavingDialog, ends, foot
from followup_tui.tui.present import letter as present
from followup_tui.tui.tick import Tick

_WORKING = {
    Way.FILE: "Writing the file …",
    Way.MAILTO: "Opening your mail program …",
    Way.CLIPBOARD: "Copying …",
    Way.DRAFTS: "Talking to your mail server …",
}


class LeaveDialog(SavingDialog[LetterView]):
    """Ends with the letter as it stands once it left; None: it did not.

    After a failure it stays open with the sentence that says what to do: the letter is kept.
    """

    AUTO_FOCUS = ".way.-can"
    BINDINGS = [
        *(Binding(str(n), f"way({n})", "this way", show=False) for n in range(1, len(Way) + 1)),
        Binding("k", "keeps", "promises", tooltip="Say that the promises are kept by it, or not."),
        Binding("down", "app.focus_next", "Next", show=False),
        Binding("up", "app.focus_previous", "Before", show=False),
    ]
    DEFAULT_CSS = """
    LeaveDialog {
        & .way-row { height: auto; }
        & .way { width: 22; text-align: left; content-align: left middle; }
        & .way:focus { background: $block-cursor-background; }
        & .way-help { width: 1fr; height: auto; color: $text-muted; padding: 0 0 0 1; }
        & .-not .way-help { color: $text-warning; }
        & .asked { height: 1; padding: 0 0 0 23; }
        & .asked Label { width: auto; color: $text-muted; padding: 0 1 0 0; }
        & .asked Input { width: 1fr; }
        & #asks { display: none; height: auto; }
        &.-asks #asks { display: block; }
        & .keeps { padding: 0 0 0 1; border: none; background: transparent; }
        & .-close { margin: 0; color: $text; }
        & .gap { height: 1; }
        &.-tiny .-close, &.-short .-close { display: block; }
        &.-tiny .gap, &.-short .gap { display: none; }
        & #remember { padding: 0; margin: 0 0 0 23; border: none; background: transparent; }
    }
    """

    def __init__(self, desk: Desk, view: LetterView, target: str) -> None:
        """`target` is the path that is proposed for a file."""
        super().__init__()
        self._desk = desk
        self._view = view
        self._target = target
        self.tried = False
        """Whether it was tried to let it out."""

    def compose(self) -> ComposeResult:
        """Yield to whom it goes, the ways, and the buttons."""
        letter = self._view.letter
        with Vertical(classes="dialog-box -wide") as box:
            box.border_title = Content("Let it out: nothing is sent")
            whom = f"To {letter.to}" if letter.to else "To nobody yet: no address is written"
            copies = f", copy to {', '.join(letter.cc)}" if letter.cc else ""
            along = present.attached(self._view.attachments)
            words = f"{whom}{copies}. {along}".strip()
            yield Static(Content(words), classes="dialog-words", markup=False)
            yield from self._promises()
            for number, way in enumerate(self._view.ways, start=1):
                yield from self._row(number, way)
            with Vertical(id="asks"):
                with Horizontal(classes="asked"):
                    yield Label(Content("Password"))
                    yield Input(password=True, compact=True, id="password")
                yield Tick(Content("keep it in this system's keyring"), id="remember", compact=True)
            yield ends(("cancel", "Back to the letter  Esc"))
            yield foot()

    def _promises(self) -> Iterator[Static | Tick]:
        """Yield what is settled with it unless the user says no, before what lets it out."""
        if not self._view.keeps:
            return
        words = present.settles(len(self._view.keeps))
        yield Static(Content(words), classes="dialog-words -close", markup=False)
        for promise in self._view.keeps:
            yield Tick(
                Content(promise.text), value=True, name=promise.id, classes="keeps", compact=True
            )
        yield Static("", classes="gap")

    def _row(self, number: int, out: WayOut) -> Iterator[Horizontal | Static]:
        name = f"{number} {present.WAY_WORDS[out.way]}"
        words = present.way_words(out)
        can = "-can" if out.available else "-not"
        yield Horizontal(
            Button(
                Content(name), id=f"way-{number}", classes=f"way {can}", compact=True,
                disabled=not out.available,
            ),
            Static(Content(words), classes="way-help", markup=False),
            classes=f"way-row {can}",
        )  # fmt: skip
        if out.way is Way.FILE and out.available:
            yield Horizontal(
                Label(Content("to")),
                Input(self._target, compact=True, id="where"),
                classes="asked",
            )

    # Choosing

    def action_keeps(self) -> None:
        """Take all promises for kept, or none where any is taken for kept."""
        boxes = [*self.query(".keeps").results(Tick)]
        are_kept = any(box.value for box in boxes)
        for box in boxes:
            box.value = not are_kept

    @on(Button.Pressed, ".way")
    def _pressed(self, event: Button.Pressed) -> None:
        self.action_way(int((event.button.id or "way-1").removeprefix("way-")))

    def action_way(self, number: int) -> None:
        """Let it out by the way of that number."""
        if number > len(self._view.ways):
            return
        out = self._view.ways[number - 1]
        if out.available:
            self._leave_by(out.way)
        else:
            self.say(out.why_not, wrong=True)

    @on(Input.Submitted, "#where")
    def _path_entered(self) -> None:
        self._leave_by(Way.FILE)

    @on(Input.Submitted, "#password")
    def _password_entered(self) -> None:
        self._leave_by(Way.DRAFTS)

    def action_save(self) -> None:
        """Let it out by the first way that there is, or by the one that asked for a password."""
        first = next((out.way for out in self._view.ways if out.available), None)
        if self.has_class("-asks"):
            first = Way.DRAFTS
        if first is not None:
            self._leave_by(first)

    # Leaving

    def _leave_by(self, way: Way) -> None:
        self.tried = True
        self.begin(partial(self._leave, way), name="let the letter out")

    async def _leave(self, way: Way) -> None:
        self.say(_WORKING[way])
        try:
            if await self.saved(self._out(way)):
                self.dismiss(self._view)
        except NeedsPassword as asked:
            self.say(str(asked))
            self.add_class("-asks")
            self.query_one("#password", Input).focus()
        except (CannotLeave, NoSuchClient) as problem:
            self.say(str(problem), wrong=True)

    async def _out(self, way: Way) -> None:
        if way is Way.CLIPBOARD:
            await copy(self.app, self._view.letter.body)
        target = clean_line(self.query_one("#where", Input).value) if way is Way.FILE else ""
        self._view = await self._desk.letters.leave(
            self._view.letter,
            way,
            # The folder of what is proposed may still have to be made.
            "" if target == self._target else target,
            password=self.query_one("#password", Input).value,
            remember=self.query_one("#remember", Tick).value,
            kept=[box.name or "" for box in self.query(".keeps").results(Tick) if box.value],
        )

    def action_cancel(self) -> None:
        """Go back to the letter, also while a server is waited for: the letter is kept."""
        self.dismiss(None)
