"""The draw: who goes in, who does not and why, the seed; then it is drawn."""

from __future__ import annotations

from functools import partial

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from followup_tui.desk import Desk
from followup_tui.domain.course import Course, Draw
from followup_tui.domain.courses.view import DrawProposal
from followup_tui.domain.record import Invalid
from followup_tui.domain.words import count
from followup_tui.services.courses.finding import NoSuchCourse
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.anew import anew
from followup_tui.tui.dialogs.saving import SavingDialog, ends, foot
from followup_tui.tui.panes.form_field import FormField
from followup_tui.tui.present.courses import attending as present


class DrawDialog(SavingDialog[str | None]):
    """Ends with what to tell of the draw; None: nothing was drawn."""

    AUTO_FOCUS = "#save"
    PROBLEMS = (StoreProblem, NoSuchCourse)
    DEFAULT_CSS = """
    DrawDialog {
        & > .dialog-box { height: 90%; overflow-y: hidden; }
        & FormField { padding: 0; }
        & FormField Input.-textual-compact { background: $surface; }
        & FormField Input.-textual-compact:focus { background: $block-cursor-background; }
        & .pool { height: 1fr; min-height: 3; margin: 1 0 0 0; }
    }
    """

    def __init__(self, desk: Desk, course: Course) -> None:
        super().__init__()
        self._desk = desk
        self._course = course
        self._proposal: DrawProposal | None = None

    def compose(self) -> ComposeResult:
        """Yield the fields, the pool and the buttons."""
        with Vertical(classes="dialog-box -wide") as box:
            box.border_title = Content(f"Draw: {self._course.title}")
            yield Static("", id="draw-about", classes="dialog-words", markup=False)
            yield FormField("number", "How many", str(self._course.coffees))
            yield FormField(
                "seed", "Seed", hint="The same seed draws the same people again: it is kept."
            )
            with VerticalScroll(classes="pool", can_focus=True):
                yield Static("", id="pool", markup=False)
            yield ends(("save", "Draw  Ctrl+S"), ("cancel", "Cancel  Esc"))
            yield foot()

    def on_mount(self) -> None:
        """Look who would go into it."""
        anew(self, self._propose, name="propose a draw", group="propose")

    async def _propose(self) -> None:
        proposal = await self.attempt(self._desk.draws.proposal(self._course.id))
        if proposal is None:
            return
        self._proposal = proposal
        self._field("seed").fill(str(proposal.seed))
        self.query_one("#pool", Static).update(present.drawing(proposal))
        day = proposal.coffee_day
        words = (
            f"{count(len(proposal.pool), 'person goes in', 'people go in')}. "
            f"The coffees are around {day:%A} {day.day} {day:%B}."
        )
        if proposal.drawn_before:
            before = count(len(proposal.drawn_before), "person was", "people were")
            words = f"{before} drawn already: this draws some more, of the others. {words}"
        self.query_one("#draw-about", Static).update(Content(words))
        self.query_one("#save", Button).disabled = not proposal.pool

    def _field(self, key: str) -> FormField:
        return self.query_one(f".field-{key}", FormField)

    def action_save(self) -> None:
        """Draw."""
        if self._proposal is not None:
            self.begin(partial(self._finish, self._proposal), name="draw")

    async def _finish(self, proposal: DrawProposal) -> None:
        drawn = await self.attempt(self._draw(again=bool(proposal.drawn_before)))
        if drawn is not None:
            names = ", ".join(pick.name for pick in drawn.picks)
            self.dismiss(f"Drawn with the seed {drawn.seed}: {names}.")

    async def _draw(self, *, again: bool) -> Draw:
        number, seed = self._whole("number"), self._whole("seed")
        return await self._desk.draws.draw(self._course.id, number=number, seed=seed, again=again)

    def say_invalid(self, wrong: Invalid) -> None:
        """Put the sentence under the field that it is about, or at the foot."""
        if wrong.field not in {"number", "seed"}:
            super().say_invalid(wrong)
            return
        self._field(wrong.field).show_problem(wrong.message)
        self._field(wrong.field).focus_input()

    def _whole(self, key: str) -> int:
        words = self._field(key).value.strip()
        if not words.isdecimal() or len(words) > 12:
            raise Invalid(key, f"“{words}” is no whole number" if words else "must not be empty")
        return int(words)
