"""What of a wrap-up's items cannot stand as it is: a sentence beside the field, or nothing."""

from __future__ import annotations

from datetime import datetime, tzinfo

from followup_tui.domain.notes.caught import CaughtPromise, CaughtStep, CaughtWords
from followup_tui.domain.text import clean_line
from followup_tui.domain.wrap_up.items import NamedPerson, WrapItem

YEARS_AHEAD = 5
"""Years from which a day is a slip of the finger."""


def problem_of(item: WrapItem, *, now: datetime, zone: tzinfo) -> str:
    """Return why an item cannot be written, as a sentence, or an empty string.

    What is dropped can stand as it is. `now` carries the user's zone, in which promises are due;
    `zone` is the client's, in which the day of a step without an hour counts.
    """
    match item:
        case CaughtPromise(keep=True):
            return _of_promise(item, now)
        case NamedPerson(keep=True):
            return _of_person(item)
        case CaughtStep(keep=True):
            return _of_step(item, now, zone)
        case CaughtWords(keep=True) if not clean_line(item.text):
            return "Nothing stands here: write it, or untick it."
        case _:
            return ""


def _of_promise(item: CaughtPromise, now: datetime) -> str:
    if not clean_line(item.text):
        return "Say what was promised, or untick it."
    if item.due < now.date():
        return "That day has passed: name one to come, or untick it."
    if item.due.year > now.year + YEARS_AHEAD:
        return f"That is more than {YEARS_AHEAD} years away."
    return ""


def _of_person(item: NamedPerson) -> str:
    if not clean_line(item.name):
        return "Who was it? Write the name, or untick it."
    email = clean_line(item.email)
    if email and (email.count("@") != 1 or email[0] == "@" or email[-1] == "@" or " " in email):
        return f"“{email}” is no e-mail address."
    return ""


def _of_step(item: CaughtStep, now: datetime, zone: tzinfo) -> str:
    if item.at is None:
        return "When? Write it like thu 10:00, or untick it."
    if item.all_day:
        past = item.at.astimezone(zone).date() < now.astimezone(zone).date()
    else:
        past = item.at <= now
    if past:
        return "That has passed: name a time to come, or untick it."
    if item.at.year > now.year + YEARS_AHEAD:
        return f"That is more than {YEARS_AHEAD} years away."
    return ""
