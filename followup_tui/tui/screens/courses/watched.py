"""What the screens of courses have in common: they show what the records hold, as it changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from followup_tui.desk import Desk
from followup_tui.services.courses.finding import NoSuchCourse
from followup_tui.tui.closing import ClosingScreen
from followup_tui.tui.panes.line_rows import LineRows
from followup_tui.tui.present.key_names import keys_of
from followup_tui.tui.toast import toast
from followup_tui.tui.watching import Watch

T = TypeVar("T")

WALK: list[BindingType] = [
    Binding("tab", "app.focus_next", "Next", show=False),
    Binding("shift+tab", "app.focus_previous", "Before", show=False),
]


class WatchedScreen(ClosingScreen[None]):
    """Reads anew when the records have changed, by whomever, or the day has.

    A screen of this kind has a line `#title`, says what it reads (`load`) and how it is shown
    (`show_known`).
    """

    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-fair")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.key = keys_of(desk.settings.keys)
        self.watch_records = Watch(
            self, desk.records, changed=self._load, told=self._tell, also=self._another_day
        )
        self._problem = ""
        self._today = desk.clock().date()
        """The day on which it was read last."""

    async def load(self) -> None:
        """Read and show what there is; raises `StoreProblem` and `NoSuchCourse`."""
        raise NotImplementedError

    def show_known(self) -> None:
        """Show what was read last."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Load, and look for what is changed here and by other programs."""
        self.watch_records.begin()
        self.watch_records.look_soon()

    def on_screen_resume(self) -> None:
        """Show what was changed meanwhile, by a coffee or a letter."""
        self.watch_records.look_soon()

    def change_to_take_back(self) -> str:
        """Return nothing: undo takes back the last change here."""
        return ""

    async def show_changes(self) -> None:
        """Show at once what was just changed."""
        await self.watch_records.look()

    async def _load(self) -> None:
        self._today = self.desk.clock().date()
        try:
            await self.load()
        except NoSuchCourse as gone:
            if self.is_current:
                toast(self, str(gone), severity="warning")
                self.dismiss(None)

    def _another_day(self) -> bool:
        return self._today != self.desk.clock().date()

    def _tell(self, problem: str) -> None:
        """Say on top why it cannot be read; when it can be again, what it is."""
        if problem:
            self.query_one("#title", Static).update(Content(problem))
        elif self._problem:
            self.show_known()
        self._problem = problem

    def show_rows(
        self, rows: LineRows[T, date], items: Sequence[T], today: date, *, empty: Static, why: str
    ) -> None:
        """Show items; where there are none, `empty` says why and how there come to be some."""
        rows.show(items, today)
        rows.display = bool(items)
        empty.display = not items
        empty.update(Content(why))
        self.call_after_refresh(self.set_heading)  # a scroll bar takes a cell of the columns

    def on_resize(self) -> None:
        """Set the heading over the columns as they are then."""
        self.call_after_refresh(self.set_heading)

    def set_heading(self) -> None:
        """Set the heading over the columns, on a screen that has any."""

    def set_heading_of(self, rows: type[Widget], heading: Callable[[int], Content]) -> None:
        """Set the line `#heading` for the width that `rows` have beside their scroll bar."""
        width = self.query_one(rows).scrollable_content_region.width
        self.query_one("#heading", Static).update(heading(width))
