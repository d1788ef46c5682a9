"""Takes a course, or changes one."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult

from followup_tui.desk import Desk
from followup_tui.domain.course import COFFEES, Course
from followup_tui.domain.days.past import read_near_day
from followup_tui.domain.record import Invalid
from followup_tui.domain.text import clean_line, clean_text
from followup_tui.tui.dialogs.courses.fields import FieldsDialog, Typed
from followup_tui.tui.keeping import course_key
from followup_tui.tui.panes.form_field import FormField

_BLANK = {
    "title": "", "first_day": "", "last_day": "", "topic": "", "speaker": "", "host": "",
    "coffees": str(COFFEES), "coffee_place": "", "about": "",
}  # fmt: skip


class CourseDialog(FieldsDialog[Course]):
    """Ends with the course as it was written; None: nothing was."""

    AUTO_FOCUS = ".field-title Input"

    def __init__(self, desk: Desk, course: Course | None) -> None:
        """`course` is the one to change; None: a new one."""
        self._before = course
        begun = _typed_of(course) if course else _BLANK
        title = "Edit the course" if course else "A course"
        super().__init__(desk, course_key(course.id if course else ""), begun, title)

    def fields(self, typed: Typed) -> ComposeResult:
        """Yield the fields of a course."""
        yield FormField("title", "Course", typed["title"], placeholder="Azure for developers")
        yield FormField(
            "first_day", "First day", typed["first_day"], placeholder="the last one, if it is empty"
        )
        yield FormField("last_day", "Last day", typed["last_day"], placeholder="today, 19 Nov")
        yield FormField("topic", "Topic", typed["topic"], placeholder="Azure")
        yield FormField("speaker", "Taught by", typed["speaker"])
        yield FormField(
            "host", "Coffees with", typed["host"],
            placeholder="the speaker, or a developer",
            hint="Somebody who can give real advice on the topic, not only a salesperson.",
        )  # fmt: skip
        yield FormField("coffees", "How many", typed["coffees"], placeholder=str(COFFEES))
        yield FormField(
            "coffee_place", "Where", typed["coffee_place"], placeholder="at the Blue Cup, next door"
        )
        yield FormField("about", "In a few words", typed["about"], lines=2)

    @on(FormField.Changed, ".field-last_day")
    @on(FormField.Changed, ".field-first_day")
    def _day_typed(self, event: FormField.Changed) -> None:
        """Show what the words for a day mean."""
        words = event.field.value.strip()
        day = read_near_day(words, today=self.desk.clock().date()) if words else None
        event.field.show_hint(f"{day:%A} {day.day} {day:%B %Y}" if day else "")

    def made(self, typed: Typed) -> Course:
        """Return the course that the fields describe."""
        today = self.desk.clock().date()
        last = _day(typed, "last_day", today) or today
        first = _day(typed, "first_day", today) or last
        fresh = self.desk.courses.fresh(
            typed["title"],
            first,
            last,
            topic=typed["topic"],
            speaker=typed["speaker"],
            host=typed["host"],
            coffees=_number(typed["coffees"]),
            coffee_place=typed["coffee_place"],
            about=typed["about"],
        )
        if (before := self._before) is None:
            return fresh
        return replace(
            fresh,
            id=before.id,
            created=before.created,
            attendees=before.attendees,
            about=clean_text(typed["about"]),
        )

    async def put(self, value: Course) -> None:
        """Write the course."""
        if self._before is None:
            await self.desk.courses.add(value)
        else:
            await self.desk.courses.edit(value)


def _typed_of(course: Course) -> dict[str, str]:
    return {
        "title": course.title,
        "first_day": course.first_day.isoformat(),
        "last_day": course.last_day.isoformat(),
        "topic": course.topic,
        "speaker": course.speaker,
        "host": course.host,
        "coffees": str(course.coffees),
        "coffee_place": course.coffee_place,
        "about": course.about,
    }


def _day(typed: Typed, key: str, today: date) -> date | None:
    words = clean_line(typed[key])
    if not words:
        return None
    day = read_near_day(words, today=today)
    if day is None:
        raise Invalid(key, f"“{words}” is no day: write it like 19 Nov or 2026-11-19")
    return day


def _number(words: str) -> int:
    words = clean_line(words)
    if not words:
        return COFFEES
    if not words.isdecimal() or len(words) > 4:
        raise Invalid("coffees", f"“{words}” is no number")
    return int(words)
