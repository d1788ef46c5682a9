"""The calls that were begun and are not wrapped up, on one line of the desk."""

from __future__ import annotations

from textual.content import Content
from textual.message import Message
from textual.widgets import Static


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

    def __init__(self) -> None:
        super().__init__(Content(""), markup=False)

    def show(self, words: Content) -> None:
        """Show them; the line is hidden while there are none."""
        self.set_class(bool(words.plain), "-some")
        self.update(words)

    def on_click(self) -> None:
        """Ask for one of them."""
        self.post_message(self.TakeUpWanted())
