"""`followup course`: courses, their attendees, the draw for the coffees, and what was found."""

from __future__ import annotations

import asyncio
import sys
from argparse import Namespace
from collections.abc import Awaitable, Callable, Mapping
from datetime import date

from msgspec.structs import replace

from followup_tui.commands import course_attendance as attendance
from followup_tui.commands import course_pages as pages
from followup_tui.commands import course_shapes as shapes
from followup_tui.commands.course_attendance import show
from followup_tui.commands.paths import absolute
from followup_tui.commands.problems import CannotDo, WrongUsage
from followup_tui.commands.run import Run
from followup_tui.desk import Desk
from followup_tui.domain.course import COFFEES, CoffeeEnd, Course, Draw
from followup_tui.domain.courses.view import CourseView
from followup_tui.domain.days.past import read_near_day
from followup_tui.domain.text import clean_line, clean_text

_ENDS = {"had": CoffeeEnd.HAD, "declined": CoffeeEnd.DECLINED, "missed": CoffeeEnd.MISSED}
_NEEDS_WHAT = {
    "import": "FILE", "attendee": "NAME", "attend": "NAME…", "correct": "NAME", "take-off": "NAME",
    "link": "NAME --to CLIENT", "unlink": "NAME", "replace": "NAME", "invite": "NAME",
    "settle": "NAME", "reopen": "NAME",
}  # fmt: skip

_Do = Callable[[Run, Desk, Course], Awaitable[None]]


def run(asked: Run) -> int:
    """Do what was asked for, and print it."""
    given = asked.given
    _check(given)
    with asked.desk() as desk:
        asyncio.run(_done(asked, desk))
    return 0


def _check(given: Namespace) -> None:
    action = given.action
    if action != "list" and not given.course:
        raise WrongUsage(f"say which course: followup course {action} COURSE")
    if (wanted := _NEEDS_WHAT.get(action)) and not given.what:
        raise WrongUsage(f"say more: followup course {action} COURSE {wanted}")
    if not wanted and given.what:
        raise WrongUsage(f"followup course {action} takes one title: put it into quotes")


async def _done(asked: Run, desk: Desk) -> None:
    given = asked.given
    if given.action == "list":
        shown = await desk.courses.list()
        if asked.json:
            asked.show_json({"courses": [shapes.item(each) for each in shown.items]})
        else:
            pages.courses(asked.paper, shown)
    elif given.action == "add":
        course = _made(desk, given)
        await desk.courses.add(course)
        await show(asked, desk, course)
    else:
        await _ACTIONS[given.action](asked, desk, await desk.courses.find(given.course))


# Courses


def _made(desk: Desk, given: Namespace) -> Course:
    last = _day(desk, given.last, "--last") or desk.clock().date()
    return desk.courses.fresh(
        given.course,
        _day(desk, given.first, "--first") or last,
        last,
        topic=given.topic or "",
        speaker=given.speaker or "",
        host=given.host or "",
        coffees=COFFEES if given.coffees is None else given.coffees,
        coffee_place=given.place or "",
        about=given.about or "",
    )


async def _edit(asked: Run, desk: Desk, course: Course) -> None:
    given = asked.given
    texts = {
        name: clean_line(value)
        for name, value in (
            ("title", given.title or None),
            ("topic", given.topic),
            ("speaker", given.speaker),
            ("host", given.host),
            ("coffee_place", given.place),
        )
        if value is not None
    }
    first = _day(desk, given.first, "--first") or course.first_day
    last = _day(desk, given.last, "--last") or course.last_day
    changed = replace(
        course,
        first_day=min(first, last) if not given.first else first,
        last_day=last,
        coffees=course.coffees if given.coffees is None else given.coffees,
        about=course.about if given.about is None else clean_text(given.about),
        **texts,
    )
    await show(asked, desk, await desk.courses.edit(changed))


async def _remove(asked: Run, desk: Desk, course: Course) -> None:
    removed = await desk.courses.remove(course.id)
    if asked.json:
        asked.show_json(shapes.course(removed))
    else:
        asked.paper.line(f"“{removed.title}” was removed. `followup undo` takes it back.")


