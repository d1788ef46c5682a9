"""Making one client of two: side by side, field by field."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Button, Static

from followup_tui.desk import Desk
from followup_tui.domain.merging.fields import FieldChoice
from followup_tui.services.clients import NoSuchClient
from followup_tui.services.merging import MergePlan
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.anew import anew
from followup_tui.tui.dialogs.saving import SAVE, SavingDialog, ends, foot
from followup_tui.tui.panes.merge_rows import MergeRows
from followup_tui.tui.panes.virtual_list import VirtualList
from followup_tui.tui.present import merging as present


class MergeDialog(SavingDialog[MergePlan | None]):
    """Ends with what was made of the two; None: nothing was changed."""

    AUTO_FOCUS = "#merge-rows"
    PROBLEMS = (StoreProblem, NoSuchClient)
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (10, "-short"), (16, "-fair"), (32, "-tall")]
    CSS_PATH = ["saving.tcss", "merging.tcss"]
    BINDINGS = [
        *SAVE,
        Binding("space,enter", "take", "other one", tooltip="Take the other one's, or ours again."),
        Binding("x", "turn", "turn about", tooltip="Let the other one stay."),
    ]

    def __init__(self, desk: Desk, keep: str, absorbed: str) -> None:
        """`keep` and `absorbed` are ids: who stays, and who goes into it."""
        super().__init__()
        self._desk = desk
        self._keep, self._absorbed = keep, absorbed
        self._take: frozenset[str] = frozenset()
        self._names = "", ""

    def compose(self) -> ComposeResult:
        """Yield the fields side by side, what comes of the one under the cursor, the buttons."""
        with Vertical(classes="dialog-box -wide") as box:
            box.border_title = Content("Make one client of two")
            yield Static(id="merge-heading", markup=False)
            yield MergeRows(id="merge-rows")
            yield Static(id="merge-whole", markup=False)
            yield foot()
            yield ends(
                ("save", "Merge  Ctrl+S"),
                ("take", "Other one  Space"),
                ("turn", "Turn  x"),
                ("cancel", "Cancel  Esc"),
            )

    def on_mount(self) -> None:
        """Show the two."""
        self._plan_anew()

    def _plan_anew(self) -> None:
        anew(self, self._plan, name="plan a merge", group="plan")

    async def _plan(self) -> None:
        plan = await self.attempt(
            self._desk.merging.plan(self._keep, self._absorbed, take=self._take)
        )
        if plan is None:
            return
        self._names = plan.ours.name, plan.theirs.name
        rows = self.query_one(MergeRows)
        rows.show(plan.fields)
        self.call_after_refresh(self._set_heading)  # a scroll bar takes a cell of the columns
        self.say(present.moved(plan.moved))
        self._tell(rows.current)

    def on_resize(self) -> None:
        """Set the heading over the columns as they are then."""
        self.call_after_refresh(self._set_heading)

    def _set_heading(self) -> None:
        width = self.query_one(MergeRows).scrollable_content_region.width
        self.query_one("#merge-heading", Static).update(present.heading(*self._names, width))

    @on(VirtualList.Moved)
    def _moved(self) -> None:
        self._tell(self.query_one(MergeRows).current)

    def _tell(self, field: FieldChoice | None) -> None:
        """Say in whole what comes of the field under the cursor."""
        words = present.whole(field) if field else ""
        self.query_one("#merge-whole", Static).update(Content(words))
        self.query_one("#take", Button).disabled = not (field and field.can_take and field.differs)

    @on(Button.Pressed, "#take")
    @on(VirtualList.Picked)
    def action_take(self) -> None:
        """Take the other one's word for the field under the cursor, or ours again."""
        field = self.query_one(MergeRows).current
        if field is not None and field.can_take and field.differs:
            self._take = self._take ^ {field.field}
            self._plan_anew()

    @on(Button.Pressed, "#turn")
    def action_turn(self) -> None:
        """Let the other one stay."""
        self._keep, self._absorbed = self._absorbed, self._keep
        self._take = frozenset()
        self._plan_anew()

    def action_save(self) -> None:
        """Make them one."""
        self.begin(self._merge, name="merge")

    async def _merge(self) -> None:
        plan = await self.attempt(
            self._desk.merging.merge(self._keep, self._absorbed, take=self._take)
        )
        if plan is not None:
            self.dismiss(plan)
