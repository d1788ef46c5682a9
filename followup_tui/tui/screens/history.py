"""The history: what was changed, when, by what and for whom; and taking it back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from followup_tui.desk import Desk
from followup_tui.domain.history import HistoryEntry
from followup_tui.domain.timeline.differences import ChangeDetails
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.actions import Place, bindings
from followup_tui.tui.anew import anew, begin
from followup_tui.tui.closing import ClosingScreen
from followup_tui.tui.key_line import KeyLine
from followup_tui.tui.messages import DeskWanted
from followup_tui.tui.panes.history_rows import HistoryRows
from followup_tui.tui.panes.virtual_list import VirtualList
from followup_tui.tui.present import history as present
from followup_tui.tui.present.key_names import keys_of
from followup_tui.tui.toast import toast
from followup_tui.tui.watching import Watch

_PAGE = 100
"""Changes read at once: a few screenfuls."""


class HistoryScreen(ClosingScreen[None]):
    """What was changed for one client, or for everybody; read on as the cursor goes down."""

    CSS_PATH = "history.tcss"
    AUTO_FOCUS = "HistoryRows"
    BINDINGS = bindings(Place.HISTORY)

    def __init__(self, desk: Desk, client_id: str = "", name: str = "") -> None:
        super().__init__()
        self._desk = desk
        self._client_id = client_id
        self._name = name
        self._everybody = not client_id
        self._entries: tuple[HistoryEntry, ...] = ()
        self._opened: dict[str, ChangeDetails] = {}
        self._is_all = False
        """Whether the first change of all has been read."""
        self._reading = False
        self._key = keys_of(desk.settings.keys)
        self._watch = Watch(self, desk.records, changed=self.reload, told=self._tell)

    def compose(self) -> ComposeResult:
        """Yield title, heading, rows, what to press and the footer."""
        yield Static("", id="history-title", markup=False)
        yield Static("", id="history-problem", markup=False)
        yield Static("", id="history-heading", markup=False)
        yield HistoryRows(id="history-rows")
        yield Static("", id="history-empty", markup=False)
        words = (
            f"{self._key('app.undo')} takes back the change under the cursor · "
            f"{self._key('app.redo')} does again what was taken back last"
        )
        yield Static(words, id="history-hint", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Read the newest changes, and look for others."""
        self._watch.begin()
        self._watch.look_soon()

    # What is known

    @property
    def _wanted_id(self) -> str:
        return "" if self._everybody else self._client_id

    async def reload(self) -> None:
        """Read anew as much as is shown; raises `StoreProblem`."""
        limit = max(len(self._entries), _PAGE)
        entries = await self._desk.history.past(client_id=self._wanted_id, limit=limit)
        self._is_all = len(entries) < limit
        self._take(entries)

    async def show_changes(self) -> None:
        """Show at once what was just changed here."""
        await self._watch.look()

    async def _read_on(self) -> None:
        """Read the changes before those that are shown."""
        if self._reading or self._is_all or not self._entries:
            return
        self._reading = True
        wanted, last = self._wanted_id, self._entries[-1].change.id
        try:
            older = await self._desk.history.past(client_id=wanted, limit=_PAGE, before=last)
        except StoreProblem as problem:
            self._tell(str(problem))
            return
        finally:
            self._reading = False
        if wanted == self._wanted_id and self._entries[-1].change.id == last:
            self._is_all = len(older) < _PAGE
            self._take((*self._entries, *older))

    def _take(self, entries: Sequence[HistoryEntry]) -> None:
        self._entries = tuple(entries)
        rows = self.query_one(HistoryRows)
        rows.show(self._entries, self._opened, now=self._desk.clock())
        rows.display = bool(entries)
        whose = "everybody" if self._everybody else self._name or "this client"
        title = Content.assemble(
            ("History", "bold $text-accent"), ("  ·  ", "$text-muted"), (whose, "$text")
        )
        self.query_one("#history-title", Static).update(title)
        empty = self.query_one("#history-empty", Static)
        empty.display = not entries
        empty.update(Content("Nothing was changed yet."))
        self.call_after_refresh(self._set_heading)  # a scroll bar takes a cell of the columns

    def on_resize(self) -> None:
        """Set the heading over the columns as they are then."""
        self.call_after_refresh(self._set_heading)

    def _set_heading(self) -> None:
        width = self.query_one(HistoryRows).scrollable_content_region.width
        self.query_one("#history-heading", Static).update(present.heading(width))

    def _tell(self, problem: str) -> None:
        line = self.query_one("#history-problem", Static)
        line.update(Content(problem))
        line.display = bool(problem)

    # What is done

    def change_to_take_back(self) -> str:
        """Return the id of the change under the cursor: undo means that one here."""
        current = self.query_one(HistoryRows).current
        return current.change.id if current else ""

    @on(VirtualList.Moved)
    def _moved(self) -> None:
        if self.query_one(HistoryRows).rows_below() < _PAGE // 2:
            begin(self, self._read_on, name="read on", group="history")

    @on(VirtualList.Picked)
    def action_open(self) -> None:
        """Open or close what the change under the cursor did."""
        rows = self.query_one(HistoryRows)
        if (current := rows.current) is None:
            return
        if current.change.id in self._opened:
            del self._opened[current.change.id]
            rows.at_head()
            self._take(self._entries)
        else:
            anew(self, partial(self._open, current), name="read what a change did", group="open")

    async def _open(self, entry: HistoryEntry) -> None:
        try:
            self._opened[entry.change.id] = await self._desk.history.details(entry.change)
        except StoreProblem as problem:
            self._tell(str(problem))
        else:
            self._take(self._entries)

    def action_everybody(self) -> None:
        """Show what was changed for everybody, or for this client alone."""
        if not self._client_id:
            if (current := self.query_one(HistoryRows).current) is None or not current.clients:
                toast(self, "This change was about no client.", severity="warning")
                return
            self._client_id, self._name = current.clients[0].id, current.clients[0].name
        self._everybody = not self._everybody
        begin(self, self._read_anew, name="read the history", group="history")

    async def _read_anew(self) -> None:
        self._entries = ()
        try:
            await self.reload()
        except StoreProblem as problem:
            self._tell(str(problem))

    def action_desk(self) -> None:
        """Go to the client on the desk."""
        current = self.query_one(HistoryRows).current
        client_id = current.clients[0].id if current and current.clients else self._client_id
        if client_id:
            self.post_message(DeskWanted(client_id))

    def action_back(self) -> None:
        """Go back to where the user was."""
        self.dismiss(None)
