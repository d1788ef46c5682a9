"""A file of attendees as it is drawn: how much of what, and a line for each row of the file."""

from __future__ import annotations

from textual.content import Content

from followup_tui.domain.courses.attending import AttendeePlan, RowFate
from followup_tui.domain.courses.view import DrawProposal
from followup_tui.domain.words import count

_DIM = "$text-muted"
_FATES = {
    RowFate.NEW: ("+ new", "$liked"),
    RowFate.CHANGED: ("~ changed", "$promise"),
    RowFate.SKIP: ("- skip", _DIM),
}


def summary(plan: AttendeePlan) -> str:
    """Return how many rows there are, what becomes of them, and what holds for all."""
    parts = [count(plan.counted(RowFate.NEW), "new attendee")]
    if changed := plan.counted(RowFate.CHANGED):
        parts.append(f"{changed:,} changed")
    if skipped := plan.counted(RowFate.SKIP):
        parts.append(f"{skipped:,} left out")
    said = f"{count(len(plan.rows), 'row')}: {', '.join(parts)}."
    if not plan.is_worth_it:
        said += " There is nothing to bring in."
    return " ".join((said, *plan.notes))


def rows(plan: AttendeePlan) -> Content:
    """Return a line for each row of the file."""
    lines = []
    for row in plan.rows:
        word, colour = _FATES[row.fate]
        name = _DIM if row.fate is RowFate.SKIP else "bold"
        lines.append(
            Content.assemble(
                (f"{word:<10}", colour),
                (f"{row.line:>5}  ", _DIM),
                (row.name, name),
                (f"  {row.reason}", _DIM),
            )
        )
    return Content("\n").join(lines)


def button(plan: AttendeePlan) -> str:
    """Return what the button says that carries the plan out."""
    new = plan.counted(RowFate.NEW)
    if not new:
        return f"Change {count(plan.counted(RowFate.CHANGED), 'attendee')}"
    return f"Bring in {count(new, 'attendee')}"


def done(plan: AttendeePlan) -> str:
    """Return what is told once it is done."""
    new, changed = plan.counted(RowFate.NEW), plan.counted(RowFate.CHANGED)
    parts = [count(new, "attendee is new", "attendees are new")] if new else []
    parts += [f"{changed:,} changed"] if changed else []
    return f"{' and '.join(parts)}, from {plan.source}."


def drawing(proposal: DrawProposal) -> Content:
    """Return who goes into a draw, and who does not and why."""
    lines = [Content("In the pool").stylize("bold")]
    lines += [Content(f"  {name}") for name in proposal.pool]
    if not proposal.pool:
        lines.append(Content("  nobody").stylize("$text-warning"))
    if proposal.left_out:
        lines.append(Content("Left out").stylize("bold"))
        lines += [
            Content.assemble(f"  {each.name}", (f"  {each.why}", _DIM))
            for each in proposal.left_out
        ]
    return Content("\n").join(lines)
