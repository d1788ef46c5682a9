"""What the signs of the notes mean, each beside its word however narrow it is."""

from __future__ import annotations

from textual.widgets import Static

from followup_tui.tui.present import call as present


class Legend(Static):
    """The signs and their words, in as many lines as they need."""

    _broken_for = 0
    """The width for which the line was broken: nothing is laid out anew for the same one."""

    def __init__(self) -> None:
        super().__init__(present.legend(), id="legend", markup=False)

    def on_resize(self) -> None:
        """Break the line for the new width."""
        if (width := self.content_size.width) != self._broken_for:
            self._broken_for = width
            self.update(present.legend(width))
