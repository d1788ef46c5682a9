"""The call list: who is due and why, with a cursor and a search."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input

from followup_tui.domain.queue import CallList
from followup_tui.tui.panes.row_list import RowList
from followup_tui.tui.present.call_lines import Section
from followup_tui.tui.present.call_list import CallRows, Finder, Guest, sections
from followup_tui.tui.present.key_names import KeyName, default_key
from followup_tui.tui.present.rows import RowLayout


class CallListRows(RowList):
    """The rows of the call list; presented only when they come on the screen."""

    class Toggled(Message):
        """The line that shows more or less of the list was clicked."""

    def __init__(self) -> None:
        super().__init__(id="call-list-rows")
        self._sections: Sequence[Section] = ()
        self._guest: Guest | None = None
        self.shown = CallRows(())

    def show(self, shown: Sequence[Section], *, guest: Guest | None, client_id: str | None) -> None:
        """Show these sections with the cursor on a client, or near where it was."""
        self._sections, self._guest = shown, guest
        self.lay_out_anew(cursor=self._row_for(client_id))

    def _row_for(self, client_id: str | None) -> int | None:
        rows = CallRows(self._sections, guest=self._guest, width=self.row_width)
        return None if client_id is None else rows.row_of(client_id)

    def lay_out(self, width: int) -> RowLayout:
        """Return where the rows stand."""
        self.shown = CallRows(self._sections, guest=self._guest, width=width)
        return self.shown.layout

    def present(self, row: int, width: int, *, under_cursor: bool) -> Sequence[Content]:
        """Return the lines of a row."""
        return self.shown.lines(row, width)

    def row_clicked(self, row: int, line: int, column: int) -> None:
        """Show more or less of the list where that line was clicked."""
        if self.shown.toggles_at(row):
            self.post_message(self.Toggled())

    @property
    def client_id(self) -> str | None:
        """The client under the cursor."""
        if self.cursor is None or self.cursor >= self.row_count:
            return None
        return self.shown.client_at(self.cursor)


class SearchInput(Input):
    """Where the search is typed; the arrows go on moving the cursor of the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "clear", show=True),
        Binding("up", "step('up')", "Up", show=False),
        Binding("down", "step('down')", "Down", show=False),
    ]

    class Left(Message):
        """Escape: the search is over."""

    class Stepped(Message):
        """An arrow: the list's cursor shall move."""

        def __init__(self, direction: str) -> None:
            super().__init__()
            self.direction = direction

    def action_leave(self) -> None:
        """Clear the search."""
        self.post_message(self.Left())

    def action_step(self, direction: str) -> None:
        """Move the list's cursor."""
        self.post_message(self.Stepped(direction))


