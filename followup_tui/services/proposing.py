"""What a wrap-up proposes beside what was caught: times for what comes next, and a consultation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta, tzinfo

from followup_tui.domain.calling import slots
from followup_tui.domain.encounter import Encounter
from followup_tui.domain.interaction import Answer, NoteLine
from followup_tui.domain.networking.next_step import STEP_FOR, times_of
from followup_tui.domain.notes.caught import CaughtPromise, CaughtStep
from followup_tui.domain.playbook import Playbook, Trigger
from followup_tui.domain.project import ClosingKind
from followup_tui.domain.promise import NextStep, StepKind
from followup_tui.domain.views import WrapUpView
from followup_tui.domain.wrap_up.consultation import day_for_it, is_wanted
from followup_tui.services.closing_answers import MORE_WORK
from followup_tui.services.ports import Records
from followup_tui.services.wrap_beginning import Reading

WARMTH = "warmth"
"""Key of the question that says by which way they want to go on."""
NOT_FOR_NOW = "not for now"
DAY_FOR_IT = "day"
"""Key of the question for the day on which that is to be."""
BOOKING_DAY = "booking-day"
"""Key of the question from which day on the booking is to be."""
TO_ARRANGE = 2
"""Days within which a consultation is to be arranged: while they still remember saying yes."""
SATURDAY = 5  # as `date.weekday` counts
_BY_WORD = {
    "meeting": StepKind.MEETING,
    "coffee": StepKind.COFFEE,
    "call": StepKind.CALL,
    "booking": StepKind.BOOKING,
}


def with_consultation(view: WrapUpView, reading: Reading) -> WrapUpView:
    """Return the wrap-up with the consultation they said yes to: a meeting on the day they named.

    Where they named none, a promise to arrange it.
    """
    if not view.outcome.is_reached or not is_wanted(view.answers, view.playbook):
        return view
    manager = view.client.account_manager
    what = f"free consultation with {manager.name if manager else 'their account manager'}"
    line = NoteLine(at=view.ended, text="")
    day = day_for_it(view.answers)
    if day is not None and day >= reading.now.astimezone(reading.theirs.zone).date():
        at = _midnight(day, reading.theirs.zone)
        step = CaughtStep(StepKind.MEETING, at, line, all_day=True, agreed=True, text=what)
        return replace(view, steps=(*view.steps, step))
    promise = CaughtPromise(f"arrange the {what}", _arranged_by(reading.now.date()), line)
    return replace(view, promises=(*view.promises, promise))


def _arranged_by(today: date) -> date:
    day = today + timedelta(days=TO_ARRANGE)
    return day + timedelta(days=7 - day.weekday()) if day.weekday() >= SATURDAY else day


def with_slots(view: WrapUpView, reading: Reading, records: Records) -> WrapUpView:
    """Return the wrap-up with two slots to propose, unless a step was noted.

    What to propose follows how they want to go on, else how warm it was when they were met, else
    the playbook; from which day on, the day they named for it, else for a call the day of the next
    contact. None is ticked yet, but of a booking that they said yes to the first, or the day they
    named. Where a booking is pencilled in already, no other is proposed unless they named a day.
    """
    met = _met(view, records)
    kind = _kind_of_step(view.playbook, view.answers, met)
    if not view.outcome.is_reached or kind is None or any(step.at for step in view.steps):
        return view
    wanted = kind is StepKind.BOOKING and _answer(view.answers, ClosingKind.BOOKING) == "yes"
    proposed: Sequence[datetime]
    named_day = _day(_answer(view.answers, BOOKING_DAY)) if wanted else None
    if kind is StepKind.BOOKING and named_day is None and _is_pencilled(view, records):
        return view
    if named_day is not None:
        proposed = [_midnight(named_day, reading.theirs.zone)]
    elif times := _found_then(met, kind, view, reading.now):
        proposed = times
    else:
        proposed = slots.propose(
            kind,
            now=reading.now,
            theirs=reading.theirs,
            ours=reading.ours,
            after=_from_day(kind, view),
            taken=_taken(records, reading.now),
        )
    line = NoteLine(at=view.ended, text="")
    steps = tuple(
        CaughtStep(
            kind=kind,
            at=at,
            line=line,
            all_day=kind is StepKind.BOOKING,
            agreed=wanted,
            keep=wanted and number == 0,
        )
        for number, at in enumerate(proposed)
    )
    return replace(view, steps=(*view.steps, *steps))


def _is_pencilled(view: WrapUpView, records: Records) -> bool:
    """Say whether a booking is pencilled in with them that is still to come."""
    steps = records.of_client(NextStep, view.client.id)
    return any(step.is_pencilled and step.at >= view.ended for step in steps)


def _met(view: WrapUpView, records: Records) -> Encounter | None:
    """Return the meeting that the conversation is about, if it is about one.

    Of a mere exchange of cards the call itself was what was to come.
    """
    if view.playbook.due.trigger is not Trigger.ENCOUNTER:
        return None
    found = records.of_client(Encounter, view.client.id)
    met = max(found, key=lambda each: (each.day, each.id), default=None)
    return None if met is None or STEP_FOR[met.warmth] is StepKind.CALL else met


def _found_then(
    met: Encounter | None, kind: StepKind, view: WrapUpView, now: datetime
) -> Sequence[datetime]:
    """Return the times that were found when they were met, if it is still those that are wanted."""
    if met is None or kind is not STEP_FOR[met.warmth] or _answer(view.answers, DAY_FOR_IT):
        return ()
    return times_of(met, now)


def _from_day(kind: StepKind, view: WrapUpView) -> date | None:
    """Return the day from which on slots are looked for; None: as is usual for their kind."""
    named_day = _answer(view.answers, DAY_FOR_IT)
    if named_day:
        return _day(named_day)
    return view.call_again if kind is StepKind.CALL else None


def _kind_of_step(
    playbook: Playbook, answers: Sequence[Answer], met: Encounter | None
) -> StepKind | None:
    """Return what comes next by what they said, how they were met, or the playbook."""
    said = _answer(answers, WARMTH)
    if said == NOT_FOR_NOW:
        return None
    for word, kind in _BY_WORD.items():
        if word in said:
            return kind
    usual = STEP_FOR[met.warmth] if met is not None else playbook.wrap_up.next_step
    unwanted = "no" in (_answer(answers, ClosingKind.BOOKING), _answer(answers, MORE_WORK))
    return None if usual is StepKind.BOOKING and unwanted else usual


def _answer(answers: Iterable[Answer], question: str) -> str:
    return next((answer.text for answer in answers if answer.question == question), "")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None  # answered under an older playbook, as words


def _midnight(day: date, zone: tzinfo) -> datetime:
    return datetime.combine(day, time(), zone)


def _taken(records: Records, now: datetime) -> list[datetime]:
    """Return the hours that are agreed or proposed with anybody, from yesterday on."""
    since = now - timedelta(days=1)
    return [
        step.at
        for step in records.all(NextStep)
        if step.done is None and not step.all_day and step.at >= since
    ]
