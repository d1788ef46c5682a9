"""Takes where a closing step stands: its state, since which day, and what was said."""

from __future__ import annotations

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, Label, Static

from followup_tui.desk import Desk
from followup_tui.domain.closing_words import NAMES
from followup_tui.domain.days.past import read_past_day
from followup_tui.domain.project import ClosingKind, Project, StepState
from followup_tui.domain.record import Invalid
from followup_tui.services.bookings import NoSuchProject
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.anew import anew
from followup_tui.tui.choice import Choice
from followup_tui.tui.day_field import DayField
from followup_tui.tui.dialogs.kept import KeptDialog
from followup_tui.tui.elsewhere import Held
from followup_tui.tui.keeping import project_key


class _Typed(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in the fields."""

    state: str
    day: str
    note: str


class ClosingStepDialog(KeptDialog[Project]):
    """Ends with the project as it is then; None: nothing was changed."""

    AUTO_FOCUS = "Choice"
    DEFAULT_CSS = """
    ClosingStepDialog {
        & .line { height: auto; }
        & .line Label { width: 10; color: $text-muted; }
        & .line Input.-line { width: 1fr; }
    }
    """

    def __init__(self, desk: Desk, project: Project, kind: ClosingKind) -> None:
        super().__init__(desk, project_key(project.client_id, f"{project.id}-{kind}"))
        self._project = project
        self._kind = kind
        step = project.step(kind)
        self._begun = _Typed(state=step.state.value, day="today", note=step.note)

    def compose(self) -> ComposeResult:
        """Yield the state, the day and the note."""
        with Vertical(classes="dialog-box -wide") as box:
            box.border_title = Content(f"{NAMES[self._kind]}: {self._project.title}")
            with Horizontal(classes="line"):
                yield Label(Content("It is"))
                yield Choice([state.value for state in StepState], self._begun.state)
            with Horizontal(classes="line"):
                yield Label(Content("since"))
                day = DayField(self._begun.day, placeholder="fri, 6 Nov")
                day.styles.margin = 0  # beside its label, not under it
                yield day
            with Horizontal(classes="line"):
                yield Label(Content("note"))
                yield Input(
                    self._begun.note, placeholder="what was said", id="note", classes="-line"
                )
            with Horizontal(classes="ends"):
                yield Button(Content("Save  Ctrl+S"), variant="primary", id="save", compact=True)
                yield Button(Content("Later  Esc"), id="later", compact=True)
            yield Static("", id="said", markup=False)

    def _typed(self) -> _Typed:
        return _Typed(
            state=self.query_one(Choice).value,
            day=self.query_one(DayField).words,
            note=self.query_one("#note", Input).value,
        )

    def draft(self) -> bytes:
        """Return what stands in the fields, unless it is as it began."""
        typed = self._typed()
        return b"" if typed == self._begun else msgspec.json.encode(typed)

    def take_up(self, draft: bytes) -> str:
        """Show what was typed before."""
        try:
            typed = msgspec.json.decode(draft, type=_Typed)
            state = StepState(typed.state).value
        except (msgspec.MsgspecError, ValueError) as problem:
            return f"What you began to write cannot be read ({problem})."
        with self.prevent(Choice.Chosen, Input.Changed):
            self.query_one(Choice).choose(state)
            self.query_one(DayField).fill(typed.day)
            self.query_one("#note", Input).value = typed.note
        return "This is what you began to write."

    def held(self) -> Held:
        """Return what is typed."""
        typed = self._typed()
        words = f"{typed.state}, {typed.day}\n{typed.note}".strip()
        return Held(f"{NAMES[self._kind]}: {self._project.title}", words)

    @on(Choice.Chosen)
    @on(Input.Changed, "#note")
    def _changed(self) -> None:
        self.touched()

    @on(DayField.Typed)
    def _day_typed(self, event: DayField.Typed) -> None:
        self.touched()
        today = self.desk.clock().date()
        day = read_past_day(event.words, today=today)
        if not event.words.strip():
            event.field.show("")
        elif day is None:
            event.field.show("no day is named so", wrong=True)
        else:
            event.field.show(f"{day:%A} {day.day} {day:%B %Y}", wrong=day > today)

    @on(Button.Pressed, "#save")
    @on(DayField.Entered)
    @on(Input.Submitted, "#note")
    def action_save(self) -> None:
        """Write it and close."""
        anew(self, self._finish, name="mark the step", group="save")

    async def _finish(self) -> None:
        typed = self._typed()
        day = read_past_day(typed.day or "today", today=self.desk.clock().date())
        if day is None:
            self.query_one(DayField).input.focus()
            self.say(f"“{typed.day.strip()}” names no day: write it like fri or 6 Nov.", wrong=True)
            return
        try:
            project = await self.desk.projects.mark(
                self._project.id, self._kind, StepState(typed.state), day=day, note=typed.note
            )
        except (StoreProblem, NoSuchProject, Invalid) as problem:
            words = problem.message if isinstance(problem, Invalid) else str(problem)
            self.say(f"The day {words}." if isinstance(problem, Invalid) else words, wrong=True)
        else:
            await self.close_written(project)

    @on(Button.Pressed, "#later")
    def action_cancel(self) -> None:
        """Close; what is typed waits for the next time."""
        self.close_later()
