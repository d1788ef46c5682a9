"""One of a few options, on one line: ``● kept  ○ broken  ○ still open``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

_GAP = "  "


class Choice(Static, can_focus=True):
    """Options of which one is chosen: by the arrows, the space bar or a click.

    With `narrow` only the chosen one is drawn, and a click goes on to the next.
    """

    DEFAULT_CSS = """
    Choice { width: auto; height: 1; }
    Choice:focus { background: $primary-muted; text-style: bold; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space,enter", "choose(1)", "next", show=False),
        Binding("left", "choose(-1)", "previous", show=False),
    ]

    class Chosen(Message):
        """Another option was chosen."""

        def __init__(self, choice: Choice, value: str) -> None:
            super().__init__()
            self.choice = choice
            self.value = value

        @property
        def control(self) -> Choice:
            """The line on which it was chosen."""
            return self.choice

    def __init__(
        self,
        options: Sequence[str],
        chosen: str,
        *,
        narrow: bool = False,
        name: str | None = None,
        classes: str | None = None,
    ) -> None:
        """`chosen` is one of `options`, which are words."""
        super().__init__("", name=name, classes=classes, markup=False)
        self._options = tuple(options)
        self._narrow = narrow
        self._value = chosen

    @property
    def value(self) -> str:
        """What is chosen."""
        return self._value

    def on_mount(self) -> None:
        """Draw the options."""
        self._draw()

    def choose(self, value: str) -> None:
        """Choose one of the options, and say so if it is another one."""
        if value != self._value:
            self._value = value
            self._draw()
            self.post_message(self.Chosen(self, value))

    def action_choose(self, step: int) -> None:
        """Go on by `step` options, round and round."""
        index = (self._options.index(self._value) + step) % len(self._options)
        self.choose(self._options[index])

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        event.stop()
        if self._narrow:
            self.action_choose(1)
            return
        begin = 0
        for option in self._options:
            end = begin + cell_len(f"● {option}")
            if begin <= event.x < end + len(_GAP):
                self.choose(option)
                return
            begin = end + len(_GAP)

    def _draw(self) -> None:
        if self._narrow:
            width = max(cell_len(option) for option in self._options)
            padding = " " * (width - cell_len(self._value))
            self.update(Content.assemble(self._value, padding, (" ▾", "$text-muted")))
            return
        parts: list[str | tuple[str, str]] = []
        for option in self._options:
            chosen = option == self._value
            style = "bold $text-primary" if chosen else "$text-muted"
            parts.append((f"{'●' if chosen else '○'} {option}", style))
            parts.append(_GAP)
        self.update(Content.assemble(*parts[:-1]))
