"""The four steps that close a project: when each is asked, what an answer makes of it. Pure.

The rules are those of the playbook “after a project”: each step is asked from the day the project
ends, asked again once when there is no answer in two weeks (`playbook.Due.ask_again`), and a no is
an answer. When nothing is left to ask, the client goes over to the playbook that comes after.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from msgspec.structs import replace

from followup_tui.domain.client import Client
from followup_tui.domain.playbook import Due
from followup_tui.domain.project import ClosingKind, ClosingStep, Project, StepState
from followup_tui.domain.record import Invalid

TIMES = 2
"""How often a step is asked for: once, and once again."""

WANTED_WORDS = {
    ClosingKind.REFERENCE: "a reference",
    ClosingKind.TESTIMONIAL: "a testimonial",
    ClosingKind.REVIEW: "a public review",
    ClosingKind.BOOKING: "a booking",
}
"""What is asked for, as it stands after “ask for”."""


def wanted_words(steps: Iterable[ClosingStep]) -> str:
    """Return what is asked for by some steps: ``a reference, a testimonial and a booking``."""
    *others, last = [WANTED_WORDS[step.kind] for step in steps]
    return f"{', '.join(others)} and {last}" if others else last


@dataclass(frozen=True, slots=True)
class ToAsk:
    """A step that is still to be asked for, and the day from which it is."""

    step: ClosingStep
    day: date


def ask_day(step: ClosingStep, ended: date, due: Due) -> date | None:
    """Return the day from which a step is to be asked; None: answered, or asked often enough."""
    if step.is_settled:
        return None
    if step.state is StepState.NOT_ASKED:
        return ended + timedelta(days=due.ideal)
    if due.ask_again and len(step.asked) < TIMES:
        return max(step.asked) + timedelta(days=due.ask_again)
    return None


def to_ask(project: Project, due: Due) -> tuple[ToAsk, ...]:
    """Return the steps that are still to be asked for, in their order; none while work goes on."""
    if project.ended is None:
        return ()
    days = ((step, ask_day(step, project.ended, due)) for step in project.open_steps)
    return tuple(ToAsk(step, day) for step, day in days if day is not None)


def is_closed(project: Project, due: Due) -> bool:
    """Say whether an ended project leaves nothing to ask, be it for want of an answer."""
    return project.ended is not None and not to_ask(project, due)


def asked(project: Project, kind: ClosingKind, day: date) -> Project:
    """Return the project after one of its steps was asked for on `day` (a letter left, say).

    A step that has its answer stays as it is, and so does one that was asked that day already.
    """
    step = project.step(kind)
    if step.is_settled or day in step.asked:
        return project
    return _with(project, replace(step, state=StepState.ASKED, asked=(*step.asked, day)))


def answered(project: Project, kind: ClosingKind, *, given: bool, day: date) -> Project:
    """Return the project after a yes or a no; a step that has its answer keeps it."""
    step = project.step(kind)
    if step.is_settled:
        return project
    state = StepState.GIVEN if given else StepState.DECLINED
    return _with(project, replace(step, state=state, settled=day))


def marked(
    project: Project, kind: ClosingKind, state: StepState, day: date, *, note: str | None = None
) -> Project:
    """Return the project with a step in a state that somebody set by hand, whatever it was before.

    `day` is that of the question or of the answer. What was asked before stays known, unless the
    step is said not to have been asked at all. Raises `Invalid` where an answer would come before
    the question.
    """
    step = project.step(kind)
    days, settled = step.asked, None
    if state is StepState.NOT_ASKED:
        days = ()
    elif state is StepState.ASKED:
        days = tuple(sorted({*days, day}))
    else:
        settled = day
        if days and day < days[0]:
            raise Invalid("day", "must not come before the day on which it was asked")
    words = step.note if note is None else note
    return _with(project, replace(step, state=state, asked=days, settled=settled, note=words))


def _with(project: Project, changed: ClosingStep) -> Project:
    closing = tuple(changed if step.kind is changed.kind else step for step in project.closing)
    if changed.kind not in {step.kind for step in project.closing}:
        closing = (*closing, changed)
    return replace(project, closing=closing)


def with_call_again(client: Client, before: Project, after: Project, due: Due) -> Client:
    """Return the client as a change of their project by hand or by letter leaves them.

    The wrap-up sets the day of the next call by what is left to ask. Where that was asked or
    answered without a call, the day is that of what is left then; with nothing left they are
    called by cadence, as if no day had been set.
    """
    again = client.call_again
    if again is None or not any(_set_for(again, each.day) for each in to_ask(before, due)):
        return client
    left = [each.day for each in to_ask(after, due)]
    if any(_set_for(again, day) for day in left):
        return client
    day = min((each for each in left if each > again), default=None)
    return replace(client, call_again=day, call_again_at=None)


def _set_for(again: date, day: date) -> bool:
    """Say whether the day of a call is that of a step, or the Monday after it."""
    return timedelta(0) <= again - day <= timedelta(days=2)
