"""All clients, filtered as you type."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Input, Static

from followup_tui.desk import Desk
from followup_tui.tui.actions import Place, bindings
from followup_tui.tui.anew import anew
from followup_tui.tui.closing import ClosingScreen
from followup_tui.tui.dialogs.merging import MergeDialog
from followup_tui.tui.dialogs.pick import Pick, PickDialog
from followup_tui.tui.key_line import KeyLine
from followup_tui.tui.messages import ClientFormWanted, DeskWanted, HistoryWanted
from followup_tui.tui.panes.client_rows import ClientRows
from followup_tui.tui.panes.virtual_list import VirtualList
from followup_tui.tui.present import clients as present
from followup_tui.tui.present.clients import ClientLine
from followup_tui.tui.toast import toast
from followup_tui.tui.watching import Watch


class ClientsScreen(ClosingScreen[None]):
    """Everybody the desk knows, with when they were last reached and are to be called next."""

    CSS_PATH = "clients.tcss"
    AUTO_FOCUS = "ClientRows"
    BINDINGS = [
        *bindings(Place.CLIENTS),
        Binding("tab", "app.focus_next", "Next", show=False),
        Binding("shift+tab", "app.focus_previous", "Before", show=False),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines: Sequence[ClientLine] = ()
        self._watch = Watch(self, desk.records, changed=self._load, told=self._tell)
        self._problem = ""

    def compose(self) -> ComposeResult:
        """Yield the heading, the filter, the rows and the footer."""
        yield Static("Clients", id="clients-title", markup=False)
        yield Input(placeholder="Type a name, a person or a tag", id="clients-filter", compact=True)
        yield Static("", id="clients-heading", markup=False)
        yield ClientRows(id="clients-rows")
        yield Static("", id="clients-empty", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Load, and look for what is changed here and by other programs."""
        self._watch.begin()
        self._watch.look_soon()

    def on_screen_resume(self) -> None:
        """Show what a form has changed meanwhile."""
        self._watch.look_soon()

    @property
    def client_id(self) -> str | None:
        """The client under the cursor."""
        rows = self.query(ClientRows)  # there is none before it is composed
        line = rows.first().current if rows else None
        return line.client_id if line is not None else None

    def change_to_take_back(self) -> str:
        """Return nothing: undo takes back the last change here."""
        return ""

    async def show_changes(self) -> None:
        """Show at once what was just changed."""
        await self._watch.look()

    async def _load(self) -> None:
        clients = await self._desk.clients.all()
        standings = await asyncio.to_thread(self._desk.records.standings)
        call_list = await self._desk.call_list.today()
        self._lines = await asyncio.to_thread(
            present.lines,
            clients,
            standings,
            call_list,
            look_ahead=self._desk.settings.day.look_ahead,
        )
        self._show()

    def _tell(self, problem: str) -> None:
        """Say on top why the clients cannot be read; when they can be again, how many they are."""
        if problem:
            self.query_one("#clients-title", Static).update(Content(problem))
        elif self._problem:
            self._show()
        self._problem = problem

    def _show(self) -> None:
        """Show the lines that answer to the filter."""
        query = self.query_one("#clients-filter", Input).value
        shown = present.matching(self._lines, query)
        rows = self.query_one(ClientRows)
        rows.show(shown, None)
        rows.display = bool(shown)
        self.call_after_refresh(self._set_heading)  # a scroll bar takes a cell of the columns
        empty = self.query_one("#clients-empty", Static)
        empty.display = not shown
        if self._lines:
            empty.update(Content(f"Nobody answers to “{query}”. Esc shows all again."))
        else:
            empty.update(Content("There are no clients yet: + adds one."))
        words = present.counted(len(shown), len(self._lines))
        self.query_one("#clients-title", Static).update(
            Content.assemble(("Clients", "bold $text-accent"), ("  ·  ", "$text-muted"), words)
        )

    def on_resize(self) -> None:
        """Set the heading over the columns as they are then."""
        self.call_after_refresh(self._set_heading)

    def _set_heading(self) -> None:
        width = self.query_one(ClientRows).scrollable_content_region.width
        self.query_one("#clients-heading", Static).update(present.heading(width))

    @on(Input.Changed, "#clients-filter")
    def _filter(self) -> None:
        self._show()

    @on(Input.Submitted, "#clients-filter")
    def _filtered(self) -> None:
        self.action_open()

    @on(VirtualList.Picked)
    def _picked(self) -> None:
        self.action_open()

    def on_key(self, event: events.Key) -> None:
        """Let the arrows walk the list while the filter is typed in."""
        if event.key in {"down", "up", "pagedown", "pageup"} and isinstance(self.focused, Input):
            rows = self.query_one(ClientRows)
            moves = {
                "down": rows.action_cursor_down,
                "up": rows.action_cursor_up,
                "pagedown": rows.action_page_down,
                "pageup": rows.action_page_up,
            }
            moves[event.key]()
            event.stop()

    def action_open(self) -> None:
        """Open the client under the cursor on the desk."""
        line = self.query_one(ClientRows).current
        if line is not None:
            self.post_message(DeskWanted(line.client_id))

    def action_edit(self) -> None:
        """Edit the client under the cursor."""
        line = self.query_one(ClientRows).current
        if line is not None:
            self.post_message(ClientFormWanted(line.client_id))

    def action_add(self) -> None:
        """Add a client."""
        self.post_message(ClientFormWanted())

    def action_history(self) -> None:
        """See what was changed for the client under the cursor."""
        line = self.query_one(ClientRows).current
        if line is not None:
            self.post_message(HistoryWanted(line.client_id, line.name))

    def action_merge(self) -> None:
        """Make one client of the one under the cursor and another."""
        line = self.query_one(ClientRows).current
        if line is not None and len(self._lines) > 1:
            anew(self, partial(self._merge, line), name="merge", group="merge")

    async def _merge(self, line: ClientLine) -> None:
        """Ask with whom, and show the two side by side."""
        others = [other for other in self._lines if other.client_id != line.client_id]

        def find(typed: str) -> Sequence[Pick]:
            return [
                Pick(other.client_id, present.named(other))
                for other in present.matching(others, typed)
            ]

        other = await self.app.push_screen_wait(
            PickDialog(
                f"Which client is {line.name}, too?",
                find,
                hint="type a name",
                nothing="Nobody answers to that.",
            )
        )
        if other is None:
            return
        done = await self.app.push_screen_wait(MergeDialog(self._desk, line.client_id, other))
        if done is not None:
            await self.show_changes()
            toast(self.app, f"{done.theirs.name} is now part of {done.merged.name}. u undoes it.")

    def action_filter(self) -> None:
        """Go to the filter."""
        self.query_one("#clients-filter", Input).focus()

    def action_back(self) -> None:
        """Empty the filter; when it is empty, go back to the desk."""
        field = self.query_one("#clients-filter", Input)
        if field.value:
            field.value = ""
        elif field.has_focus:
            self.query_one(ClientRows).focus()
        else:
            self.post_message(DeskWanted())
