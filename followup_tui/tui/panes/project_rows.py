"""The projects of a client, with their closing steps, as rows."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from followup_tui.domain.project_views import Projects
from followup_tui.tui.panes.row_list import RowList
from followup_tui.tui.present import projects as present
from followup_tui.tui.present.projects import ProjectRow
from followup_tui.tui.present.rows import RowLayout, Run


class ProjectRows(RowList):
    """Shows projects; the cursor stays on its row when they are read anew."""

    DEFAULT_CSS = """
    ProjectRows { width: 100%; height: 1fr; padding: 0 1; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._view: Projects | None = None
        self._rows: tuple[ProjectRow, ...] = ()

    def show(self, view: Projects) -> None:
        """Show the projects as they stand."""
        current = self.current
        self._view, self._rows = view, present.rows_of(view)
        keys = [row.key for row in self._rows]
        at = keys.index(current.key) if current is not None and current.key in keys else None
        self.lay_out_anew(cursor=at)

    @property
    def current(self) -> ProjectRow | None:
        """The row under the cursor."""
        if self.cursor is None or self.cursor >= len(self._rows):
            return None
        return self._rows[self.cursor]

    def lay_out(self, width: int) -> RowLayout:
        """Return where the rows stand."""
        return RowLayout(Run(1, height=len(self._lines(row, width))) for row in self._rows)

    def _lines(self, row: ProjectRow, width: int) -> Sequence[Content]:
        if self._view is None:
            return ()
        found = present.lines(row, self._view, width)
        if row.step is None and row is not self._rows[0] and row.project is not None:
            return (Content(""), *found)  # room before the next project
        return found

    def present(self, row: int, width: int, *, under_cursor: bool) -> Sequence[Content]:
        """Return the lines of a row."""
        return self._lines(self._rows[row], width)
