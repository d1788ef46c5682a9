"""How the conversation is held: as call, coffee or meeting, by which playbook; other calls."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from followup_tui.domain.interaction import InteractionKind
from followup_tui.domain.text import shorten
from followup_tui.domain.views import CallView

_NAME = 28  # characters of a playbook's name in its chip


class Chip(Static):
    """A word that can be clicked."""

    class Pressed(Message):
        """It was clicked."""

        def __init__(self, chip: Chip) -> None:
            super().__init__()
            self.chip = chip

    def __init__(self, words: str, *, id: str, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(Content(words), id=id, classes=classes, markup=False)

    def on_click(self, event: events.Click) -> None:
        """Tell of the click."""
        event.stop()
        self.post_message(self.Pressed(self))


class WaysBar(Horizontal):
    """One line: how a `CallView` is held, by which playbook, and the way to another call."""

    DEFAULT_CSS = """
    WaysBar {
        height: 1; padding: 0 1; background: $panel;

        & Chip {
            width: auto; padding: 0 1; color: $text-muted;
            &:hover { background: $block-hover-background; color: $text; }
            &.-current { color: $text; text-style: bold; background: $primary 30%; }
        }
        & #by { margin: 0 0 0 1; }
        & #gap { width: 1fr; }
    }
    """

    class KindWanted(Message):
        """It is held otherwise."""

        def __init__(self, kind: InteractionKind) -> None:
            super().__init__()
            self.kind = kind

    class PlaybookWanted(Message):
        """Another playbook is wanted."""

    class OtherWanted(Message):
        """Another call is wanted."""

    def __init__(self, kinds: tuple[InteractionKind, ...]) -> None:
        super().__init__()
        self._kinds = kinds

    def compose(self) -> ComposeResult:
        """Yield the chips."""
        for kind in self._kinds:
            yield Chip(kind.value, id=f"kind-{kind.value}", classes="kind")
        yield Chip("", id="by")
        yield Static(id="gap", markup=False)
        yield Chip("other calls", id="others-wanted")

    def show(self, call: CallView) -> None:
        """Mark how it is held."""
        for chip in self.query(Chip).filter(".kind"):
            chip.set_class(chip.id == f"kind-{call.kind.value}", "-current")
        words = f"by: {shorten(call.playbook.name, _NAME)} ▾"
        self.query_one("#by", Chip).update(Content(words))

    def show_others(self, number: int) -> None:
        """Say how many other calls are under way."""
        words = f"other calls: {number} under way ▾" if number else "other calls ▾"
        chip = self.query_one("#others-wanted", Chip)
        chip.update(Content(words))
        chip.set_class(number > 0, "-some")

    def on_chip_pressed(self, event: Chip.Pressed) -> None:
        """Say what is wanted."""
        event.stop()
        chip_id = event.chip.id or ""
        if chip_id.startswith("kind-"):
            self.post_message(self.KindWanted(InteractionKind(chip_id.removeprefix("kind-"))))
        elif chip_id == "by":
            self.post_message(self.PlaybookWanted())
        else:
            self.post_message(self.OtherWanted())
