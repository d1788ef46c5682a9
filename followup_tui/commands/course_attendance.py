"""Who is on a course, for `followup course`: brought in, corrected, taken off, linked."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from msgspec.structs import replace

from followup_tui.commands import course_pages as pages
from followup_tui.commands import course_shapes as shapes
from followup_tui.commands.problems import WrongUsage
from followup_tui.commands.run import Run
from followup_tui.commands.standard_input import text_in
from followup_tui.desk import Desk
from followup_tui.domain.course import Attendance, Attendee, Course
from followup_tui.domain.text import clean_line
from followup_tui.services.courses.finding import one_of
from followup_tui.services.importing import path_of

_ATTENDANCE = {
    "attended": Attendance.ATTENDED,
    "absent": Attendance.ABSENT,
    "refunded": Attendance.REFUNDED,
    "opted-out": Attendance.OPTED_OUT,
}


async def show(asked: Run, desk: Desk, course: Course) -> None:
    """Print a course with its people."""
    view = await desk.courses.view(course.id)
    if asked.json:
        asked.show_json(shapes.view(view))
    else:
        pages.course(asked.paper, view)


async def _import(asked: Run, desk: Desk, course: Course) -> None:
    dry = asked.given.dry_run
    plan = await desk.courses.plan_attendees(course.id, path_of(" ".join(asked.given.what)))
    if not dry and plan.is_worth_it:
        await desk.courses.carry_out(plan)
    if asked.json:
        asked.show_json(shapes.plan(plan, dry=dry))
    else:
        pages.plan(asked.paper, plan, dry=dry)


async def _attendee(asked: Run, desk: Desk, course: Course) -> None:
    given = asked.given
    attendee = Attendee(
        name=clean_line(" ".join(given.what)),
        email=clean_line(given.email or ""),
        phone=clean_line(given.phone or ""),
        company=clean_line(given.company or ""),
        attendance=_attendance(given.state),
    )
    await show(asked, desk, await desk.courses.put_attendee(course.id, attendee))


async def _attend(asked: Run, desk: Desk, course: Course) -> None:
    given = asked.given
    names = given.what
    if names == ["-"]:
        names = [line for line in map(clean_line, text_in().split("\n")) if line]
    if not names:
        raise WrongUsage("the standard input names nobody")
    attendance = _attendance(given.state)
    await show(asked, desk, await desk.courses.attend(course.id, names, attendance))


def _attendance(state: str) -> Attendance:
    if state and state not in _ATTENDANCE:
        raise WrongUsage(f"--as: say {', '.join(_ATTENDANCE)}")
    return _ATTENDANCE.get(state, Attendance.ATTENDED)


def _meant(course: Course, name: str) -> Attendee:
    """Return who on a course is meant; raises `finding.NoSuchCourse`."""

    def with_mail(each: Attendee) -> str:
        return f"{each.name} <{each.email}>" if each.email else each.name

    return one_of(name, course.attendees, lambda each: each.name, with_mail, "on this course")


async def _correct(asked: Run, desk: Desk, course: Course) -> None:
    """Change what is known of somebody; an empty value takes away what stood there."""
    given = asked.given
    before = _meant(course, " ".join(given.what))
    texts = {
        field: clean_line(value)
        for field, value in (
            ("name", given.name or None),
            ("email", given.email),
            ("phone", given.phone),
            ("company", given.company),
        )
        if value is not None
    }
    after = replace(before, **texts)
    if given.state:
        after = replace(after, attendance=_attendance(given.state))
    await show(asked, desk, await desk.courses.put_attendee(course.id, after, before=before))


async def _take_off(asked: Run, desk: Desk, course: Course) -> None:
    who = _meant(course, " ".join(asked.given.what))
    await show(asked, desk, await desk.courses.remove_attendee(course.id, who))


async def _link(asked: Run, desk: Desk, course: Course) -> None:
    given = asked.given
    if not given.to:
        raise WrongUsage("say whose they are: followup course link COURSE NAME --to CLIENT")
    who = _meant(course, " ".join(given.what))
    client = await desk.clients.find(given.to)
    await show(asked, desk, await desk.courses.link(course.id, who, client.id))


async def _unlink(asked: Run, desk: Desk, course: Course) -> None:
    who = _meant(course, " ".join(asked.given.what))
    await show(asked, desk, await desk.courses.link(course.id, who, ""))


ACTIONS: Mapping[str, Callable[[Run, Desk, Course], Awaitable[None]]] = {
    "import": _import,
    "attendee": _attendee,
    "attend": _attend,
    "correct": _correct,
    "take-off": _take_off,
    "link": _link,
    "unlink": _unlink,
}
