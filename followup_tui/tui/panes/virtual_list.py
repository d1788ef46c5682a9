"""A list that costs what is visible of it, however long it is.

It draws by Textual's line API: a row is presented only when one of its lines comes on the screen.
A subclass says how many rows there are and what stands in each; it may give rows of different
heights and rows on which the cursor does not rest (headings).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from followup_tui.tui.actions import Place, bindings

_KEPT_ROWS = 256  # presented rows kept: a few screenfuls


class VirtualList(ScrollView, can_focus=True):
    """A long list with a cursor, drawn line by line.

    Override `row_count` and `present`; where rows are not all `ROW_HEIGHT` lines, also
    `first_line` and `row_at_line`; where some are headings, `can_rest_on`. Call `rows_changed`
    whenever what they answer has changed.
    """

    ROW_HEIGHT = 1
    """Lines of a row, for lists whose rows are all alike."""

    BINDINGS = bindings(Place.LIST)
    COMPONENT_CLASSES = {
        "virtual-list--row",
        "virtual-list--cursor",
        "virtual-list--cursor-blurred",
    }
    DEFAULT_CSS = """
    VirtualList {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;

        & > .virtual-list--cursor {
            background: $block-cursor-background;
            color: $block-cursor-foreground;
        }
        & > .virtual-list--cursor-blurred {
            background: $block-cursor-blurred-background;
            color: $block-cursor-blurred-foreground;
        }
    }
    """

    cursor: reactive[int | None] = reactive(None, repaint=False)
    """The row under the cursor; None when there is none to rest on."""

    class OfRow(Message):
        """Something happened to a row."""

        def __init__(self, rows: VirtualList, row: int) -> None:
            super().__init__()
            self.rows = rows
            self.row = row

        @property
        def control(self) -> VirtualList:
            """The list it happened on."""
            return self.rows

    class Moved(OfRow):
        """The cursor came to another row."""

    class Picked(OfRow):
        """A row was clicked twice."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._strips: OrderedDict[tuple[int, bool, bool, int], list[Strip]] = OrderedDict()

    # What a subclass answers

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def present(self, row: int, width: int, *, under_cursor: bool) -> Sequence[Content]:
        """Return the lines of `row`, one content each; what is too wide is cut."""
        raise NotImplementedError

    def can_rest_on(self, row: int) -> bool:
        """Say whether the cursor may stand on `row`."""
        return True

    def first_line(self, row: int) -> int:
        """Return the line on which `row` begins; for `row_count` the number of all lines."""
        return row * self.ROW_HEIGHT

    def row_at_line(self, line: int) -> int:
        """Return the row to which a line belongs, `line` being less than the number of lines."""
        return line // self.ROW_HEIGHT

    def row_clicked(self, row: int, line: int, column: int) -> None:
        """Hear of a click on a line and column of `row`, once the cursor is there."""

    # What it does with the answers

    def rows_changed(self, *, cursor: int | None = None) -> None:
        """Draw anew after the rows have changed, with the cursor on `cursor`.

        Without one the cursor keeps its place by number, moved to the nearest row it may rest on.
        """
        self._strips.clear()
        self.virtual_size = Size(self.scrollable_content_region.width, self._line_count())
        wanted = self.cursor if cursor is None else cursor
        resting = None if self.row_count == 0 else self._nearest(wanted or 0)
        if resting == self.cursor:
            self.refresh()
            self._show_cursor()
        else:
            self.cursor = resting

    @property
    def is_at_first(self) -> bool:
        """Whether the cursor is where it stands at first, if it stands anywhere."""
        return self.cursor == (self._nearest(0) if self.row_count else None)

    def _line_count(self) -> int:
        return self.first_line(self.row_count)

    def _nearest(self, row: int) -> int | None:
        """Return the nearest row to `row` on which the cursor may rest, downwards first."""
        row = min(max(row, 0), self.row_count - 1)
        after = next((at for at in range(row, self.row_count) if self.can_rest_on(at)), None)
        if after is not None:
            return after
        return next((at for at in range(row, -1, -1) if self.can_rest_on(at)), None)

    def _show_cursor(self) -> None:
        """Scroll just so far that the row under the cursor is seen whole."""
        if self.cursor is None or not self.is_attached:
            return
        if not self.region:
            return  # it is hidden: it comes back as it was, and shows the cursor then
        # With the first row its heading is shown too.
        is_first = not any(self.can_rest_on(row) for row in range(self.cursor))
        self.show_rows(0 if is_first else self.cursor, self.cursor)

    def show_rows(self, first: int, last: int) -> None:
        """Scroll just so far that these rows are seen; the first ones where not all have room."""
        top = self.first_line(first)
        height = self.first_line(last + 1) - top
        self.scroll_to_region(
            Region(0, top, 1, min(height, max(self.size.height, 1))),
            animate=False,
            force=True,
            immediate=True,
        )

    def watch_cursor(self, old: int | None, new: int | None) -> None:
        """Draw the row that lost the cursor and the one that got it."""
        for row in (old, new):
            if row is not None:
                self._refresh_row(row)
        self._show_cursor()
        if new is not None:
            self.post_message(self.Moved(self, new))

    def _refresh_row(self, row: int) -> None:
        if row >= self.row_count:
            return  # it has gone, and all is drawn anew
        first = self.first_line(row)
        height = self.first_line(row + 1) - first
        self.refresh(Region(0, first - self.scroll_offset.y, self.size.width, height))

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        width = self.scrollable_content_region.width
        line = y + self.scroll_offset.y
        if line >= self._line_count() or width <= 0:
            return Strip.blank(max(width, 0), self.rich_style)
        row = self.row_at_line(line)
        lines = self._row_strips(row, width)
        at = line - self.first_line(row)
        return lines[at] if at < len(lines) else Strip.blank(width, self.rich_style)

    def _row_strips(self, row: int, width: int) -> list[Strip]:
        under_cursor = row == self.cursor
        key = (row, under_cursor, self.has_focus, width)
        if key in self._strips:
            self._strips.move_to_end(key)
            return self._strips[key]
        component = "virtual-list--row"
        if under_cursor:
            component = f"virtual-list--cursor{'' if self.has_focus else '-blurred'}"
        style = self.get_visual_style(component)
        strips: list[Strip] = []
        for content in self.present(row, width, under_cursor=under_cursor):
            cut = content.truncate(width, ellipsis=True)
            drawn = Visual.to_strips(self, cut, width, 1, style, apply_selection=False)
            strip = drawn[0] if drawn else Strip([])
            strips.append(strip.adjust_cell_length(width, style.rich_style))
        self._strips[key] = strips
        if len(self._strips) > _KEPT_ROWS:
            self._strips.popitem(last=False)
        return strips

    def notify_style_update(self) -> None:
        """Forget what was drawn in the colours of before."""
        super().notify_style_update()
        self._strips.clear()

    def on_resize(self) -> None:
        """Draw for the new width, and keep the cursor in sight."""
        self._strips.clear()
        self.virtual_size = Size(self.scrollable_content_region.width, self._line_count())
        self.call_after_refresh(self._show_cursor)

    def on_show(self) -> None:
        """Show the cursor where it went meanwhile."""
        self.call_after_refresh(self._show_cursor)

    def on_focus(self) -> None:
        """Show the cursor as the one that answers keys."""
        self.refresh()

    def on_blur(self) -> None:
        """Show the cursor as resting."""
        self.refresh()

    # Keys and mouse

    def _step(self, by: int) -> None:
        """Move the cursor by one row that it may rest on, in the direction of `by`."""
        if self.cursor is None:
            return
        row = self.cursor + by
        while 0 <= row < self.row_count:
            if self.can_rest_on(row):
                self.cursor = row
                return
            row += by

    def _page(self, direction: int) -> None:
        if self.cursor is None:
            return
        line = self.first_line(self.cursor) + direction * max(self.size.height - 1, 1)
        line = min(max(line, 0), self._line_count() - 1)
        self.cursor = self._nearest(self.row_at_line(line))

    def action_cursor_up(self) -> None:
        """Go a row up."""
        self._step(-1)

    def action_cursor_down(self) -> None:
        """Go a row down."""
        self._step(1)

    def action_page_up(self) -> None:
        """Go a screenful up."""
        self._page(-1)

    def action_page_down(self) -> None:
        """Go a screenful down."""
        self._page(1)

    def action_first(self) -> None:
        """Go to the first row."""
        if self.row_count:
            self.cursor = self._nearest(0)

    def action_last(self) -> None:
        """Go to the last row."""
        if self.row_count:
            self.cursor = self._nearest(self.row_count - 1)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the clicked row; a second click picks it."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        line = offset.y + self.scroll_offset.y
        if line >= self._line_count():
            return
        row = self.row_at_line(line)
        if self.can_rest_on(row):
            self.cursor = row
            if event.chain >= 2:
                self.post_message(self.Picked(self, row))
                return
        self.row_clicked(row, line - self.first_line(row), offset.x)
