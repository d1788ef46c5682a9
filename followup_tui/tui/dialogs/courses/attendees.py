"""Bringing attendees in: name a file, see what becomes of each of its rows, then bring them in."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Input, Static

from followup_tui.desk import Desk
from followup_tui.domain.course import Course
from followup_tui.domain.courses.attending import AttendeePlan, AttendeeProblem
from followup_tui.domain.importing.plan import ImportProblem
from followup_tui.domain.record import Invalid
from followup_tui.services.courses.finding import NoSuchCourse
from followup_tui.services.importing import path_of
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.anew import anew
from followup_tui.tui.dialogs.saving import SavingDialog
from followup_tui.tui.present.courses import attending as present

_ABOUT = (
    "A CSV file with a name and an e-mail address at least (of Eventbrite, Meetup, or your own), "
    "or vCards. Who came and who had the money back is read where a column says it. You see what "
    "becomes of each row before anything is written."
)
_FAILURES = (AttendeeProblem, ImportProblem, NoSuchCourse, Invalid, StoreProblem)


class AttendeesDialog(SavingDialog[str | None]):
    """Ends with what to tell of what was brought in; None: nothing was."""

    CSS_PATH = "../saving.tcss"
    AUTO_FOCUS = "#where"
    DEFAULT_CSS = """
    AttendeesDialog {
        & > .dialog-box { width: 110; overflow-y: hidden; }
        & .plan { display: none; height: 1fr; min-height: 3; margin: 1 0 0 0; }
        &.-planned > .dialog-box { height: 90%; }
        &.-planned .plan { display: block; }
        &.-planned .dialog-words { display: none; }
        &.-planned #said { color: $text; }
    }
    """

    def __init__(self, desk: Desk, course: Course) -> None:
        super().__init__()
        self._desk = desk
        self._course = course
        self._plan: AttendeePlan | None = None
        self._writing = False

    def compose(self) -> ComposeResult:
        """Yield a field for the path, room for the plan, and the buttons."""
        with Vertical(classes="dialog-box") as box:
            box.border_title = Content(f"Attendees of {self._course.title}")
            yield Static(_ABOUT, classes="dialog-words", markup=False)
            yield Input(
                placeholder="type or paste a path, like ~/Downloads/attendees.csv",
                id="where",
                classes="-line",
            )
            yield Static("", id="said", markup=False)
            with VerticalScroll(classes="plan", can_focus=True):
                yield Static("", id="rows", markup=False)
            with Horizontal(classes="ends"):
                yield Button(Content("Show what is in it  Enter"), id="look", compact=True)
                yield Button(Content("Bring in"), variant="primary", id="import", compact=True)
                yield Button(Content("Cancel  Esc"), id="leave", compact=True)

    def on_mount(self) -> None:
        """Begin without a plan."""
        self._show(None)

    @on(Input.Changed, "#where")
    def _renamed(self) -> None:
        """Take away the plan of what is no longer named."""
        self.workers.cancel_group(self, "plan")
        self._show(None)

    @on(Input.Submitted, "#where")
    @on(Button.Pressed, "#look")
    def _look(self) -> None:
        if not self._writing:
            self.say("Reading …")
            anew(self, self._read, name="read a file", group="plan")

    async def _read(self) -> None:
        """Read what is named, and show its plan or why there is none."""
        try:
            path = path_of(self.query_one("#where", Input).value)
            plan = await self._desk.courses.plan_attendees(self._course.id, path)
        except _FAILURES as problem:
            self._show(None)
            self.say(str(problem), wrong=True)
            self.query_one("#where", Input).focus()
            return
        self._show(plan)

    def _show(self, plan: AttendeePlan | None) -> None:
        self._plan = plan
        self.set_class(plan is not None, "-planned")
        worth = plan is not None and plan.is_worth_it
        self.query_one("#import", Button).display = worth
        self.query_one("#look", Button).display = plan is None
        if plan is None:
            self.say("")
            return
        self.say(present.summary(plan))
        self.query_one("#rows", Static).update(present.rows(plan))
        self.query_one("#import", Button).label = Content(f"{present.button(plan)}  Ctrl+S")
        self.query_one("#import" if worth else "#leave").focus()

    @on(Button.Pressed, "#import")
    def action_save(self) -> None:
        """Bring in what the plan shows; without one, read what is named."""
        if self._plan is None:
            self._look()
        elif self._plan.is_worth_it and not self._writing:
            self._writing = True
            self.run_worker(self._carry_out(self._plan), name="bring in", group="import")

    async def _carry_out(self, plan: AttendeePlan) -> None:
        try:
            await self._desk.courses.carry_out(plan)
        except _FAILURES as problem:
            self.say(str(problem), wrong=True)
            return
        finally:
            self._writing = False
        self.dismiss(present.done(plan))

    @on(Button.Pressed, "#leave")
    def action_cancel(self) -> None:
        """Go back with nothing changed; what is being written already is brought to its end."""
        if not self._writing:
            self.dismiss(None)
