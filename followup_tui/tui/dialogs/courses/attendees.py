"""Bringing attendees in: name a file, see what becomes of each of its rows, then bring them in."""

from __future__ import annotations

import asyncio
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Input, Static

from followup_tui.desk import Desk
from followup_tui.domain.course import Course
from followup_tui.domain.courses.attending import AttendeePlan, AttendeeProblem
from followup_tui.domain.importing.plan import ImportProblem
from followup_tui.services.courses.finding import NoSuchCourse
from followup_tui.services.importing import path_of
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.anew import anew
from followup_tui.tui.dialogs.saving import SavingDialog, ends, foot
from followup_tui.tui.present.courses import attending as present

_ABOUT = (
    "A CSV file with a name and an e-mail address at least (of Eventbrite, Meetup, or your own), "
    "or vCards. Who came and who had the money back is read where a column says it. You see what "
    "becomes of each row before anything is written."
)


class AttendeesDialog(SavingDialog[str | None]):
    """Ends with what to tell of what was brought in; None: nothing was."""

    AUTO_FOCUS = "#where"
    PROBLEMS = (AttendeeProblem, ImportProblem, NoSuchCourse, StoreProblem)
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
            yield foot()
            with VerticalScroll(classes="plan", can_focus=True):
                yield Static("", id="rows", markup=False)
            yield ends(
                ("look", "Show what is in it  Enter"),
                ("save", "Bring in"),
                ("cancel", "Cancel  Esc"),
            )

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
        if not self.is_ending:
            self.say("Reading …")
            anew(self, self._read, name="read a file", group="plan")

    async def _read(self) -> None:
        """Read what is named, and show its plan or why there is none."""
        plan = await self.attempt(self._planned())
        if plan is None:
            self.query_one("#where", Input).focus()
        else:
            self._show(plan)

    async def _planned(self) -> AttendeePlan:
        path = await asyncio.to_thread(path_of, self.query_one("#where", Input).value)
        return await self._desk.courses.plan_attendees(self._course.id, path)

    def _show(self, plan: AttendeePlan | None) -> None:
        self._plan = plan
        self.set_class(plan is not None, "-planned")
        worth = plan is not None and plan.is_worth_it
        self.query_one("#save", Button).display = worth
        self.query_one("#look", Button).display = plan is None
        if plan is None:
            self.say("")
            return
        self.say(present.summary(plan))
        self.query_one("#rows", Static).update(present.rows(plan))
        self.query_one("#save", Button).label = Content(f"{present.button(plan)}  Ctrl+S")
        self.query_one("#save" if worth else "#cancel").focus()

    def action_save(self) -> None:
        """Bring in what the plan shows; without one, read what is named."""
        if self._plan is None:
            self._look()
        elif self._plan.is_worth_it:
            self.begin(partial(self._carry_out, self._plan), name="bring in")

    async def _carry_out(self, plan: AttendeePlan) -> None:
        if await self.saved(self._desk.courses.carry_out(plan)):
            self.dismiss(present.done(plan))
