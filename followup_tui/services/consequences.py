"""What a conversation changes in the records besides itself: pure, from records to records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from msgspec.structs import replace

from followup_tui.domain.course import CoffeeEnd, Draw
from followup_tui.domain.courses import coffees
from followup_tui.domain.due.call_list import Reason, ReasonKind
from followup_tui.domain.encounter import Encounter
from followup_tui.domain.interaction import Answer, InteractionKind, NoteLine
from followup_tui.domain.playbook import AnswerType, Playbook, Trigger
from followup_tui.domain.promise import NextStep, Promise, PromiseState, Referral, StepKind
from followup_tui.domain.record import Record, new_id
from followup_tui.domain.value_add import Offer, OfferState
from followup_tui.domain.wrap_up.items import EarlierPromise, OfferMade, ThanksOwed


def notes_with_answers(
    notes: Sequence[NoteLine], answers: Iterable[Answer], playbook: Playbook, at: datetime
) -> tuple[NoteLine, ...]:
    """Return the notes and, as notes under their sign, the answers to questions that have one."""
    signs = {
        question.key: question.note_sign
        for question in playbook.questions
        if question.note_sign and question.answer is AnswerType.TEXT
    }
    said = tuple(
        NoteLine(at=at, text=f"{signs[answer.question]} {line.strip()}")
        for answer in answers
        if answer.question in signs
        for line in answer.text.splitlines()
        if line.strip()
    )
    return (*notes, *said)


def encounters_after(encounters: Iterable[Encounter], today: date) -> tuple[Encounter, ...]:
    """Return the encounters of somebody who was reached today, followed up."""
    return tuple(
        encounter if encounter.followed_up else replace(encounter, followed_up=today)
        for encounter in encounters
    )


def steps_after(steps: Iterable[NextStep], *, now: datetime, reached: bool) -> tuple[NextStep, ...]:
    """Return the next steps after a conversation, done where it has dealt with them.

    A call-back whose hour has come is dealt with by calling, whether or not somebody answers:
    the next try has a day of its own. Who was reached needs no other call today; a meeting or a
    coffee that is still to come today stays.
    """
    return tuple(
        replace(step, done=now.date()) if _is_dealt_with(step, now, reached) else step
        for step in steps
    )


MOVED = {InteractionKind.COFFEE: StepKind.COFFEE, InteractionKind.MEETING: StepKind.MEETING}
"""What is agreed anew where a coffee or a meeting was moved to another hour."""


def steps_moved(
    steps: Iterable[NextStep], kind: StepKind, *, now: datetime
) -> tuple[NextStep, ...]:
    """Return the next steps after what was agreed for up to today was moved: it is done with."""
    return tuple(
        replace(step, done=now.date())
        if step.done is None
        and step.kind is kind
        and (step.at if step.all_day else step.at.astimezone(now.tzinfo)).date() <= now.date()
        else step
        for step in steps
    )


def _is_dealt_with(step: NextStep, now: datetime, reached: bool) -> bool:
    if step.done is not None:
        return False
    at = step.at.astimezone(now.tzinfo)
    day = step.at.date() if step.all_day else at.date()
    come = day <= now.date() if step.all_day else at <= now
    if step.kind is StepKind.CALL_BACK:
        return come or (reached and day <= now.date())
    if step.kind is StepKind.CALL:
        return reached and day <= now.date()
    return reached and come


def draws_after(
    draws: Iterable[Draw], client_id: str, person: str, today: date, *, talked: bool
) -> tuple[Draw, ...]:
    """Return the draws in which a client's coffee was open, with what became of it.

    `talked` says that the coffee was had, or what it is for talked about otherwise; else they
    were asked to it.
    """
    open_for = [draw for draw in draws if coffees.open_pick(draw, client_id, person) is not None]
    if talked:
        end = CoffeeEnd.HAD
        return tuple(
            coffees.settled(draw, client_id, end, today, person=person) for draw in open_for
        )
    return tuple(coffees.invited(draw, client_id, today, person=person) for draw in open_for)


def offers_after(
    offers: Iterable[Offer], made: Iterable[OfferMade], client_id: str, at: datetime
) -> tuple[Record, ...]:
    """Return what became of the value-adds that were spoken of, at `at` (UTC).

    An offer that was planned goes on; what was not planned is a new one, with the tip itself
    where it is not in the library yet. What was not spoken of stays as it is.
    """
    planned = {each.value_add_id: each for each in offers if each.state is OfferState.PLANNED}
    put: list[Record] = []
    for item in made:
        if item.state is OfferState.PLANNED:
            continue
        if item.tip is not None:
            put.append(item.tip)
        offer = planned.get(item.value_add_id) or Offer(
            id=new_id(at), created=at, client_id=client_id, value_add_id=item.value_add_id, at=at
        )
        put.append(replace(offer, state=item.state, at=at))
    return tuple(put)


def promises_after(
    promises: Iterable[Promise], settled: Iterable[EarlierPromise], today: date
) -> tuple[Promise, ...]:
    """Return the open promises of before, in their order, with those settled that were."""
    states = {each.promise_id: each.state for each in settled}
    return tuple(
        replace(promise, state=states[promise.id], settled=today)
        if states.get(promise.id, PromiseState.OPEN) is not PromiseState.OPEN
        else promise
        for promise in promises
    )


def thanks_after(
    referrals: Iterable[Referral], thanks: Iterable[ThanksOwed], today: date
) -> tuple[Referral, ...]:
    """Return the referrals for which thanks were given, as thanked today."""
    given = {each.referral_id for each in thanks if each.given}
    return tuple(replace(each, thanked=today) for each in referrals if each.id in given)


def left_until(remaining: Sequence[Reason], playbook: Playbook, day: date | None) -> date | None:
    """Return the day before which a client is left alone, as was set in a wrap-up, or None.

    The day of the next contact by itself moves only the cadence. Where what the client was
    called for is not settled by the conversation (nobody answered, a step was not asked for), it
    would stand on the list again at once: then that waits for the day too. What belongs to
    another playbook, was promised or agreed does not.
    """
    if day is None or not remaining:
        return None
    waits = all(
        reason.playbook == playbook.key
        and reason.kind in {ReasonKind.NEW_CONTACT, ReasonKind.PROJECT_CLOSING, ReasonKind.COFFEE}
        for reason in remaining
    )
    return day if waits else None


def changed(before: Sequence[Record], after: Sequence[Record]) -> tuple[Record, ...]:
    """Return the records of `after` that differ from those of the same place in `before`."""
    return tuple(new for old, new in zip(before, after, strict=True) if new != old)


def is_coffee(playbook: Playbook) -> bool:
    """Say whether a conversation under `playbook` is the coffee that somebody was drawn for."""
    return playbook.due.trigger is Trigger.COURSE_DRAW
