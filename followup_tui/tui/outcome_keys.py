"""Which key chooses which outcome of a call, after the user's settings."""

from __future__ import annotations

from collections.abc import Mapping

from textual.binding import ActiveBinding

from followup_tui.domain.interaction import InteractionKind, Outcome
from followup_tui.tui.keymap import key_words
from followup_tui.tui.panes.outcome_bar import OutcomeKey
from followup_tui.tui.present.call import outcome_words

_OUTCOMES: dict[str, Outcome] = {
    "call.reached": Outcome.REACHED,
    "call.no_answer": Outcome.NO_ANSWER,
    "call.voicemail": Outcome.VOICEMAIL,
    "call.busy": Outcome.BUSY,
    "call.wrong_number": Outcome.WRONG_NUMBER,
    "call.call_back": Outcome.CALL_BACK,
    "call.wrong_moment": Outcome.WRONG_MOMENT,
}


def outcome_keys(
    active: Mapping[str, ActiveBinding], kind: InteractionKind = InteractionKind.CALL
) -> list[OutcomeKey]:
    """Return the outcomes that a conversation of `kind` can have, with their first keys.

    `active` are the bindings among which they are.
    """
    words = outcome_words(kind)
    keys: dict[str, str] = {}
    for key, binding in active.items():
        keys.setdefault(binding.binding.id or "", key)
    return [
        OutcomeKey(outcome, key_words(keys[action]), words[outcome].lower())
        for action, outcome in _OUTCOMES.items()
        if action in keys and outcome in words
    ]
