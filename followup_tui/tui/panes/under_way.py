"""What was begun and is not brought to its end: calls, letters, each on one line of the desk."""

from __future__ import annotations

from textual.content import Content
from textual.message import Message
from textual.widgets import Static


class UnderWayLine(Static):
    """Shows what is under way, while there is anything; a click takes some of it up."""

    DEFAULT_CSS = """
    UnderWayLine {
        height: 1; padding: 0 1; display: none; background: $panel;
        text-wrap: nowrap; text-overflow: ellipsis;
        &.-some { display: block; }
        &:hover { background: $block-hover-background; }
    }
    """

    class CallWanted(Message):
        """One of the calls is to be taken up."""

    class LetterWanted(Message):
        """One of the letters is to be taken up."""

    def __init__(self, wanted: type[Message]) -> None:
        """`wanted` is what a click asks for."""
        super().__init__(Content(""), markup=False)
        self._wanted = wanted

    def show(self, words: Content) -> None:
        """Show it; the line is hidden while there is none."""
        self.set_class(bool(words.plain), "-some")
        self.update(words)

    def on_click(self) -> None:
        """Ask for some of it."""
        self.post_message(self._wanted())
