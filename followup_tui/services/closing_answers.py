"""What the answers of a conversation make of a client's projects and of bookings. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from followup_tui.domain import closing
from followup_tui.domain.due.call_list import Reason, ReasonKind
from followup_tui.domain.interaction import Answer
from followup_tui.domain.project import ClosingKind, Project
from followup_tui.domain.promise import NextStep, StepKind

SUCCESS = "success"
"""Key of the yes/no question whether the application was a success."""

HAPPY = "happy"
"""Key of the yes/no question whether they are happy with what they got."""

MORE_WORK = "more-work"
"""Key of the yes/no question whether more work is likely."""

_GIVEN_BY_WORD = frozenset({ClosingKind.REFERENCE, ClosingKind.BOOKING})
"""Closing steps for which a yes is all that is wanted; words that somebody is to write are asked
for by it, and there once they have written them."""


def projects_after(
    before: Sequence[Project], called_for: str, answers: Iterable[Answer], today: date
) -> tuple[Project, ...]:
    """Return a client's projects, in their order, with what was answered about one of them.

    The closing steps are those of the project whose id is `called_for` (see `project_meant`);
    whether it was a success concerns the last one that ended, whether they are happy with it the
    one they are asked about, as long as nothing else is known.
    """
    said = {answer.question: answer.text for answer in answers if answer.text in {"yes", "no"}}
    last = max((p.ended for p in before if p.ended is not None), default=None)
    projects = []
    for project in before:
        changed = project
        if project.id == called_for:
            changed = _asked_about(project, said, today)
        if SUCCESS in said and project.ended is not None and project.ended == last:
            changed = replace(changed, success=said[SUCCESS] == "yes")
            last = None  # of two that ended on one day, the first is meant
        projects.append(changed)
    return tuple(projects)


def project_meant(projects: Iterable[Project], reasons: Iterable[Reason]) -> str:
    """Return the id of the project that a conversation is about, or an empty string.

    It is the one the client was called for, else the last one that ended and has an open step.
    """
    ended = sorted(
        (p for p in projects if p.ended is not None),
        key=lambda p: p.ended or date.min,
        reverse=True,
    )
    called_for = {r.record_id for r in reasons if r.kind is ReasonKind.PROJECT_CLOSING}
    found = [p for p in ended if p.id in called_for] or [p for p in ended if p.open_steps]
    return found[0].id if found else ""


def _asked_about(project: Project, said: Mapping[str, str], today: date) -> Project:
    """Return the project after a yes or a no to each of its questions; the rest stays."""
    if MORE_WORK in said:
        project = replace(project, more_work=said[MORE_WORK] == "yes")
    if HAPPY in said and project.success is None:
        project = replace(project, success=said[HAPPY] == "yes")
    for kind in ClosingKind:
        if said.get(kind) == "no":
            project = closing.answered(project, kind, given=False, day=today)
        elif said.get(kind) == "yes" and kind in _GIVEN_BY_WORD:
            project = closing.answered(project, kind, given=True, day=today)
        elif said.get(kind) == "yes":
            project = closing.asked(project, kind, today)
    return project


def with_bookings(
    projects: Sequence[Project], steps: Sequence[NextStep], called_for: str, today: date
) -> tuple[tuple[Project, ...], tuple[NextStep, ...]]:
    """Return projects and new steps after a booking was pencilled in for the project meant.

    Its step counts as asked for, unless it has its answer already.
    """
    if not called_for or not any(step.kind is StepKind.BOOKING for step in steps):
        return tuple(projects), tuple(steps)
    return (
        tuple(
            closing.asked(project, ClosingKind.BOOKING, today)
            if project.id == called_for
            else project
            for project in projects
        ),
        tuple(
            replace(step, project_id=called_for) if step.kind is StepKind.BOOKING else step
            for step in steps
        ),
    )


def bookings_after(
    steps: Iterable[NextStep],
    called_for: str,
    answers: Iterable[Answer],
    today: date,
    *,
    anew: bool = False,
) -> tuple[NextStep, ...]:
    """Return the next steps, what was pencilled in after the project let go where they said no.

    It is done with too where a booking was pencilled in `anew`.
    """
    no = any(a.question == ClosingKind.BOOKING and a.text == "no" for a in answers)
    return tuple(
        replace(step, done=today)
        if (no or anew) and called_for and step.is_pencilled and step.project_id == called_for
        else step
        for step in steps
    )
