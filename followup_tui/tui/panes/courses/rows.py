"""The rows of the courses, and of the people on one."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from followup_tui.domain.courses.view import AttendeeItem, CourseItem
from followup_tui.tui.panes.line_rows import LineRows
from followup_tui.tui.present.courses import listed, people


class CourseRows(LineRows[CourseItem, date]):
    """The courses."""

    def key_of(self, item: CourseItem) -> object:
        """Return the course's id."""
        return item.course.id

    def line(self, item: CourseItem, width: int, now: date) -> Content:
        """Return the one line of a course."""
        return listed.row(item, width, now)


class AttendeeRows(LineRows[AttendeeItem, date]):
    """The people on a course."""

    def key_of(self, item: AttendeeItem) -> object:
        """Return name and mail: what else is known of them may change under the cursor."""
        return item.attendee.name, item.attendee.email

    def line(self, item: AttendeeItem, width: int, now: date) -> Content:
        """Return the one line of an attendee."""
        return people.row(item, width, now)
