"""The page of a client: all that happened on one timeline, beside what to know before a call."""

from __future__ import annotations

from datetime import date

from textual import events, on
from textual.binding import Binding
from textual.widgets import Input

from followup_tui.domain.client import Client
from followup_tui.domain.timeline.entries import EntryKind, Opens, Thing, first_on_or_before
from followup_tui.tui.actions import Place, bindings
from followup_tui.tui.messages import (
    CallWanted,
    ClientFormWanted,
    ClientPageWanted,
    HistoryWanted,
    LetterWanted,
    ProjectsWanted,
)
from followup_tui.tui.panes.kind_chips import KindChips
from followup_tui.tui.panes.virtual_list import VirtualList
from followup_tui.tui.screens.client_page_writing import ClientPageWriting
from followup_tui.tui.toast import toast

# ruff: noqa: PLC0415 - dialogs are imported when they are first opened


class ClientPageScreen(ClientPageWriting):
    """Everything about one client, above whatever was shown; Escape goes back there."""

    CSS_PATH = "client_page.tcss"
    AUTO_FOCUS = "TimelineRows"
    BINDINGS = [
        *bindings(Place.CLIENT_PAGE),
        Binding("tab", "app.focus_next", "Next", show=False),
        Binding("shift+tab", "app.focus_previous", "Before", show=False),
    ]

    # Filtering

    @on(KindChips.Chosen)
    def _chosen(self, event: KindChips.Chosen) -> None:
        self._filter(event.kind)

    def _filter(self, kind: EntryKind | None) -> None:
        self.kind = kind
        self.run_soon(self.show_entries, "filter")

    def _kinds(self) -> list[EntryKind | None]:
        """Return what can be shown alone, after everything."""
        present = {entry.kind for entry in self.all_entries}
        return [None, *(kind for kind in EntryKind if kind in present)]

    def _turn(self, by: int) -> None:
        kinds = self._kinds()
        at = kinds.index(self.kind) if self.kind in kinds else 0
        self._filter(kinds[(at + by) % len(kinds)])

    def action_next_kind(self) -> None:
        """Show the next kind alone."""
        self._turn(1)

    def action_previous_kind(self) -> None:
        """Show the kind before alone."""
        self._turn(-1)

    def action_all_kinds(self) -> None:
        """Show everything."""
        self._filter(None)

    # Searching and going

    def action_filter(self) -> None:
        """Go to the search."""
        self.search_field.focus()

    @on(Input.Submitted, "#page-search")
    def action_next_match(self) -> None:
        """Go to the next match."""
        self.go_by_matches(1)

    def action_previous_match(self) -> None:
        """Go to the match before."""
        self.go_by_matches(-1)

    def on_key(self, event: events.Key) -> None:
        """Let the arrows walk the list while something is searched for."""
        if event.key not in {"down", "up", "pagedown", "pageup"} or self.focused is self.rows:
            return
        if isinstance(self.focused, Input):
            moves = {
                "down": self.rows.action_cursor_down,
                "up": self.rows.action_cursor_up,
                "pagedown": self.rows.action_page_down,
                "pageup": self.rows.action_page_up,
            }
            moves[event.key]()
            event.stop()

    @on(VirtualList.Moved)
    def _moved(self) -> None:
        self.draw_title()

    def action_older_month(self) -> None:
        """Go to the month before."""
        self.rows.go_by_months(1)

    def action_newer_month(self) -> None:
        """Go to the month after."""
        self.rows.go_by_months(-1)

    def action_go_to(self) -> None:
        """Ask for a month or a year, and go there."""
        from followup_tui.tui.dialogs.go_to import GoToDialog

        def go(day: date | None) -> None:
            if day is None:
                return
            number = first_on_or_before(self.shown_entries, day)
            if number is None:
                toast(self, f"Nothing is known from {day:%B %Y} or before.", severity="warning")
            else:
                self.rows.go_to(number)

        self.app.push_screen(GoToDialog(today=self.desk.clock().date()), go)

    # Looking at one thing

    def action_unfold(self) -> None:
        """Show all of what is under the cursor, or its first line alone."""
        if (entry := self.rows.current) is None or not entry.lines:
            return
        if entry.key in self.opened:
            self.opened.discard(entry.key)
            self.with_earlier.discard(entry.key)
            self.rows.at_head()
        else:
            self.opened.add(entry.key)
        self.draw()
        self.rows.reveal()

    def action_earlier(self) -> None:
        """Show the words that stood there before, or hide them."""
        if (entry := self.rows.current) is None or not self.earlier_of(entry):
            toast(self, "What is under the cursor was never mended.", severity="warning")
            return
        if entry.key in self.with_earlier:
            self.with_earlier.discard(entry.key)
        else:
            self.with_earlier.add(entry.key)
            self.opened.add(entry.key)
        self.draw()
        self.rows.reveal()

    @on(VirtualList.Picked)
    def action_open(self) -> None:
        """Open what is under the cursor: the conversation, the letter, the client."""
        if (entry := self.rows.current) is None:
            return
        if entry.opens is None:
            self.action_unfold()
        else:
            self._open(entry.opens)

    def _open(self, opens: Opens) -> None:
        if opens.thing is Thing.INTERACTION:
            self.mend(opens.id)
        elif opens.thing is Thing.CLIENT:
            if self.desk.records.get(Client, opens.id) is None:
                toast(self, "This client is not there any more.", severity="warning")
            else:
                self.post_message(ClientPageWanted(opens.id))
        elif opens.thing is Thing.LETTER:
            self.post_message(LetterWanted(self.whose, letter_id=opens.id))
        else:
            self.app.copy_to_clipboard(opens.id)
            toast(self, f"{opens.id} is on the clipboard.")

    # To other screens

    def action_write(self) -> None:
        """Write any letter to this client."""
        from followup_tui.tui.writing import Writing

        if self.memory is not None:
            Writing(self, self.desk).to(self.memory.page.client)

    def action_note(self) -> None:
        """Write a note about this client."""
        from followup_tui.tui.dialogs.note import NoteDialog

        if self.memory is None:
            return
        desk, client = self.desk, self.memory.page.client

        async def done(saved: bool | None) -> None:
            if saved:
                toast(self, f"Noted for {client.name}.")
                await self.show_changes()

        self.app.push_screen(NoteDialog(desk, client), done)

    def action_call(self) -> None:
        """Start the call with this client, or go back to the one under way."""
        self.post_message(CallWanted(self.whose))

    def action_edit_client(self) -> None:
        """Edit this client and its people."""
        self.post_message(ClientFormWanted(self.whose))

    def action_history(self) -> None:
        """See what was changed for this client."""
        name = self.memory.page.client.name if self.memory else ""
        self.post_message(HistoryWanted(self.whose, name))

    def action_projects(self) -> None:
        """See this client's projects."""
        self.post_message(ProjectsWanted(self.whose))

    def action_essentials(self) -> None:
        """Show or hide the people, numbers and what is owed."""
        self.toggle_class("-essentials")

    def action_back(self) -> None:
        """End the search, then the filter; then go back to where the user was."""
        if self.search_field.value:
            self.search_field.value = ""
            self.rows.focus()
        elif self.search_field.has_focus:
            self.rows.focus()
        elif self.kind is not None:
            self._filter(None)
        else:
            self.dismiss(None)
