"""The desk: whom to call next and why, the preparation, what was said and what can be given.

This is what the user does with it. What it knows and how it stays up to date is `desk_state`,
which of its panes are shown and have the keys `desk_panes`.
"""

from __future__ import annotations

from collections.abc import Awaitable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType

from followup_tui.domain.client import Client
from followup_tui.domain.views import PreparationView
from followup_tui.services.gather import NoSuchClient, NoSuchPromise
from followup_tui.services.ports import StoreProblem
from followup_tui.tui import reaching
from followup_tui.tui.actions import Place, bindings
from followup_tui.tui.anew import anew, begin
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
from followup_tui.tui.panes.preparation import PreparationPane
from followup_tui.tui.panes.side import SidePane
from followup_tui.tui.preparing import Prepared
from followup_tui.tui.present.call_list import promise_behind
from followup_tui.tui.screens.desk_panes import DeskPanes
from followup_tui.tui.screens.desk_parts import Pane
from followup_tui.tui.toast import toast

if TYPE_CHECKING:
    from followup_tui.domain.exporting.export import Exported
    from followup_tui.tui.writing import Writing

# ruff: noqa: PLC0415 - dialogs are imported when they are first opened: the paint comes first


class DeskScreen(DeskPanes):
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

    def _wanted(self) -> str | None:
        """Return the client on the desk; say so where there is none."""
        if self.client_id is None:
            toast(self, "Choose somebody on the call list first.", severity="warning")
        return self.client_id

    def _wanted_view(self) -> PreparationView | None:
        """Return the preparation of the client on the desk; say so where there is none yet."""
        if self._wanted() is None:
            return None
        if self.view is None:
            words = self.prepared.problem or "This client is still being looked up."
            toast(self, words, severity="warning")
        return self.view

    # To other screens

    def action_call(self) -> None:
        """Start the call."""
        if (client_id := self._wanted()) is not None:
            self.post_message(CallWanted(client_id))

    def action_tried(self) -> None:
        """Write down how a call ended that reached nobody."""
        from followup_tui.tui.trying import Trying

        if (view := self._wanted_view()) is not None:
            Trying(self, self._desk, key=self._key("app.undo"), done=self._tried).ask(view)

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

    def change_to_take_back(self) -> str:
        """Return nothing: undo takes back the last change here."""
        return ""

    async def show_changes(self) -> None:
        """Show at once what was just changed."""
        await self.reload()

    # What is written

    @on(PreparationPane.Ticked)
    def _ticked(self, event: PreparationPane.Ticked) -> None:
        if self.client_id is not None:
            service = self._desk.preparation
            self._change_view(service.tick(self.client_id, event.item, ticked=event.ticked))

    @on(SidePane.Chosen)
    def _chosen(self, event: SidePane.Chosen) -> None:
        if self.client_id is not None:
            service = self._desk.preparation
            self._change_view(
                service.choose(self.client_id, event.value_add_id, chosen=event.chosen)
            )

    def _change_view(self, changing: Awaitable[PreparationView]) -> None:
        """Await a change of the preparation, and show what came of it."""

        async def change() -> None:
            try:
                view = await changing
            except (StoreProblem, NoSuchClient) as problem:
                toast(self, str(problem), severity="error")
            else:
                self._show_prepared(view.client.id, Prepared(view))

        begin(self, change, name="change the preparation", group="write")

    def _write(self, writing: Awaitable[object], words: str) -> None:
        """Await a change, tell that it was made, and read the list anew."""

        async def write() -> None:
            try:
                await writing
            except (StoreProblem, NoSuchClient, NoSuchPromise) as problem:
                toast(self, str(problem), severity="error")
            else:
                toast(self, words)
                await self.reload()

        begin(self, write, name="write", group="write")

    def action_note(self) -> None:
        """Write a note about this client."""
        from followup_tui.tui.dialogs.note import NoteDialog

        if (view := self._wanted_view()) is None:
            return
        client = view.client
        desk = self._desk

        async def done(saved: bool | None) -> None:
            if saved:
                toast(self, f"Noted for {client.name}.")
                await self.reload()

        self.app.push_screen(NoteDialog(desk, client), done)

    def action_draft(self) -> None:
        """Write the letter of the checklist's item at hand."""
        if (view := self._wanted_view()) is not None:
            self._writing.at_hand(view, self._preparation.checklist.item)

    def action_write(self) -> None:
        """Write any letter to this client."""
        if (view := self._wanted_view()) is not None:
            self._writing.to(view.client)

    def action_letters(self) -> None:
        """Go on with a letter that did not leave yet."""
        self._writing.take_up()

    @property
    def _writing(self) -> Writing:
        from followup_tui.tui.writing import Writing

        return Writing(self, self._desk)

    def action_snooze(self) -> None:
        """Take this client off the list for some days."""
        from followup_tui.tui.dialogs.snooze import SnoozeDialog

        if (view := self._wanted_view()) is None:
            return
        client = view.client
        desk = self._desk

        async def save(until: date) -> None:
            await desk.call_list.snooze(client.id, until)

        async def done(until: date | None) -> None:
            if until is not None:
                words = f"{until:%a} {until.day} {until:%b}"
                toast(self, f"{client.name} is off the list until {words}.")
                self._go(Pane.LIST)
                await self.reload()

        self.app.push_screen(
            SnoozeDialog(client, today=desk.clock().date(), read=desk.wrap_up.read_day, save=save),
            done,
        )

    def action_do_not_call(self) -> None:
        """Mark that this client does not want to be called, or take the mark back."""
        if (view := self._wanted_view()) is None:
            return
        client = view.client
        if client.do_not_call is None:
            self._ask_do_not_call(client)
        else:
            self._write(
                self._desk.call_list.do_not_call(client.id, wish=False),
                f"{client.name} may be called again.",
            )

    def _ask_do_not_call(self, client: Client) -> None:
        from followup_tui.tui.dialogs.snooze import DoNotCallDialog

        async def save(why: str) -> None:
            await self._desk.call_list.do_not_call(client.id, wish=True, why=why)

        async def done(saved: bool | None) -> None:
            if saved:
                toast(self, f"{client.name} will not be called.")
                self._go(Pane.LIST)
                await self.reload()

        self.app.push_screen(DoNotCallDialog(client, save=save), done)

    def action_keep_promise(self) -> None:
        """Mark the promise that put this client on the list as kept."""
        self._settle(kept=True)

    def action_break_promise(self) -> None:
        """Mark the promise that put this client on the list as broken."""
        self._settle(kept=False)

    def _settle(self, *, kept: bool) -> None:
        if self._wanted() is None:
            return
        promise = promise_behind(self.queue, self.client_id)
        if promise is None:
            toast(self, "No promise put this client on the list.", severity="warning")
            return
        self._write(
            self._desk.agreements.settle(promise.record_id, kept=kept),
            f"{'Kept' if kept else 'Broken'}: {promise.text}.",
        )

    def action_thank(self) -> None:
        """Mark that this client was thanked for whom they introduced."""
        view = self._wanted_view()
        owed = view.page.thanks if view is not None and view.page is not None else ()
        if view is not None and not owed:
            toast(self, f"No thanks are owed to {view.client.name}.", severity="warning")
        if owed:
            self._write(
                self._desk.agreements.thank(owed[0].id),
                f"Thanked for introducing {owed[0].name}.",
            )
