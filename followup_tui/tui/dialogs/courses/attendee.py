"""Takes somebody on a course, or changes them."""

from __future__ import annotations

from textual.app import ComposeResult

from followup_tui.desk import Desk
from followup_tui.domain.course import Attendance, Attendee
from followup_tui.domain.text import clean_line
from followup_tui.tui.choice import Choice
from followup_tui.tui.dialogs.courses.fields import FieldsDialog, Typed
from followup_tui.tui.dialogs.form import labelled
from followup_tui.tui.keeping import attendee_key
from followup_tui.tui.panes.form_field import FormField

_TEXTS = ("name", "email", "phone", "company")


class AttendeeDialog(FieldsDialog[Attendee]):
    """Ends with the attendee as written; None: nothing was."""

    AUTO_FOCUS = ".field-name Input"

    def __init__(self, desk: Desk, course_id: str, attendee: Attendee | None) -> None:
        """`attendee` is the one to change; None: a new one."""
        self._course_id = course_id
        self._before = attendee
        begun = {key: getattr(attendee, key) if attendee else "" for key in _TEXTS}
        begun["attendance"] = (attendee.attendance if attendee else Attendance.ATTENDED).value
        title = "Edit the attendee" if attendee else "Somebody on the course"
        key = attendee_key(f"{course_id}-{attendee.name}" if attendee else course_id)
        super().__init__(desk, key, begun, title)

    def fields(self, typed: Typed) -> ComposeResult:
        """Yield the fields of an attendee."""
        yield FormField("name", "Name", typed["name"], placeholder="Omar Haddad")
        yield FormField("email", "E-mail", typed["email"], placeholder="omar@tailspin.example")
        yield FormField("phone", "Phone", typed["phone"])
        yield FormField("company", "Company", typed["company"])
        options = tuple(each.value for each in Attendance)
        yield labelled("The course", Choice(options, typed["attendance"], name="attendance"))

    def made(self, typed: Typed) -> Attendee:
        """Return the attendee that the fields describe."""
        return Attendee(
            name=clean_line(typed["name"]),
            email=clean_line(typed["email"]),
            phone=clean_line(typed["phone"]),
            company=clean_line(typed["company"]),
            attendance=Attendance(typed["attendance"]),
            client_id=self._before.client_id if self._before else "",
        )

    async def put(self, value: Attendee) -> None:
        """Write the attendee."""
        await self.desk.courses.put_attendee(self._course_id, value, before=self._before)
