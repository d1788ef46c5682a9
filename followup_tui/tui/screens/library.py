"""The library: what can be given, filtered as you type, with what its sources say."""

from __future__ import annotations

from contextlib import aclosing
from functools import partial

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from followup_tui.desk import Desk
from followup_tui.domain.library.view import Currency, LibraryView
from followup_tui.domain.value_add import ValueAdd
from followup_tui.services.library import NoSuchValueAdd
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.actions import Place, bindings
from followup_tui.tui.anew import anew, begin
from followup_tui.tui.closing import ClosingScreen
from followup_tui.tui.key_line import KeyLine
from followup_tui.tui.messages import DeskWanted
from followup_tui.tui.panes.library_rows import LibraryRows
from followup_tui.tui.panes.virtual_list import VirtualList
from followup_tui.tui.present import library as present
from followup_tui.tui.present.key_names import keys_of
from followup_tui.tui.toast import toast
from followup_tui.tui.watching import Watch


class LibraryScreen(ClosingScreen[None]):
    """Everything that can be given: articles, talks, events, invitations, standing offers."""

    CSS_PATH = "library.tcss"
    AUTO_FOCUS = "LibraryRows"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-medium"), (110, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-fair")]
    BINDINGS = [
        *bindings(Place.LIBRARY),
        Binding("tab", "app.focus_next", "Next", show=False),
        Binding("shift+tab", "app.focus_previous", "Before", show=False),
    ]

    def __init__(self, desk: Desk, *, value_add_id: str = "") -> None:
        """With `value_add_id` the cursor is on that one, also where it is over or retired."""
        super().__init__()
        self._desk = desk
        self._wanted = value_add_id
        self._key = keys_of(desk.settings.keys)
        self._view: LibraryView | None = None
        self._gone = False
        """Whether what is over or retired is listed, too."""
        self._watch = Watch(self, desk.records, changed=self._load, told=self._tell)
        self._problem = ""

    def compose(self) -> ComposeResult:
        """Yield the heading, the filter, the rows, what is under the cursor and the sources."""
        yield Static("Library", id="library-title", markup=False)
        yield Input(
            placeholder="Type a title, a topic or a kind", id="library-filter", compact=True
        )
        with Vertical(id="library-body"):
            with Vertical(id="library-list"):
                yield Static("", id="library-heading", markup=False)
                yield LibraryRows(id="library-rows")
                yield Static("", id="library-empty", markup=False)
            with Vertical(id="library-side"):
                with VerticalScroll(id="library-details") as box:
                    box.border_title = Content("Details")
                    yield Static("", id="library-item", markup=False)
                with VerticalScroll(id="library-sources") as box:
                    box.border_title = Content("Sources")
                    yield Static("", id="library-said", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Load, and look for what is changed here and by other programs."""
        self._watch.begin()
        self._watch.look_soon()

    def change_to_take_back(self) -> str:
        """Return nothing: undo takes back the last change here."""
        return ""

    async def show_changes(self) -> None:
        """Show at once what was just changed."""
        await self._watch.look()

    # What is shown

    async def _load(self) -> None:
        self._take(await self._desk.library.view())

    def _take(self, view: LibraryView) -> None:
        self._view = view
        if self._wanted:
            self._go_to_wanted(view)
        self._show()

    def _go_to_wanted(self, view: LibraryView) -> None:
        """Put the cursor on what was to be shown; list what is gone, too, where it is among it."""
        item = next((each for each in view.items if each.value_add.id == self._wanted), None)
        if item is not None:
            self._gone = self._gone or item.currency is not Currency.CURRENT
            self.query_one(LibraryRows).go_to(self._wanted)
        self._wanted = ""

    def _tell(self, problem: str) -> None:
        """Say on top why the library cannot be read; when it can be again, how much there is."""
        if problem:
            self.query_one("#library-title", Static).update(Content(problem))
        elif self._problem:
            self._show()
        self._problem = problem

    def _show(self) -> None:
        """Show what answers to the filter."""
        if (view := self._view) is None:
            return
        query = self.query_one("#library-filter", Input).value
        shown = present.matching(view.items, query, gone=self._gone)
        rows = self.query_one(LibraryRows)
        rows.show(shown, view.now)
        rows.display = bool(shown)
        empty = self.query_one("#library-empty", Static)
        empty.display = not shown
        empty.update(Content(self._why_empty(query)))
        self.query_one("#library-title", Static).update(present.title(view, len(shown)))
        self.query_one("#library-said", Static).update(present.sources(view))
        self.call_after_refresh(self._set_heading)  # a scroll bar takes a cell of the columns
        self._show_current()

    def _why_empty(self, query: str) -> str:
        if query:
            return f"Nothing answers to “{query}”. Esc shows all again."
        return (
            f"There is nothing to give yet: {self._key('library.add')} adds an article, a talk, "
            f"an event or a standing offer; {self._key('library.refresh')} looks at your sources."
        )

    def on_resize(self) -> None:
        """Set the heading over the columns as they are then."""
        self.call_after_refresh(self._set_heading)

    def _set_heading(self) -> None:
        width = self.query_one(LibraryRows).scrollable_content_region.width
        self.query_one("#library-heading", Static).update(present.heading(width))

    @on(VirtualList.Moved)
    def _show_current(self) -> None:
        """Show all that is known of what is under the cursor."""
        item, words = self.query_one(LibraryRows).current, Content("")
        if item is not None and self._view is not None:
            words = present.details(item, self._view.now)
        self.query_one("#library-item", Static).update(words)

    @on(Input.Changed, "#library-filter")
    def _filter(self) -> None:
        self._show()

    @on(Input.Submitted, "#library-filter")
    def _filtered(self) -> None:
        self.query_one(LibraryRows).focus()

    def on_key(self, event: events.Key) -> None:
        """Let the arrows walk the list while the filter is typed in."""
        if event.key in {"down", "up", "pagedown", "pageup"} and isinstance(self.focused, Input):
            rows = self.query_one(LibraryRows)
            {
                "down": rows.action_cursor_down,
                "up": rows.action_cursor_up,
                "pagedown": rows.action_page_down,
                "pageup": rows.action_page_up,
            }[event.key]()
            event.stop()

    # What is done

    def action_filter(self) -> None:
        """Go to the filter."""
        self.query_one("#library-filter", Input).focus()

    def action_gone(self) -> None:
        """List what is over or retired, too, or leave it out again."""
        self._gone = not self._gone
        self._show()

    def action_add(self) -> None:
        """Add something to give."""
        self._ask(None)

    @on(VirtualList.Picked)
    def action_edit(self) -> None:
        """Edit what is under the cursor."""
        item = self.query_one(LibraryRows).current
        if item is not None:
            self._ask(item.value_add)

    def _ask(self, value_add: ValueAdd | None) -> None:
        from followup_tui.tui.dialogs.value_add import ValueAddDialog  # noqa: PLC0415 - seldom used

        self.app.push_screen(ValueAddDialog(self._desk, value_add), self._written)

    async def _written(self, value_add: ValueAdd | None) -> None:
        if value_add is not None:
            self.query_one(LibraryRows).go_to(value_add.id)
            await self._watch.look()

    def action_retire(self) -> None:
        """Offer what is under the cursor no longer, or again."""
        item = self.query_one(LibraryRows).current
        if item is None:
            return
        again = item.currency is Currency.RETIRED
        begin(
            self,
            partial(self._retire, item.value_add, again=again),
            name="retire",
            group="library change",
        )

    async def _retire(self, value_add: ValueAdd, *, again: bool) -> None:
        library = self._desk.library
        try:
            await (library.bring_back if again else library.retire)(value_add.id)
        except (StoreProblem, NoSuchValueAdd) as problem:
            toast(self, str(problem), severity="error")
            return
        await self._watch.look()
        word = "is offered again" if again else "is no longer offered; it stays in the history"
        toast(self, f"“{value_add.title}” {word}. {self._key('app.undo')} takes that back.")

    def action_refresh(self) -> None:
        """Look at all sources now."""
        anew(self, self._refresh, name="look at the sources", group="sources")

    async def _refresh(self) -> None:
        try:
            async with aclosing(self._desk.library.refresh(anew=True)) as views:
                async for view in views:
                    self._take(view)
        except StoreProblem as problem:
            self._tell(str(problem))

    def action_back(self) -> None:
        """Empty the filter; when it is empty, go back to the desk."""
        field = self.query_one("#library-filter", Input)
        if field.value:
            field.value = ""
        elif field.has_focus:
            self.query_one(LibraryRows).focus()
        else:
            self.post_message(DeskWanted())
