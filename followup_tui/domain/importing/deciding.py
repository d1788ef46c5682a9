"""What the user says of the rows of a plan, in place of what the plan would do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from followup_tui.domain.importing.plan import (
    Fate,
    ImportPlan,
    PastInteraction,
    PastProject,
    PlannedRow,
)


@dataclass(frozen=True, slots=True)
class Word:
    """What the user says of a row."""

    fate: Fate | None
    """What becomes of it; None: what the plan says."""
    client_id: str = ""
    """With `Fate.MERGE` the client on the desk that it is of; empty: who was found."""


def decided(plan: ImportPlan, numbers: Iterable[int], word: Word) -> ImportPlan:
    """Return `plan` with the user's word on rows, by their numbers from 1.

    What follows from it for other rows is to be settled anew.
    """
    rows = ((number, plan.rows[number - 1]) for number in numbers)
    return plan.with_rows(
        {
            number: replace(row, decided=word.fate, chosen=word.client_id)
            for number, row in rows
            if row.can_be_decided
        }
    )


def meant(plan: ImportPlan, number: int) -> tuple[int, ...]:
    """Return the rows of which a word on row `number` is meant.

    It is that row alone; of projects and conversations all with the same person, where it is not
    sure who that is: nobody wants to say it of each call.
    """
    row = plan.rows[number - 1]
    if not isinstance(row.content, PastProject | PastInteraction) or not was_asked(row):
        return (number,)
    who = row.content.who
    return tuple(
        other
        for other, each in enumerate(plan.rows, start=1)
        if isinstance(each.content, PastProject | PastInteraction)
        and each.content.who == who
        and (was_asked(each) or other == number)
    )


def was_asked(row: PlannedRow) -> bool:
    """Say whether the user has to say whose a row is, or has said so."""
    return row.unsure or row.decided in {Fate.MERGE, Fate.NEW}


def unsure_rows(plan: ImportPlan) -> tuple[int, ...]:
    """Return the numbers of the rows that wait for the user's word."""
    return tuple(
        number
        for number, row in enumerate(plan.rows, start=1)
        if row.unsure and row.decided is None and row.can_be_decided
    )


def next_word(plan: ImportPlan, number: int) -> Word:
    """Return what comes after the present word on a row, where it is changed by one key.

    A row that may be of somebody who is there goes from left out to merged to new; any other from
    what the plan says to left out, and back.
    """
    row = plan.rows[number - 1]
    if was_asked(row):
        after = {None: Fate.MERGE, Fate.MERGE: Fate.NEW, Fate.NEW: None, Fate.SKIP: None}
        return Word(after[row.decided])
    return Word(None if row.decided is Fate.SKIP else Fate.SKIP)
