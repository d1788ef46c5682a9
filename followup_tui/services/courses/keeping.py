"""Keeping courses: what there is, those who attend, what is announced."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from followup_tui.domain.client import Client
from followup_tui.domain.course import COFFEES, Attendance, Attendee, Course
from followup_tui.domain.courses.attending import AttendeeFile, AttendeePlan, RowFate, plan
from followup_tui.domain.courses.people import ClientIndex, Known, Sureness
from followup_tui.domain.courses.view import CourseList, CourseView
from followup_tui.domain.playbook import Playbook
from followup_tui.domain.record import Clock, Invalid, new_id, utc
from followup_tui.domain.text import clean_line, clean_text
from followup_tui.domain.words import count
from followup_tui.services.courses.announcing import announced
from followup_tui.services.courses.finding import (
    course_named,
    draws_of,
    known_course,
    one_of,
)
from followup_tui.services.courses.showing import course_items, course_view
from followup_tui.services.gather import known_client
from followup_tui.services.ports import Change, Records
from followup_tui.settings.announcement import Announcement
from followup_tui.settings.model import Settings


class CourseService:
    """Courses and their attendees. Every method raises `ports.StoreProblem`."""

    def __init__(
        self,
        records: Records,
        read_attendees: Callable[[Path], AttendeeFile],
        announcement: Callable[[], Announcement],
        playbooks: Mapping[str, Playbook],
        settings: Settings,
        clock: Clock,
    ) -> None:
        self._records = records
        self._read_attendees = read_attendees
        self._announcement = announcement
        self._playbooks = playbooks
        self._settings = settings
        self._clock = clock

    # What there is

    async def list(self) -> CourseList:
        """Return all courses, the newest first."""

        def listed() -> CourseList:
            now = self._clock()
            return CourseList(now, course_items(self._records, self._playbooks, now))

        return await asyncio.to_thread(listed)

    async def find(self, words: str) -> Course:
        """Return the one course meant by an id, a title or a part of one; see `course_named`."""
        return await asyncio.to_thread(course_named, self._records, words)

    async def view(self, course_id: str) -> CourseView:
        """Return one course with its people. Raises `finding.NoSuchCourse`."""
        return await asyncio.to_thread(
            lambda: course_view(
                self._records, course_id, self._playbooks, self._settings, self._clock()
            )
        )

    # Keeping them

    def fresh(  # noqa: PLR0913 - the fields of the form, all by name
        self,
        title: str,
        first_day: date,
        last_day: date,
        *,
        topic: str = "",
        speaker: str = "",
        host: str = "",
        coffees: int = COFFEES,
        coffee_place: str = "",
        about: str = "",
    ) -> Course:
        """Return a new course of what was typed, cleaned and not yet written.

        Raises `domain.record.Invalid` with the field that is wrong.
        """
        now = self._clock()
        return Course(
            id=new_id(now),
            created=utc(now),
            title=clean_line(title),
            topic=clean_line(topic),
            first_day=first_day,
            last_day=last_day,
            speaker=clean_line(speaker),
            host=clean_line(host),
            coffees=coffees,
            coffee_place=clean_line(coffee_place),
            about=clean_text(about),
        )

    async def add(self, course: Course) -> None:
        """Write a new course; raises `Invalid` where it is there already."""

        def write() -> None:
            for other in self._records.all(Course):
                if (other.title, other.last_day) == (course.title, course.last_day):
                    raise Invalid("title", "is that of a course on the same day: is it the same?")
            self._records.commit(Change(by=f"course: {course.title}", put=(course,)))

        await asyncio.to_thread(write)

    async def edit(self, course: Course) -> Course:
        """Write what the form holds of a course; its attendees stay as they are now.

        Raises `finding.NoSuchCourse`.
        """

        def change(before: Course) -> Course:
            return replace(course, attendees=before.attendees)

        return await self._change(course.id, "course, edited", change)

    async def remove(self, course_id: str) -> Course:
        """Remove a course from which nobody was drawn; undo brings it back.

        Raises `finding.NoSuchCourse`, and `Invalid` where there was a draw: what was said over
        the coffees would hang in the air.
        """

        def write() -> Course:
            course = known_course(self._records, course_id)
            if draws_of(self._records, course_id):
                raise Invalid("course", "has had its draw: it stays, with what was said after it")
            self._records.commit(Change(by=f"course, removed: {course.title}", drop=(course,)))
            return course

        return await asyncio.to_thread(write)

    # Who attends

    async def plan_attendees(self, course_id: str, path: Path) -> AttendeePlan:
        """Return what becomes of each row of a file of attendees; nothing is written.

        Raises `finding.NoSuchCourse` and `domain.courses.attending.AttendeeProblem`.
        """

        def made() -> AttendeePlan:
            course = known_course(self._records, course_id)
            file = self._read_attendees(path)
            clients = ClientIndex(self._records.all(Client))
            return plan(course.id, course.attendees, file, clients)

        return await asyncio.to_thread(made)

    async def carry_out(self, planned: AttendeePlan) -> Course:
        """Write what a plan brings, as one change. Raises `finding.NoSuchCourse`.

        Where the attendees were changed since the plan was made nothing is written: `Invalid`.
        """
        new, changed = planned.counted(RowFate.NEW), planned.counted(RowFate.CHANGED)
        words = ", ".join(
            filter(
                None,
                (
                    count(new, "attendee") if new or not changed else "",
                    f"{changed:,} changed" if changed else "",
                ),
            )
        )

        def change(before: Course) -> Course:
            kept = Known(planned.after)
            if any(kept.place(each) is None for each in before.attendees):
                raise Invalid("attendees", "were changed meanwhile: look at the file again")
            return replace(before, attendees=planned.after)

        return await self._change(planned.course_id, f"{words} from {planned.source}", change)

    async def put_attendee(
        self, course_id: str, attendee: Attendee, *, before: Attendee | None = None
    ) -> Course:
        """Write somebody on a course, new or in the place of `before`.

        Raises `finding.NoSuchCourse`, and `Invalid` for somebody who is on it already, or where
        `before` was changed meanwhile.
        """

        def change(course: Course) -> Course:
            others = [each for each in course.attendees if each != before]
            if before is not None and len(others) == len(course.attendees):
                raise Invalid("name", "was changed meanwhile: close this and look again")
            if Known(others).place(attendee) is not None:
                raise Invalid("name", "is on the course already")
            put = [attendee if each == before else each for each in course.attendees]
            new = [] if before else [self._linked(attendee)]
            return replace(course, attendees=(*put, *new))

        return await self._change(course_id, f"attendee, {attendee.name}", change)

    def _linked(self, attendee: Attendee) -> Attendee:
        """Return a new attendee with the client that they surely belong to; else as they are."""
        match = ClientIndex(self._records.all(Client)).match(attendee)
        sure = match is not None and match.sureness is Sureness.SURE
        return replace(attendee, client_id=match.client_id) if match and sure else attendee

    async def remove_attendee(self, course_id: str, attendee: Attendee) -> Course:
        """Take somebody off a course; raises `Invalid` where they were drawn."""

        def change(course: Course) -> Course:
            for draw in draws_of(self._records, course_id):
                if attendee.name in draw.pool:
                    raise Invalid("name", "was in the draw: mark that they did not attend instead")
            return replace(
                course, attendees=tuple(each for each in course.attendees if each != attendee)
            )

        return await self._change(course_id, f"attendee, removed, {attendee.name}", change)

    async def attend(self, course_id: str, names: Sequence[str], attendance: Attendance) -> Course:
        """Write down whether those named were there, had their money back or opted out.

        Raises `finding.NoSuchCourse`, also for a name that nobody, or more than one, answers to.
        """

        def change(course: Course) -> Course:
            attendees = list(course.attendees)
            for name in names:
                meant = one_of(name, attendees, _name, _name_and_mail, "on this course")
                at = attendees.index(meant)
                attendees[at] = replace(meant, attendance=attendance)
            return replace(course, attendees=tuple(attendees))

        return await self._change(course_id, f"{attendance.value}: {', '.join(names)}", change)

    async def link(self, course_id: str, attendee: Attendee, client_id: str) -> Course:
        """Link somebody on a course to a client; an empty id takes the link away.

        Raises `finding.NoSuchCourse`, `gather.NoSuchClient`, and `Invalid` once they were drawn:
        their coffee is on that client's list.
        """

        def change(course: Course) -> Course:
            if client_id:
                known_client(self._records, client_id)
            picks = [p for d in draws_of(self._records, course_id) for p in d.picks]
            if any(each.name == attendee.name and each.client_id for each in picks):
                raise Invalid("client_id", "is settled by the draw: their coffee is listed there")
            linked = replace(attendee, client_id=client_id)
            return replace(
                course,
                attendees=tuple(linked if each == attendee else each for each in course.attendees),
            )

        return await self._change(course_id, f"attendee, linked, {attendee.name}", change)

    # What is read out

    async def announcement(self, course_id: str) -> str:
        """Return what to read out at the end of a course.

        Raises `finding.NoSuchCourse` and `domain.courses.announcement.AnnouncementProblem`.
        """
        return await asyncio.to_thread(self._announced, course_id)

    def announcement_problem(self) -> str:
        """Return why the user's own announcement is not used, as a sentence; blocks shortly."""
        return self._announcement().problem

    def _announced(self, course_id: str) -> str:
        course = known_course(self._records, course_id)
        draws = draws_of(self._records, course_id)
        return announced(course, draws, self._announcement().source, self._settings)

    async def _change(self, course_id: str, by: str, change: Callable[[Course], Course]) -> Course:
        """Write a changed course, if it is changed; return it as it stands."""

        def write() -> Course:
            before = known_course(self._records, course_id)
            after = change(before)
            if after == before:
                return before
            after = replace(after, changed=utc(self._clock()))
            self._records.commit(Change(by=f"{by} ({after.title})", put=(after,)))
            return after

        return await asyncio.to_thread(write)


def _name(attendee: Attendee) -> str:
    return attendee.name


def _name_and_mail(attendee: Attendee) -> str:
    return f"{attendee.name} <{attendee.email}>" if attendee.email else attendee.name
