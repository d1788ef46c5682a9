"""The preparation: who they are, why they are called, and the checklist with its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.timer import Timer
from textual.widgets import Static

from followup_tui.domain.calling.whereabouts import Whereabouts
from followup_tui.domain.views import PreparationView, PreparedItem
from followup_tui.tui.actions import Place, bindings
from followup_tui.tui.panes.row_list import RowList
from followup_tui.tui.present import preparation as present
from followup_tui.tui.present.key_names import KeyName, default_key
from followup_tui.tui.present.rows import RowLayout

_TURN_SECONDS = 0.1


class Checklist(RowList):
    """The items, each with its evidence under it once it is opened."""

    class Clicked(Message):
        """A row was clicked: on its box, or elsewhere."""

        def __init__(self, item: PreparedItem, *, on_box: bool, on_item: bool) -> None:
            super().__init__()
            self.item = item
            self.on_box = on_box
            self.on_item = on_item

    def __init__(self, key: KeyName = default_key) -> None:
        super().__init__(id="checklist")
        self._key = key
        self._items: Sequence[PreparedItem] = ()
        self._now: datetime | None = None
        self._opened: frozenset[str] = frozenset()
        self._frame = 0
        self.shown: present.ChecklistRows | None = None

    def show(self, items: Sequence[PreparedItem], *, opened: frozenset[str], now: datetime) -> None:
        """Show these items; the cursor stays on its item."""
        before = self.item
        within = 0
        if before is not None and self.shown is not None and self.cursor is not None:
            within = self.cursor - (self.shown.row_of(before.key) or 0)
        self._items, self._opened, self._now = items, opened, now
        self.lay_out_anew(cursor=self._row_of(before, within))

    def _row_of(self, item: PreparedItem | None, within: int) -> int:
        if item is None or self._now is None:
            return 0
        rows = self._rows(self.row_width, self._now)
        row = rows.row_of(item.key)
        if row is None:
            return 0
        below = row + within
        still_there = below < rows.layout.rows and rows.item_at(below).key == item.key
        return below if still_there else row

    def _rows(self, width: int, now: datetime) -> present.ChecklistRows:
        return present.ChecklistRows(
            self._items, opened=self._opened, now=now, width=width, key=self._key
        )

    def lay_out(self, width: int) -> RowLayout:
        """Return where the rows stand."""
        if self._now is None:
            return RowLayout()
        self.shown = self._rows(width, self._now)
        return self.shown.layout

    def present(self, row: int, width: int, *, under_cursor: bool) -> Sequence[Content]:
        """Return the lines of a row."""
        return () if self.shown is None else self.shown.lines(row, width, frame=self._frame)

    @property
    def item(self) -> PreparedItem | None:
        """The item under the cursor, or the one whose evidence the cursor is on."""
        if self.shown is None or self.cursor is None or self.cursor >= self.row_count:
            return None
        return self.shown.item_at(self.cursor)

    def reveal(self, item: PreparedItem) -> None:
        """Scroll so that what was opened under an item is seen, and not below the edge."""
        if self.shown is None or (first := self.shown.row_of(item.key)) is None:
            return
        rows = range(first, self.row_count)
        last = next((row for row in rows if self.shown.item_at(row).key != item.key), rows.stop)
        self.show_rows(first, last - 1)

    def turn(self) -> None:
        """Turn the spinners by one."""
        self._frame += 1
        for row in self.shown.moving() if self.shown else ():
            self.redraw_row(row)

    def row_clicked(self, row: int, line: int, column: int) -> None:
        """Tell what was clicked."""
        if self.shown is not None:
            on_item = self.shown.is_item(row)
            on_box = on_item and present.is_box(column)
            self.post_message(self.Clicked(self.shown.item_at(row), on_box=on_box, on_item=on_item))


class PreparationPane(Vertical):
    """Shows a `PreparationView`; says what was ticked. Opening evidence is its own affair."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.PREPARATION)]
    DEFAULT_CSS = """
    PreparationPane {
        & > #preparation-head { height: auto; padding: 0 1; }
        & > #preparation-progress { height: 1; }
        & > #checklist { height: 1fr; }
        & > .preparation--name { text-style: bold; }
        & > .preparation--phone { color: $text-accent; text-style: bold; }
        & > .preparation--label { text-style: bold; }
        & > .preparation--quiet { color: $text-muted; }
        & > .preparation--rule { color: $text-muted; }
        & > .preparation--bar { color: $text-success; }
        & > .preparation--box { color: $text-muted; }
        & > .preparation--ticked { color: $text-success; text-style: bold; }
        & > .preparation--ready { color: $text-success; }
        & > .preparation--fetching { color: $text-accent; }
        & > .preparation--failed { color: $text-error; }
        & > .preparation--against { color: $text-warning; text-style: bold; }
        & > .preparation--hint { color: $text-muted; text-style: italic; }
        & > .preparation--source { color: $text-primary; }
        & > .preparation--evidence-label { color: $text-muted; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"preparation--{name}"
        for name in (
            "name",
            "phone",
            "label",
            "quiet",
            "rule",
            "bar",
            "box",
            "ticked",
            "ready",
            "fetching",
            "failed",
            "against",
            "hint",
            "source",
            "evidence-label",
        )
    }

    view: reactive[PreparationView | None] = reactive(None)
    """What is prepared; None: nobody is chosen."""
    problem: reactive[str] = reactive("")
    """A sentence: why it cannot be shown, or why fetching broke off."""
    now: reactive[datetime | None] = reactive(None)
    """The moment that ages and local times are told for."""
    where: reactive[Whereabouts | None] = reactive(None)
    """Where the client is; None: not known yet."""

    class Ticked(Message):
        """An item was ticked, or its tick taken back."""

        def __init__(self, item: str, *, ticked: bool) -> None:
            super().__init__()
            self.item = item
            self.ticked = ticked

    def __init__(self, *, key: KeyName = default_key) -> None:
        super().__init__()
        self._key = key
        self.border_title = Content("Prepare")
        self._head = Static(id="preparation-head", markup=False)
        self._progress = Static(id="preparation-progress", markup=False)
        self.checklist = Checklist(key)
        """The checklist itself."""
        self._opened: frozenset[str] = frozenset()
        self._client_id = ""
        self._spinner: Timer | None = None

    def compose(self) -> ComposeResult:
        """Build head, progress and checklist."""
        yield self._head
        yield self._progress
        yield self.checklist

    def on_mount(self) -> None:
        """Show what there is, and have the spinners ready."""
        self._spinner = self.set_interval(_TURN_SECONDS, self.checklist.turn, pause=True)
        self._show()

    def watch_view(self, before: PreparationView | None, view: PreparationView | None) -> None:
        """Show the new state; another client begins with everything closed."""
        if view is not None and view.client.id != self._client_id:
            self._client_id = view.client.id
            self.where = None
            self._opened = frozenset()
            if self.is_mounted:
                self.checklist.cursor = None
        if self.is_mounted:
            self._show()

    def watch_where(self) -> None:
        """Tell their time by it."""
        if self.is_mounted:
            self._show_head()

    def watch_problem(self) -> None:
        """Say what is wrong."""
        if self.is_mounted:
            self._show()

    def watch_now(self) -> None:
        """Tell ages and times anew."""
        if self.is_mounted:
            self._show()

    def on_resize(self) -> None:
        """Draw head and progress for the new width."""
        if self.view is not None:
            self._show_head()
        self._show_progress()

    def _show(self) -> None:
        self._show_head()
        self._show_progress()
        if self.view is not None and self.now is not None:
            self.checklist.show(self.view.items, opened=self._opened, now=self.now)
        if self._spinner is not None:
            if self.spinning:
                self._spinner.resume()
            else:
                self._spinner.pause()

    @property
    def spinning(self) -> bool:
        """Whether spinners turn: only while something is on its way, and if the user wants it."""
        on_its_way = self.view is not None and self.view.fetching
        return on_its_way and self.app.animation_level != "none"

    def _show_head(self) -> None:
        lines: list[Content] = []
        if self.view is not None and self.now is not None:
            self.border_title = present.title(self.view.client)
            width = self._head.content_size.width
            lines.extend(
                present.head_lines(
                    self.view, self.now, key=self._key, where=self.where, width=width
                )
            )
        elif not self.problem:
            lines.append(Content("Choose somebody on the call list."))
        if self.problem:
            lines.append(Content.styled(self.problem, ".preparation--failed"))
        self._head.update(Content("\n").join(lines))

    def _show_progress(self) -> None:
        line = Content()
        if self.view is not None:
            width = self.scrollable_content_region.width
            line = present.progress_line(self.view, width)
        self._progress.update(line)

    # The user

    def action_tick(self) -> None:
        """Tick the item at the cursor, or take the tick back."""
        if self.checklist.item is not None:
            self._tick(self.checklist.item)

    def action_evidence(self) -> None:
        """Open or close the evidence of the item at the cursor."""
        if self.checklist.item is not None:
            self._toggle(self.checklist.item)

    @on(Checklist.Clicked)
    def _clicked(self, event: Checklist.Clicked) -> None:
        event.stop()
        if event.on_box:
            self._tick(event.item)
        elif event.on_item:
            self._toggle(event.item)

    @on(Checklist.Moved)
    @on(Checklist.Picked)
    def _not_for_others(self, event: Message) -> None:
        event.stop()

    def _tick(self, item: PreparedItem) -> None:
        self.post_message(self.Ticked(item.key, ticked=item.ticked is None))

    def _toggle(self, item: PreparedItem) -> None:
        self._opened ^= {item.key}
        if item.key not in self._opened and self.checklist.shown is not None:
            # The cursor may be on evidence that goes away with this.
            self.checklist.cursor = self.checklist.shown.row_of(item.key)
        self._show()
        if item.key in self._opened:
            self.checklist.reveal(item)
