"""What the user says of the rows of a plan, in place of what the plan would do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from followup_tui.domain.importing.plan import Fate, ImportPlan


def decided(plan: ImportPlan, numbers: Iterable[int], fate: Fate | None) -> ImportPlan:
    """Return `plan` with the user's word on rows, by their numbers from 1; None takes it back.

    What follows from it for the rows after them is settled anew (`settling.marked`).
    """
    wanted = set(numbers)
    rows = (
        replace(row, decided=fate) if number in wanted and row.can_be_decided else row
        for number, row in enumerate(plan.rows, start=1)
    )
    return replace(plan, rows=tuple(rows))


def unsure_rows(plan: ImportPlan) -> tuple[int, ...]:
    """Return the numbers of the rows that wait for the user's word."""
    return tuple(
        number
        for number, row in enumerate(plan.rows, start=1)
        if row.unsure and row.decided is None and row.can_be_decided
    )


def next_word(plan: ImportPlan, number: int) -> Fate | None:
    """Return what comes after the present word on a row, where it is changed by one key.

    A row that may be of somebody who is there goes from left out to merged to new; any other from
    what the plan says to left out, and back.
    """
    row = plan.rows[number - 1]
    if row.unsure or row.decided in {Fate.MERGE, Fate.NEW}:
        after = {None: Fate.MERGE, Fate.MERGE: Fate.NEW, Fate.NEW: None, Fate.SKIP: None}
        return after[row.decided]
    return None if row.decided is Fate.SKIP else Fate.SKIP
