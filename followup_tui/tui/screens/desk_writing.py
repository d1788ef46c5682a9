"""What is written from the desk: ticks, notes, letters, snoozes, wishes, promises and thanks."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date
from typing import TYPE_CHECKING

from textual import on

from followup_tui.domain.client import Client
from followup_tui.domain.views import PreparationView
from followup_tui.services.gather import NoSuchClient, NoSuchPromise
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.anew import begin
from followup_tui.tui.panes.preparation import PreparationPane
from followup_tui.tui.panes.side import SidePane
from followup_tui.tui.preparing import Prepared
from followup_tui.tui.present.call_list import promise_behind
from followup_tui.tui.screens.desk_panes import DeskPanes
from followup_tui.tui.screens.desk_parts import Pane
from followup_tui.tui.toast import toast

if TYPE_CHECKING:
    from followup_tui.tui.writing import Writing

# ruff: noqa: PLC0415 - dialogs are imported when they are first opened: the paint comes first


class DeskWriting(DeskPanes):
    """Writes what the user asks for of the client on the desk, and shows it at once."""

    _waiting_for: tuple[str, Callable[[PreparationView], None]] | None = None
    """What is done with the preparation of a client once it is known, and whose that is."""

    def _wanted(self) -> str | None:
        """Return the client on the desk; say so where there is none."""
        if self.client_id is None:
            toast(self, "Choose somebody on the call list first.", severity="warning")
        return self.client_id

    def _once_known(self, do: Callable[[PreparationView], None]) -> None:
        """Do something with the preparation of the client on the desk, as soon as it is known.

        A key that is pressed before that is not lost, unless the user goes on to another client.
        """
        client_id = self._wanted()
        if client_id is None:
            return
        if self.view is not None:
            do(self.view)
        elif self.prepared.problem:
            toast(self, self.prepared.problem, severity="warning")
        else:
            self._waiting_for = client_id, do

    def _show_prepared(self, client_id: str, state: Prepared) -> None:
        """Draw a state, and do what waited for it."""
        super()._show_prepared(client_id, state)
        if self._waiting_for is not None and (self.view is not None or state.problem):
            (whose, do), self._waiting_for = self._waiting_for, None
            if whose == self.client_id:
                self._once_known(do)

    def _wanted_client(self) -> Client | None:
        """Return the client on the desk, also before anything else is known of them.

        A key that is pressed as soon as they stand there must not be lost.
        """
        if self.view is not None:
            return self.view.client
        client_id = self._wanted()
        try:
            found = self._desk.records.get(Client, client_id) if client_id is not None else None
        except StoreProblem as problem:
            toast(self, str(problem), severity="error")
            return None
        if found is None and client_id is not None:
            toast(self, "This client is not there any more.", severity="warning")
        return found

    def change_to_take_back(self) -> str:
        """Return nothing: undo takes back the last change here."""
        return ""

    async def show_changes(self) -> None:
        """Show at once what was just changed."""
        await self.reload()

    # Ticks and choices

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

    # Notes, letters, and when to call again

    def action_note(self) -> None:
        """Write a note about this client."""
        from followup_tui.tui.dialogs.note import NoteDialog

        if (client := self._wanted_client()) is None:
            return
        desk = self._desk

        async def done(saved: bool | None) -> None:
            if saved:
                toast(self, f"Noted for {client.name}.")
                await self.reload()

        self.app.push_screen(NoteDialog(desk, client), done)

    def action_draft(self) -> None:
        """Write the letter of the checklist's item at hand."""
        self._once_known(lambda view: self._writing.at_hand(view, self._preparation.checklist.item))

    def action_write(self) -> None:
        """Write any letter to this client."""
        if (client := self._wanted_client()) is not None:
            self._writing.to(client)

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

        if (client := self._wanted_client()) is None:
            return
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
        if (client := self._wanted_client()) is None:
            return
        if client.do_not_call is None:
            self._ask_do_not_call(client)
        else:
            self._write(
                self._desk.call_list.do_not_call(client.id, wish=False),
                f"{client.name} may be called again.",
            )

    def _ask_do_not_call(self, client: Client) -> None:
        from followup_tui.tui.dialogs.snooze import DoNotCallDialog

        async def done(saved: bool | None) -> None:
            if saved:
                toast(self, f"{client.name} will not be called.")
                self._go(Pane.LIST)
                await self.reload()

        self.app.push_screen(DoNotCallDialog(self._desk, client), done)

    # Promises and thanks

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
        self._once_known(self._thank)

    def _thank(self, view: PreparationView) -> None:
        owed = view.page.thanks if view.page is not None else ()
        if not owed:
            toast(self, f"No thanks are owed to {view.client.name}.", severity="warning")
            return
        self._write(
            self._desk.agreements.thank(owed[0].id), f"Thanked for introducing {owed[0].name}."
        )
