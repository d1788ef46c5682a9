"""The rows of all clients, however many."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from followup_tui.tui.panes.virtual_list import VirtualList
from followup_tui.tui.present import clients as present
from followup_tui.tui.present.clients import ClientLine


class ClientRows(VirtualList):
    """Shows client lines, and keeps its cursor on the same client when they change."""

    DEFAULT_CSS = """
    ClientRows {
        width: 100%;
        height: 1fr;
        text-wrap: nowrap;
        text-overflow: clip;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._lines: Sequence[ClientLine] = ()
        self._current_id: str | None = None

    def show(self, lines: Sequence[ClientLine]) -> None:
        """Show these lines, the cursor on the client where it was if it is among them."""
        at = next(
            (row for row, line in enumerate(lines) if line.client_id == self._current_id), None
        )
        self._lines = lines
        self.rows_changed(cursor=at if at is not None else min(self.cursor or 0, len(lines)))

    @property
    def current(self) -> ClientLine | None:
        """The line under the cursor."""
        if self.cursor is None or self.cursor >= len(self._lines):
            return None
        return self._lines[self.cursor]

    def watch_cursor(self, old: int | None, new: int | None) -> None:
        """Remember on which client the cursor stands."""
        super().watch_cursor(old, new)
        if self.current is not None:
            self._current_id = self.current.client_id

    @property
    def row_count(self) -> int:
        """How many clients are shown."""
        return len(self._lines)

    def present(self, row: int, width: int, *, under_cursor: bool) -> tuple[Content]:
        """Return the one line of a client."""
        return (present.row(self._lines[row], width),)
