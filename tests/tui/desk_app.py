"""The desk's screen in a bare app, over the fakes."""

from __future__ import annotations

from typing import cast

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from followup_tui.desk import Desk
from followup_tui.tui.panes.call_list import CallListPane
from followup_tui.tui.panes.preparation import Checklist, PreparationPane
from followup_tui.tui.panes.row_list import RowList
from followup_tui.tui.panes.side import SidePane
from followup_tui.tui.screens.desk import DeskScreen
from tests.fakes import FakePages, MemoryDrafts, MemoryRecords, a_story_desk
from tests.tui.host import Host


class DeskApp(Host):
    """Opens a desk; the messages that ask for other screens are kept in `heard`."""

    DEFAULT_MODE = "desk"

    def __init__(self, desk: Desk | None = None) -> None:
        super().__init__(Static)
        self.desk = desk or a_story_desk()
        # Textual reads the style sheets of a mode's screen, not those of a default screen.
        self.add_mode("desk", self._new_screen)

    def compose(self) -> ComposeResult:
        yield from ()  # the desk's screen is all there is

    def _new_screen(self) -> Screen[None]:
        return DeskScreen(self.desk)

    @property
    def desk_screen(self) -> DeskScreen:
        return cast(DeskScreen, self.screen_stack[0])

    @property
    def records(self) -> MemoryRecords:
        return cast(MemoryRecords, self.desk.records)

    @property
    def drafts(self) -> MemoryDrafts:
        return cast(MemoryDrafts, self.desk.drafts)

    @property
    def pages(self) -> FakePages:
        return cast(FakePages, self.desk.pages)

    def said(self) -> list[str]:
        """Return what the toasts say, the oldest first."""
        return [str(notification.message) for notification in self._notifications]

    def current(self) -> str | None:
        """Return the client under the list's cursor."""
        return self.desk_screen.query_one(CallListPane).rows.client_id

    def shown_panes(self) -> list[str]:
        """Return the panes that can be seen, from left to right."""
        panes = (CallListPane, PreparationPane, SidePane)
        return [
            pane.__name__
            for pane in panes
            if (widget := self.desk_screen.query_one(pane)).display and widget.size.width > 0
        ]

    def list_lines(self) -> list[str]:
        return drawn(self.desk_screen.query_one(CallListPane).rows)

    def checklist_lines(self) -> list[str]:
        return drawn(self.desk_screen.query_one(Checklist))

    def item_line(self, label: str) -> str:
        """Return the line of an item of the checklist; empty when it is not shown."""
        return next((line for line in self.checklist_lines() if label in line), "")

    def static(self, selector: str) -> str:
        return str(self.screen.query_one(selector, Static).content)


def drawn(rows: RowList) -> list[str]:
    """Return the lines of a list as they are seen."""
    return [rows.render_line(y).text.rstrip() for y in range(rows.size.height)]
