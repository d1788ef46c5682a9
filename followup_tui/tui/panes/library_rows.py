"""The rows of the library, however many."""

from __future__ import annotations

from datetime import datetime

from textual.content import Content

from followup_tui.domain.library.view import LibraryItem
from followup_tui.tui.panes.line_rows import LineRows
from followup_tui.tui.present import library as present


class LibraryRows(LineRows[LibraryItem, datetime]):
    """The value-adds."""

    def key_of(self, item: LibraryItem) -> object:
        """Return the value-add's id."""
        return item.value_add.id

    def line(self, item: LibraryItem, width: int, now: datetime) -> Content:
        """Return the one line of a value-add."""
        return present.row(item, width, now)
