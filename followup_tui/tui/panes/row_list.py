"""A virtual list whose rows differ in height, and may be headings."""

from __future__ import annotations

from textual.strip import Strip

from followup_tui.tui.panes.virtual_list import VirtualList
from followup_tui.tui.present.rows import RowLayout


class RowList(VirtualList):
    """A list laid out in runs of rows; a subclass answers `lay_out` and `present`.

    The width is reckoned with the scroll bar there, so that rows need not be wrapped anew when it
    appears.
    """

    DEFAULT_CSS = """
    RowList {
        scrollbar-gutter: stable;
        background: transparent;
        text-wrap: nowrap;
        text-overflow: clip;
    }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.layout_of_rows = RowLayout()
        self._laid_out_for = -1
        self._drawn_for = -1

    def lay_out(self, width: int) -> RowLayout:
        """Return where the rows stand when each has `width` cells."""
        raise NotImplementedError

    @property
    def row_width(self) -> int:
        """The cells that a row has."""
        return self.scrollable_content_region.width

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        return self.layout_of_rows.rows

    def can_rest_on(self, row: int) -> bool:
        """Say whether the cursor may stand on `row`: not on a heading."""
        return self.layout_of_rows.is_selectable(row)

    def first_line(self, row: int) -> int:
        """Return the line on which `row` begins."""
        return self.layout_of_rows.line_of(row)

    def row_at_line(self, line: int) -> int:
        """Return the row to which a line belongs."""
        place = self.layout_of_rows.at_line(line)
        return 0 if place is None else place[0]

    def lay_out_anew(self, *, cursor: int | None = None) -> None:
        """Lay out and draw after what the rows show has changed."""
        self._laid_out_for = self.row_width
        self.layout_of_rows = self.lay_out(self.row_width)
        self.rows_changed(cursor=cursor)

    def redraw_row(self, row: int) -> None:
        """Draw one row anew whose content has changed and whose height has not."""
        for key in [key for key in self._strips if key[0] == row]:
            del self._strips[key]
        self._refresh_row(row)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window, laid out for the width that the list has now.

        The first paint comes before the list hears of its size. Drawn only then, the call list
        would be a twentieth of the start later on the screen.
        """
        width = self.row_width
        if width not in {self._laid_out_for, self._drawn_for}:
            self._drawn_for = width
            self._strips.clear()
            self.layout_of_rows = self.lay_out(width)
        return super().render_line(y)

    def on_resize(self) -> None:
        """Lay out anew for another width."""
        if self.row_width != self._laid_out_for:
            self.lay_out_anew()

    def action_cursor_up(self) -> None:
        """Go a row up; where there is none to stand on, or a heading above, scroll."""
        before = self.cursor
        super().action_cursor_up()
        if self.cursor == before:
            self.scroll_relative(y=-1, animate=False)

    def action_cursor_down(self) -> None:
        """Go a row down; where there is none to stand on, scroll."""
        before = self.cursor
        super().action_cursor_down()
        if self.cursor == before:
            self.scroll_relative(y=1, animate=False)

    def action_page_up(self) -> None:
        """Go a screenful up."""
        self._page_or_scroll(-1)

    def action_page_down(self) -> None:
        """Go a screenful down."""
        self._page_or_scroll(1)

    def _page_or_scroll(self, direction: int) -> None:
        if self.cursor is None:
            self.scroll_relative(y=direction * max(self.size.height - 1, 1), animate=False)
        else:
            self._page(direction)
