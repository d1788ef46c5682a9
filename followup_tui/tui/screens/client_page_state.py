"""What the page of a client knows, and how it is shown: the timeline in parts, filtered, searched.

The records are shown at once; what the history and their website add comes after them. What the
user does with it is `client_page`.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import datetime
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.domain.text import shorten
from followup_tui.domain.timeline.entries import (
    Earlier,
    Entry,
    EntryKind,
    Finder,
    Memory,
    Past,
    in_order,
    of_kinds,
)
from followup_tui.services.gather import NoSuchClient
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.anew import Work, anew
from followup_tui.tui.closing import ClosingScreen
from followup_tui.tui.key_line import KeyLine
from followup_tui.tui.panes.kind_chips import KindChips
from followup_tui.tui.panes.timeline import TimelineRows, Unfolded
from followup_tui.tui.present import essentials
from followup_tui.tui.present import timeline as present
from followup_tui.tui.present.key_names import keys_of
from followup_tui.tui.watching import Watch

_NEEDLE = 60  # characters of the words searched for that the title has room for


class ClientPageState(ClosingScreen[None]):
    """Reads, filters, searches and draws the timeline of one client."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-medium"), (120, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (10, "-low"), (20, "-fair"), (32, "-tall")]

    def __init__(self, desk: Desk, client_id: str, *, entry: str = "") -> None:
        """With `entry` (the key of one) the page opens there."""
        super().__init__()
        self.desk = desk
        self.whose = client_id
        """The id of the client whose page it is."""
        self._wanted = entry
        """The key of the entry to go to, until it was gone to."""
        self.memory: Memory | None = None
        self.kind: EntryKind | None = None
        """The kind that is shown alone; None: everything."""
        self.opened: set[str] = set()
        """The keys of the entries that are opened up."""
        self.with_earlier: set[str] = set()
        """The keys of those whose earlier words are shown."""
        self.matches: list[int] = []
        """The numbers of the shown entries in which the words searched for stand."""
        self._called = ""
        """What the client is called, as far as is known yet."""
        self._needle = ""
        self._recorded: tuple[Entry, ...] = ()
        self._past = Past()
        self._website: tuple[Entry, ...] = ()
        self._all: tuple[Entry, ...] = ()
        self._shown: tuple[Entry, ...] = ()
        self._finder = Finder(())
        self._loading = True
        self._gone = ""
        """That the client is not there any more, in a sentence; empty while they are."""
        self._drawn_at: datetime | None = None
        self._key = keys_of(desk.settings.keys)
        self.watch_records = Watch(self, desk.records, changed=self.reload, told=self._tell)

    def compose(self) -> ComposeResult:
        """Yield the title, the essentials beside the timeline, and the keys."""
        yield Static("", id="page-title", markup=False)
        yield Static("", id="page-problem", markup=False)
        with Horizontal(id="page-body"):
            with VerticalScroll(id="page-head"):
                yield Static("", id="page-essentials", markup=False)
            with Vertical(id="page-time"):
                yield KindChips()
                yield Input(placeholder="Search", id="page-search", compact=True)
                yield TimelineRows(id="page-rows", key=self._key)
                yield Static("", id="page-empty", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Read what there is, and look for what is changed here and by other programs."""
        with suppress(StoreProblem):  # it is told when the rest is read, in a moment
            client = self.desk.records.get(Client, self.whose)
            self._called = client.name if client else ""
        self.draw_title()
        self.watch_records.begin()
        self.watch_records.look_soon()
        self.set_interval(1.0, self._tick, name="the time where they are")

    def on_screen_resume(self) -> None:
        """Show what a form or a call has changed meanwhile."""
        self.watch_records.look_soon()

    @property
    def rows(self) -> TimelineRows:
        """The list of entries."""
        return self.query_one(TimelineRows)

    @property
    def search_field(self) -> Input:
        """Where the words searched for are typed."""
        return self.query_one("#page-search", Input)

    def run_soon(self, work: Work, group: str) -> None:
        """Run `work` in the place of what is under way in its group."""
        anew(self, work, name=group, group=group)

    # Reading

    async def reload(self) -> None:
        """Read what the records say, then the rest in the background; raises `StoreProblem`."""
        try:
            self.memory, self._recorded = await self.desk.timeline.remembered(self.whose)
        except NoSuchClient as problem:
            self._gone = str(problem)
            return
        self._gone, self._called = "", self.memory.page.client.name
        await self._take()
        self.run_soon(self._read_on, "past")

    async def _read_on(self) -> None:
        """Read what the history and their website add."""
        memory = self.memory
        if memory is None:
            return
        try:
            self._past = await self.desk.timeline.past(self.whose)
            self._website = await self.desk.timeline.website(memory.page.client)
        except StoreProblem as problem:
            self._tell(str(problem))
        self._loading = False
        await self._take()

    async def _take(self) -> None:
        """Show what is known, as it is filtered."""
        known = {entry.key: entry for entry in (*self._past.entries, *self._website)}
        known.update((entry.key, entry) for entry in self._recorded)
        self._all = await asyncio.to_thread(in_order, tuple(known.values()))
        await self.show_entries()

    def _tell(self, problem: str) -> None:
        for line in self.query("#page-problem").results(Static):  # none once the page was left
            line.update(Content(problem or self._gone))
            line.display = bool(problem or self._gone)

    # Showing

    async def show_entries(self) -> None:
        """Show the entries of the chosen kind, and search them anew."""
        if not self.query(KindChips):
            return  # the page was left while they were read
        kinds = (self.kind,) if self.kind else ()
        self._shown = of_kinds(self._all, kinds)
        self._finder = Finder(self._shown)
        self.query_one(KindChips).show(present.chips(self._all), self.kind)
        empty = self.query_one("#page-empty", Static)
        empty.display = not self._shown and not self._loading
        empty.update(Content(present.nothing(self.kind, self._key)))
        self.rows.display = not empty.display
        await self._find(move=False)
        self._go_to_wanted()
        self._draw_head()

    def _go_to_wanted(self) -> None:
        """Go to the entry at which the page was to open, opened up, once it is there."""
        keys = [entry.key for entry in self._shown]
        if self._wanted in keys:
            self.opened.add(self._wanted)
            self.draw()
            self.rows.go_to(keys.index(self._wanted))
            self._wanted = ""

    def draw(self) -> None:
        """Draw the rows and the title as they stand now."""
        earlier = {f"interactions:{key}": changes for key, changes in self._past.earlier}
        shown = Unfolded(self.opened, earlier, self.with_earlier, self._needle)
        self.rows.show(self._shown, shown)
        self.draw_title()

    def draw_title(self) -> None:
        """Say whose page it is, what is shown of it and how many matches there are."""
        number = self.rows.number
        at = self.matches.index(number) if number in self.matches else None
        found = present.found_words(self._needle, at, len(self.matches))
        told = f"“{shorten(self._needle.strip(), _NEEDLE)}”: {found}" if found else ""
        if self._past.more:
            told = " · ".join(filter(None, (told, "older changes stand in the history")))
        title = essentials.title(self._called, told, loading=self._loading)
        self.query_one("#page-title", Static).update(title)

    def _draw_head(self) -> None:
        """Draw the essentials as of now."""
        if self.memory is None:
            return
        self._drawn_at = self.desk.clock()
        head = self.query_one("#page-essentials", Static)
        width = max(head.content_region.width or self.size.width - 2, 8)
        lines = essentials.lines(self.memory, width, now=self._drawn_at)
        head.update(Content("\n").join(lines))

    def _tick(self) -> None:
        """Let the time where they are go on."""
        before = self._drawn_at
        if before and self.is_current and essentials.is_new_minute(before, self.desk.clock()):
            self._draw_head()

    def on_resize(self) -> None:
        """Break the essentials anew for another width."""
        self.call_after_refresh(self._draw_head)

    def earlier_of(self, entry: Entry) -> tuple[Earlier, ...]:
        """Return how the interaction of an entry was mended."""
        return next(
            (each for key, each in self._past.earlier if f"interactions:{key}" == entry.key), ()
        )

    @property
    def shown_entries(self) -> tuple[Entry, ...]:
        """The entries that are shown, newest first."""
        return self._shown

    @property
    def all_entries(self) -> tuple[Entry, ...]:
        """All entries that are known, newest first."""
        return self._all

    # Searching

    @on(Input.Changed, "#page-search")
    def _typed(self) -> None:
        # In a worker: of thousands of entries the first search takes a moment, typing none.
        self.run_soon(partial(self._find, move=True), "search")

    async def _find(self, *, move: bool) -> None:
        """Find the words that are typed; with `move` go to the first match from the cursor on."""
        needle = self.search_field.value
        finder = self._finder
        found = await asyncio.to_thread(finder.find, needle) if needle.strip() else []
        if finder is not self._finder or not self.query(KindChips):
            return  # other entries are shown by now and searched by themselves, or none any more
        self._needle, self.matches = needle, found
        self.draw()
        if move and found:
            at = self.rows.number or 0
            self.rows.go_to(next((number for number in found if number >= at), found[0]))

    def go_by_matches(self, by: int) -> None:
        """Go to the next match, or with -1 to the one before; past the end begin anew."""
        if not self.matches:
            return
        at = self.rows.number
        at = -1 if at is None else at
        if by > 0:
            wanted = next((each for each in self.matches if each > at), self.matches[0])
        else:
            before = (each for each in reversed(self.matches) if each < at)
            wanted = next(before, self.matches[-1])
        self.rows.go_to(wanted)
