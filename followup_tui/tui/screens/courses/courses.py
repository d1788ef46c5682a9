"""The courses: what there is, and all of the one under the cursor."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from followup_tui.desk import Desk
from followup_tui.domain.course import Course
from followup_tui.domain.courses.view import CourseList
from followup_tui.domain.record import Invalid
from followup_tui.services.courses.finding import NoSuchCourse
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.actions import Place, bindings
from followup_tui.tui.key_line import KeyLine
from followup_tui.tui.messages import CourseReviewWanted, CourseWanted, DeskWanted
from followup_tui.tui.panes.courses.rows import CourseRows
from followup_tui.tui.panes.virtual_list import VirtualList
from followup_tui.tui.present.courses import listed as present
from followup_tui.tui.present.key_names import keys_of
from followup_tui.tui.screens.courses.announcing import announce
from followup_tui.tui.toast import toast
from followup_tui.tui.watching import Watch


class CoursesScreen(Screen[None]):
    """Courses with what is to be done next for each."""

    CSS_PATH = "courses.tcss"
    AUTO_FOCUS = "CourseRows"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-fair")]
    BINDINGS = [
        *bindings(Place.COURSES),
        Binding("tab", "app.focus_next", "Next", show=False),
        Binding("shift+tab", "app.focus_previous", "Before", show=False),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._key = keys_of(desk.settings.keys)
        self._shown: CourseList | None = None
        self._watch = Watch(
            self, desk.records, changed=self._load, told=self._tell, also=self._another_day
        )
        self._problem = ""

    def compose(self) -> ComposeResult:
        """Yield the heading, the rows and what is under the cursor."""
        yield Static("Courses", id="courses-title", markup=False)
        with Horizontal(id="courses-body"):
            with Vertical(id="courses-list"):
                yield Static("", id="courses-heading", markup=False)
                yield CourseRows(id="courses-rows")
                yield Static("", id="courses-empty", markup=False)
            with VerticalScroll(id="courses-details") as box:
                box.border_title = Content("Course")
                yield Static("", id="courses-item", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Load, and look for what is changed here and by other programs."""
        self._watch.begin()
        self._watch.look_soon()

    def on_screen_resume(self) -> None:
        """Show what was changed on a course meanwhile."""
        self._watch.look_soon()

    def change_to_take_back(self) -> str:
        """Return nothing: undo takes back the last change here."""
        return ""

    async def show_changes(self) -> None:
        """Show at once what was just changed."""
        await self._watch.look()

    def _another_day(self) -> bool:
        """Say whether what is shown is of yesterday."""
        return self._shown is not None and self._shown.now.date() != self._desk.clock().date()

    async def _load(self) -> None:
        self._shown = await self._desk.courses.list()
        self._show()

    def _tell(self, problem: str) -> None:
        """Say on top why the courses cannot be read; when they can be again, how many they are."""
        if problem:
            self.query_one("#courses-title", Static).update(Content(problem))
        elif self._problem:
            self._show()
        self._problem = problem

    def _show(self) -> None:
        if (shown := self._shown) is None:
            return
        rows = self.query_one(CourseRows)
        rows.show(shown.items, shown.now.date())
        rows.display = bool(shown.items)
        empty = self.query_one("#courses-empty", Static)
        empty.display = not shown.items
        empty.update(
            Content(
                f"There are no courses yet: {self._key('courses.add')} adds one, with its "
                "attendees by hand or from a file. Some of them are drawn for a coffee two weeks "
                "later, and what they say there is the review of the course."
            )
        )
        self.query_one("#courses-title", Static).update(present.title(shown))
        self.call_after_refresh(self._set_heading)  # a scroll bar takes a cell of the columns
        self._show_current()

    def on_resize(self) -> None:
        """Set the heading over the columns as they are then."""
        self.call_after_refresh(self._set_heading)

    def _set_heading(self) -> None:
        width = self.query_one(CourseRows).scrollable_content_region.width
        self.query_one("#courses-heading", Static).update(present.heading(width))

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

        self.app.push_screen(CourseDialog(self._desk, course), self._written)

    async def _written(self, course: Course | None) -> None:
        if course is not None:
            self.query_one(CourseRows).go_to(course.id)
            await self._watch.look()

    def action_announce(self) -> None:
        """Show what to read out at the end of the course under the cursor."""
        if (course := self._current) is not None:
            announce(self, self._desk, course)

    def action_review(self) -> None:
        """See what was found about the course under the cursor."""
        if (course := self._current) is not None:
            self.post_message(CourseReviewWanted(course.id))

    def action_remove(self) -> None:
        """Remove the course under the cursor."""
        if (course := self._current) is not None:
            self.run_worker(self._remove(course), name="remove a course", group="course change")

    async def _remove(self, course: Course) -> None:
        try:
            await self._desk.courses.remove(course.id)
        except (StoreProblem, NoSuchCourse, Invalid) as problem:
            toast(self, str(problem), severity="error")
            return
        await self._watch.look()
        toast(self, f"“{course.title}” was removed. {self._key('app.undo')} takes that back.")

    def action_back(self) -> None:
        """Go back to the desk."""
        self.post_message(DeskWanted())
