"""A question with a few answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from followup_tui.tui.actions import Place, bindings
from followup_tui.tui.closing import ClosingDialog


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: what the dialog returns for it, and its words."""

    key: str
    label: str
    main: bool = False
    """Whether it is the answer that is proposed: it has the focus."""


class ConfirmDialog(ClosingDialog[str | None]):
    """Asks; returns the key of the choice, or None when it was closed without one."""

    BINDINGS = [
        *bindings(Place.DIALOG),
        Binding("right,down", "app.focus_next", "Next", show=False),
        Binding("left,up", "app.focus_previous", "Before", show=False),
    ]
    CSS_PATH = "confirm.tcss"

    def __init__(self, question: str, choices: Sequence[Choice], *, detail: str = "") -> None:
        super().__init__()
        self._question = question
        self._detail = detail
        self._choices = choices

    def compose(self) -> ComposeResult:
        """Yield the question over its answers."""
        with Vertical(id="confirm-box"):
            yield Static(self._question, id="confirm-question", markup=False)
            if self._detail:
                yield Static(self._detail, id="confirm-detail", markup=False)
            with Horizontal(id="confirm-choices"):
                for choice in self._choices:
                    yield Button(
                        Content(choice.label),
                        id=f"confirm-{choice.key}",
                        compact=True,
                    )

    def on_mount(self) -> None:
        """Put the focus on the answer that is proposed."""
        for choice in self._choices:
            if choice.main:
                self.query_one(f"#confirm-{choice.key}", Button).focus()

    @on(Button.Pressed)
    def _answered(self, event: Button.Pressed) -> None:
        event.stop()
        self.dismiss((event.button.id or "").removeprefix("confirm-"))

    def action_cancel(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
