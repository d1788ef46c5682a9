"""`followup project`: a client's projects, their closing steps, and what was pencilled in."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from collections.abc import Callable
from datetime import date
from pathlib import Path

from followup_tui.commands import shapes
from followup_tui.commands.calendar_file import place_of, save
from followup_tui.commands.problems import CannotDo, WrongUsage
from followup_tui.commands.run import Run
from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.domain.closing import is_closed
from followup_tui.domain.closing_words import (
    NAMES,
    left_words,
    pencilled_words,
    project_words,
    step_words,
)
from followup_tui.domain.days.past import read_near_day, read_past_day
from followup_tui.domain.project import ClosingKind, Project, StepState
from followup_tui.domain.project_views import Projects, Work
from followup_tui.domain.promise import NextStep
from followup_tui.services.bookings import NoSuchProject

PROPOSED = "proposed"
_YES_NO = {"yes": True, "no": False, "unknown": None, "": None}


def run(asked: Run) -> int:
    """Do what is asked for, and print the projects as they are then."""
    given = asked.given
    path = place_of(given.ics)
    with asked.desk() as desk:
        try:
            client, changed, booking = asyncio.run(_done(desk, given))
            view = asyncio.run(desk.projects.of_client(client.id))
        except NoSuchProject as problem:
            raise CannotDo(str(problem)) from None
        if path is not None:
            _save_calendar(desk, path, client, booking)
        if asked.json:
            asked.show_json(
                {
                    "client_id": client.id,
                    "client": client.name,
                    "project": shapes.project(changed) if changed else None,
                    "booking": shapes.next_step(booking) if booking else None,
                    "file": str(path) if path else None,
                    "projects": [shapes.project(each) for each in view.projects],
                }
            )
            return 0
        _print(asked, desk, view, changed, booking)
        if path is not None:
            asked.paper.line(f"Calendar file: {path}", indent=2)
    return 0


_Done = tuple[Client, Project | None, NextStep | None]


async def _done(desk: Desk, given: Namespace) -> _Done:
    """Do it; return the client, the project that was changed, and the booking."""
    client = await desk.clients.find(given.client)
    words = " ".join(given.what)
    match given.action:
        case "add":
            project, _ = await desk.projects.write(client.id, _work(desk, given, words))
            return client, project, None
        case "edit":
            return client, await _edit(desk, given, client, words), None
        case "end":
            return await _end(desk, given, client, words)
        case "step":
            return client, await _step(desk, given, client), None
        case "booking":
            return await _booking(desk, given, client, words)
        case _ if words:
            raise WrongUsage("followup project list CLIENT takes no title: name the client alone")
        case _:
            return client, None, None


def _work(desk: Desk, given: Namespace, title: str) -> Work:
    if not title.strip():
        raise WrongUsage("name the project: followup project add CLIENT TITLE")
    return Work(
        title=title,
        technologies=tuple(given.technologies),
        started=_started(desk, given, None),
        success=_YES_NO[given.success],
        more_work=_YES_NO[given.more_work],
        about=given.about or "",
    )


def _started(desk: Desk, given: Namespace, before: date | None) -> date | None:
    """Return when it began as it is said; where nothing is said, as it was `before`."""
    if given.started is None:
        return before
    return _day(desk, given.started, "--started", read_past_day)


async def _edit(desk: Desk, given: Namespace, client: Client, words: str) -> Project:
    """Change what is said of a project; an empty value takes away what stood there."""
    before = await desk.projects.find(client.id, words)
    ended = _day(desk, given.on, "--on", read_near_day)
    if before.ended is None and (ended or given.success or given.more_work):
        raise CannotDo(f"“{before.title}” goes on: `followup project end` ends it, with the rest")
    if given.booking:
        raise WrongUsage(
            "--booking goes with `followup project end`, or `followup next` writes one"
        )
    work = Work(
        title=given.title or before.title,
        technologies=tuple(given.technologies) or before.technologies,
        started=_started(desk, given, before.started),
        ended=ended or before.ended,
        success=_YES_NO[given.success] if given.success else before.success,
        more_work=_YES_NO[given.more_work] if given.more_work else before.more_work,
        about=before.about if given.about is None else given.about,
    )
    project, _ = await desk.projects.write(client.id, work, project_id=before.id)
    return project


async def _end(desk: Desk, given: Namespace, client: Client, title: str) -> _Done:
    """End the project of that title, or the only one under way; one that is not known is new."""
    project = await _to_end(desk, client, title)
    ended = _day(desk, given.on, "--on", read_near_day) or desk.clock().date()
    booking = await _booking_day(desk, given, client)
    before = project or Project(id="", created=desk.clock(), client_id=client.id, title=title)
    more_work = _YES_NO[given.more_work]
    work = Work(
        title=before.title,
        technologies=tuple(given.technologies) or before.technologies,
        started=_started(desk, given, before.started),
        ended=ended,
        success=before.success if not given.success else _YES_NO[given.success],
        more_work=True if more_work is None and booking else more_work,
        about=given.about or before.about,
        booking=booking,
    )
    written, step = await desk.projects.write(client.id, work, project_id=before.id)
    return client, written, step


async def _to_end(desk: Desk, client: Client, title: str) -> Project | None:
    view = await desk.projects.of_client(client.id)
    try:
        project = await desk.projects.find(client.id, title)
    except NoSuchProject:
        named = title.strip() and not any(title.lower() in p.title.lower() for p in view.projects)
        if not named:
            raise
        return None
    if project.ended is not None:
        raise CannotDo(f"“{project.title}” has ended already, {project.ended}")
    return project


async def _booking_day(desk: Desk, given: Namespace, client: Client) -> date | None:
    if given.booking != PROPOSED:
        return _day(desk, given.booking, "--booking", read_near_day)
    day = await desk.projects.booking_day(client.id)
    if day is None:
        raise CannotDo("no working day is found for a booking: name one with --booking DAY")
    return day


async def _step(desk: Desk, given: Namespace, client: Client) -> Project:
    """Mark a closing step."""
    words = [word.lower() for word in given.what]
    states = {state.value.replace(" ", "-"): state for state in StepState}
    kinds = {kind.value: kind for kind in ClosingKind}
    if len(words) != 2 or words[0] not in kinds or words[1] not in states:
        raise WrongUsage(
            f"followup project step CLIENT {'|'.join(kinds)} {'|'.join(states)}: say both"
        )
    project = await desk.projects.find(client.id, given.project)
    return await desk.projects.mark(
        project.id,
        kinds[words[0]],
        states[words[1]],
        day=_day(desk, given.on, "--on", read_past_day),
        note=given.note,
    )


async def _booking(desk: Desk, given: Namespace, client: Client, words: str) -> _Done:
    """Confirm, move or let go the booking that comes first, or that of a project."""
    open_ones = (await desk.projects.of_client(client.id)).bookings
    if given.project:
        meant = await desk.projects.find(client.id, given.project)
        open_ones = tuple(each for each in open_ones if each.project_id == meant.id)
    if not open_ones:
        raise CannotDo(f"no booking is pencilled in for {client.name}")
    first = next((each for each in open_ones if each.is_pencilled), open_ones[0])
    match words:
        case "confirm":
            return client, None, await desk.bookings.confirm(first.id)
        case "let-go":
            return client, None, await desk.bookings.let_go(first.id)
        case "":
            return client, None, first
        case _:
            day = _day(desk, words, "booking", read_near_day)
            return client, None, await desk.bookings.move(first.id, day or first.at.date())


def _day(desk: Desk, words: str, option: str, read: Callable[..., date | None]) -> date | None:
    if not words:
        return None
    day = read(words, today=desk.clock().date())
    if day is None:
        raise WrongUsage(f"{option}: “{words}” is no day; write it like 6 Nov or 2026-11-06")
    return day


def _save_calendar(desk: Desk, path: Path, client: Client, booking: NextStep | None) -> None:
    if booking is None or booking.done is not None:
        raise CannotDo("there is no booking to write a calendar file of")
    save(desk, path, asyncio.run(desk.agreements.calendar_of(client, booking)))


def _print(
    asked: Run, desk: Desk, view: Projects, changed: Project | None, booking: NextStep | None
) -> None:
    """Print the project that was changed, the booking that was, or all there are."""
    paper, today = asked.paper, view.today
    shown = [changed] if changed else [] if booking else list(view.projects)
    if not shown and booking is None:
        paper.line(f"{view.client.name}: no project is written down.")
    for project in shown:
        paper.line(project.title, hang=2)
        left = left_words(project, view.due, today)
        words = project_words(project, today) + (f" · {left}" if left else "")
        paper.line(words, indent=2, hang=2)
        if project.ended is not None:
            for step in project.closing:
                stands = step_words(
                    step, project, view.due, today, booking=view.booking_of(project)
                )
                note = f": {step.note}" if step.note else ""
                paper.line(f"- {NAMES[step.kind]}: {stands}{note}", indent=2, hang=4)
    told = [booking] if booking is not None else list(view.bookings) if not changed else []
    for each in told:
        state = "let go" if each.done is not None else pencilled_words(each, today)
        paper.line(f"Booking {state}{f' ({each.text})' if each.text else ''}.")
    ends = asked.given.action == "end" or (view.due and changed and is_closed(changed, view.due))
    if changed is not None and ends:
        paper.line(desk.projects.follows(changed))
