"""The fields of two clients, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from followup_tui.domain.merging.fields import FieldChoice
from followup_tui.tui.panes.virtual_list import VirtualList
from followup_tui.tui.present import merging as present


class MergeRows(VirtualList):
    """Shows each field of two clients."""

    DEFAULT_CSS = """
    MergeRows {
        width: 100%;
        height: auto;
        min-height: 2;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._fields: Sequence[FieldChoice] = ()

    def show(self, fields: Sequence[FieldChoice]) -> None:
        """Show other fields, the cursor where it was."""
        self._fields = fields
        self.rows_changed()
        self.refresh(layout=True)

    @property
    def current(self) -> FieldChoice | None:
        """The field under the cursor."""
        if self.cursor is None or self.cursor >= len(self._fields):
            return None
        return self._fields[self.cursor]

    @property
    def row_count(self) -> int:
        """How many fields there are."""
        return len(self._fields)

    def present(self, row: int, width: int, *, under_cursor: bool) -> tuple[Content]:
        """Return the one line of a field."""
        return (present.row(self._fields[row], width),)
