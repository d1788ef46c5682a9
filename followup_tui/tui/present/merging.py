"""Two clients side by side as they are drawn, field by field. Pure functions."""

from __future__ import annotations

from textual.content import Content

from followup_tui.domain.merging.fields import FieldChoice
from followup_tui.domain.merging.going_over import going_over
from followup_tui.tui.present.cells import cell

_DIM = "$text-muted"
_LABEL = 17  # cells


def heading(ours: str, theirs: str, width: int) -> Content:
    """Return the heading: who stays, and who goes into it."""
    half = _half(width)
    return Content.assemble(
        " ",
        cell("", _LABEL, _DIM),
        cell(ours, half, "bold $text"),
        cell(theirs, half, "bold $text"),
    )


def row(field: FieldChoice, width: int) -> Content:
    """Return the line of a field; of two words that differ, the one that counts is marked."""
    half = _half(width)
    ours, theirs = _words(field.ours), _words(field.theirs)
    if field.differs and field.can_take:
        ours, theirs = (
            f"{'○' if field.taken else '●'} {ours}",
            f"{'●' if field.taken else '○'} {theirs}",
        )
    return Content.assemble(
        " ",
        cell(field.label, _LABEL, _DIM),
        cell(ours, half, _DIM if field.taken and field.differs else "$text"),
        cell(theirs, half, _DIM if field.can_take and field.differs and not field.taken
             else "$text"),
    )  # fmt: skip


def whole(field: FieldChoice) -> str:
    """Return what comes of a field, in whole."""
    words = f"{field.label}, in one: {_words(field.result)}"
    if field.differs and field.can_take:
        words += ". What is not taken stands in the notes"
    return f"{words}."


def moved(counts: dict[str, int]) -> str:
    """Return how much of the other goes over, in words."""
    over = going_over(counts)
    return f"Of the other come {over}. Nothing is lost." if over else ""


def _half(width: int) -> int:
    return max((width - 1 - _LABEL) // 2, 0)


def _words(text: str) -> str:
    return " · ".join(text.split("\n"))
