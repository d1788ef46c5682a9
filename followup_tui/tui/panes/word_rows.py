"""What is to be remembered of them: liked, disliked, of interest, or left open."""

from __future__ import annotations

from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from followup_tui.domain.notes.caught import CaughtWords, WordKind
from followup_tui.domain.text import clean_line
from followup_tui.tui.choice import Choice
from followup_tui.tui.item_rows import ItemRow
from followup_tui.tui.tick import Tick


class WordRow(ItemRow):
    """A few words, and what they are."""

    def __init__(self, words: CaughtWords, index: int) -> None:
        super().__init__(index)
        self.item = words
        self._keep = Tick("", words.keep, compact=True)
        self._kind = Choice([kind.value for kind in WordKind], words.kind.value, narrow=True)
        self._text = Input(words.text, compact=True)

    def fields(self) -> ComposeResult:
        """Yield the box, what they are, and the words."""
        with Horizontal(classes="line"):
            yield self._keep
            yield self._kind
            yield self._text

    def current(self) -> CaughtWords:
        """Return the item as its fields have it at this moment."""
        self.item = replace(
            self.item,
            kind=WordKind(self._kind.value),
            text=clean_line(self._text.value),
            keep=self._keep.value,
        )
        return self.item
