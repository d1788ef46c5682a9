"""The desk: whom to call next and why, the preparation, what was said and what can be given.

This is where the user goes from it. What it knows and how it stays up to date is `desk_state`,
which of its panes are shown and have the keys `desk_panes`, what is written from it `desk_writing`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType

from followup_tui.tui import reaching
from followup_tui.tui.actions import Place, bindings
from followup_tui.tui.anew import anew
from followup_tui.tui.messages import (
    CallWanted,
    ClientFormWanted,
    ClientsWanted,
    CoursesWanted,
    HistoryWanted,
    ImportWanted,
    LibraryWanted,
    ProjectsWanted,
    SearchWanted,
)
from followup_tui.tui.panes.call_list import CallListPane
from followup_tui.tui.screens.desk_parts import Pane
from followup_tui.tui.screens.desk_writing import DeskWriting
from followup_tui.tui.toast import toast

if TYPE_CHECKING:
    from followup_tui.domain.exporting.export import Exported

# ruff: noqa: PLC0415 - dialogs are imported when they are first opened: the paint comes first


class DeskScreen(DeskWriting):
    """The call list and all that belongs to the client under its cursor."""

    CSS_PATH = "desk.tcss"
    AUTO_FOCUS = "#call-list-rows"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.DESK)]

    def action_back(self) -> None:
        """Go back to the list; there, end the search or dismiss what was told."""
        if self._list.searching:
            self._list.stop_searching()
        elif self.at is not Pane.LIST:
            self._go(Pane.LIST)
        else:
            self._problems.dismiss_first()

    # The list

    @on(CallListPane.Opened)
    def _opened(self, event: CallListPane.Opened) -> None:
        self.open(event.client_id)

    def open(self, client_id: str) -> None:
        """Prepare a client, with the keys going to the preparation."""
        if client_id != self.client_id:
            self._choose(client_id)
        self._fetch()
        self._go(Pane.PREPARATION)

    def action_open(self) -> None:
        """Prepare the client on the desk."""
        if (client_id := self._wanted()) is not None:
            self.open(client_id)

    def action_search(self) -> None:
        """Search everywhere."""
        self.post_message(SearchWanted())

    def action_filter(self) -> None:
        """Filter the list as the words are typed."""
        self.at = Pane.LIST
        self._list.search()

    @on(CallListPane.AllWanted)
    def action_all(self) -> None:
        """Show more, or less, of the list."""
        self.show_all = not self.show_all

    def action_refresh(self) -> None:
        """Fetch the preparation's sources again."""
        if self._wanted() is not None:
            self._fetch(refresh=True)

    # To other screens

    def action_call(self) -> None:
        """Start the call."""
        if (client_id := self._wanted()) is not None:
            self.post_message(CallWanted(client_id))

    def action_tried(self) -> None:
        """Write down how a call ended that reached nobody."""
        from followup_tui.tui.trying import Trying

        if (client := self._wanted_client()) is not None:
            Trying(self, self._desk, key=self._key("app.undo"), done=self._tried).ask(client)

    async def _tried(self) -> None:
        self._go(Pane.LIST)
        await self.reload()

    def action_heads_up(self) -> None:
        """Copy a line to send this client before calling."""
        if (client_id := self._wanted()) is not None:
            work = partial(reaching.copy_heads_up, self, self._desk, client_id)
            anew(self, work, name="word a line", group="heads-up")

    def action_edit_client(self) -> None:
        """Edit this client and its people."""
        if (client_id := self._wanted()) is not None:
            self.post_message(ClientFormWanted(client_id))

    def action_add_client(self) -> None:
        """Add a client."""
        self.post_message(ClientFormWanted())

    def action_clients(self) -> None:
        """See all clients."""
        self.post_message(ClientsWanted())

    def action_prepare_day(self) -> None:
        """Prepare all clients of the day now; while that is under way, stop it."""
        if self._beforehand.is_running:
            self._beforehand.stop()
            toast(self, "Preparing the day is stopped; what was fetched stays.")
        elif not self._beforehand.is_allowed:
            toast(self, "The settings say not to: see prefetch and metered under [web].")
        else:
            self._beforehand.start()

    def action_library(self) -> None:
        """See all that can be given."""
        self.post_message(LibraryWanted())

    def action_courses(self) -> None:
        """See the courses, who is drawn for a coffee, and what they found."""
        self.post_message(CoursesWanted())

    def action_met(self) -> None:
        """Write down somebody you met."""
        from followup_tui.tui.meeting import write_down

        write_down(self, self._desk, done=self.reload)

    def action_projects(self) -> None:
        """See this client's projects."""
        if (client_id := self._wanted()) is not None:
            self.post_message(ProjectsWanted(client_id))

    def action_end_project(self) -> None:
        """End a project of this client."""
        if (client_id := self._wanted()) is not None:
            self.post_message(ProjectsWanted(client_id, ending=True))

    def action_import(self) -> None:
        """Import contacts from a file."""
        self.post_message(ImportWanted())

    def action_export(self) -> None:
        """Write everything, or this client, to files."""
        from followup_tui.tui.dialogs.export import ExportDialog, done_words

        def done(exported: Exported | None) -> None:
            if exported is not None:
                toast(self, done_words(exported))

        client = self.view.client if self.view else None
        self.app.push_screen(ExportDialog(self._desk, client), done)

    def action_history(self) -> None:
        """See what was changed for this client."""
        if (client_id := self._wanted()) is not None:
            name = self.view.client.name if self.view else ""
            self.post_message(HistoryWanted(client_id, name))

    def action_all_history(self) -> None:
        """See what was changed for everybody."""
        self.post_message(HistoryWanted())
