"""What is done on the screen of a course: the dialogs it opens, and what is written then."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.content import Content
from textual.screen import Screen

from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.domain.course import Attendance, Attendee, CoffeeEnd, Course, Pick
from followup_tui.domain.courses.view import AttendeeItem, CourseView
from followup_tui.domain.record import Invalid
from followup_tui.domain.text import fold
from followup_tui.services.courses.finding import NoSuchCourse
from followup_tui.services.gather import NoSuchClient
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.anew import anew, begin
from followup_tui.tui.present.key_names import keys_of
from followup_tui.tui.toast import toast

if TYPE_CHECKING:
    from followup_tui.tui.dialogs.courses.replacing import Replaced
    from followup_tui.tui.dialogs.pick import Pick as Line

# ruff: noqa: PLC0415 - dialogs are imported when they are first needed

_NO_LINK = "-"
_MOST_CLIENTS = 50
"""Clients that are listed to be linked to: more is a reason to type another letter."""
INVITED, REOPEN = "invited", "reopen"


class CourseDoing:
    """Writes what the user does with a course, and shows it."""

    def __init__(
        self,
        screen: Screen[Any],
        desk: Desk,
        course_id: str,
        *,
        done: Callable[[], Awaitable[None]],
    ) -> None:
        """`done` shows what was changed."""
        self._screen = screen
        self._desk = desk
        self._course_id = course_id
        self._done = done
        self._key = keys_of(desk.settings.keys)

    def _begin(self, writing: Awaitable[object], words: str, *, undo: bool = True) -> None:
        """Write in the background; then show it, and say `words`."""
        begin(
            self._screen,
            partial(self._write, writing, words, undo=undo),
            name="change a course",
            group="course change",
        )

    async def _write(self, writing: Awaitable[object], words: str, *, undo: bool) -> None:
        try:
            await writing
        except (StoreProblem, NoSuchCourse, NoSuchClient, Invalid) as problem:
            toast(self._screen, str(problem), severity="error")
            return
        await self._told(words, undo=undo)

    async def _told(self, words: str, *, undo: bool = True) -> None:
        await self._done()
        if words:
            back = f" {self._key('app.undo')} takes that back." if undo else ""
            toast(self._screen, f"{words}{back}")

    # The course

    def import_file(self, course: Course) -> None:
        """Bring the attendees in from a file."""
        from followup_tui.tui.dialogs.courses.attendees import AttendeesDialog

        self._screen.app.push_screen(AttendeesDialog(self._desk, course), self._brought)

    async def _brought(self, words: str | None) -> None:
        if words:
            await self._told(words)

    def edit(self, course: Course) -> None:
        """Edit the course."""
        from followup_tui.tui.dialogs.courses.course import CourseDialog

        self._screen.app.push_screen(CourseDialog(self._desk, course), self._edited)

    async def _edited(self, course: Course | None) -> None:
        if course is not None:
            await self._done()

    def draw(self, view: CourseView) -> None:
        """Draw who is asked to a coffee."""
        from followup_tui.tui.dialogs.courses.draw import DrawDialog

        self._screen.app.push_screen(DrawDialog(self._desk, view.course), self._brought)

    # Somebody on it

    def attendee(self, attendee: Attendee | None) -> None:
        """Add somebody, or edit them."""
        from followup_tui.tui.dialogs.courses.attendee import AttendeeDialog

        dialog = AttendeeDialog(self._desk, self._course_id, attendee)
        self._screen.app.push_screen(dialog, self._attendee_written)

    async def _attendee_written(self, attendee: Attendee | None) -> None:
        if attendee is not None:
            await self._done()

    def mark(self, attendee: Attendee, attendance: Attendance) -> None:
        """Write down whether somebody was there."""
        from msgspec.structs import replace

        marked = replace(attendee, attendance=attendance)
        self._begin(self._desk.courses.put_attendee(self._course_id, marked, before=attendee), "")

    def take_off(self, attendee: Attendee) -> None:
        """Take somebody off the course."""
        self._begin(
            self._desk.courses.remove_attendee(self._course_id, attendee),
            f"{attendee.name} is off the course.",
        )

    def link(self, item: AttendeeItem) -> None:
        """Choose the client that somebody belongs to."""
        begin(self._screen, partial(self._choose_client, item), name="link", group="link")

    async def _choose_client(self, item: AttendeeItem) -> None:
        from followup_tui.tui.dialogs.pick import PickDialog

        try:
            clients = await self._desk.clients.all()
        except StoreProblem as problem:
            toast(self._screen, str(problem), severity="error")
            return
        dialog = PickDialog(
            f"Whose is {item.attendee.name}?",
            await asyncio.to_thread(_finder, clients, item),
            hint="The name of a client, or of somebody there",
            nothing="No client answers to that.",
        )

        def chosen(client_id: str | None) -> None:
            if client_id is not None:
                self._link(item, "" if client_id == _NO_LINK else client_id)

        self._screen.app.push_screen(dialog, chosen)

    def _link(self, item: AttendeeItem, client_id: str) -> None:
        words = "is linked" if client_id else "is linked to nobody"
        self._begin(
            self._desk.courses.link(self._course_id, item.attendee, client_id),
            f"{item.attendee.name} {words}.",
        )

    # A coffee

    def settle(self, pick: Pick) -> None:
        """Ask what became of a coffee, and write it down."""
        from followup_tui.tui.dialogs.pick import Pick as Line
        from followup_tui.tui.dialogs.pick import PickDialog

        lines = [Line(key, Content(words)) for key, words in _ends(pick)]
        dialog = PickDialog(
            f"The coffee with {pick.name}",
            lambda typed: [each for each in lines if fold(typed) in fold(str(each.words))],
            hint=f"{self._key('course.coffee')} holds it, {self._key('course.replace')} replaces",
            nothing="Nothing of that can be said of a coffee.",
        )
        self._screen.app.push_screen(dialog, lambda key: self._settled(pick, key))

    def _settled(self, pick: Pick, key: str | None) -> None:
        draws, name = self._desk.draws, pick.name
        if key == INVITED:
            self._begin(draws.invite(self._course_id, name), f"{name} was asked today.")
        elif key == REOPEN:
            self._begin(draws.reopen(self._course_id, name), f"The coffee with {name} is open.")
        elif key is not None:
            end = CoffeeEnd[key]
            self._begin(
                draws.settle(self._course_id, name, end), f"The coffee with {name}: {end.value}."
            )

    def replace(self, view: CourseView, pick: Pick) -> None:
        """Let somebody stand in."""
        draw = next((each for each in view.draws if pick in each.picks), None)
        if draw is not None:
            anew(
                self._screen,
                partial(self._ask_stand_in, draw.id, pick),
                name="replace",
                group="replace",
            )

    async def _ask_stand_in(self, draw_id: str, pick: Pick) -> None:
        from followup_tui.tui.dialogs.courses.replacing import ReplaceDialog

        try:
            others = await self._desk.draws.stand_ins(draw_id)
        except (StoreProblem, NoSuchCourse, Invalid) as problem:
            toast(self._screen, str(problem), severity="error")
            return
        if not others:
            toast(self._screen, "Nobody is left in the pool to stand in.", severity="warning")
            return
        await self._screen.app.push_screen(
            ReplaceDialog(
                self._desk, self._course_id, pick.name, stands_in=others[0], left=len(others)
            ),
            lambda replaced: self._replaced(pick, replaced),
        )

    def _replaced(self, pick: Pick, replaced: Replaced | None) -> None:
        if replaced is not None:
            self._begin(
                self._desk.draws.replace(
                    self._course_id, pick.name, end=replaced.end, why=replaced.why
                ),
                f"{replaced.stands_in} stands in for {pick.name}.",
            )


def _ends(pick: Pick) -> list[tuple[str, str]]:
    """Return what can be said of a coffee, and the words for it."""
    if pick.settled:
        return [(REOPEN, "It is open again")]
    return [
        (INVITED, "They were asked today"),
        (CoffeeEnd.HAD.name, "It was had"),
        (CoffeeEnd.DECLINED.name, "They do not want one"),
        (CoffeeEnd.MISSED.name, "They would have liked it, and no day was found"),
    ]


def _finder(clients: Sequence[Client], item: AttendeeItem) -> Callable[[str], list[Line]]:
    """Return what finds clients by what is typed: the one that is proposed first."""
    from followup_tui.tui.dialogs.pick import Pick as Line

    searched = [
        (fold(" ".join((client.name, *(person.name for person in client.people)))), client)
        for client in clients
    ]
    proposed = item.proposed.client_id if item.proposed else ""
    searched.sort(key=lambda each: each[1].id != proposed)

    def found(typed: str) -> list[Line]:
        words = fold(typed).split()
        lines = [Line(_NO_LINK, Content("(nobody's: take the link away)"))]
        lines = lines if item.attendee.client_id and not words else []
        for text, client in searched:
            if all(word in text for word in words):
                people = ", ".join(person.name for person in client.people[:2])
                why = (
                    f"  {item.proposed.because}" if client.id == proposed and item.proposed else ""
                )
                lines.append(
                    Line(
                        client.id,
                        Content.assemble(client.name, (f"  {people}{why}", "$text-muted")),
                    )
                )
                if len(lines) == _MOST_CLIENTS:
                    break
        return lines

    return found
