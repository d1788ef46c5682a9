"""Takes where a closing step stands: its state, since which day, and what was said."""

from __future__ import annotations

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Label

from followup_tui.desk import Desk
from followup_tui.domain.closing_words import NAMES
from followup_tui.domain.days.past import read_past_day
from followup_tui.domain.project import ClosingKind, Project, StepState
from followup_tui.domain.record import Invalid
from followup_tui.services.bookings import NoSuchProject
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.choice import Choice
from followup_tui.tui.day_field import DayField
from followup_tui.tui.dialogs.form import FormDialog
from followup_tui.tui.elsewhere import Held
from followup_tui.tui.keeping import project_key


class _Typed(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in the fields."""

    state: StepState
    day: str
    note: str


class ClosingStepDialog(FormDialog[Project, _Typed]):
    """Ends with the project as it is then; None: nothing was changed."""

    AUTO_FOCUS = "Choice"
    ENDS = FormDialog.ENDS[:2]
    PROBLEMS = (StoreProblem, NoSuchProject)
    DEFAULT_CSS = """
    ClosingStepDialog {
        & .line { height: auto; }
        & .line Label { width: 10; color: $text-muted; }
        & .line Input.-line { width: 1fr; }
    }
    """

    def __init__(self, desk: Desk, project: Project, kind: ClosingKind) -> None:
        key = project_key(project.client_id, f"{project.id}-{kind}")
        step = project.step(kind)
        begun = _Typed(state=step.state, day="today", note=step.note)
        super().__init__(desk, key, f"{NAMES[kind]}: {project.title}", _Typed, begun)
        self._project = project
        self._kind = kind

    def fields(self, typed: _Typed) -> ComposeResult:
        """Yield the state, the day and the note."""
        yield _line("It is", Choice([state.value for state in StepState], typed.state.value))
        day = DayField(typed.day, placeholder="fri, 6 Nov")
        day.styles.margin = 0  # beside its label, not under it
        yield _line("since", day)
        yield _line(
            "note", Input(typed.note, placeholder="what was said", id="note", classes="-line")
        )

    def typed(self) -> _Typed:
        """Return what stands in the fields."""
        return _Typed(
            state=StepState(self.query_one(Choice).value),
            day=self.query_one(DayField).words,
            note=self.query_one("#note", Input).value,
        )

    def fill(self, typed: _Typed) -> None:
        """Put `typed` in the place of what stands in the fields."""
        with self.prevent(Choice.Chosen, Input.Changed):
            self.query_one(Choice).choose(typed.state.value)
            self.query_one(DayField).fill(typed.day)
            self.query_one("#note", Input).value = typed.note

    def held(self) -> Held:
        """Return what is typed."""
        typed = self.typed()
        return Held(self.heading, f"{typed.state.value}, {typed.day}\n{typed.note}".strip())

    @on(DayField.Typed)
    def _day_typed(self, event: DayField.Typed) -> None:
        today = self.desk.clock().date()
        day = read_past_day(event.words, today=today)
        if not event.words.strip():
            event.field.show("")
        elif day is None:
            event.field.show("no day is named so", wrong=True)
        else:
            event.field.show(f"{day:%A} {day.day} {day:%B %Y}", wrong=day > today)

    @on(DayField.Entered)
    @on(Input.Submitted, "#note")
    def _entered(self) -> None:
        self.action_save()

    async def write_down(self) -> Project | None:
        """Write where the step stands."""
        typed = self.typed()
        day = read_past_day(typed.day or "today", today=self.desk.clock().date())
        if day is None:
            self.query_one(DayField).input.focus()
            self.say(f"“{typed.day.strip()}” names no day: write it like fri or 6 Nov.", wrong=True)
            return None
        return await self.desk.projects.mark(
            self._project.id, self._kind, typed.state, day=day, note=typed.note
        )

    def say_invalid(self, wrong: Invalid) -> None:
        """Say what is wrong with the day: nothing else can be."""
        self.say(f"The day {wrong.message}.", wrong=True)


def _line(label: str, field: Widget) -> Horizontal:
    return Horizontal(Label(Content(label)), field, classes="line")
