"""Why a client is due by what was promised or agreed: promises, call-backs and next steps.

What they owe and the thanks we owe are reasons as well, of little weight: they come last.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from followup_tui.domain.client import Client
from followup_tui.domain.due.call_list import Band, ClientFile, Reason, ReasonKind
from followup_tui.domain.due.ways import Ways, earliness
from followup_tui.domain.promise import (
    NextStep,
    Owner,
    Promise,
    PromiseState,
    Referral,
    StepKind,
)
from followup_tui.domain.words import day_words

PAUSE = 7
"""Days that thanks, and a reminder of what they promised, wait after a conversation."""

BOOKING_NOTICE = 7
"""Days before a booking that is only pencilled in at which it comes back: a week is enough to
confirm it with them or to give the days to others."""

_TO_DO = (
    "answer arrange ask book bring build call check come discuss explain find fix get give help"
    " introduce invite let look make meet organise organize pass phone prepare put quote read"
    " review ring set show speak talk tell test try update visit write"
)
_VERBS = frozenset(_TO_DO.split())
_SENDING = frozenset(("send", "share", "forward", "mail", "email"))


def promised(file: ClientFile, ways: Ways, playbook: str) -> Iterator[Reason]:
    """Yield what we promised and is due, or will be within the days looked ahead."""
    for promise in file.promises:
        if promise.by is not Owner.US or promise.state is not PromiseState.OPEN:
            continue
        if promise.due > ways.horizon:
            continue
        overdue = (ways.today - promise.due).days
        band = Band.URGENT if overdue > 0 else Band.DUE if overdue == 0 else Band.SOON
        yield Reason(
            kind=ReasonKind.PROMISE,
            text=f"{_worded(promise)}, due {day_words(promise.due, ways.today)}",
            due=promise.due,
            band=band,
            playbook=playbook,
            weight=float(overdue),
            record_id=promise.id,
        )


def awaited(file: ClientFile, ways: Ways, playbook: str) -> Iterator[Reason]:
    """Yield what they promised and did not keep to, once its day is past."""
    for promise in file.promises:
        if promise.by is not Owner.THEM or promise.state is not PromiseState.OPEN:
            continue
        due = _after_a_pause(promise.due + timedelta(days=1), file)
        if due <= ways.horizon:
            yield Reason(
                kind=ReasonKind.THEIR_PROMISE,
                text=f"they promised: {promise.text}, due {day_words(promise.due, ways.today)}",
                due=due,
                band=Band.DUE if due <= ways.today else Band.SOON,
                playbook=playbook,
                weight=float((ways.today - promise.due).days),
                record_id=promise.id,
            )


def thanks_owed(file: ClientFile, ways: Ways, playbook: str) -> Iterator[Reason]:
    """Yield whom they introduced and were not thanked for, within a week of it."""
    for referral in file.thanks:
        named = referral.created.astimezone(ways.zone).date()
        due = _after_a_pause(named + timedelta(days=PAUSE), file)
        if referral.thanked is None and due <= ways.horizon:
            yield Reason(
                kind=ReasonKind.THANKS,
                text=thanks_words(file.client, referral),
                due=due,
                band=Band.DUE if due <= ways.today else Band.SOON,
                playbook=playbook,
                weight=float((ways.today - named).days),
                record_id=referral.id,
            )


def thanks_words(client: Client, referral: Referral) -> str:
    """Return ``thank Jane for introducing Omar``."""
    who = client.primary.name.split()[0] if client.primary else client.name
    return f"thank {who} for introducing {referral.name}"


def _after_a_pause(due: date, file: ClientFile) -> date:
    """Return `due`, or a week after they were last spoken to: nobody is reminded the same day."""
    last = file.standing.last_reached
    return due if last is None else max(due, last + timedelta(days=PAUSE))


def _worded(promise: Promise) -> str:
    """Return ``promised the pricing link`` or ``promised to call Omar``, as the note was worded."""
    first, _, rest = promise.text.partition(" ")
    if first.lower() in _SENDING and rest:
        return f"promised {rest}"
    return f"promised to {promise.text}" if first.lower() in _VERBS else f"promised {promise.text}"


def agreed(file: ClientFile, ways: Ways, playbook: str) -> Iterator[Reason]:
    """Yield the call-backs and next steps whose day has come, or will within those days.

    A booking that is only pencilled in comes back before its day, and stays until it is
    confirmed, moved or let go.
    """
    for step in file.next_steps:
        at = step.at.astimezone(ways.zone)
        # An all-day step is at midnight of the client's zone: its day is the one written there.
        day = step.at.date() if step.all_day else at.date()
        if step.done is not None:
            continue
        if step.is_pencilled:
            yield from _pencilled(step, day, file, ways, playbook)
            continue
        if day > ways.horizon:
            continue
        is_call_back = step.kind is StepKind.CALL_BACK
        come = day < ways.today or (day == ways.today and not step.all_day and at <= ways.now)
        if day > ways.today:
            band = Band.SOON
        elif come:
            band = Band.URGENT if is_call_back else Band.LATE
        else:
            band = Band.DUE
        yield Reason(
            kind=ReasonKind.CALL_BACK if is_call_back else ReasonKind.NEXT_STEP,
            text=_step_words(step, None if step.all_day else at, day, ways),
            due=day,
            band=band,
            playbook=playbook,
            weight=earliness(at),
            at=None if step.all_day else at,
            record_id=step.id,
        )


def _pencilled(
    step: NextStep, day: date, file: ClientFile, ways: Ways, playbook: str
) -> Iterator[Reason]:
    """Yield why a pencilled booking is to be looked at; once spoken to, no more the same day."""
    due = day - timedelta(days=BOOKING_NOTICE)
    last = file.standing.last_reached
    if last is not None and due <= last < day:
        due = last + timedelta(days=1)
    if due > ways.horizon:
        return
    if day < ways.today:
        text = f"the booking pencilled in for {day_words(day, ways.today)} was never confirmed"
    else:
        text = f"booking pencilled in for {day_words(day, ways.today)}: confirm, move or let go"
    yield Reason(
        kind=ReasonKind.NEXT_STEP,
        text=f"{text} ({step.text})" if step.text else text,
        due=due,
        band=ways.band(due, day),
        playbook=playbook,
        weight=earliness(step.at),
        record_id=step.id,
    )


def _step_words(step: NextStep, at: datetime | None, day: date, ways: Ways) -> str:
    hour = f" {at:%H:%M}" if at else ""
    when = hour.strip() if day == ways.today and at else f"{day_words(day, ways.today)}{hour}"
    if step.kind is StepKind.CALL_BACK:
        words = f"call back {when}" if day >= ways.today else f"call-back was agreed for {when}"
    elif step.kind is StepKind.BOOKING:
        words = f"booking for {when}"
    else:
        words = f"{step.kind.value} {'agreed' if step.agreed else 'proposed'} for {when}"
    return f"{words}: {step.text}" if step.text else words