def _day(desk: Desk, words: str, option: str) -> date | None:
    if not words:
        return None
    day = read_near_day(words, today=desk.clock().date())
    if day is None:
        raise WrongUsage(f"{option}: “{words}” is no day; write it like 6 Nov or 2026-11-06")
    return day


# The coffees


async def _announce(asked: Run, desk: Desk, course: Course) -> None:
    text = await desk.courses.announcement(course.id)
    problem = desk.courses.announcement_problem()
    if problem:
        print(f"followup: {clean_line(problem)}", file=sys.stderr)
    _give(asked, desk, text, {"course_id": course.id, "announcement": text})


async def _draw(asked: Run, desk: Desk, course: Course) -> None:
    given = asked.given
    if given.repeat:
        _repeat(asked, await desk.courses.view(course.id))
        return
    if given.dry_run:
        value = await desk.draws.proposal(course.id, number=given.number, seed=given.seed)
        if asked.json:
            asked.show_json({**shapes.proposal(value), "dry_run": True})
        else:
            pages.proposal(asked.paper, value)
        return
    drawn = await desk.draws.draw(
        course.id, number=given.number, seed=given.seed, again=given.again
    )
    if asked.json:
        asked.show_json(shapes.draw(drawn))
    else:
        pages.drawn(asked.paper, drawn)


def _repeat(asked: Run, view: CourseView) -> None:
    if view.draw is None:
        raise CannotDo(f"nobody was drawn from “{view.course.title}” yet")
    if asked.json:
        asked.show_json(shapes.draw(view.draw))
    else:
        pages.repeated(asked.paper, view.draw)


async def _replace(asked: Run, desk: Desk, course: Course) -> None:
    given = asked.given
    drawn, stands_in = await desk.draws.replace(
        course.id, " ".join(given.what), end=_end(given.state, "missed"), why=given.because
    )
    if asked.json:
        asked.show_json(shapes.draw(drawn))
    else:
        asked.paper.line(f"{stands_in.name} stands in for {stands_in.replaces}.")


async def _settle(asked: Run, desk: Desk, course: Course) -> None:
    given = asked.given
    end = _end(given.state, "had")
    name = " ".join(given.what)
    _show_coffees(asked, await desk.draws.settle(course.id, name, end, why=given.because))


async def _invite(asked: Run, desk: Desk, course: Course) -> None:
    _show_coffees(asked, await desk.draws.invite(course.id, " ".join(asked.given.what)))


async def _reopen(asked: Run, desk: Desk, course: Course) -> None:
    _show_coffees(asked, await desk.draws.reopen(course.id, " ".join(asked.given.what)))


def _show_coffees(asked: Run, drawn: Draw) -> None:
    if asked.json:
        asked.show_json(shapes.draw(drawn))
    else:
        pages.coffees(asked.paper, drawn)


def _end(state: str, otherwise: str) -> CoffeeEnd:
    if state and state not in _ENDS:
        raise WrongUsage(f"--as: say {', '.join(_ENDS)}")
    return _ENDS[state or otherwise]


# What was found


async def _review(asked: Run, desk: Desk, course: Course) -> None:
    given = asked.given
    if given.markdown or given.out:
        text = await desk.reviews.markdown(course.id, names=given.names)
        _give(asked, desk, text, {"course_id": course.id, "names": given.names, "markdown": text})
        return
    value = await desk.reviews.review(course.id)
    if asked.json:
        asked.show_json(shapes.review(value))
    else:
        pages.review(asked.paper, value)


def _give(asked: Run, desk: Desk, text: str, shape: Mapping[str, object]) -> None:
    """Print a text, or write it to the file that was named."""
    path = None
    if asked.given.out:
        path = absolute(asked.given.out)
        desk.save_elsewhere(path, text.rstrip("\n"))
    if asked.json:
        asked.show_json({**shape, "file": str(path) if path else None})
    elif path is not None:
        asked.paper.line(f"Written to {path}.")
    else:
        asked.paper.paragraphs(text.rstrip("\n"))


_ACTIONS: Mapping[str, _Do] = {
    "show": show,
    "edit": _edit,
    "remove": _remove,
    **attendance.ACTIONS,
    "announce": _announce,
    "draw": _draw,
    "replace": _replace,
    "invite": _invite,
    "settle": _settle,
    "reopen": _reopen,
    "review": _review,
}
