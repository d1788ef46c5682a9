"""The page of a client: all that happened on one timeline, beside what to know before a call."""

from __future__ import annotations

from collections.abc import Awaitable
from datetime import date

from textual import events, on
from textual.binding import Binding
from textual.widgets import Input

from followup_tui.domain.client import Client
from followup_tui.domain.letter import Letter
from followup_tui.domain.timeline import Entry, EntryKind, Opens, Thing, first_on_or_before
from followup_tui.services.memory import Gone
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.actions import Place, bindings
from followup_tui.tui.messages import (
    CallWanted,
    ClientFormWanted,
    ClientPageWanted,
    HistoryWanted,
)
from followup_tui.tui.panes.kind_chips import KindChips
from followup_tui.tui.panes.virtual_list import VirtualList
from followup_tui.tui.screens.client_page_state import ClientPageState
from followup_tui.tui.toast import toast

# ruff: noqa: PLC0415 - dialogs are imported when they are first opened

_TALK = "Put the cursor on a conversation or a note first."


class ClientPageScreen(ClientPageState):
    """Everything about one client, above whatever was shown; Escape goes back there."""

    CSS_PATH = "client_page.tcss"
    AUTO_FOCUS = "TimelineRows"
    BINDINGS = [
        *bindings(Place.CLIENT_PAGE),
        Binding("tab", "app.focus_next", "Next", show=False),
        Binding("shift+tab", "app.focus_previous", "Before", show=False),
    ]

    # For undo: what is changed here is shown at once

    def change_to_take_back(self) -> str:
        """Return nothing: undo takes back the last change here."""
        return ""

    async def show_changes(self) -> None:
        """Show at once what was just changed."""
        await self.watch_records.look()

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
            self._mend(opens.id)
        elif opens.thing is Thing.CLIENT:
            if self.desk.records.get(Client, opens.id) is None:
                toast(self, "This client is not there any more.", severity="warning")
            else:
                self.post_message(ClientPageWanted(opens.id))
        elif opens.thing is Thing.LETTER:
            self._read_letter(opens.id)
        else:
            self.app.copy_to_clipboard(opens.id)
            toast(self, f"{opens.id} is on the clipboard.")

    def _read_letter(self, letter_id: str) -> None:
        from followup_tui.tui.dialogs.reading import ReadingDialog

        letters = self.memory.page.letters if self.memory else ()
        letter = next((each for each in letters if each.id == letter_id), None)
        if letter is not None:
            self.app.push_screen(ReadingDialog(f"Letter: {letter.subject}", _letter_text(letter)))

    # Mending

    def _interaction_id(self) -> str:
        """Return the id of the interaction under the cursor; say so where there is none."""
        entry = self.rows.current
        if entry is not None and entry.key.startswith("interactions:") and entry.opens:
            return entry.opens.id
        toast(self, _TALK, severity="warning")
        return ""

    def action_mend(self) -> None:
        """Mend what was written of the conversation under the cursor."""
        if interaction_id := self._interaction_id():
            self._mend(interaction_id)

    def _mend(self, interaction_id: str) -> None:
        work = self._open_mending(interaction_id)
        self.run_worker(work, name="open the mending", group="mend", exclusive=True)

    async def _open_mending(self, interaction_id: str) -> None:
        from followup_tui.tui.dialogs.mending import MendingDialog

        try:
            interaction = await self.desk.memory.interaction(interaction_id)
        except (StoreProblem, Gone) as problem:
            toast(self, str(problem), severity="warning")
            return
        whose = self.memory.page.client.name if self.memory else ""

        async def done(written: object) -> None:
            if written is not None:
                toast(self, "Mended; the words as they were stay in the history.")
                await self.show_changes()

        if self.is_current:
            self.app.push_screen(MendingDialog(self.desk, interaction, whose=whose), done)

    def action_remove(self) -> None:
        """Remove the conversation under the cursor, once asked."""
        from followup_tui.tui.dialogs.confirm import Choice, ConfirmDialog

        if not (interaction_id := self._interaction_id()):
            return
        entry = self.rows.current
        what = f"{entry.title}, {entry.day:%a} {entry.day.day} {entry.day:%b %Y}" if entry else ""

        def answered(answer: str | None) -> None:
            if answer == "remove":
                words = f"Removed. {self._key('app.undo')} brings it back."
                self._write(self.desk.memory.remove(interaction_id), words)

        self.app.push_screen(
            ConfirmDialog(
                "Remove this conversation?",
                (Choice("remove", "Remove"), Choice("stay", "Leave it", main=True)),
                detail=f"{what}. Promises and steps that came of it stay.",
            ),
            answered,
        )

    # Promises and thanks

    def action_keep(self) -> None:
        """Mark the promise under the cursor as kept, or the thanks as given."""
        entry = self.rows.current
        if entry is not None and entry.referral_id:
            self._write(self.desk.agreements.thank(entry.referral_id), f"Thanked: {entry.title}.")
        else:
            self._settle(entry, kept=True)

    def action_break_promise(self) -> None:
        """Mark the promise under the cursor as broken."""
        self._settle(self.rows.current, kept=False)

    def _settle(self, entry: Entry | None, *, kept: bool) -> None:
        if entry is None or not entry.promise_id:
            words = "Put the cursor on an open promise, or on an introduction to be thanked for."
            toast(self, words, severity="warning")
            return
        words = f"{'Kept' if kept else 'Broken'}: {entry.title}."
        self._write(self.desk.call_list.settle_promise(entry.promise_id, kept=kept), words)

    def _write(self, writing: Awaitable[object], words: str) -> None:
        """Await a change, tell that it was made, and show it."""

        async def write() -> None:
            try:
                await writing
            except (StoreProblem, Gone) as problem:
                toast(self, str(problem), severity="error")
            else:
                toast(self, words)
                await self.show_changes()

        self.run_worker(write(), name="write", group="write")

    # To other screens

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

        self.app.push_screen(
            NoteDialog(
                client,
                drafts=desk.drafts,
                clock=desk.clock,
                save=lambda text: desk.clients.note(client.id, text),
                elsewhere=self._key("app.save_elsewhere"),
                region=desk.settings.me.region,
            ),
            done,
        )

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


def _letter_text(letter: Letter) -> str:
    head = [f"To: {letter.to}"] if letter.to else []
    if letter.cc:
        head.append(f"Cc: {', '.join(letter.cc)}")
    return "\n".join([*head, f"Subject: {letter.subject}", "", letter.body])
