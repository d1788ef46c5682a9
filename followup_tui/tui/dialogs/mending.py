"""Mends what was written of a conversation: its notes, its outcome, with whom it was and when."""

from __future__ import annotations

import asyncio
from datetime import datetime

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, Label, Select, Static, TextArea

from followup_tui.desk import Desk
from followup_tui.domain.interaction import Interaction, InteractionKind, Outcome
from followup_tui.domain.notes.capture import restamp
from followup_tui.domain.notes.rewriting import Contradiction, Mended, mended_of
from followup_tui.domain.record import Invalid, utc
from followup_tui.domain.text import clean_line
from followup_tui.domain.timeline.records import what_it_was
from followup_tui.services.gather import NoSuchClient, zone_of
from followup_tui.services.memory import Gone, Plan
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.anew import anew
from followup_tui.tui.dialogs.confirm import Choice, ConfirmDialog
from followup_tui.tui.dialogs.kept import KeptDialog
from followup_tui.tui.elsewhere import Held
from followup_tui.tui.keeping import mending_key
from followup_tui.domain.notes.following import follow_words
from followup_tui.tui.present.timeline import when

_WHEN = "%Y-%m-%d %H:%M"
_TOO = (
    Choice("too", "Change these too", main=True),
    Choice("alone", "The notes alone"),
    Choice("stay", "Back"),
)


