"""Where projects and their closing steps stand, in words: the same on each screen and command."""

from __future__ import annotations

from datetime import date

from followup_tui.domain.closing import TIMES, ask_day, is_closed, to_ask
from followup_tui.domain.playbook import Due
from followup_tui.domain.project import ClosingKind, ClosingStep, Project, StepState
from followup_tui.domain.promise import NextStep
from followup_tui.domain.words import day_words

NAMES = {
    ClosingKind.REFERENCE: "Reference",
    ClosingKind.TESTIMONIAL: "Testimonial",
    ClosingKind.REVIEW: "Public review",
    ClosingKind.BOOKING: "Booking",
}
_SUCCESS = {True: "a success", False: "not a success", None: ""}


def day_of(day: date, today: date) -> str:
    """Return ``5 Nov``, with its year where it is another than today's."""
    return f"{day.day} {day:%b}" + ("" if day.year == today.year else f" {day.year}")


def project_words(project: Project, today: date) -> str:
    """Return ``ended Fri 6 Nov · Azure, SQL · a success``, without the title."""
    if project.ended is None:
        since = f" since {day_of(project.started, today)}" if project.started else ""
        state = f"under way{since}"
    else:
        tense = "ends" if project.ended > today else "ended"
        state = f"{tense} {day_words(project.ended, today)}"
    parts = (state, ", ".join(project.technologies), _SUCCESS[project.success])
    return " · ".join(part for part in parts if part)


def step_words(
    step: ClosingStep,
    project: Project,
    due: Due | None,
    today: date,
    *,
    booking: NextStep | None = None,
) -> str:
    """Return where a step stands: ``asked 5 Nov, no answer; again from 19 Nov``.

    `due` is that of the playbook after projects, if there is one; `booking` what was pencilled in
    after the project.
    """
    words = _state_words(step, project, due, today)
    if booking is None or step.kind is not ClosingKind.BOOKING:
        return words
    return f"{pencilled_words(booking, today)}; {words}"


def _state_words(step: ClosingStep, project: Project, due: Due | None, today: date) -> str:
    if step.state is StepState.NOT_ASKED:
        if step.kind is ClosingKind.BOOKING and project.more_work is False:
            return "not wanted: no more work in sight"
        return "not asked yet"
    times = " and ".join(day_of(day, today) for day in step.asked[-TIMES:])
    if step.settled is not None:
        asked = f", asked {times}" if step.asked else ""
        return f"{step.state.value} {day_of(step.settled, today)}{asked}"
    again = ask_day(step, project.ended, due) if project.ended and due else None
    if again is None:
        return f"asked {times}, no answer"
    when = f"again from {day_of(again, today)}" if again > today else "ask again"
    return f"asked {times}, no answer; {when}"


def pencilled_words(step: NextStep, today: date) -> str:
    """Return ``pencilled in for Tue 22 Dec``, or that it is confirmed."""
    day = step.at.date()  # an all-day step is at midnight of the client's zone
    if step.confirmed is not None:
        return f"confirmed for {day_words(day, today)}"
    if day < today:
        return f"was pencilled in for {day_words(day, today)}, never confirmed"
    return f"pencilled in for {day_words(day, today)}"


def left_words(project: Project, due: Due | None, today: date) -> str:
    """Return what is left to ask: ``4 to ask``, ``next: review, from 3 Dec``, ``settled``."""
    if project.under_way or due is None:
        return ""
    if is_closed(project, due):
        return "settled"
    left = to_ask(project, due)
    now = [each.step.kind.value for each in left if each.day <= today]
    if now:
        return f"to ask: {', '.join(now)}"
    first = min(left, key=lambda each: each.day)
    return f"waits until {day_of(first.day, today)}: {first.step.kind.value}"
