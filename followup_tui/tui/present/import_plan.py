"""An import's plan as it is drawn: how much of what, and a line for each row of the file.

Pure functions. What becomes of a row is told by a sign and a word, not by colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content

from followup_tui.domain.importing.plan import Fate, ImportPlan, PlannedRow
from followup_tui.domain.words import count
from followup_tui.tui.present.cells import cell

_DIM = "$text-muted"
_FATES = {
    Fate.NEW: ("+ new", "$liked"),
    Fate.MERGE: ("↳ joins", "$promise"),
    Fate.SKIP: ("- skip", _DIM),
}


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths of the columns, in cells; 0: the column is left out."""

    fate: int
    line: int
    name: int
    reason: int

    @classmethod
    def of(cls, width: int) -> Columns:
        """Share out `width`: on a narrow screen the line goes first, then the reason."""
        fate = 8
        line = 7 if width >= 56 else 0
        rest = max(width - 1 - fate - line, 0)
        reason = rest * 11 // 20 if width >= 40 else 0
        return cls(fate, line, rest - reason, reason)


def heading(width: int) -> Content:
    """Return the heading over the rows."""
    columns = Columns.of(width)
    return Content.assemble(
        " ",
        cell("", columns.fate, _DIM),
        cell("Line", columns.line, _DIM),
        cell("Who", columns.name, _DIM),
        cell("Why", columns.reason, _DIM),
    )


def row(planned: PlannedRow, width: int) -> Content:
    """Return the line of a row, `width` cells wide."""
    columns = Columns.of(width)
    word, colour = _FATES[planned.fate]
    name = _DIM if planned.fate is Fate.SKIP else "$text"
    return Content.assemble(
        " ",
        cell(word, columns.fate, colour),
        cell(f"{planned.line:,}", columns.line, _DIM),
        cell(planned.name, columns.name, name),
        cell(planned.reason, columns.reason, _DIM),
    )


def whole(planned: PlannedRow) -> str:
    """Return all that is said of a row, for where a column has no room for it."""
    return f"{planned.name}: {planned.reason}."


def summary(plan: ImportPlan) -> str:
    """Return how many rows there are and what becomes of them."""
    parts = (
        f"{count(plan.counted(Fate.NEW), 'new client')}",
        _joining(plan.counted(Fate.MERGE)),
        f"{plan.counted(Fate.SKIP):,} left out" if plan.counted(Fate.SKIP) else "",
    )
    return f"{count(len(plan.rows), 'row')}: {', '.join(filter(None, parts))}."


def _joining(number: int) -> str:
    return f"{count(number, 'person joins', 'people join')} a client" if number else ""


def button(plan: ImportPlan) -> str:
    """Return what the button says that carries the plan out."""
    new, more = plan.counted(Fate.NEW), plan.counted(Fate.MERGE)
    if not new:
        return f"Add {count(more, 'person', 'people')}"
    people = f" and {count(more, 'more person', 'more people')}" if more else ""
    return f"Import {count(new, 'client')}{people}"


def done(plan: ImportPlan, new: int, undo_key: str) -> str:
    """Return what is told once it is done; `new` is how many clients were written."""
    more = plan.counted(Fate.MERGE)
    people = f"{count(more, 'person was', 'people were')} added to clients" if more else ""
    clients = f"{count(new, 'client was', 'clients were')} imported" if new or not more else ""
    said = " and ".join(filter(None, (clients, people)))
    return f"{said} from {plan.source}. {undo_key} takes it back."
