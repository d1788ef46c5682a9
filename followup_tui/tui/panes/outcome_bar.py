"""How a call ended, to be chosen by one key or one click."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from followup_tui.domain.interaction import Outcome


@dataclass(frozen=True, slots=True)
class OutcomeKey:
    """An outcome, the key that chooses it and what it is called there."""

    outcome: Outcome
    key: str
    """As it is shown: ``F2``."""
    label: str


class OutcomeBar(Widget):
    """All outcomes with their keys, on as many lines as they need; each can be clicked."""

    DEFAULT_CSS = """
    OutcomeBar { height: auto; width: 1fr; background: $panel; color: $text; }
    """

    hovered: reactive[int] = reactive(-1)
    """The outcome under the pointer; -1: none."""

    class Chosen(Message):
        """The call ended so."""

        def __init__(self, outcome: Outcome) -> None:
            super().__init__()
            self.outcome = outcome

    def __init__(self, keys: Sequence[OutcomeKey]) -> None:
        super().__init__()
        self._keys = tuple(keys)

    def show(self, keys: Sequence[OutcomeKey]) -> None:
        """Show other outcomes."""
        if tuple(keys) != self._keys:
            self._keys = tuple(keys)
            self.hovered = -1
            self.refresh(layout=True)

    def _places(self, width: int) -> list[tuple[int, int, int]]:
        """Return for each outcome its line, its first cell and its cells, within `width`.

        Where one line does not hold them all they stand in columns.
        """
        cells = [cell_len(key.key) + cell_len(key.label) + 3 for key in self._keys]
        if sum(cells) <= width:
            return [(0, sum(cells[:index]), wide) for index, wide in enumerate(cells)]
        columns = max(width // max(cells, default=1), 1)
        wide = width // columns
        return [(i // columns, i % columns * wide, wide) for i in range(len(cells))]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the outcomes take at `width`."""
        places = self._places(width)
        return places[-1][0] + 1 if places else 1

    def render(self) -> RenderResult:
        """Draw the outcomes, each with its key."""
        lines: list[list[str | tuple[str, str]]] = [[]]
        for index, (line, _, cells) in enumerate(self._places(self.size.width)):
            if line == len(lines):
                lines.append([])
            key = self._keys[index]
            under = " on $block-hover-background" if index == self.hovered else ""
            label = f" {key.label} ".ljust(cells - cell_len(key.key) - 1)
            lines[line].append((f" {key.key}", f"bold $footer-key-foreground{under}"))
            lines[line].append((label, f"$text{under}"))
        return Content("\n").join(Content.assemble(*parts) for parts in lines)

    def _at(self, x: int, y: int) -> int:
        """Return the index of the outcome at a cell, or -1."""
        for index, (line, column, cells) in enumerate(self._places(self.size.width)):
            if line == y and column <= x < column + cells:
                return index
        return -1

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show what a click would choose."""
        self.hovered = self._at(event.x, event.y)

    def on_leave(self) -> None:
        """Show nothing as chosen any more."""
        self.hovered = -1

    def on_click(self, event: events.Click) -> None:
        """Choose the outcome that was clicked."""
        index = self._at(event.x, event.y)
        if index >= 0:
            self.post_message(self.Chosen(self._keys[index].outcome))
