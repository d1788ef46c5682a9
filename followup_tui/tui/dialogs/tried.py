"""Asks how a call ended that reached nobody: one key each, from the list and back to it."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Button, Static

from followup_tui.domain.client import Client
from followup_tui.domain.interaction import Outcome
from followup_tui.tui.dialogs.saving import SavingDialog, ends
from followup_tui.tui.present.around import try_words
from followup_tui.tui.present.call import OUTCOME_WORDS

_KEYS: tuple[tuple[str, Outcome, str], ...] = (
    ("n", Outcome.NO_ANSWER, ""),
    ("v", Outcome.VOICEMAIL, ""),
    ("b", Outcome.BUSY, "again in half an hour"),
    ("w", Outcome.WRONG_NUMBER, "asks for the right one"),
    ("m", Outcome.WRONG_MOMENT, ""),
    ("c", Outcome.CALL_BACK, "asks for the hour"),
)
"""Key, outcome, and what it does beside writing it down."""


class TriedDialog(SavingDialog[Outcome | None]):
    """Ends with the outcome, or None."""

    AUTO_FOCUS = ".presets Button"
    BINDINGS = [
        Binding("up", "app.focus_previous", "Up", show=False),
        Binding("down", "app.focus_next", "Down", show=False),
        *(Binding(key, f"choose('{key}')", outcome, show=False) for key, outcome, _ in _KEYS),
    ]

    def __init__(self, client: Client, *, unanswered: int) -> None:
        """`unanswered` is how many tries in a row there were before this one."""
        super().__init__()
        self._client = client
        self._unanswered = unanswered

    def compose(self) -> ComposeResult:
        """Yield the outcomes, each with its key."""
        with Vertical(classes="dialog-box") as box:
            box.border_title = Content("Tried")
            who = self._client.primary.name if self._client.primary else self._client.name
            nth = try_words(self._unanswered)
            words = f"How did the call to {who} end?{f' It is the {nth}.' if nth else ''}"
            yield Static(Content(words), classes="dialog-words", markup=False)
            with Vertical(classes="presets"):
                for key, outcome, hint in _KEYS:
                    label = OUTCOME_WORDS[outcome]
                    text = Content.assemble(f" {key}  {label:<14}", (hint, "dim"))
                    yield Button(text, id=f"outcome-{key}", compact=True)
            yield ends(("cancel", "Cancel  Esc"))

    @on(Button.Pressed, ".presets Button")
    def _pressed(self, event: Button.Pressed) -> None:
        self.action_choose(str(event.button.id).rpartition("-")[2])

    def action_choose(self, chosen: str) -> None:
        """Close with the outcome of a key."""
        self.dismiss(next(outcome for key, outcome, _ in _KEYS if key == chosen))

    def action_save(self) -> None:
        """Choose what the cursor is on."""
        if isinstance(self.focused, Button):
            self.focused.press()
