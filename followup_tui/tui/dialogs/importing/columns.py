"""Saying what stands in the columns of a table: first which column, then what it holds."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from followup_tui.domain.importing.fields import WORDS, Field
from followup_tui.domain.importing.plan import PlannedColumn
from followup_tui.domain.text import fold
from followup_tui.tui.dialogs.pick import Pick, PickDialog
from followup_tui.tui.present.cells import cell

_HEADER, _HOLDS = 24, 22  # cells
_DIM, _OPEN = "$text-muted", "$text-warning"


def column_picker(columns: Sequence[PlannedColumn]) -> PickDialog:
    """Return a dialog that ends with the heading of a column."""
    # What was not understood stands first: it is what waits for a word.
    ordered = sorted(columns, key=lambda column: column.holds is not None)

    def find(typed: str) -> Sequence[Pick]:
        words = fold(typed)
        return [
            Pick(column.header, _column(column))
            for column in ordered
            if words in fold(f"{column.header} {' '.join(column.samples)}")
        ]

    return _Columns("What stands in which column?", find, hint="a heading or a value of it",
                    nothing="No column is called like that.")  # fmt: skip


def _column(column: PlannedColumn) -> Content:
    holds = WORDS[column.holds] if column.holds else "not understood"
    return Content.assemble(
        cell(column.header, _HEADER, "$text"),
        cell(holds, _HOLDS, _OPEN if column.holds is None else _DIM),
        " ",
        (", ".join(column.samples), _DIM),
    )


def field_picker(header: str) -> PickDialog:
    """Return a dialog that ends with what a column holds, as the value of a `Field`."""

    def find(typed: str) -> Sequence[Pick]:
        words = fold(typed)
        return [
            Pick(field.value, Content(WORDS[field]))
            for field in Field
            if words in fold(f"{field.value} {WORDS[field]}")
        ]

    return _Columns(f"What stands in “{header}”?", find, hint="like phone or notes",
                    nothing="Nothing is called like that.")  # fmt: skip


class _Columns(PickDialog):
    CSS_PATH = "../pick.tcss"
