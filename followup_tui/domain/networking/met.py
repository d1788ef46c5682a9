"""Somebody who was met: the raw texts of the quick form, and what they say.

The form and the command are the same: `MetFields` in, `Met` out, or every problem at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

import msgspec

from followup_tui.domain import form_fields
from followup_tui.domain.client import Person
from followup_tui.domain.client_form import FormProblems
from followup_tui.domain.days.past import read_past_day
from followup_tui.domain.days.when import find_day
from followup_tui.domain.encounter import Warmth
from followup_tui.domain.notes.promises import owner_of
from followup_tui.domain.promise import Owner
from followup_tui.domain.record import Invalid
from followup_tui.domain.text import clean_line
from followup_tui.domain.words import short_day

T = TypeVar("T")


class MetFields(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The fields as they are typed."""

    name: str = ""
    company: str = ""
    where: str = ""
    when: str = ""
    """The day, in words; empty: today."""
    talked_about: str = ""
    in_common: str = ""
    learned: str = ""
    promised: str = ""
    """Promises, a line each or with ``;`` between; a day may stand in one: “the slides by fri”."""
    warmth: Warmth = Warmth.OPEN
    phone: str = ""
    """Several are separated by commas; so are addresses."""
    email: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return self == MetFields(warmth=self.warmth)


@dataclass(frozen=True, slots=True)
class Promised:
    """One promise that was made while talking."""

    text: str
    due: date
    by: Owner = Owner.US


@dataclass(frozen=True, slots=True)
class Met:
    """What the fields say."""

    person: Person
    company: str
    day: date
    where: str
    talked_about: str
    in_common: str
    learned: str
    promised: str
    promises: tuple[Promised, ...]
    warmth: Warmth


def read(fields: MetFields, *, region: str, now: datetime) -> Met:
    """Return what the fields say. Raises `client_form.FormProblems`, by the names of the fields.

    `region` (ISO 3166) is where a phone number without a country code belongs. What is promised
    without a day is due the day after the meeting, when they are to be followed up.
    """
    reading = _Reading()
    today = now.date()
    day = reading.of("when", fields.when, lambda typed: _day(typed, today)) or today
    name = reading.of("name", fields.name, form_fields.required_line) or ""
    phones = reading.of(
        "phone", fields.phone, lambda typed: form_fields.phones(typed, region=region, stood=())
    )
    emails = reading.of("email", fields.email, lambda typed: form_fields.emails(typed, stood=()))
    lines = {
        field: reading.of(field, getattr(fields, field), form_fields.line) or ""
        for field in ("company", "where")
    }
    texts = {
        field: reading.of(field, getattr(fields, field), form_fields.text) or ""
        for field in ("talked_about", "in_common", "learned", "promised")
    }
    promises = reading.of("promised", texts["promised"], lambda text: _promises(text, day, today))
    if reading.problems:
        raise FormProblems(reading.problems)
    return Met(
        person=Person(name=name, phones=phones or (), emails=emails or ()),
        day=day,
        promises=promises or (),
        warmth=fields.warmth,
        **lines,
        **texts,
    )


def hints(fields: MetFields, *, now: datetime) -> dict[str, str]:
    """Return what is said beside the fields while they are typed: which days are meant."""
    today = now.date()
    try:
        day = _day(fields.when, today)
    except Invalid:
        day = today  # what is wrong with it is told when it is saved
    said = {"when": f"{day:%A} {day.day} {day:%B}" if fields.when.strip() else ""}
    due = [
        f"{'they owe' if each.by is Owner.THEM else 'due'} {short_day(each.due, today)}"
        for each in _promises(fields.promised, day, today)
    ]
    said["promised"] = ", ".join(due)
    return said


class _Reading:
    """Reads fields one by one and keeps what is wrong with each."""

    def __init__(self) -> None:
        self.problems: dict[str, str] = {}

    def of(self, field: str, text: str, reader: Callable[[str], T]) -> T | None:
        """Return what `reader` makes of the text, or None with the problem noted."""
        try:
            return reader(text)
        except Invalid as problem:
            self.problems[field] = problem.message
            return None


def _day(typed: str, today: date) -> date:
    words = clean_line(typed)
    if not words:
        return today
    day = read_past_day(words, today=today)
    if day is None:
        raise Invalid("", f"“{words}” names no day: write it like yesterday, tue or 17 Nov")
    if day > today:
        raise Invalid("", "is still to come: write the day on which you met")
    return day


def _promises(text: str, met: date, today: date) -> tuple[Promised, ...]:
    return tuple(_read_promises(text, max(met + timedelta(days=1), today), today))


def _read_promises(text: str, usual: date, today: date) -> Iterator[Promised]:
    for line in re.split(r"[\n;]", text):
        words = clean_line(line).lstrip("!-* ").rstrip(" .")
        if not words:
            continue
        when = find_day(words, today)
        by, what = owner_of(when.rest, ())
        yield Promised(text=what, due=when.day or usual, by=by)
