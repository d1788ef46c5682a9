"""The calls that were begun and are not wrapped up, on one line of the desk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from textual.message import Message
from textual.widgets import Static

from followup_tui.tui.present import calls as present
from followup_tui.tui.present.key_names import KeyName

if TYPE_CHECKING:
    from followup_tui.services.calls_begun import Interrupted


class UnderWayLine(Static):
    """Shows calls under way with their age, while there are any; a click takes one up."""

    DEFAULT_CSS = """
    UnderWayLine {
        height: 1; padding: 0 1; display: none; background: $panel;
        text-wrap: nowrap; text-overflow: ellipsis;
        &.-some { display: block; }
        &:hover { background: $block-hover-background; }
    }
    """

    class TakeUpWanted(Message):
        """One of them is to be taken up."""

    def __init__(self, *, key: KeyName) -> None:
        super().__init__("", markup=False)
        self._key = key

    def show(self, calls: Sequence[Interrupted], now: datetime) -> None:
        """Show these calls, as old as they are now."""
        self.set_class(bool(calls), "-some")
        if calls:
            self.update(present.under_way(calls, now, self._key("app.take_up")))

    def on_click(self) -> None:
        """Ask for one of them."""
        self.post_message(self.TakeUpWanted())
