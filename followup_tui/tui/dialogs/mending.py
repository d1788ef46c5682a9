"""Mends what was written of a conversation: its notes, its outcome, with whom it was and when."""

from __future__ import annotations

from datetime import datetime
from functools import partial

import msgspec
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Label, Select, TextArea

from followup_tui.desk import Desk
from followup_tui.domain.interaction import Interaction, InteractionKind, Outcome
from followup_tui.domain.notes.capture import restamp
from followup_tui.domain.notes.following import follow_words
from followup_tui.domain.notes.rewriting import Contradiction, Mended, mended_of
from followup_tui.domain.record import Invalid, utc
from followup_tui.domain.text import clean_line
from followup_tui.domain.timeline.records import what_it_was
from followup_tui.services.gather import NoSuchClient, zone_of
from followup_tui.services.memory import Gone, Plan
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.dialogs.confirm import Choice, ConfirmDialog
from followup_tui.tui.dialogs.form import FormDialog
from followup_tui.tui.elsewhere import Held
from followup_tui.tui.keeping import mending_key
from followup_tui.tui.present.timeline import when

_WHEN, _LIKE = "%Y-%m-%d %H:%M", "2026-11-19 14:02"
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


class MendingDialog(FormDialog[Interaction, Typed]):
    """Ends with the interaction as it stands then; None: nothing was written."""

    AUTO_FOCUS = "TextArea"
    FOOT = "The words as they were stay in the history."
    PROBLEMS = (StoreProblem, Gone, Contradiction, NoSuchClient)
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
        self._zone = zone_of(desk.clock())
        self._whose = whose
        key = mending_key(interaction.client_id, interaction.id)
        heading = f"{what_it_was(interaction)}: {whose}"
        super().__init__(desk, key, heading, Typed, self._typed_of(interaction))

    def _typed_of(self, interaction: Interaction) -> Typed:
        return Typed(
            opened=interaction,
            notes="\n".join(line.text for line in mended_of(interaction).notes),
            outcome=interaction.outcome,
            person=interaction.person,
            when=when(interaction.at.astimezone(self._zone)),
        )

    def fields(self, typed: Typed) -> ComposeResult:
        """Yield the fields and the notes; a note has no outcome, and was with nobody."""
        is_note = typed.opened.kind is InteractionKind.NOTE
        outcomes = [each for each in Outcome if (each is Outcome.NOTED) == is_note]
        yield _line("When", Input(typed.when, id="when", compact=True, placeholder=_LIKE))
        person = _line("With", Input(typed.person, id="person", compact=True))
        outcome = _line(
            "Outcome",
            Select(
                [(Content(each.value), each) for each in outcomes],
                value=typed.outcome,
                allow_blank=False,
                compact=True,
                id="outcome",
            ),
        )
        for line in (person, outcome):
            line.display = not is_note
            yield line
        yield TextArea(typed.notes, compact=True)

    # What is typed

    def typed(self) -> Typed:
        """Return what stands in the fields."""
        outcome = self.query_one("#outcome", Select).value
        return Typed(
            opened=self.begun.opened,
            notes=self.query_one(TextArea).text,
            outcome=outcome if isinstance(outcome, Outcome) else self.begun.outcome,
            person=self.query_one("#person", Input).value,
            when=self.query_one("#when", Input).value,
        )

    def fill(self, typed: Typed) -> None:
        """Put `typed` there, over the interaction that it is the mending of."""
        self.begun = self._typed_of(typed.opened)
        with self.prevent(Input.Changed, Select.Changed, TextArea.Changed):
            self.query_one("#when", Input).value = typed.when
            self.query_one("#person", Input).value = typed.person
            self.query_one("#outcome", Select).value = typed.outcome
            area = self.query_one(TextArea)
            area.text = typed.notes
            area.move_cursor(area.document.end)

    def held(self) -> Held:
        """Return what is typed."""
        typed = self.typed()
        head = f"{typed.when}, {typed.person}, {typed.outcome.value}"
        return Held(f"Mending: {self._whose}", f"{head}\n{typed.notes}")

    def _mine(self) -> Mended:
        """Return what is meant by what is typed; raises `Invalid`."""
        typed, opened = self.typed(), self.begun.opened
        before = mended_of(opened)
        at = before.at
        if typed.when.strip() != self.begun.when:
            try:
                read = datetime.strptime(typed.when.strip(), _WHEN).replace(tzinfo=self._zone)
            except ValueError:
                raise Invalid("when", f"write the day and the hour like {_LIKE}") from None
            at = utc(read)
        notes = before.notes
        if typed.notes != self.begun.notes:
            lines = restamp(notes, typed.notes, utc(self.desk.clock()))
            notes = tuple(line for line in lines if line.text.strip())
        return Mended(notes, typed.outcome, clean_line(typed.person), at)

    # Saving

    async def finish(self) -> None:
        """Save what was mended; first ask about what came of the lines that were changed."""
        if self.written is not None:  # and only its draft is still there
            await super().finish()
            return
        planned = await self.attempt(self._planned())
        if planned is None:
            return
        mine, plan = planned
        if plan.follows or plan.client is not None:
            self._ask(plan, mine)
        else:
            await self._write(mine, follow=False)

    async def _planned(self) -> tuple[Mended, Plan]:
        mine = self._mine()
        return mine, await self.desk.memory.plan(self.begun.opened, mine)

    def say_invalid(self, wrong: Invalid) -> None:
        """Say at the foot what is wrong with one of the fields."""
        self.say(f"{wrong.field.capitalize()}: {wrong.message}.", wrong=True)

    def _ask(self, plan: Plan, mine: Mended) -> None:
        """Ask whether what came of the lines is to be changed with them."""

        def answered(answer: str | None) -> None:
            if answer in {"too", "alone"}:
                write = partial(self._write, mine, follow=answer == "too")
                self.begin(write, name="save what was mended")

        today = self.desk.clock().date()
        detail = "\n".join(follow_words(plan.follows, plan.remembered, today=today))
        question = "What shall be changed? The lines have led to more:"
        self.app.push_screen(ConfirmDialog(question, _TOO, detail=detail), answered)

    async def _write(self, mine: Mended, *, follow: bool) -> None:
        memory = self.desk.memory
        await self.write(partial(memory.mend, self.begun.opened, mine, follow=follow))

    def start_over(self) -> None:
        """Show what stands there now, without what was typed."""
        self.begin(self._begin_anew, name="start over")

    async def _begin_anew(self) -> None:
        stands = await self.attempt(self.desk.memory.interaction(self.begun.opened.id))
        if stands is not None and await self.saved(self.discard()):
            self.fill(self._typed_of(stands))
            self.say("This is what stands there now.")


def _line(label: str, field: Widget) -> Horizontal:
    return Horizontal(Label(Content(label)), field, classes="field")
