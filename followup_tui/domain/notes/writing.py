"""Writing what was understood as the line it would be understood from.

Whoever mends an item mends its line: the text stays the only truth. Days are written with their
year, so that a line means the same whenever it is read again.
"""

from __future__ import annotations

from datetime import date

from followup_tui.domain.notes.capture import SIGN_OF, NoteKind
from followup_tui.domain.notes.caught import (
    Caught,
    CaughtPromise,
    CaughtReferral,
    CaughtStep,
    WordKind,
)
from followup_tui.domain.notes.promises import owner_of
from followup_tui.domain.promise import Owner
from followup_tui.domain.text import clean_line

_KIND_OF_WORDS = {
    WordKind.LIKED: NoteKind.LIKED,
    WordKind.DISLIKED: NoteKind.DISLIKED,
    WordKind.INTEREST: NoteKind.INTEREST,
    WordKind.QUESTION: NoteKind.QUESTION,
}


def written(item: Caught) -> str:
    """Return an item as a line of notes with its sign."""
    match item:
        case CaughtPromise():
            kind, words = NoteKind.PROMISE, _promise(item)
        case CaughtReferral():
            kind, words = NoteKind.REFERRAL, _referral(item)
        case CaughtStep():
            kind, words = NoteKind.NEXT_STEP, _step(item)
        case _:
            kind, words = _KIND_OF_WORDS[item.kind], item.text
    return f"{SIGN_OF[kind]} {clean_line(words)}"


def _promise(item: CaughtPromise) -> str:
    told, text = owner_of(item.text, ())
    prefix = (
        ""
        if (told, text) == (item.by, item.text)
        else {Owner.US: "us: ", Owner.THEM: "them: "}[item.by]
    )
    return f"{prefix}{item.text} by {_day(item.due)}"


def _referral(item: CaughtReferral) -> str:
    company = f" at {item.company}" if item.company else ""
    return ", ".join(
        part for part in (f"{item.name}{company}", *item.emails, *item.phones, item.detail) if part
    )


def _step(item: CaughtStep) -> str:
    when = ""
    if item.at is not None:
        when = _day(item.at.date())
        when += "" if item.all_day else f" {item.at:%H:%M}"
    maybe = "" if item.agreed else "maybe"
    return " ".join(part for part in (maybe, item.kind.value, when, item.text) if part)


def _day(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b} {day.year}"
