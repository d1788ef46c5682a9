"""The rows of all clients, however many."""

from __future__ import annotations

from textual.content import Content

from followup_tui.tui.panes.line_rows import LineRows
from followup_tui.tui.present import clients as present
from followup_tui.tui.present.clients import ClientLine


class ClientRows(LineRows[ClientLine, None]):
    """The clients."""

    def key_of(self, item: ClientLine) -> object:
        """Return the client's id."""
        return item.client_id

    def line(self, item: ClientLine, width: int, now: None) -> Content:
        """Return the one line of a client."""
        return present.row(item, width)
