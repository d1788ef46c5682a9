"""What can be offered in this call, ticked while talking: offered, taken or declined."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message

from followup_tui.domain.value_add import OfferState
from followup_tui.domain.views import CallView, Suggestion
from followup_tui.tui.actions import Place, bindings
from followup_tui.tui.panes.row_list import RowList
from followup_tui.tui.present import offers as present
from followup_tui.tui.present.rows import RowLayout


class OffersPane(RowList):
    """Shows what a `CallView` has to offer; says what came of each."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.OFFERS)]
    DEFAULT_CSS = """
    OffersPane {
        height: auto; scrollbar-size-horizontal: 0; border: round $border-blurred; padding: 0 1;
        &:focus { border: round $border; }
    }
    """

    class Ticked(Message):
        """Something came of a value-add; `state` None: it was not spoken of."""

        def __init__(self, suggestion: Suggestion, state: OfferState | None) -> None:
            super().__init__()
            self.suggestion = suggestion
            self.state = state

    class Left(Message):
        """The user wants to go on typing."""

    def __init__(self) -> None:
        super().__init__()
        self._call: CallView | None = None
        self._now: datetime | None = None
        self._rows: present.OfferRows | None = None
        self.border_title = Content("To offer")

    def show(self, call: CallView, now: datetime) -> None:
        """Show what can be offered; the cursor stays on its value-add."""
        before = self._under_cursor()
        self._call, self._now = call, now
        self.border_title = present.heading(call)
        rows = present.OfferRows(call, now=now, width=self.row_width)
        at = rows.row_of(before.value_add.id) if before else None
        self.lay_out_anew(cursor=at or 0)
        self.refresh(layout=True)

    def lay_out(self, width: int) -> RowLayout:
        """Return where the rows stand."""
        if self._call is None or self._now is None:
            return RowLayout()
        self._rows = present.OfferRows(self._call, now=self._now, width=width)
        return self._rows.layout

    def present(self, row: int, width: int, *, under_cursor: bool) -> Sequence[Content]:
        """Return the lines of a row."""
        return () if self._rows is None else self._rows.lines(row)

    def row_clicked(self, row: int, line: int, column: int) -> None:
        """Tick what was clicked."""
        if self._rows is not None and (one := self._rows.at(row)) is not None:
            self._tick(one)

    def on_key(self, event: events.Key) -> None:
        """Tick by the number of a row."""
        if self._rows is None or not (event.character or "").isdecimal():
            return
        if event.character and event.character.isascii():
            one = self._rows.numbered(int(event.character))
            if one is not None:
                event.stop()
                event.prevent_default()
                self._tick(one)

    def _under_cursor(self) -> Suggestion | None:
        if self._rows is None or self.cursor is None:
            return None
        return self._rows.at(self.cursor)

    def _tick(self, one: Suggestion) -> None:
        if self._call is not None:
            state = self._call.offered.get(one.value_add.id)
            self.post_message(self.Ticked(one, present.next_state(state)))

    def _say(self, state: OfferState | None) -> None:
        if (one := self._under_cursor()) is not None:
            self.post_message(self.Ticked(one, state))

    def action_tick(self) -> None:
        """Say what came of this: the next of offered, taken, declined, not spoken of."""
        if (one := self._under_cursor()) is not None:
            self._tick(one)

    def action_offered(self) -> None:
        """It was offered."""
        self._say(OfferState.OFFERED)

    def action_taken(self) -> None:
        """They took it."""
        self._say(OfferState.TAKEN)

    def action_declined(self) -> None:
        """They declined it."""
        self._say(OfferState.DECLINED)

    def action_unspoken(self) -> None:
        """It was not spoken of."""
        self._say(None)

    def action_back(self) -> None:
        """Back to the notes."""
        self.post_message(self.Left())
