"""The rows of a plan to import, however many."""

from __future__ import annotations

from textual.content import Content

from followup_tui.domain.importing.plan import ImportPlan, PlannedRow
from followup_tui.tui.panes.virtual_list import VirtualList
from followup_tui.tui.present import import_plan as present


class ImportRows(VirtualList):
    """Shows each row of the file and what becomes of it."""

    DEFAULT_CSS = """
    ImportRows {
        width: 100%;
        height: 1fr;
        text-wrap: nowrap;
        text-overflow: clip;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._rows: tuple[PlannedRow, ...] = ()

    def show(self, plan: ImportPlan, row: int = 0) -> None:
        """Show the rows of `plan`, the cursor on one of them."""
        self._rows = plan.rows
        before = self.cursor
        self.rows_changed(cursor=row)
        if self.cursor is not None and self.cursor == before:
            self.post_message(self.Moved(self, self.cursor))  # what stands there is another

    def on_unmount(self) -> None:
        """Keep nothing of the rows, which may be many: nobody sees them any more."""
        self._rows = ()

    @property
    def current(self) -> PlannedRow | None:
        """The row under the cursor."""
        if self.cursor is None or self.cursor >= len(self._rows):
            return None
        return self._rows[self.cursor]

    @property
    def row_count(self) -> int:
        """How many rows the file has."""
        return len(self._rows)

    def present(self, row: int, width: int, *, under_cursor: bool) -> tuple[Content]:
        """Return the one line of a row."""
        return (present.row(self._rows[row], width),)
