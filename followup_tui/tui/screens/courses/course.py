"""One course: its people, who is drawn for a coffee, and what became of each."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from followup_tui.desk import Desk
from followup_tui.domain.course import Attendance, Course
from followup_tui.domain.courses.view import AttendeeItem, CourseView
from followup_tui.domain.letter import LetterKind
from followup_tui.domain.playbook import Trigger
from followup_tui.tui.actions import Place, bindings
from followup_tui.tui.key_line import KeyLine
from followup_tui.tui.messages import CallWanted, CourseReviewWanted, LetterWanted, Occasion
from followup_tui.tui.panes.courses.rows import AttendeeRows
from followup_tui.tui.panes.virtual_list import VirtualList
from followup_tui.tui.present.courses import people as present
from followup_tui.tui.present.courses.listed import DOING
from followup_tui.tui.screens.courses.announcing import announce
from followup_tui.tui.screens.courses.course_doing import CourseDoing
from followup_tui.tui.screens.courses.watched import WALK, WatchedScreen
from followup_tui.tui.toast import toast


class CourseScreen(WatchedScreen):
    """The people of a course, those who were drawn first."""

    CSS_PATH = "course.tcss"
    AUTO_FOCUS = "AttendeeRows"
    BINDINGS = [*bindings(Place.COURSE), *WALK]

    def __init__(self, desk: Desk, course_id: str) -> None:
        super().__init__(desk)
        self._course_id = course_id
        self._view: CourseView | None = None
        self._doing = CourseDoing(self, desk, course_id, done=self.show_changes)

    def compose(self) -> ComposeResult:
        """Yield the heading, the rows and who is under the cursor."""
        yield Static("Course", id="title", markup=False)
        yield Static("", id="course-next", markup=False)
        with Horizontal(id="course-body"):
            with Vertical(id="course-list"):
                yield Static("", id="heading", markup=False)
                yield AttendeeRows(id="course-rows")
                yield Static("", id="course-empty", markup=False)
            with VerticalScroll(id="course-details") as box:
                box.border_title = Content("Attendee")
                yield Static("", id="course-person", markup=False)
        yield KeyLine()

    @property
    def client_id(self) -> str | None:
        """The client of the attendee under the cursor."""
        item = self._item
        return (item.attendee.client_id or None) if item is not None else None

    # What is shown

    async def load(self) -> None:
        """Read the course, and show it."""
        self._view = await self.desk.courses.view(self._course_id)
        self.show_known()

    def show_known(self) -> None:
        """Show the course as it was read last."""
        if (view := self._view) is None:
            return
        self.show_rows(
            self.query_one(AttendeeRows),
            view.people,
            view.now.date(),
            empty=self.query_one("#course-empty", Static),
            why=(
                f"Nobody is on this course yet: {self.key('course.import')} brings the attendees "
                f"in from a file, {self.key('course.add')} adds one by hand."
            ),
        )
        self.query_one("#title", Static).update(present.head(view))
        action = DOING.get(view.item.step, "")
        words = present.next_step(view, self.key(action) if action else "")
        line = self.query_one("#course-next", Static)
        line.update(words)
        line.display = bool(words)
        self._show_current()

    def set_heading(self) -> None:
        """Set the heading over the columns."""
        self.set_heading_of(AttendeeRows, present.heading)

    @on(VirtualList.Moved)
    def _show_current(self) -> None:
        """Show all that is known of the one under the cursor."""
        item, words = self._item, Content("")
        if item is not None and self._view is not None:
            words = present.person(item, self._view)
        self.query_one("#course-person", Static).update(words)

    @property
    def _item(self) -> AttendeeItem | None:
        rows = self.query(AttendeeRows)  # there is none before it is composed
        return rows.first().current if rows else None

    @property
    def _course(self) -> Course | None:
        return self._view.course if self._view is not None else None

    def _chosen(self) -> AttendeeItem | None:
        """Return the one under the cursor; say so where there is none."""
        if (item := self._item) is None:
            toast(self, "Choose somebody first.", severity="warning")
        return item

    def _drawn(self) -> AttendeeItem | None:
        """Return the one under the cursor if they were drawn; say so where they were not."""
        item = self._chosen()
        if item is not None and item.pick is None:
            toast(self, f"{item.attendee.name} was not drawn.", severity="warning")
            return None
        return item

    # What is done with the course

    def action_import(self) -> None:
        """Bring the attendees in from a file."""
        if (course := self._course) is not None:
            self._doing.import_file(course)

    def action_edit(self) -> None:
        """Edit this course."""
        if (course := self._course) is not None:
            self._doing.edit(course)

    def action_announce(self) -> None:
        """Show what to read out at the end of this course."""
        if (course := self._course) is not None:
            announce(self, self.desk, course)

    def action_draw(self) -> None:
        """Draw who is asked to a coffee."""
        if (view := self._view) is not None:
            self._doing.draw(view)

    def action_repeat(self) -> None:
        """Show how the draw comes out of its seed, and who was left out and why."""
        from followup_tui.tui.dialogs.courses.reading import ReadingDialog  # noqa: PLC0415 - seldom

        if self._view is None or self._view.draw is None:
            toast(self, "Nobody was drawn yet.", severity="warning")
            return
        text = present.how_drawn(self._view.draw)
        self.app.push_screen(ReadingDialog("How it was drawn", text))

    def action_review(self) -> None:
        """See what was found about this course."""
        self.post_message(CourseReviewWanted(self._course_id))

    # What is done with somebody on it

    def action_add(self) -> None:
        """Add somebody who attended."""
        self._doing.attendee(None)

    @on(VirtualList.Picked)
    def action_open(self) -> None:
        """Edit the one under the cursor."""
        if (item := self._chosen()) is not None:
            self._doing.attendee(item.attendee)

    def action_came(self) -> None:
        """Mark that the one under the cursor attended, or did not."""
        self._mark(Attendance.ABSENT)

    def action_opt_out(self) -> None:
        """Mark that the one under the cursor does not want to be drawn, or take it back."""
        self._mark(Attendance.OPTED_OUT)

    def _mark(self, attendance: Attendance) -> None:
        """Give the one under the cursor this mark, or take it away."""
        if (item := self._chosen()) is None:
            return
        has = item.attendee.attendance is attendance
        self._doing.mark(item.attendee, Attendance.ATTENDED if has else attendance)

    def action_link(self) -> None:
        """Link the one under the cursor to a client, or take the link away."""
        if (item := self._chosen()) is not None:
            self._doing.link(item)

    def action_remove(self) -> None:
        """Take the one under the cursor off the course."""
        if (item := self._chosen()) is not None:
            self._doing.take_off(item.attendee)

    # What is done with a coffee

    def action_invite(self) -> None:
        """Write the invitation to the coffee."""
        item = self._drawn()
        if item is not None and item.attendee.client_id:
            self.post_message(
                LetterWanted(
                    item.attendee.client_id,
                    LetterKind.COFFEE,
                    occasion=Occasion(course_id=self._course_id, person=item.attendee.name),
                )
            )

    def action_coffee(self) -> None:
        """Hold the coffee."""
        item = self._drawn()
        if item is not None and item.attendee.client_id:
            self.post_message(
                CallWanted(
                    item.attendee.client_id, trigger=Trigger.COURSE_DRAW, person=item.attendee.name
                )
            )

    def action_settle(self) -> None:
        """Say what became of the coffee."""
        if (item := self._drawn()) is not None and item.pick is not None:
            self._doing.settle(item.pick)

    def action_replace(self) -> None:
        """Let the next of the draw stand in for the one under the cursor."""
        item = self._drawn()
        if item is not None and item.pick is not None and self._view is not None:
            self._doing.replace(self._view, item.pick)

    def action_back(self) -> None:
        """Go back to where you were."""
        self.dismiss(None)