class Typed(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in the fields, and of what it is the mending."""

    opened: Interaction
    """The interaction as it was when the typing began: by it a change elsewhere is known."""
    notes: str
    outcome: Outcome
    person: str
    when: str


class MendingDialog(KeptDialog[Interaction]):
    """Ends with the interaction as it stands then; None: nothing was written."""

    AUTO_FOCUS = "TextArea"
    DEFAULT_CSS = """
    MendingDialog {
        & .field { height: 1; }
        & .field Label { width: 10; color: $text-muted; }
        & .field Input { width: 1fr; background: $surface; }
        & .field Input:focus { background: $block-cursor-background; }
        & .field Select { width: 1fr; }
        & TextArea { margin: 1 0 0 0; }
        &.-tiny TextArea, &.-short TextArea { margin: 0; }
    }
    """

    def __init__(self, desk: Desk, interaction: Interaction, *, whose: str) -> None:
        """`interaction` as it stands; `whose` is the name of the client."""
        super().__init__(desk, mending_key(interaction.client_id, interaction.id))
        self._zone = zone_of(desk.clock())
        self._begun = self._typed_of(interaction)
        self._whose = whose

    def _typed_of(self, interaction: Interaction) -> Typed:
        return Typed(
            opened=interaction,
            notes="\n".join(line.text for line in mended_of(interaction).notes),
            outcome=interaction.outcome,
            person=interaction.person,
            when=when(interaction.at.astimezone(self._zone)),
        )

    def compose(self) -> ComposeResult:
        """Yield the fields, the notes and the buttons."""
        begun = self._begun
        is_note = begun.opened.kind is InteractionKind.NOTE
        with Vertical(classes="dialog-box -wide") as box:
            box.border_title = Content(f"{what_it_was(begun.opened)}: {self._whose}")
            with Horizontal(classes="field"):
                yield Label(Content("When"))
                yield Input(begun.when, id="when", compact=True, placeholder="2026-11-19 14:02")
            with Horizontal(classes="field") as person:
                person.display = not is_note
                yield Label(Content("With"))
                yield Input(begun.person, id="person", compact=True)
            with Horizontal(classes="field") as outcome:
                outcome.display = not is_note
                yield Label(Content("Outcome"))
                yield Select(
                    [(Content(each.value), each) for each in Outcome if each is not Outcome.NOTED]
                    if not is_note
                    else [(Content(Outcome.NOTED.value), Outcome.NOTED)],
                    value=begun.outcome,
                    allow_blank=False,
                    compact=True,
                    id="outcome",
                )
            yield TextArea(begun.notes, compact=True)
            with Horizontal(classes="ends"):
                yield Button(Content("Save  Ctrl+S"), variant="primary", id="save", compact=True)
                yield Button(Content("Later  Esc"), id="later", compact=True)
                yield Button(Content("Start over"), id="discard", compact=True)
            yield Static("The words as they were stay in the history.", id="said", markup=False)

    def draft(self) -> bytes:
        """Return what stands in the fields, unless it says what it said at first."""
        typed = self.typed
        return b"" if typed == self._begun else msgspec.json.encode(typed)

    def take_up(self, draft: bytes) -> str:
        """Show what was mended, over the interaction that it was the mending of."""
        try:
            typed = msgspec.json.decode(draft, type=Typed)
        except msgspec.DecodeError:
            return "What was typed here earlier could not be read; it is left out."
        self._begun = self._typed_of(typed.opened)
        self._fill(typed)
        return "This is what you began to mend."

    def held(self) -> Held:
        """Return what is typed."""
        typed = self.typed
        head = f"{typed.when}, {typed.person}, {typed.outcome.value}"
        return Held(f"Mending: {self._whose}", f"{head}\n{typed.notes}")

    def _fill(self, typed: Typed) -> None:
        with self.prevent(Input.Changed, Select.Changed, TextArea.Changed):
            self.query_one("#when", Input).value = typed.when
            self.query_one("#person", Input).value = typed.person
            self.query_one("#outcome", Select).value = typed.outcome
            area = self.query_one(TextArea)
            area.text = typed.notes
            area.move_cursor(area.document.end)

    # What is typed

    @property
    def typed(self) -> Typed:
        """What stands in the fields."""
        outcome = self.query_one("#outcome", Select).value
        return Typed(
            opened=self._begun.opened,
            notes=self.query_one(TextArea).text,
            outcome=outcome if isinstance(outcome, Outcome) else self._begun.outcome,
            person=self.query_one("#person", Input).value,
            when=self.query_one("#when", Input).value,
        )

    def _mine(self) -> Mended:
        """Return what is meant by what is typed; raises `Invalid`."""
        typed, opened = self.typed, self._begun.opened
        before = mended_of(opened)
        at = before.at
        if typed.when.strip() != self._begun.when:
            try:
                read = datetime.strptime(typed.when.strip(), _WHEN).replace(tzinfo=self._zone)
            except ValueError:
                raise Invalid("when", "write the day and the hour like 2026-11-19 14:02") from None
            at = utc(read)
        notes = before.notes
        if typed.notes != self._begun.notes:
            lines = restamp(notes, typed.notes, utc(self.desk.clock()))
            notes = tuple(line for line in lines if line.text.strip())
        return Mended(notes, typed.outcome, clean_line(typed.person), at)

    @on(TextArea.Changed)
    @on(Input.Changed)
    @on(Select.Changed)
    def _changed(self) -> None:
        self.touched()

    # Saving

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Save what was mended; first ask about what came of the lines that were changed."""
        anew(self, self._plan, name="save what was mended", group="save")

    async def _plan(self) -> None:
        opened = self._begun.opened
        try:
            mine = self._mine()
            plan = await self.desk.memory.plan(opened, mine)
        except Invalid as problem:
            self.say(f"{problem.field.capitalize()}: {problem.message}.", wrong=True)
            return
        except (StoreProblem, Gone, Contradiction, NoSuchClient) as problem:
            self.say(str(problem), wrong=True)
            return
        if plan.follows or plan.client is not None:
            self._ask(plan, mine)
        else:
            await self._write(mine, follow=False)

    def _ask(self, plan: Plan, mine: Mended) -> None:
        """Ask whether what came of the lines is to be changed with them."""

        def answered(answer: str | None) -> None:
            if answer in {"too", "alone"}:
                self.run_worker(
                    self._write(mine, follow=answer == "too"),
                    name="save what was mended",
                    group="save",
                )

        today = self.desk.clock().date()
        detail = "\n".join(follow_words(plan.follows, plan.remembered, today=today))
        question = "What shall be changed? The lines have led to more:"
        self.app.push_screen(ConfirmDialog(question, _TOO, detail=detail), answered)

    async def _write(self, mine: Mended, *, follow: bool) -> None:
        try:
            written = await self.desk.memory.mend(self._begun.opened, mine, follow=follow)
        except (StoreProblem, Gone, Contradiction, NoSuchClient, Invalid) as problem:
            self.say(str(problem), wrong=True)
            return
        await self.close_written(written)

    @on(Button.Pressed, "#discard")
    def _start_over(self) -> None:
        anew(self, self._begin_anew, name="start over", group="save")

    async def _begin_anew(self) -> None:
        """Show what stands there now, without what was typed."""
        try:
            stands = await self.desk.memory.interaction(self._begun.opened.id)
            await asyncio.to_thread(self.desk.drafts.discard, self.draft_key)
        except (StoreProblem, Gone) as problem:
            self.say(str(problem), wrong=True)
            return
        self._begun = self._typed_of(stands)
        self._fill(self._begun)
        self.say("This is what stands there now.")

    @on(Button.Pressed, "#later")
    def action_cancel(self) -> None:
        """Close; what is typed waits for the next time."""
        self.close_later()
