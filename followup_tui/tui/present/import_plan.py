"""An import's plan as it is drawn: how much of what, and a line for each row of the file.

Pure functions. What becomes of a row is told by a sign and a word, not by colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from textual.content import Content

from followup_tui.domain.importing.plan import Fate, ImportPlan, PlannedRow, What
from followup_tui.domain.importing.spread import Spread
from followup_tui.domain.words import count, short_day
from followup_tui.tui.present.cells import cell

_BAR = 20  # cells
_DIM = "$text-muted"
_FATES = {
    Fate.NEW: ("+ new", "$liked"),
    Fate.MERGE: ("↳ joins", "$promise"),
    Fate.SKIP: ("- skip", _DIM),
}
_UNSURE = ("? ask", "$text-warning")
_THINGS = {
    What.PROJECTS: ("project", "projects"),
    What.INTERACTIONS: ("conversation", "conversations"),
    What.LIBRARY: ("event", "events"),
}


NOBODY_NAMED = "No heading says who the contacts are. F4 asks what stands in the columns."
"""What is said of a table that is not understood before its columns are named."""


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
    word, colour = _UNSURE if planned.waits else _FATES[planned.fate]
    if planned.fate is Fate.MERGE and planned.person and planned.contact is not None:
        word = "↳ adds"  # to somebody who is there
    name = _DIM if planned.fate is Fate.SKIP and not planned.waits else "$text"
    return Content.assemble(
        " ",
        cell(word, columns.fate, colour),
        cell(f"{planned.line:,}", columns.line, _DIM),
        cell(planned.name, columns.name, name),
        cell(planned.reason, columns.reason, _DIM),
    )


def whole(planned: PlannedRow) -> str:
    """Return all that is said of a row, for where a column has no room for it."""
    where = f"{planned.file}: " if planned.file else ""
    return f"{where}{planned.name}: {planned.reason}."


def summary(plan: ImportPlan) -> str:
    """Return how many rows there are and what becomes of them."""
    tally = plan.tally
    parts = (
        _new(plan, tally.new),
        _joining(plan),
        f"{tally.skipped:,} left out" if tally.skipped else "",
        f"{tally.waiting:,} to be asked" if tally.waiting else "",
    )
    program = f" from {plan.program_name}" if plan.program_name else ""
    return f"{count(len(plan.rows), 'row')}{program}: {', '.join(filter(None, parts))}."


def _new(plan: ImportPlan, number: int) -> str:
    if plan.what is What.CONTACTS:
        return count(number, "new client")
    one, many = _THINGS[plan.what]
    if plan.what is What.LIBRARY:
        return count(number, f"new {one}", f"new {many}")
    return count(number, f"{one} with a new client", f"{many} with new clients")


def _joining(plan: ImportPlan) -> str:
    if plan.what is not What.CONTACTS:
        number = plan.tally.merged
        return f"{number:,} with clients who are there" if number else ""
    people, better = plan.tally.people, plan.tally.better
    parts = (
        f"{count(people, 'person joins', 'people join')} a client" if people else "",
        f"more is known of {better:,}" if better else "",
    )
    return ", ".join(filter(None, parts))


def why_nothing(plan: ImportPlan) -> tuple[str, ...]:
    """Return why a plan would change nothing, and what to do; nothing where it would."""
    if plan.is_worth_it:
        return ()
    if plan.not_understood and all(each.content is None for each in plan.rows):
        return ("No heading says who the contacts are: say under Columns what stands in them.",)
    if plan.tally.waiting:
        return ("There is nothing to import before it is decided who is who.",)
    return ("There is nothing to import: nobody in it is new.",)


def button(plan: ImportPlan) -> str:
    """Return what the button says that carries the plan out."""
    if plan.what is not What.CONTACTS:
        number = plan.tally.new + plan.tally.merged
        return f"Import {count(number, *_THINGS[plan.what])}"
    new, more, better = plan.tally.new, plan.tally.people, plan.tally.better
    if not new and not more:
        return f"Add to {better:,} who are there"
    if not new:
        return f"Add {count(more, 'person', 'people')}"
    people = f" and {count(more, 'more person', 'more people')}" if more else ""
    return f"Import {count(new, 'client')}{people}"


def spread(found: Spread, today: date) -> str:
    """Return when the first calls of the new clients are, after how many a day."""
    first, last = short_day(found.first, today), short_day(found.last, today)
    return f"a day from {first}, the last on {last}"


def progress(what: str, done: int, of: int) -> str:
    """Return how far it is, and how it is stopped."""
    if what == "Writing":
        return "Writing …"
    if not of:
        return f"{what or 'Reading'} …  Esc stops it."
    full = min(done * _BAR // of, _BAR)
    bar = f"{'▓' * full}{'░' * (_BAR - full)}"
    return f"{what} {bar} {done:,} of {of:,}  Esc stops it."


def done(plan: ImportPlan, new: int, undo_key: str) -> str:
    """Return what is told once it is done; `new` is how many things were written."""
    if plan.what is not What.CONTACTS:
        said = f"{count(new, *_THINGS[plan.what])} {'was' if new == 1 else 'were'} imported"
        return f"{said} from {plan.source}. {undo_key} takes it back."
    more, better = plan.tally.people, plan.tally.better
    people = f"{count(more, 'person was', 'people were')} added to clients" if more else ""
    known = f"more is known of {better:,}" if better else ""
    some = new or not (more or better)
    clients = f"{count(new, 'client was', 'clients were')} imported" if some else ""
    said = " and ".join(filter(None, (clients, people, known)))
    return f"{said} from {plan.source}. {undo_key} takes it back."
