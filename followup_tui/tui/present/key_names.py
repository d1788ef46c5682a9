"""The keys of actions as sentences name them: those in force, which settings may have changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from followup_tui.tui import keymap
from followup_tui.tui.actions import ACTIONS

KeyName = Callable[[str], str]
"""Action id -> the key that is shown for it: ``r``, ``Ctrl+N``."""


def default_key(action_id: str) -> str:
    """Return the key that an action has when no setting changes it."""
    return keymap.key_words(ACTIONS[action_id].keys[0])


def keys_of(settings: Mapping[str, str]) -> KeyName:
    """Return how keys are named under `settings` (action id -> keys)."""
    in_force = keymap.read(settings)

    def name(action_id: str) -> str:
        return keymap.key_words(in_force.keys(ACTIONS[action_id])[0])

    return name
