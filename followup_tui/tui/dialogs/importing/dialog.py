"""Importing: name a file, see what becomes of each of its rows, then bring them in."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, Static

from followup_tui.desk import Desk
from followup_tui.domain.importing.fields import Field
from followup_tui.domain.importing.plan import ColumnsNeeded, ImportPlan, PlannedColumn
from followup_tui.domain.record import Invalid
from followup_tui.services.importing import ImportProblem, ImportStopped, path_of
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.anew import anew
from followup_tui.tui.dialogs.importing import columns, whole_desk
from followup_tui.tui.dialogs.importing.deciding import (
    PROBLEMS,
    Deciding,
    can_be_asked,
    next_waiting,
)
from followup_tui.tui.dialogs.importing.doing import Doing
from followup_tui.tui.dialogs.importing.picker import FilePicker, PathSuggester, folder_for
from followup_tui.tui.dialogs.saving import SAVE, SavingDialog
from followup_tui.tui.panes.import_rows import ImportRows
from followup_tui.tui.panes.virtual_list import VirtualList
from followup_tui.tui.present import import_plan as present

_ABOUT = (
    "A table (CSV of LinkedIn, Google, Outlook, HubSpot, Eventbrite … or your own), vCards or a "
    "folder of them, past projects, conversations, or a calendar for the library. You see what "
    "becomes of each row before anything is written."
)
_STOPPED = "Stopped: nothing was changed."


@dataclass(frozen=True, slots=True)
class Imported:
    """A plan that was carried out, and how many clients are new."""

    plan: ImportPlan
    new: int


class ImportDialog(SavingDialog[Imported | None]):
    """Asks for a file, shows its plan, and carries it out; None when it was left."""

    CSS_PATH = ["../saving.tcss", "importing.tcss"]
    AUTO_FOCUS = "#where"
    BINDINGS = [
        *SAVE,
        Binding("ctrl+o", "browse", "browse", tooltip="Pick a file.", priority=True),
        Binding("f3,w", "whose", "whose", tooltip="Say whose the row is."),
        Binding("f4", "columns", "columns", tooltip="Say what stands in the columns."),
        Binding("n,f6", "next", "next question", tooltip="Go to the next row that is asked."),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (10, "-short"), (20, "-fair"), (30, "-tall")]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._plan: ImportPlan | None = None
        self._mapping: dict[str, Field] = {}
        self._columns: Sequence[PlannedColumn] = ()
        self._doing = Doing(self.set_interval, self.say)
        self._deciding = Deciding(self, desk, self._doing, self._show_decided)

    def compose(self) -> ComposeResult:
        """Yield a field for the path, room for the plan, and the buttons."""
        with Vertical(classes="dialog-box") as box:
            box.border_title = Content("Import")
            yield Static(_ABOUT, classes="dialog-words", markup=False)
            yield Input(
                placeholder="type or paste a path, like ~/Downloads/Connections.csv",
                suggester=PathSuggester(),
                id="where",
                classes="-line",
            )
            yield Static(id="said", markup=False)
            yield Static(id="import-notes", markup=False)
            yield Static(id="import-heading", markup=False)
            yield ImportRows(id="import-rows")
            yield Static(id="import-whole", markup=False)
            with Horizontal(id="import-spread"):
                yield Static("First calls: ", markup=False)
                yield Input(id="a-day", type="integer", max_length=4, compact=True)
                yield Static(id="spread-words", markup=False)
            with Horizontal(id="import-tools"):
                yield Button(Content("Decide  Space"), id="decide", compact=True)
                yield Button(Content("Whose?  F3"), id="whose", compact=True)
                yield Button(Content("Next question  n"), id="next", compact=True)
                yield Button(Content("Columns  F4"), id="columns", compact=True)
            with Horizontal(classes="ends"):
                yield Button(Content("Show what is in it  Enter"), id="look", compact=True)
                yield Button(Content("Import"), variant="primary", id="import", compact=True)
                yield Button(Content("Browse  Ctrl+O"), id="browse", compact=True)
                yield Button(Content("Cancel  Esc"), id="cancel", compact=True)

    def on_mount(self) -> None:
        """Begin without a plan."""
        self._show(None)

    def on_unmount(self) -> None:
        """Keep nothing of the plan: nobody decides on it any more, and it may be large."""
        self._desk.importing.let_go()
        self._plan = None

    # The plan

    @on(Input.Changed, "#where")
    def _renamed(self) -> None:
        """Take away the plan of what is no longer named."""
        self.workers.cancel_group(self, "plan")
        self._doing.stop()
        self._mapping = {}
        self._show(None)

    @on(Input.Submitted, "#where")
    @on(Button.Pressed, "#look")
    def _look(self) -> None:
        if not self._doing.is_busy:
            self.say("Reading …")
            anew(self, self._read, name="read a file", group="plan")

    async def _read(self) -> None:
        """Read what is named, and show its plan or why there is none."""
        watch = self._doing.begin()
        try:
            path = await self._path()
            plan = await self._desk.importing.plan(path, mapping=self._mapping, progress=watch)
        except ImportStopped:
            self.say(_STOPPED)
            return
        except ColumnsNeeded as problem:
            self._show(None)
            self._columns = problem.columns
            self._ask_what_is_needed(problem)
            return
        except PROBLEMS as problem:
            self._show(None)
            if isinstance(problem, ImportProblem) and await self._is_whole_desk():
                return
            self.say(str(problem), wrong=True)
            self.query_one("#where", Input).focus()
            return
        finally:
            self._doing.end(watch)
        self._show(plan)

    def _ask_what_is_needed(self, problem: ColumnsNeeded) -> None:
        """Ask what stands in the columns of a table of which nothing else tells it."""
        if not problem.columns:
            self.say(str(problem), wrong=True)
            self.query_one("#where", Input).focus()
            return
        self.say(present.NOBODY_NAMED, wrong=True)
        self.call_after_refresh(self.action_columns)  # once nothing is being done any more

    async def _path(self) -> Path:
        """Return the path that is typed; raises `ImportProblem`."""
        return await asyncio.to_thread(path_of, self.query_one("#where", Input).value)

    async def _is_whole_desk(self) -> bool:
        """Offer to bring in what is named as the export of a whole desk, if it is one."""
        try:
            return await whole_desk.offer(self, self._desk, await self._path())
        except PROBLEMS:
            return False  # what was wrong before is told

    def _show(self, plan: ImportPlan | None) -> None:
        """Show `plan` from its first row on, or that there is none."""
        self._say_plan(plan)
        if plan is None:
            return
        self._show_columns(plan)
        self.query_one(ImportRows).show(plan, 0)
        self.call_after_refresh(self._set_heading)  # a scroll bar takes a cell of the columns
        # The button, so that Enter goes on; the arrows move in the rows all the same.
        self.query_one("#import" if plan.is_worth_it else "#import-rows").focus()

    def _show_decided(self, plan: ImportPlan, row: int) -> None:
        """Show `plan` as it is by what was said of a row."""
        self._say_plan(plan)
        self.query_one(ImportRows).show(plan, row)
        if self.focused is None:  # what had it is no longer there
            self.query_one(ImportRows).focus()

    def _say_plan(self, plan: ImportPlan | None) -> None:
        """Say what becomes of the rows as a whole."""
        self._plan = plan
        self._columns = plan.columns if plan is not None else ()
        self.set_class(plan is not None, "-planned")
        worth = plan is not None and plan.is_worth_it
        self.query_one("#import", Button).display = worth
        self.query_one("#look", Button).display = plan is None
        self.query_one("#browse", Button).display = plan is None
        self.say("" if plan is None else present.summary(plan))
        if plan is None:
            return
        notes = " ".join((*present.why_nothing(plan), *plan.notes))
        line = self.query_one("#import-notes", Static)
        line.update(Content(notes))
        line.display = bool(notes)
        self.query_one("#import", Button).label = Content(f"{present.button(plan)}  Ctrl+S")
        self.query_one("#next", Button).display = bool(plan.tally.waiting)
        self._show_spread()

    def _show_columns(self, plan: ImportPlan) -> None:
        button = self.query_one("#columns", Button)
        button.display = bool(plan.columns)
        unknown = len(plan.not_understood)
        words = f"Columns: {unknown} unknown" if unknown else "Columns"
        button.label = Content(f"{words}  F4")

    def _a_day(self) -> int:
        """Return how many first calls a day are wanted; 0: as many as by itself."""
        typed = self.query_one("#a-day", Input).value
        return int(typed) if typed.lstrip("+-").isdecimal() else 0

    @on(Input.Changed, "#a-day")
    def _show_spread(self) -> None:
        """Say when the first calls of the new clients are."""
        if self._plan is None:
            return
        field = self.query_one("#a-day", Input)
        try:
            found = self._desk.importing.spread(self._plan, a_day=self._a_day())
        except Invalid as problem:
            self.query_one("#spread-words", Static).update(Content(problem.message))
            return
        self.set_class(found is not None, "-spread")
        if found is not None:
            field.placeholder = str(found.a_day)
            words = present.spread(found, self._desk.clock().date())
            self.query_one("#spread-words", Static).update(Content(words))

    def on_resize(self) -> None:
        """Set the heading over the columns as they are then."""
        self.call_after_refresh(self._set_heading)

    def _set_heading(self) -> None:
        width = self.query_one(ImportRows).scrollable_content_region.width
        self.query_one("#import-heading", Static).update(present.heading(width))

    @on(VirtualList.Moved)
    def _moved(self) -> None:
        """Say in whole what stands in the row under the cursor."""
        rows = self.query_one(ImportRows)
        row = rows.current
        words = present.whole(row) if row else ""
        self.query_one("#import-whole", Static).update(Content(words))
        self.query_one("#decide", Button).disabled = row is None or not row.can_be_decided
        asks = self._plan is not None and can_be_asked(self._plan, rows.cursor)
        self.query_one("#whose", Button).disabled = not asks

    def on_key(self, event: events.Key) -> None:
        """Let the arrows walk the rows while a button has the focus, and the space bar decide."""
        rows = self.query_one(ImportRows)
        moves = {
            "down": rows.action_cursor_down,
            "up": rows.action_cursor_up,
            "pagedown": rows.action_page_down,
            "pageup": rows.action_page_up,
            "home": rows.action_first,
            "end": rows.action_last,
            "space": self._decide,
        }
        on_rows = self.focused is rows and event.key == "space"
        walks = isinstance(self.focused, Button) or on_rows
        if self._plan is not None and walks and event.key in moves:
            moves[event.key]()
            event.stop()

    # What the user says of it

    @on(Button.Pressed, "#decide")
    @on(VirtualList.Picked)
    def _decide(self) -> None:
        """Say something else than the plan of the row under the cursor."""
        row = self.query_one(ImportRows).cursor
        if self._plan is not None and row is not None:
            self._deciding.by_key(self._plan, row)

    @on(Button.Pressed, "#whose")
    def action_whose(self) -> None:
        """Ask whose the row under the cursor is."""
        row = self.query_one(ImportRows).cursor
        if self._plan is not None and row is not None:
            self._deciding.whose(self._plan, row)

    @on(Button.Pressed, "#next")
    def action_next(self) -> None:
        """Go to the next row that waits for a word."""
        rows = self.query_one(ImportRows)
        if self._plan is not None and rows.cursor is not None:
            row = next_waiting(self._plan, rows.cursor)
            if row is not None:
                rows.cursor = row

    @on(Button.Pressed, "#columns")
    def action_columns(self) -> None:
        """Ask what stands in a column, and read the file anew with it."""
        if self._columns and not self._doing.is_busy:
            anew(self, self._ask_column, name="ask", group="ask")

    async def _ask_column(self) -> None:
        said = await columns.asked(self.app, self._columns)
        if said is not None:
            column, holds = said
            self._mapping[column.said_by] = holds
            self._look()

    @on(Button.Pressed, "#browse")
    def action_browse(self) -> None:
        """Pick a file from the folders."""
        if not self._doing.is_busy:
            anew(self, self._browse, name="browse", group="ask")

    async def _browse(self) -> None:
        folder = await asyncio.to_thread(folder_for, self.query_one("#where", Input).value)
        picked = await self.app.push_screen_wait(FilePicker(folder))
        if picked is not None:
            field = self.query_one("#where", Input)
            with self.prevent(Input.Changed):
                field.value = picked
            self._renamed()
            self._look()

    # Carrying it out

    @on(Button.Pressed, "#import")
    def action_save(self) -> None:
        """Bring in what the plan shows; without one, read what is named."""
        if self._plan is None:
            self._look()
        elif self._plan.is_worth_it and not self._doing.is_busy:
            self.begin(partial(self._carry_out, self._plan), name="import")

    async def _carry_out(self, plan: ImportPlan) -> None:
        watch = self._doing.begin()
        try:
            new = await self._desk.importing.carry_out(plan, a_day=self._a_day(), progress=watch)
            await self._list_anew()
        except ImportStopped:
            self.say(_STOPPED)
            return
        except PROBLEMS as problem:
            self.say(str(problem), wrong=True)
            return
        finally:
            self._doing.end(watch)
        self.dismiss(Imported(plan, new))

    async def _list_anew(self) -> None:
        """Have the call list made while the dialog still answers, since it may be long then."""
        with suppress(StoreProblem):  # the desk tells it
            await self._desk.call_list.today()

    def action_cancel(self) -> None:
        """Stop what is being done, else go back with nothing changed.

        What is being written already is brought to its end.
        """
        if self._doing.is_busy:
            self._doing.ask_to_stop()
        else:
            self.dismiss(None)