class CallListPane(Vertical):
    """Shows a `CallList`; says which client is under the cursor and which one is opened."""

    DEFAULT_CSS = """
    CallListPane {
        & > SearchInput { display: none; height: 1; padding: 0 1; background: $panel; }
        & > SearchInput:focus { background: $panel; }
        &.-searching > SearchInput { display: block; }
        & > CallListRows { height: 1fr; }
        & > .call-list--urgent { color: $band-urgent; text-style: bold; }
        & > .call-list--late { color: $band-late; }
        & > .call-list--due { color: $band-due; }
        & > .call-list--soon { color: $band-soon; }
        & > .call-list--urgent-words { color: $band-urgent; }
        & > .call-list--late-words { color: $band-late; }
        & > .call-list--due-words { color: $text-muted; }
        & > .call-list--soon-words { color: $text-muted; }
        & > .call-list--quiet { color: $text-muted; }
        & > .call-list--quiet-words { color: $text-muted; }
        & > .call-list--name { text-style: bold; }
        & > .call-list--client { color: $text; }
        & > .call-list--rule { color: $text-muted; }
        & > .call-list--key { color: $footer-key-foreground; text-style: bold; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"call-list--{name}"
        for name in (
            "urgent",
            "late",
            "due",
            "soon",
            "quiet",
            "urgent-words",
            "late-words",
            "due-words",
            "soon-words",
            "quiet-words",
            "name",
            "client",
            "rule",
            "key",
        )
    }

    queue: reactive[CallList | None] = reactive(None)
    """What is listed; None before the first look."""
    show_all: reactive[bool] = reactive(False)
    """Whether those who come later or are held back are shown, too."""
    guest: reactive[Guest | None] = reactive(None)
    """Somebody who is on the desk without being on the list."""
    needle: reactive[str] = reactive("")
    """What is searched for; empty: everything is shown."""

    class Highlighted(Message):
        """Another client came under the cursor."""

        def __init__(self, client_id: str) -> None:
            super().__init__()
            self.client_id = client_id

    class Opened(Message):
        """The client under the cursor shall be prepared."""

        def __init__(self, client_id: str) -> None:
            super().__init__()
            self.client_id = client_id

    class AllWanted(Message):
        """More, or less, of the list shall be shown."""

    def __init__(self, *, key: KeyName = default_key) -> None:
        super().__init__()
        self._key = key
        self.border_title = Content("Call list")
        self._search = SearchInput(
            placeholder="name, person or reason", compact=True, id="call-list-search"
        )
        self.rows = CallListRows()
        """The list itself."""
        self.current: str | None = None
        """The client last told of: the cursor keeps to it when the data changes."""
        self._finder: Finder | None = None

    def compose(self) -> ComposeResult:
        """Build the search and the rows."""
        yield self._search
        yield self.rows

    def on_mount(self) -> None:
        """Show what there is."""
        self._show()

    def watch_queue(self) -> None:
        """Show the new queue, the cursor on the client it was on."""
        self._finder = None
        if self.is_mounted:
            self._show()

    def watch_show_all(self) -> None:
        """Show more or less."""
        if self.is_mounted:
            self._show()

    def watch_guest(self) -> None:
        """Show, or no longer show, somebody who is not on the list."""
        if self.is_mounted:
            self._show()

    def watch_needle(self) -> None:
        """Show who matches."""
        if self.is_mounted:
            self._show()

    def go_to(self, client_id: str) -> None:
        """Put the cursor on a client of the list."""
        self.current = client_id
        self._show()

    def _show(self) -> None:
        if self.queue is None:
            return
        if self._finder is None:
            self._finder = Finder(self.queue)
        shown = sections(
            self.queue,
            show_all=self.show_all,
            needle=self.needle,
            finder=self._finder,
            key=self._key,
        )
        self.rows.show(shown, guest=self.guest, client_id=self.current)
        found = sum(len(section.listed) for section in shown)
        self.border_subtitle = Content(f"{found:,} found") if self.needle.strip() else None
        self._tell()

    def _tell(self) -> None:
        """Tell of the client under the cursor, if it is another one than was told of."""
        client_id = self.rows.client_id
        if client_id is not None and client_id != self.current:
            self.current = client_id
            self.post_message(self.Highlighted(client_id))

    # The user

    @on(CallListRows.Moved)
    def _moved(self, event: CallListRows.Moved) -> None:
        event.stop()
        self._tell()

    @on(CallListRows.Picked)
    def _picked(self, event: CallListRows.Picked) -> None:
        event.stop()
        self.open()

    @on(CallListRows.Toggled)
    def _toggled(self, event: CallListRows.Toggled) -> None:
        event.stop()
        self.post_message(self.AllWanted())

    def open(self) -> None:
        """Ask for the client under the cursor to be prepared."""
        if self.rows.client_id is not None:
            self.post_message(self.Opened(self.rows.client_id))

    def search(self) -> None:
        """Let the user type what to look for."""
        self.add_class("-searching")
        # Not `focus()`, which comes a moment later: a key typed in between would be a command.
        self.screen.set_focus(self._search)

    def stop_searching(self) -> None:
        """Show everybody again."""
        self._search.value = ""
        self.needle = ""
        self.remove_class("-searching")
        self.rows.focus()

    @property
    def is_at_first(self) -> bool:
        """Whether it is as it first was: the cursor on the first client, nothing searched for."""
        is_plain = not (self.searching or self.show_all or self.guest is not None)
        return is_plain and self.rows.has_focus and self.rows.is_at_first and self.size.height > 0

    @property
    def searching(self) -> bool:
        """Whether the search is open."""
        return self.has_class("-searching")

    @on(Input.Changed)
    def _search_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.needle = event.value

    @on(Input.Submitted)
    def _search_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.open()

    @on(SearchInput.Left)
    def _search_left(self, event: SearchInput.Left) -> None:
        event.stop()
        self.stop_searching()

    @on(SearchInput.Stepped)
    def _search_stepped(self, event: SearchInput.Stepped) -> None:
        event.stop()
        if event.direction == "up":
            self.rows.action_cursor_up()
        else:
            self.rows.action_cursor_down()
