"""Saying what stands in the columns of a table: first which column, then what it holds."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import App
from textual.content import Content

from followup_tui.domain.importing.fields import WORDS, Field
from followup_tui.domain.importing.plan import PlannedColumn
from followup_tui.domain.text import fold, shorten
from followup_tui.tui.dialogs.pick import Pick, PickDialog
from followup_tui.tui.present.cells import cell

_HEADER, _HOLDS = 24, 22  # cells
_DIM, _OPEN = "$text-muted", "$text-warning"


def column_picker(columns: Sequence[PlannedColumn]) -> PickDialog:
    """Return a dialog that ends with the number of a column."""
    # What was not understood stands first: it is what waits for a word.
    ordered = sorted(columns, key=lambda column: column.holds is not None)

    def find(typed: str) -> Sequence[Pick]:
        words = fold(typed)
        return [
            Pick(str(column.number), _column(column))
            for column in ordered
            if words in fold(f"{column.header} {' '.join(column.samples)}")
        ]

    return _Columns("What stands in which column?", find, hint="a heading or a value of it",
                    nothing="No column is called like that.")  # fmt: skip


def _column(column: PlannedColumn) -> Content:
    holds = WORDS[column.holds] if column.holds else "not understood"
    return Content.assemble(
        cell(_named(column), _HEADER, "$text"),
        cell(holds, _HOLDS, _OPEN if column.holds is None else _DIM),
        " ",
        (", ".join(column.samples), _DIM),
    )


def _named(column: PlannedColumn) -> str:
    """Return how a column is called: by its number where that tells it from others."""
    header = column.header
    return header if column.is_alone or header.isdecimal() else f"{header} ({column.number})"


def field_picker(column: PlannedColumn) -> PickDialog:
    """Return a dialog that ends with what a column holds, as the value of a `Field`."""
    name = shorten(_named(column), 40)
    heading = f"column {name}" if name.isdecimal() else f"“{name}”"

    def find(typed: str) -> Sequence[Pick]:
        words = fold(typed)
        return [
            Pick(field.value, Content(WORDS[field]))
            for field in Field
            if words in fold(f"{field.value} {WORDS[field]}")
        ]

    return _Columns(f"What stands in {heading}?", find, hint="like phone or notes",
                    nothing="Nothing is called like that.")  # fmt: skip


async def asked(
    app: App[object], columns: Sequence[PlannedColumn]
) -> tuple[PlannedColumn, Field] | None:
    """Ask which column, and what stands in it; None where that was left."""
    number = await app.push_screen_wait(column_picker(columns))
    column = next((each for each in columns if str(each.number) == number), None)
    if column is None:
        return None
    holds = await app.push_screen_wait(field_picker(column))
    return None if holds is None else (column, Field(holds))


class _Columns(PickDialog):
    CSS_PATH = "../pick.tcss"
