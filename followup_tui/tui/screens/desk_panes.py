"""The panes of the desk: which are shown, and which one has the keys."""

from __future__ import annotations

from textual import events, on
from textual.reactive import reactive
from textual.widget import Widget

from followup_tui.desk import Desk
from followup_tui.tui.panes.call_list import CallListPane
from followup_tui.tui.panes.preparation import PreparationPane
from followup_tui.tui.panes.side import SidePane
from followup_tui.tui.screens.desk_parts import Pane, PaneTab
from followup_tui.tui.screens.desk_state import DeskState


class DeskPanes(DeskState):
    """Three panes side by side where there is room, two or one of them where there is less.

    The style sheet says which are shown, by the classes of the width and of the pane where the
    user is.
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-one"), (80, "-two"), (120, "-three")]
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (10, "-short"), (18, "-tall")]

    at: reactive[Pane] = reactive(Pane.LIST)
    """The pane where the user is: the one to be shown where not all have room."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        # From the beginning, or the whole screen would be styled once more at its mount.
        self.add_class(Pane.LIST.value, update=False)

    def watch_at(self, at: Pane) -> None:
        """Show this pane where not all have room."""
        self.update_classes({pane.value: pane is at for pane in Pane})
        if self.is_mounted:
            self._head.at = at

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Note in which pane the user is."""
        for node in event.widget.ancestors_with_self:
            if isinstance(node, CallListPane):
                self.at = Pane.LIST
            elif isinstance(node, PreparationPane):
                self.at = Pane.PREPARATION
            elif isinstance(node, SidePane):
                self.at = Pane.SIDE

    def _stops(self) -> list[tuple[Pane, Widget]]:
        """Return where Tab stops, in its order."""
        return [
            (Pane.LIST, self._list.rows),
            (Pane.PREPARATION, self._preparation.checklist),
            (Pane.SIDE, self._side.timeline),
            (Pane.SIDE, self._side.value_adds),
        ]

    def _go(self, pane: Pane, widget: Widget | None = None) -> None:
        """Show a pane and give it the keys."""
        self.at = pane
        stops = (stop for where, stop in self._stops() if where is pane)
        (widget or next(stops)).focus()

    def _step(self, by: int) -> None:
        stops = self._stops()
        here = next((n for n, (_, stop) in enumerate(stops) if stop is self.focused), 0)
        self._go(*stops[(here + by) % len(stops)])

    @on(PaneTab.Pressed)
    def _tab_pressed(self, event: PaneTab.Pressed) -> None:
        self._go(event.pane)

    def action_next_pane(self) -> None:
        """Go to the next pane."""
        self._step(1)

    def action_previous_pane(self) -> None:
        """Go to the pane before."""
        self._step(-1)

    def action_value_adds(self) -> None:
        """Go to what can be given."""
        self._go(Pane.SIDE, self._side.value_adds)
