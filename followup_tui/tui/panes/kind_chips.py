"""The kinds of a timeline, each to be shown alone by a click."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from followup_tui.domain.timeline.entries import EntryKind
from followup_tui.tui.present.timeline import Chip


class KindChips(Widget):
    """All kinds that there are with their numbers, on as many lines as they need."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KindChips { height: auto; width: 1fr; color: $text-muted; padding: 0 1; }
    """

    class Chosen(Message):
        """One kind is to be shown; None: everything."""

        def __init__(self, kind: EntryKind | None) -> None:
            super().__init__()
            self.kind = kind

    def __init__(self) -> None:
        super().__init__()
        self._chips: tuple[Chip, ...] = ()
        self._chosen: EntryKind | None = None
        self._hovered: Chip | None = None

    def show(self, chips: Sequence[Chip], chosen: EntryKind | None) -> None:
        """Show `chips`, the chosen one marked."""
        if (tuple(chips), chosen) != (self._chips, self._chosen):
            self._chips, self._chosen = tuple(chips), chosen
            self.refresh(layout=True)

    def _lines(self, width: int) -> list[list[Chip]]:
        """Return the chips of each line."""
        lines: list[list[Chip]] = [[]]
        used = 0
        for chip in self._chips:
            cells = cell_len(chip.words) + 2
            if used and used + cells > width:
                lines.append([])
                used = 0
            lines[-1].append(chip)
            used += cells
        return lines

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the chips take."""
        return len(self._lines(width))

    def render(self) -> RenderResult:
        """Draw all chips; the chosen one is told by brackets, too."""
        lines = (self._line(chips) for chips in self._lines(self.content_size.width))
        return Content("\n").join(lines)

    def _line(self, chips: Sequence[Chip]) -> Content:
        return Content.assemble(*(self._drawn(chip) for chip in chips))

    def _drawn(self, chip: Chip) -> Content:
        if chip.kind is self._chosen:
            return Content.styled(f"[{chip.words}]", "bold $text on $block-cursor-background")
        style = "$text on $block-hover-background" if chip is self._hovered else "$text-muted"
        return Content.styled(f" {chip.words} ", style)

    def _at(self, x: int, y: int) -> Chip | None:
        lines = self._lines(self.content_size.width)
        if not 0 <= y < len(lines):
            return None
        end = 0
        for chip in lines[y]:
            end += cell_len(chip.words) + 2
            if 0 <= x < end:
                return chip
        return None

    def _hover(self, chip: Chip | None) -> None:
        if chip is not self._hovered:
            self._hovered = chip
            self.refresh()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Mark the chip under the mouse."""
        offset = event.get_content_offset(self)
        self._hover(None if offset is None else self._at(offset.x, offset.y))

    def on_leave(self) -> None:
        """Mark none."""
        self._hover(None)

    def on_click(self, event: events.Click) -> None:
        """Choose the chip that was clicked."""
        offset = event.get_content_offset(self)
        chip = None if offset is None else self._at(offset.x, offset.y)
        if chip is not None:
            self.post_message(self.Chosen(chip.kind))
