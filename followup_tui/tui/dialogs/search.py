"""Searching everywhere, as the words are typed; Enter opens the place itself."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from followup_tui.desk import Desk
from followup_tui.domain.searching.results import Found, Hit
from followup_tui.tui.actions import Place, bindings
from followup_tui.tui.anew import anew, begin
from followup_tui.tui.closing import ClosingDialog
from followup_tui.tui.panes.row_list import RowList
from followup_tui.tui.present import search as present
from followup_tui.tui.present.rows import RowLayout, Run

_AGAIN = 0.3  # seconds after which what was read meanwhile is shown


class SearchRows(RowList):
    """What was found."""

    class Chosen(RowList.Picked):
        """A hit was clicked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(id="search-rows")
        self.can_focus = False  # the arrows of the field move its cursor
        self._clock = desk.clock
        self._found = Found("")
        self._rows: Sequence[present.SearchRow] = ()

    def show(self, found: Found) -> None:
        """Show other hits; the cursor stays where it is as long as the same was searched for."""
        again = found.query == self._found.query
        self._found, self._rows = found, present.rows(found)
        self.lay_out_anew(cursor=self.cursor if again else 0)

    def lay_out(self, width: int) -> RowLayout:
        """Return where the rows stand."""
        return RowLayout(Run(1, row.height, row.hit is not None) for row in self._rows)

    def present(self, row: int, width: int, *, under_cursor: bool) -> Sequence[Content]:
        """Return the lines of a row."""
        today = self._clock().date()
        return present.lines(self._rows[row], self._found.query, width, today)

    @property
    def hit(self) -> Hit | None:
        """The hit under the cursor."""
        if self.cursor is None or self.cursor >= len(self._rows):
            return None
        return self._rows[self.cursor].hit

    def row_clicked(self, row: int, line: int, column: int) -> None:
        """Choose the hit that was clicked."""
        if self.can_rest_on(row):
            self.post_message(self.Chosen(self, row))


class SearchDialog(ClosingDialog[Hit | None]):
    """Ends with the hit that is wanted, or None."""

    CSS_PATH = "search.tcss"
    AUTO_FOCUS = "Input"
    BINDINGS = [
        *bindings(Place.DIALOG),
        Binding("down,ctrl+n", "move(1)", "Down", show=False, priority=True),
        Binding("up,ctrl+p", "move(-1)", "Up", show=False, priority=True),
        Binding("pagedown", "page(1)", "A screenful down", show=False, priority=True),
        Binding("pageup", "page(-1)", "A screenful up", show=False, priority=True),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (14, "-fair")]

    def __init__(self, desk: Desk, *, words: str = "") -> None:
        """With `words` they stand in the field already."""
        super().__init__()
        self._desk = desk
        self._words = words
        self._found: Found | None = None
        self._reading = True

    def compose(self) -> ComposeResult:
        """Yield the field over what is found."""
        with Vertical(id="search-box") as box:
            box.border_title = Content("Search everywhere")
            yield Input(
                self._words,
                placeholder="words, the beginning of words, a number",
                compact=True,
            )
            yield SearchRows(self._desk)
            yield Static("", id="search-said", markup=False)

    def on_mount(self) -> None:
        """Begin to read what was not read yet."""
        self._show(None)
        begin(self, self._read, name="read for the search", group="read")

    async def _read(self) -> None:
        """Read on, and show what came of it now and then."""
        reading = asyncio.create_task(self._desk.searching.prepare())
        try:
            while not reading.done():
                await asyncio.wait((reading,), timeout=_AGAIN)
                self._look()
            await reading
        finally:
            self._reading = False
        self._look()

    # Finding

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._look()

    def _look(self) -> None:
        words = self.query_one(Input).value
        anew(self, partial(self._find, words), name="search", group="search")

    async def _find(self, words: str) -> None:
        found = await self._desk.searching.find(words)
        if self.is_mounted and words == self.query_one(Input).value:
            self._show(found)

    def _show(self, found: Found | None) -> None:
        self._found = found
        rows = self.query_one(SearchRows)
        rows.show(found or Found(""))
        rows.display = bool(found and found.hits)
        said = present.status(found, reading=self._reading)
        line = self.query_one("#search-said", Static)
        line.update(Content(said))
        line.display = bool(said)

    # Choosing

    @on(Input.Submitted)
    async def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        words = self.query_one(Input).value
        if self._found is None or self._found.query != words:
            self.workers.cancel_group(self, "search")
            await self._find(words)  # whoever types and enters at once means what was typed last
        self._choose()

    @on(SearchRows.Chosen)
    def _clicked(self, event: SearchRows.Chosen) -> None:
        event.stop()
        self._choose()

    @on(RowList.Moved)
    def _moved(self, event: RowList.Moved) -> None:
        event.stop()

    def _choose(self) -> None:
        hit = self.query_one(SearchRows).hit
        if hit is not None and self.is_current:
            self.dismiss(hit)

    def action_move(self, by: int) -> None:
        """Move the cursor of the hits; the field keeps the keys."""
        rows = self.query_one(SearchRows)
        if by > 0:
            rows.action_cursor_down()
        else:
            rows.action_cursor_up()

    def action_page(self, by: int) -> None:
        """Move the cursor by a screenful."""
        rows = self.query_one(SearchRows)
        if by > 0:
            rows.action_page_down()
        else:
            rows.action_page_up()

    def on_click(self, event: events.Click) -> None:
        """Close at a click beside the box."""
        if event.widget is self:
            self.dismiss(None)

    def action_cancel(self) -> None:
        """Close without going anywhere."""
        self.dismiss(None)
