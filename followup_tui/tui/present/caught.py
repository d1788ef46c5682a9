"""What was understood in the notes, as it is drawn beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from itertools import islice

from textual.content import Content

from followup_tui.domain.interaction import NoteLine
from followup_tui.domain.notes.capture import NoteKind, kind_of, words_of
from followup_tui.domain.notes.caught import (
    Caught,
    CaughtPromise,
    CaughtReferral,
    CaughtStep,
    CaughtWords,
)
from followup_tui.domain.notes.in_words import day_words, moment_words
from followup_tui.domain.promise import Owner
from followup_tui.domain.text import clean_line, shorten
from followup_tui.tui.present.call import KIND_COLOURS, KIND_WORDS

_MOST = 60  # lines: nobody looks at more beside what is typed
_LONGEST = 200  # characters of a line

Parts = list[str | tuple[str, str]]


@dataclass(frozen=True, slots=True)
class CaughtLine:
    """One line of what was understood, and the line of the notes that it rests on."""

    row: int
    content: Content


def caught_lines(
    notes: Sequence[NoteLine],
    known: Mapping[NoteLine, Caught | None],
    *,
    now: datetime,
    zone: tzinfo,
    zone_doubt: str = "",
) -> tuple[CaughtLine, ...]:
    """Return what was understood in the notes, the newest first, each doubt below its line.

    `known` is what was read so far; a line not among it stands with its words alone. `now` carries
    the user's zone, `zone` is the client's.
    """
    rows = ((row, notes[row]) for row in range(len(notes) - 1, -1, -1))
    signed = ((row, line) for row, line in rows if kind_of(line.text) is not NoteKind.NOTE)
    found: list[CaughtLine] = []
    for row, line in islice(signed, _MOST):
        item = known.get(line)
        kind = kind_of(line.text)
        label = (f"{KIND_WORDS[kind]:<9} ", f"bold {KIND_COLOURS[kind]}")
        parts = said(item, now=now, zone=zone) if item else []
        parts = parts or [shorten(clean_line(words_of(line.text[:2_000])), _LONGEST)]
        found.append(CaughtLine(row, Content.assemble(label, *parts)))
        doubt = "" if item is None or isinstance(item, CaughtWords) else item.doubt
        if isinstance(item, CaughtStep) and item.at and not item.all_day and zone_doubt:
            doubt = f"{doubt} {zone_doubt}".strip()
        if doubt:
            found.append(CaughtLine(row, Content.assemble((f"{'':<10}{doubt}", "$text-warning"))))
    return tuple(found)


def said(item: Caught, *, now: datetime, zone: tzinfo) -> Parts:
    """Return what an item says, in coloured parts."""
    match item:
        case CaughtPromise():
            return _promise(item, now)
        case CaughtReferral():
            return _referral(item)
        case CaughtStep():
            return _step(item, now, zone)
        case _:
            return [shorten(item.text, _LONGEST)]


def _promise(item: CaughtPromise, now: datetime) -> Parts:
    whose: Parts = [("theirs · ", "$text-warning")] if item.by is Owner.THEM else []
    due = f"by {day_words(item.due, now.date())} · "
    return [*whose, (due, KIND_COLOURS[NoteKind.PROMISE]), shorten(item.text, _LONGEST)]


def _referral(item: CaughtReferral) -> Parts:
    parts: Parts = [(shorten(item.name, _LONGEST), "bold")]
    for text in (item.company, *item.emails, *item.phones):
        if text:
            parts.append(f" · {shorten(text, 80)}")
    if item.detail:
        parts.append((f" · {shorten(item.detail, 80)}", "$text-muted"))
    return parts


def _step(item: CaughtStep, now: datetime, zone: tzinfo) -> Parts:
    colour = KIND_COLOURS[NoteKind.NEXT_STEP]
    parts: Parts = [f"{item.kind.value} ", (moment_words(item, now, zone), colour)]
    if not item.agreed:
        parts.append((" · proposed", "$text-muted"))
    if item.text:
        parts.append(f" · {shorten(item.text, 80)}")
    return parts
