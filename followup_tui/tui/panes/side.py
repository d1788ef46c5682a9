"""What was said before, above what can be given."""

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
from textual.widgets import Static

from followup_tui.domain.value_add import ValueAdd
from followup_tui.domain.views import PreparationView, Suggestion
from followup_tui.tui.actions import Place, bindings
from followup_tui.tui.panes.row_list import RowList
from followup_tui.tui.present import side as present
from followup_tui.tui.present.key_names import KeyName, default_key
from followup_tui.tui.present.rows import RowLayout, Run


class Timeline(RowList):
    """What is owed and what was said, the newest first: to be read, not chosen from."""

    def __init__(self, key: KeyName = default_key) -> None:
        super().__init__(id="timeline")
        self._key = key
        self._view: PreparationView | None = None
        self._now: datetime | None = None
        self._shown: Sequence[Content] = ()

    def show(self, view: PreparationView, now: datetime) -> None:
        """Show what was said to this client, from the newest on."""
        another = self._view is None or self._view.client.id != view.client.id
        self._view, self._now = view, now
        self.lay_out_anew()
        if another:
            self.scroll_to(y=0, animate=False)

    def lay_out(self, width: int) -> RowLayout:
        """Return where the lines stand."""
        if self._view is None or self._now is None:
            return RowLayout()
        self._shown = present.timeline(self._view, now=self._now, width=width, key=self._key)
        return RowLayout([Run(len(self._shown), selectable=False)])

    def present(self, row: int, width: int, *, under_cursor: bool) -> Sequence[Content]:
        """Return a line."""
        return (self._shown[row],)


class ValueAdds(RowList):
    """What can be given, to be chosen from."""

    class Clicked(Message):
        """Something that can be given was clicked."""

        def __init__(self, suggestion: Suggestion) -> None:
            super().__init__()
            self.suggestion = suggestion

    def __init__(self) -> None:
        super().__init__(id="value-adds")
        self._view: PreparationView | None = None
        self._now: datetime | None = None
        self._shown: present.ValueAddRows | None = None

    def show(self, view: PreparationView, now: datetime) -> None:
        """Show what can be given to this client; the cursor stays on its value-add."""
        another = self._view is None or self._view.client.id != view.client.id
        before = None if another else self.value_add
        self._view, self._now = view, now
        rows = present.ValueAddRows(view, now=now, width=self.row_width)
        self.lay_out_anew(cursor=(before and rows.row_of(before.id)) or 0)

    def lay_out(self, width: int) -> RowLayout:
        """Return where the rows stand."""
        if self._view is None or self._now is None:
            return RowLayout()
        self._shown = present.ValueAddRows(self._view, now=self._now, width=width)
        return self._shown.layout

    def present(self, row: int, width: int, *, under_cursor: bool) -> Sequence[Content]:
        """Return the lines of a row."""
        return () if self._shown is None else self._shown.lines(row)

    @property
    def suggestion(self) -> Suggestion | None:
        """What is under the cursor."""
        if self._shown is None or self.cursor is None:
            return None
        return self._shown.suggestion_at(self.cursor)

    @property
    def value_add(self) -> ValueAdd | None:
        """The value-add under the cursor."""
        return None if self.suggestion is None else self.suggestion.value_add

    def row_clicked(self, row: int, line: int, column: int) -> None:
        """Tell what was clicked."""
        if self._shown is not None and (suggestion := self._shown.suggestion_at(row)):
            self.post_message(self.Clicked(suggestion))


class SidePane(Vertical):
    """Shows the history and the value-adds of a `PreparationView`; says what was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.SIDE)]
    DEFAULT_CSS = """
    SidePane {
        & > #timeline { height: 1fr; padding-left: 1; }
        & > #value-adds-rule { height: 1; }
        & > #value-adds { height: 1fr; padding-left: 1; }
        & > .side--liked { color: $liked; }
        & > .side--disliked { color: $disliked; }
        & > .side--promise { color: $promise; }
        & > .side--question { color: $text-accent; }
        & > .side--stamp { color: $text-muted; }
        & > .side--head { color: $text-primary; text-style: bold; }
        & > .side--quiet { color: $text-muted; }
        & > .side--box { color: $text-muted; }
        & > .side--chosen { color: $text-success; text-style: bold; }
        & > .side--kind { color: $text-muted; }
        & > .side--because { color: $text-success; }
        & > .side--given { color: $text-muted; }
        & > .side--rule { color: $text-muted; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"side--{name}"
        for name in (
            "liked",
            "disliked",
            "promise",
            "question",
            "stamp",
            "head",
            "quiet",
            "box",
            "chosen",
            "kind",
            "because",
            "given",
            "rule",
        )
    }

    view: reactive[PreparationView | None] = reactive(None)
    """Whose history and value-adds are shown."""
    now: reactive[datetime | None] = reactive(None)
    """The moment that days are told for."""

    class Chosen(Message):
        """A value-add was chosen for the call, or the choice taken back."""

        def __init__(self, value_add_id: str, *, chosen: bool) -> None:
            super().__init__()
            self.value_add_id = value_add_id
            self.chosen = chosen

    def __init__(self, *, key: KeyName = default_key) -> None:
        super().__init__()
        self.border_title = Content("Notes")
        self.timeline = Timeline(key)
        """What was said."""
        self._rule = Static(id="value-adds-rule", markup=False)
        self.value_adds = ValueAdds()
        """What can be given."""

    def compose(self) -> ComposeResult:
        """Build history and value-adds."""
        yield self.timeline
        yield self._rule
        yield self.value_adds

    def on_mount(self) -> None:
        """Show what there is."""
        self._show()

    def watch_view(self) -> None:
        """Show the new state."""
        if self.is_mounted:
            self._show()

    def watch_now(self) -> None:
        """Tell days anew."""
        if self.is_mounted:
            self._show()

    def on_resize(self) -> None:
        """Draw the rule for the new width."""
        self._show_rule()

    def _show(self) -> None:
        if self.view is None or self.now is None:
            return
        self.timeline.show(self.view, self.now)
        self.value_adds.show(self.view, self.now)
        self._show_rule()

    def _show_rule(self) -> None:
        width = self.scrollable_content_region.width
        head = "─ Value-adds "
        rule = Content.styled(head + "─" * max(width - len(head), 0), ".side--rule")
        self._rule.update(rule)

    # The user

    def action_choose(self) -> None:
        """Choose the value-add under the cursor, or take the choice back."""
        if self.value_adds.suggestion is not None:
            self._choose(self.value_adds.suggestion)

    @on(ValueAdds.Clicked)
    def _clicked(self, event: ValueAdds.Clicked) -> None:
        event.stop()
        self._choose(event.suggestion)

    @on(RowList.Moved)
    @on(RowList.Picked)
    def _not_for_others(self, event: Message) -> None:
        event.stop()

    def _choose(self, suggestion: Suggestion) -> None:
        chosen = not suggestion.chosen
        self.post_message(self.Chosen(suggestion.value_add.id, chosen=chosen))
