"""Mending what was understood of a line, part by part: the parts, and the line they make."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo

from followup_tui.domain.days.dates import read_day, working_days_on
from followup_tui.domain.interaction import NoteLine
from followup_tui.domain.notes.capture import PROMISE_DAYS, SIGN_OF, NoteKind, kind_of, words_of
from followup_tui.domain.notes.caught import Caught, CaughtPromise, CaughtReferral, CaughtStep
from followup_tui.domain.notes.steps import understand_step
from followup_tui.domain.notes.writing import written
from followup_tui.domain.promise import Owner, StepKind
from followup_tui.domain.record import Invalid
from followup_tui.domain.text import clean_line


@dataclass(frozen=True, slots=True)
class LineParts:
    """What can be mended of a line; which of it counts depends on the kind."""

    kind: NoteKind
    text: str = ""
    """The words; of a referral its name."""
    when: str = ""
    """The day of a promise, or the moment of a step, as it is typed."""
    by: Owner = Owner.US
    step: StepKind = StepKind.CALL
    agreed: bool = True
    company: str = ""
    mail: str = ""
    phone: str = ""
    detail: str = ""


def parts_of(line: NoteLine, item: Caught | None) -> LineParts:
    """Return the parts of a line as it was understood; every kind can be made of them."""
    kind, words = kind_of(line.text), clean_line(words_of(line.text))
    match item:
        case CaughtPromise():
            when = f"{item.due:%a} {item.due.day} {item.due:%b} {item.due.year}"
            return LineParts(kind, item.text, when=when, by=item.by)
        case CaughtReferral():
            return LineParts(
                kind,
                item.name,
                company=item.company,
                mail=", ".join(item.emails),
                phone=", ".join(item.phones),
                detail=item.detail,
            )
        case CaughtStep():
            return LineParts(
                kind, item.text, when=_moment(item), step=item.kind, agreed=item.agreed
            )
        case _:
            return LineParts(kind, words)


def _moment(item: CaughtStep) -> str:
    if item.at is None:
        return ""
    day = f"{item.at:%a} {item.at.day} {item.at:%b} {item.at.year}"
    return day if item.all_day else f"{day} {item.at:%H:%M}"


def line_of(parts: LineParts, *, now: datetime, zone: tzinfo, own: tzinfo) -> str:
    """Return the line that parts make, with its sign.

    `zone` is the client's, in which an hour is read, `own` the user's. Raises `Invalid` with the
    part that cannot be: no words, or a day that is none for sure or has passed.
    """
    text = clean_line(parts.text)
    if not text and parts.kind is not NoteKind.NEXT_STEP:
        raise Invalid("text", "Write what it is about.")
    line = NoteLine(at=now, text="")
    match parts.kind:
        case NoteKind.PROMISE:
            return written(_promise(parts, text, line, now.astimezone(own)))
        case NoteKind.REFERRAL:
            return written(_referral(parts, text, line))
        case NoteKind.NEXT_STEP:
            return written(_step(parts, text, line, now=now, zone=zone, own=own))
        case NoteKind.NOTE:
            return text
        case kind:
            return f"{SIGN_OF[kind]} {text}"


def _promise(parts: LineParts, text: str, line: NoteLine, now: datetime) -> CaughtPromise:
    when, today = clean_line(parts.when), now.date()
    due = read_day(when, today=today) if when else working_days_on(today, PROMISE_DAYS)
    if due is None:
        raise Invalid("when", f"“{when}” is no day for sure: write it like fri or 1 Dec.")
    if due < today:
        raise Invalid("when", f"“{when}” has passed: name a day to come.")
    return CaughtPromise(text=text, due=due, line=line, by=parts.by)


def _referral(parts: LineParts, text: str, line: NoteLine) -> CaughtReferral:
    return CaughtReferral(
        name=text,
        line=line,
        company=clean_line(parts.company),
        emails=tuple(filter(None, (clean_line(mail) for mail in parts.mail.split(",")))),
        phones=tuple(filter(None, (clean_line(phone) for phone in parts.phone.split(",")))),
        detail=clean_line(parts.detail),
    )


def _step(
    parts: LineParts, text: str, line: NoteLine, *, now: datetime, zone: tzinfo, own: tzinfo
) -> CaughtStep:
    when = clean_line(parts.when)
    read = understand_step(when, line, now=now, zone=zone, own=own)
    if read.at is None:
        raise Invalid("when", read.doubt)
    return CaughtStep(
        kind=parts.step, at=read.at, line=line, all_day=read.all_day, agreed=parts.agreed, text=text
    )
