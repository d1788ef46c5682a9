"""Importing contacts: name a file, see what becomes of each of its rows, then bring them in."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, Static

from followup_tui.desk import Desk
from followup_tui.domain.importing.plan import ImportPlan
from followup_tui.services.importing import ImportProblem, path_of
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.dialogs.saving import SavingDialog
from followup_tui.tui.panes.import_rows import ImportRows
from followup_tui.tui.panes.virtual_list import VirtualList
from followup_tui.tui.present import import_plan as present

_ABOUT = (
    "A CSV file (of LinkedIn, Google, Outlook, or any whose first line names its columns), or "
    "vCards. You see what becomes of each row before anything is written."
)


@dataclass(frozen=True, slots=True)
class Imported:
    """A plan that was carried out, and how many clients are new."""

    plan: ImportPlan
    new: int


class ImportDialog(SavingDialog[Imported | None]):
    """Asks for a file, shows its plan, and carries it out; None when it was left."""

    CSS_PATH = ["saving.tcss", "importing.tcss"]
    AUTO_FOCUS = "#where"
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (10, "-short"), (20, "-fair"), (30, "-tall")]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._plan: ImportPlan | None = None
        self._writing = False

    def compose(self) -> ComposeResult:
        """Yield a field for the path, room for the plan, and the buttons."""
        with Vertical(classes="dialog-box") as box:
            box.border_title = Content("Import contacts")
            yield Static(_ABOUT, classes="dialog-words", markup=False)
            yield Input(
                placeholder="type or paste a path, like ~/Downloads/Connections.csv",
                id="where",
                classes="-line",
            )
            yield Static(id="said", markup=False)
            yield Static(id="import-notes", markup=False)
            yield Static(id="import-heading", markup=False)
            yield ImportRows(id="import-rows")
            yield Static(id="import-whole", markup=False)
            with Horizontal(classes="ends"):
                yield Button(Content("Show what is in it  Enter"), id="look", compact=True)
                yield Button(Content("Import"), variant="primary", id="import", compact=True)
                yield Button(Content("Cancel  Esc"), id="leave", compact=True)

    def on_mount(self) -> None:
        """Begin without a plan."""
        self._show(None)

    # The plan

    @on(Input.Changed, "#where")
    def _renamed(self) -> None:
        """Take away the plan of what is no longer named."""
        self.workers.cancel_group(self, "plan")
        self._show(None)

    @on(Input.Submitted, "#where")
    @on(Button.Pressed, "#look")
    def _look(self) -> None:
        if not self._writing:
            self.say("Reading …")
            self.run_worker(self._read(), name="read a file", group="plan", exclusive=True)

    async def _read(self) -> None:
        """Read what is named, and show its plan or why there is none."""
        try:
            path = path_of(self.query_one("#where", Input).value)
            plan = await self._desk.importing.plan(path)
        except (ImportProblem, StoreProblem) as problem:
            self._show(None)
            self.say(str(problem), wrong=True)
            self.query_one("#where", Input).focus()
            return
        self._show(plan)

    def _show(self, plan: ImportPlan | None) -> None:
        self._plan = plan
        self.set_class(plan is not None, "-planned")
        worth = plan is not None and plan.is_worth_it
        self.query_one("#import", Button).display = worth
        self.query_one("#look", Button).display = plan is None
        self.say("" if plan is None else present.summary(plan))
        if plan is None:
            return
        notes = " ".join(plan.notes)
        if not worth:
            notes = f"There is nothing to import: nobody in it is new. {notes}".strip()
        line = self.query_one("#import-notes", Static)
        line.update(Content(notes))
        line.display = bool(notes)
        self.query_one("#import", Button).label = Content(f"{present.button(plan)}  Ctrl+S")
        self.query_one(ImportRows).show(plan)
        self.call_after_refresh(self._set_heading)  # a scroll bar takes a cell of the columns
        # The button, so that Enter goes on; the arrows move in the rows all the same.
        self.query_one("#import" if worth else "#import-rows").focus()

    def on_resize(self) -> None:
        """Set the heading over the columns as they are then."""
        self.call_after_refresh(self._set_heading)

    def _set_heading(self) -> None:
        width = self.query_one(ImportRows).scrollable_content_region.width
        self.query_one("#import-heading", Static).update(present.heading(width))

    @on(VirtualList.Moved)
    def _moved(self) -> None:
        """Say in whole what stands in the row under the cursor."""
        row = self.query_one(ImportRows).current
        words = present.whole(row) if row else ""
        self.query_one("#import-whole", Static).update(Content(words))

    def on_key(self, event: events.Key) -> None:
        """Let the arrows walk the rows while a button has the focus."""
        rows = self.query_one(ImportRows)
        moves = {
            "down": rows.action_cursor_down,
            "up": rows.action_cursor_up,
            "pagedown": rows.action_page_down,
            "pageup": rows.action_page_up,
            "home": rows.action_first,
            "end": rows.action_last,
        }
        if self._plan is not None and isinstance(self.focused, Button) and event.key in moves:
            moves[event.key]()
            event.stop()

    # Carrying it out

    @on(Button.Pressed, "#import")
    def action_save(self) -> None:
        """Bring in what the plan shows; without one, read what is named."""
        if self._plan is None:
            self._look()
        elif self._plan.is_worth_it and not self._writing:
            self._writing = True
            self.run_worker(self._carry_out(self._plan), name="import", group="import")

    async def _carry_out(self, plan: ImportPlan) -> None:
        try:
            new = await self._desk.importing.carry_out(plan)
        except (ImportProblem, StoreProblem) as problem:
            self.say(str(problem), wrong=True)
            return
        finally:
            self._writing = False
        self.dismiss(Imported(plan, new))

    @on(Button.Pressed, "#leave")
    def action_cancel(self) -> None:
        """Go back with nothing changed; what is being written already is brought to its end."""
        if not self._writing:
            self.dismiss(None)
