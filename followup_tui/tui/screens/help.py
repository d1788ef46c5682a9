"""The keys of where the user is, from the table of actions and the user's own keys."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from followup_tui.tui.actions import Action, Place, bindings
from followup_tui.tui.closing import ClosingDialog
from followup_tui.tui.here import here
from followup_tui.tui.keymap import Keymap, key_words

_SIGNS = (
    ("+", "liked"),
    ("-", "disliked"),
    ("!", "a promise: “! send the link by fri”"),
    ("@", "a referral: “@ Omar at Tailspin”"),
    (">", "a next step: “> coffee thu 10:00”"),
    ("?", "an open question"),
    ("*", "an interest"),
    ("=", "the answer to the question at hand"),
)


class HelpScreen(ClosingDialog[None]):
    """Shows the keys of the focused place, of its screen and of everywhere."""

    CSS_PATH = "help.tcss"
    AUTO_FOCUS = "#help-box"
    BINDINGS = bindings(Place.DIALOG)

    def __init__(self, below: Screen[Any], keys: Keymap) -> None:
        super().__init__()
        actions = [offered.action for offered in here(below)]
        self._actions = sorted(actions, key=lambda action: action.place is Place.LIST)
        self._keys = keys

    def compose(self) -> ComposeResult:
        """Yield one block of keys for each place, the nearest first, those of any list last."""
        with VerticalScroll(id="help-box") as box:
            box.border_title = Content("Keys of this place")
            box.border_subtitle = Content("changed in settings.toml, under [keys] · Esc closes")
            for place, actions in groupby(self._actions, key=lambda action: action.place):
                yield Static(Content(place), classes="help-place")
                # What two actions do alike (to quit, while typing or not) is told once.
                for words, alike in groupby(actions, key=lambda action: action.help):
                    yield self._line(words, tuple(alike))
            if any(action.place is Place.CALL for action in self._actions):
                yield Static("signs at the start of a note", classes="help-place", markup=False)
                for sign, meaning in _SIGNS:
                    yield _row(Content(sign), Content(meaning))

    def _line(self, words: str, actions: Sequence[Action]) -> Horizontal:
        keys = [key_words(key) for action in actions for key in self._keys.keys(action)]
        row = _row(Content("  ".join(keys)), Content(words))
        row.tooltip = Content("In settings.toml: " + ", ".join(action.id for action in actions))
        return row

    def action_cancel(self) -> None:
        """Close the help."""
        self.dismiss(None)


def _row(keys: Content, words: Content) -> Horizontal:
    return Horizontal(
        Static(keys, classes="help-keys"), Static(words, classes="help-words"), classes="help-row"
    )
