"""The courses: what there is, and all of the one under the cursor."""

from __future__ import annotations

from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from followup_tui.desk import Desk
from followup_tui.domain.course import Course
from followup_tui.domain.courses.view import CourseList
from followup_tui.domain.record import Invalid
from followup_tui.services.courses.finding import NoSuchCourse
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.actions import Place, bindings
from followup_tui.tui.anew import begin
from followup_tui.tui.key_line import KeyLine
from followup_tui.tui.messages import CourseReviewWanted, CourseWanted, DeskWanted
from followup_tui.tui.panes.courses.rows import CourseRows
from followup_tui.tui.panes.virtual_list import VirtualList
from followup_tui.tui.present.courses import listed as present
from followup_tui.tui.screens.courses.announcing import announce
from followup_tui.tui.screens.courses.watched import WALK, WatchedScreen
from followup_tui.tui.toast import toast


class CoursesScreen(WatchedScreen):
    """Courses with what is to be done next for each."""

    CSS_PATH = "courses.tcss"
    AUTO_FOCUS = "CourseRows"
    BINDINGS = [*bindings(Place.COURSES), *WALK]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._shown: CourseList | None = None

    def compose(self) -> ComposeResult:
        """Yield the heading, the rows and what is under the cursor."""
        yield Static("Courses", id="title", markup=False)
        with Horizontal(id="courses-body"):
            with Vertical(id="courses-list"):
                yield Static("", id="heading", markup=False)
                yield CourseRows(id="courses-rows")
                yield Static("", id="courses-empty", markup=False)
            with VerticalScroll(id="courses-details") as box:
                box.border_title = Content("Course")
                yield Static("", id="courses-item", markup=False)
        yield KeyLine()

    async def load(self) -> None:
        """Read the courses, and show them."""
        self._shown = await self.desk.courses.list()
        self.show_known()

    def show_known(self) -> None:
        """Show the courses that were read last."""
        if (shown := self._shown) is None:
            return
        self.show_rows(
            self.query_one(CourseRows),
            shown.items,
            shown.now.date(),
            empty=self.query_one("#courses-empty", Static),
            why=(
                f"There are no courses yet: {self.key('courses.add')} adds one, with its "
                "attendees by hand or from a file. Some of them are drawn for a coffee two weeks "
                "later, and what they say there is the review of the course."
            ),
        )
        self.query_one("#title", Static).update(present.title(shown))
        self._show_current()

    def set_heading(self) -> None:
        """Set the heading over the columns."""
        self.set_heading_of(CourseRows, present.heading)

    @on(VirtualList.Moved)
    def _show_current(self) -> None:
        """Show all that is known of the course under the cursor."""
        item = self.query_one(CourseRows).current
        words = present.details(item) if item is not None else Content("")
        self.query_one("#courses-item", Static).update(words)

    @property
    def _current(self) -> Course | None:
        item = self.query_one(CourseRows).current
        return item.course if item is not None else None

    # What is done

    @on(VirtualList.Picked)
    def action_open(self) -> None:
        """Open the course under the cursor."""
        if (course := self._current) is not None:
            self.post_message(CourseWanted(course.id))

    def action_add(self) -> None:
        """Add a course."""
        self._ask(None)

    def action_edit(self) -> None:
        """Edit the course under the cursor."""
        if (course := self._current) is not None:
            self._ask(course)

    def _ask(self, course: Course | None) -> None:
        from followup_tui.tui.dialogs.courses.course import CourseDialog  # noqa: PLC0415 - seldom

        self.app.push_screen(CourseDialog(self.desk, course), self._written)

    async def _written(self, course: Course | None) -> None:
        if course is not None:
            self.query_one(CourseRows).go_to(course.id)
            await self.show_changes()

    def action_announce(self) -> None:
        """Show what to read out at the end of the course under the cursor."""
        if (course := self._current) is not None:
            announce(self, self.desk, course)

    def action_review(self) -> None:
        """See what was found about the course under the cursor."""
        if (course := self._current) is not None:
            self.post_message(CourseReviewWanted(course.id))

    def action_remove(self) -> None:
        """Remove the course under the cursor."""
        if (course := self._current) is not None:
            begin(
                self, partial(self._remove, course), name="remove a course", group="course change"
            )

    async def _remove(self, course: Course) -> None:
        try:
            await self.desk.courses.remove(course.id)
        except (StoreProblem, NoSuchCourse, Invalid) as problem:
            toast(self, str(problem), severity="error")
            return
        await self.show_changes()
        toast(self, f"“{course.title}” was removed. {self.key('app.undo')} takes that back.")

    def action_back(self) -> None:
        """Go back to the desk."""
        self.post_message(DeskWanted())
