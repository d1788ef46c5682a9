"""Choosing one of several by typing, by the arrows or by a click."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from followup_tui.tui.actions import Place, bindings
from followup_tui.tui.closing import ClosingDialog
from followup_tui.tui.panes.row_list import RowList
from followup_tui.tui.present.rows import RowLayout, Run


@dataclass(frozen=True, slots=True)
class Pick:
    """One line to choose."""

    key: str
    """What the dialog returns for it; empty: a heading, which cannot be chosen."""
    words: Content


class PickRows(RowList):
    """The lines to choose from."""

    class Chosen(RowList.Picked):
        """A line was clicked."""

    def __init__(self) -> None:
        super().__init__(id="pick-rows")
        self.can_focus = False  # the arrows of the field move its cursor
        self.picks: Sequence[Pick] = ()

    def show(self, picks: Sequence[Pick]) -> None:
        """Show other lines, the cursor on the first."""
        self.picks = picks
        self.lay_out_anew(cursor=0)

    def lay_out(self, width: int) -> RowLayout:
        """Return where the lines stand."""
        return RowLayout(Run(1, selectable=bool(pick.key)) for pick in self.picks)

    def present(self, row: int, width: int, *, under_cursor: bool) -> Sequence[Content]:
        """Return a line."""
        return (self.picks[row].words,)

    @property
    def picked(self) -> Pick | None:
        """The line under the cursor."""
        if self.cursor is None or not self.can_rest_on(self.cursor):
            return None
        return self.picks[self.cursor]

    def row_clicked(self, row: int, line: int, column: int) -> None:
        """Choose the line that was clicked."""
        if self.can_rest_on(row):
            self.post_message(self.Chosen(self, row))


class PickDialog(ClosingDialog[str | None]):
    """Returns the key of the line that was chosen, or None."""

    CSS_PATH = "pick.tcss"
    AUTO_FOCUS = "Input"
    BINDINGS = [
        *bindings(Place.DIALOG),
        Binding("down,ctrl+n", "move(1)", "Down", show=False, priority=True),
        Binding("up", "move(-1)", "Up", show=False, priority=True),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (14, "-fair")]

    def __init__(
        self, title: str, find: Callable[[str], Sequence[Pick]], *, hint: str, nothing: str
    ) -> None:
        """`find` gives the lines for what is typed, all for nothing; it must be quick."""
        super().__init__()
        self._title = title
        self._find = find
        self._hint = hint
        self._nothing = nothing

    def compose(self) -> ComposeResult:
        """Yield the field over the lines."""
        with Vertical(id="pick-box") as box:
            box.border_title = Content(self._title)
            yield Input(placeholder=self._hint, compact=True)
            yield PickRows()
            yield Static(Content(self._nothing), id="pick-nothing", markup=False)

    def on_mount(self) -> None:
        """Show all lines."""
        self._show("")

    def _show(self, words: str) -> None:
        picks = self._find(words)
        self.query_one(PickRows).show(picks)
        self.query_one("#pick-nothing").display = not any(pick.key for pick in picks)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._show(event.value)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self._choose()

    @on(PickRows.Chosen)
    def _clicked(self, event: PickRows.Chosen) -> None:
        event.stop()
        self._choose()

    @on(RowList.Moved)
    def _moved(self, event: RowList.Moved) -> None:
        event.stop()

    def _picked_key(self) -> str:
        """Return the key of the line under the cursor; empty where there is none."""
        picked = self.query_one(PickRows).picked
        return picked.key if picked is not None else ""

    def _choose(self) -> None:
        if (key := self._picked_key()) and self.is_current:
            self.dismiss(key)

    def action_move(self, by: int) -> None:
        """Move the cursor of the lines; the field keeps the keys."""
        rows = self.query_one(PickRows)
        if by > 0:
            rows.action_cursor_down()
        else:
            rows.action_cursor_up()

    def on_click(self, event: events.Click) -> None:
        """Close at a click beside the box."""
        if event.widget is self:
            self.dismiss(None)

    def action_cancel(self) -> None:
        """Close without a choice."""
        self.dismiss(None)
