"""What the rows of a wrap-up have in common: an item, its place, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Checkbox, Input, Static

from followup_tui.domain.wrap_up.items import WrapItem
from followup_tui.tui.choice import Choice


class ItemRow(Vertical):
    """One item of a wrap-up. Subclasses yield its fields, and say what these make of it."""

    DEFAULT_CSS = """
    ItemRow { height: auto; }
    ItemRow .line { height: auto; width: 100%; }
    ItemRow Checkbox { width: 5; border: none; padding: 0; }
    ItemRow Input { width: 1fr; }
    ItemRow .label { width: auto; padding: 0 1 0 5; color: $text-muted; }
    ItemRow .text { width: 1fr; height: auto; }
    ItemRow .indented { padding: 0 0 0 5; }
    ItemRow DayField Input { width: 18; }
    ItemRow Choice { margin: 0 0 0 1; }
    ItemRow .said { display: none; height: auto; padding: 0 0 0 5; color: $text-warning; }
    ItemRow .said.-some { display: block; }
    ItemRow.-wrong .said { color: $text-error; }
    ItemRow.-dropped Input { text-style: strike; opacity: 60%; }
    ItemRow.-dropped DayField, ItemRow.-dropped .text { text-style: strike; opacity: 60%; }
    """

    class Mended(Message):
        """An item was confirmed, mended or dropped."""

        def __init__(self, row: ItemRow, index: int, item: WrapItem) -> None:
            super().__init__()
            self.row = row
            self.index = index
            """Its place among the items of its kind."""
            self.item = item

    def __init__(self, index: int, *, doubt: str = "") -> None:
        """`doubt` is what of the line was not understood, as a sentence."""
        super().__init__()
        self.index = index
        self._doubt = self._shown = doubt
        self._said = Static(Content(doubt), classes="said -some" if doubt else "said", markup=False)

    def fields(self) -> ComposeResult:
        """Yield the fields of the item."""
        raise NotImplementedError

    def current(self) -> WrapItem:
        """Return the item as its fields have it at this moment."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Yield the fields, and a line for what is wrong."""
        yield from self.fields()
        yield self._said

    @on(Checkbox.Changed)
    @on(Choice.Chosen)
    @on(Input.Changed)
    def _changed(self, event: Message) -> None:
        event.stop()
        self.mend(self.current())

    def mend(self, item: WrapItem) -> None:
        """Say what the item is now; what was dropped stays, struck."""
        self.set_class(not getattr(item, "keep", True), "-dropped")
        self.post_message(self.Mended(self, self.index, item))

    def say(self, problem: str) -> None:
        """Show what is wrong with the item; without that, what was in doubt from the beginning."""
        words = problem or self._doubt
        if words == self._shown:
            return  # each drawing anew is a layout of the whole screen
        self._shown = words
        self.set_class(bool(problem), "-wrong")
        self._said.set_class(bool(words), "-some")
        self._said.update(Content(words))

    def focus_text(self) -> None:
        """Put the cursor into the first field in which something is typed."""
        self.query(Input).first().focus()


class ItemRows(Vertical):
    """The rows of one kind under their title."""

    DEFAULT_CSS = """
    ItemRows { height: auto; border: round $border-blurred; padding: 0 1; }
    ItemRows:focus-within { border: round $border; }
    """

    def __init__(self, title: str, rows: Iterable[Widget], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.border_title = Content(title)
        self._rows = tuple(rows)

    def compose(self) -> ComposeResult:
        """Yield the rows."""
        yield from self._rows
