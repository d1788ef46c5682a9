"""What the signs of the notes mean, each beside its word however narrow it is."""

from __future__ import annotations

from textual.content import Content

from followup_tui.tui.panes.broken_lines import BrokenLines
from followup_tui.tui.present import call as present


class Legend(BrokenLines):
    """The signs and their words, in as many lines as they need."""

    def __init__(self) -> None:
        super().__init__(id="legend")

    def lines(self, width: int) -> Content:
        """Return the signs, none parted from its word."""
        return present.legend(width)
