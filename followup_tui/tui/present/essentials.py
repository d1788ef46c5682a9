"""What to know of a client before calling, in few lines. Pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from textual.content import Content

from followup_tui.domain.client import Client
from followup_tui.domain.closing_words import NAMES, pencilled_words, project_words, step_words
from followup_tui.domain.due.quiet_days import in_words
from followup_tui.domain.project import Project, StepState
from followup_tui.domain.promise import NextStep, Owner, Promise, PromiseState, StepKind
from followup_tui.domain.timeline.entries import Memory
from followup_tui.domain.views import ClientPage
from followup_tui.domain.words import count, day_words, short_day, span_words
from followup_tui.tui.present.wrapping import hanging

QUESTIONS = 5
"""Open questions that are shown: the latest."""
PROJECTS = 3
"""Projects that are shown: the latest."""
_DIM = "$text-muted"

Row = tuple[str, str, str]
"""Label, words and the style of the words."""


def lines(memory: Memory, width: int, *, now: datetime) -> list[Content]:
    """Return the essentials in lines of `width` cells: what presses first, the rest after it."""
    page, client = memory.page, memory.page.client
    rows: list[Row] = [("why now", reason.text, "$text-warning") for reason in page.reasons[:2]]
    found = list(_packed(rows, width))
    for person in client.people:
        ways = "".join(f" · {way}" for way in (*person.phones, *person.emails))
        role = f", {person.role}" if person.role else ""
        who = Content.assemble(
            (person.name, "bold $text"), (role, "$text"), (ways, "$text-primary")
        )
        found.extend(hanging(who, width, 2))
    groups = (
        _standing(page, now),
        _owed(memory, now),
        _projects(page, now.date()),
        _likes(client),
        _about(client),
    )
    for group in groups:
        found.extend(_packed(group, width))
    for line in client.about.split("\n"):
        if line.strip():
            found.extend(hanging(Content.styled(line, _DIM), width, 0))
    return found


def _packed(rows: Iterable[Row], width: int) -> Iterator[Content]:
    """Yield the rows that have words, as many on a line as fit there."""
    line = Content("")
    for label, words, style in rows:
        if not words:
            continue
        row = Content.assemble((f"{label} ", _DIM), (words, style))
        if line and line.cell_length + row.cell_length + 3 > width:
            yield from hanging(line, width, 2)
            line = Content("")
        line = Content.assemble(line, ("   ", _DIM), row) if line else row
    if line:
        yield from hanging(line, width, 2)


def _standing(page: ClientPage, now: datetime) -> Iterator[Row]:
    """Yield the time where they are, and when they were and will be spoken to."""
    client, standing, today = page.client, page.standing, now.date()
    if client.do_not_call is not None:
        why = f": {client.do_not_call.why}" if client.do_not_call.why else ""
        yield "do not call", f"since {short_day(client.do_not_call.since, today)}{why}", "$disliked"
    for period in client.quiet:
        if period.last >= today:
            yield "left alone", in_words(period, today), "$text-warning"
    if client.zone:
        there = now.astimezone(ZoneInfo(client.zone))
        yield "their time", f"{there:%a %H:%M} ({client.zone})", "$text"
    reached = standing.last_reached
    if reached is None:
        yield "last reached", "never", "$text"
    else:
        ago = span_words((today - reached).days)
        yield "last reached", f"{short_day(reached, today)}, {ago} ago", "$text"
    if standing.unanswered:
        yield "unanswered", count(standing.unanswered, "try", "tries"), "$text"
    for label, day in (("call again", client.call_again), ("snoozed until", client.snoozed_until)):
        if day is not None and day >= today:
            yield label, day_words(day, today), "$text"


def _owed(memory: Memory, now: datetime) -> Iterator[Row]:
    """Yield what is to come, what is owed both ways, and what was left open."""
    page, today = memory.page, now.date()
    for step in reversed(page.next_steps):
        if step.done is None:
            yield "next", _step(step, now), "$promise"
    for promise in sorted(page.promises, key=lambda each: each.due):
        if promise.state is PromiseState.OPEN:
            whose = "we owe" if promise.by is Owner.US else "they owe"
            yield whose, _promise(promise, today), "$promise"
    for referral in memory.thanks_owed:
        yield "thanks owed", f"for introducing {referral.name}", "$promise"
    for question in page.client.open_questions[-QUESTIONS:]:
        yield "open question", question, "$text-warning"


def _step(step: NextStep, now: datetime) -> str:
    at = step.at if step.all_day else step.at.astimezone(now.tzinfo)
    hour = "" if step.all_day else f" {at:%H:%M}"
    words = f": {step.text}" if step.text else ""
    if step.kind is StepKind.BOOKING:
        return f"booking {pencilled_words(step, now.date())}{words}"
    sure = "" if step.agreed else " (proposed)"
    return f"{step.kind.value} {day_words(at.date(), now.date())}{hour}{sure}{words}"


def _promise(promise: Promise, today: date) -> str:
    late = " (overdue)" if promise.due < today else ""
    return f"{promise.text}, due {day_words(promise.due, today)}{late}"


def _projects(page: ClientPage, today: date) -> Iterator[Row]:
    """Yield the latest projects, and where the closing steps of those that ended stand."""
    for project in page.projects[:PROJECTS]:
        yield "project", f"{project.title}, {project_words(project, today)}", "$text"
        if steps := _steps(project, today):
            yield "closing", steps, "$text"


def _steps(project: Project, today: date) -> str:
    """Return the steps of a project that ended, those not asked yet in one."""
    if project.under_way:
        return ""
    wanted = project.wanted_steps
    told = [
        f"{NAMES[step.kind].lower()} {step_words(step, project, None, today)}"
        for step in wanted
        if step.state is not StepState.NOT_ASKED
    ]
    left = [NAMES[step.kind].lower() for step in wanted if step.state is StepState.NOT_ASKED]
    if left:
        told.append(f"{', '.join(left)} not asked yet")
    return " · ".join(told)


def _likes(client: Client) -> Iterator[Row]:
    yield "interested in", ", ".join(client.interests), "$text-accent"
    yield "likes", ", ".join(client.likes), "$liked"
    yield "dislikes", ", ".join(client.dislikes), "$disliked"


def _about(client: Client) -> Iterator[Row]:
    manager = client.account_manager
    yield "account manager", manager.name if manager else "", "$text"
    yield "website", client.website, "$text"
    yield "competitors", ", ".join(each.name for each in client.competitors), "$text"
    yield "tags", ", ".join(client.tags), "$text"


def title(name: str, told: str, *, loading: bool) -> Content:
    """Return the line over the page: who it is of, and what is shown of it."""
    parts: list[Content | tuple[str, str]] = [(name, "bold $text-accent")]
    for words in (told, "reading the history …" if loading else ""):
        if words:
            parts.extend([("  ·  ", _DIM), (words, _DIM)])
    return Content.assemble(*parts)


def is_new_minute(before: datetime, now: datetime) -> bool:
    """Say whether the clock of the page shows another minute."""
    return abs(now - before) >= timedelta(minutes=1) or now.minute != before.minute
