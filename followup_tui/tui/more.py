"""What the line of keys has no room for, to be chosen by the mouse as well."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual.content import Content
from textual.screen import Screen

from followup_tui.domain.text import fold
from followup_tui.tui.actions import Action, Place, at
from followup_tui.tui.dialogs.pick import Pick, PickDialog
from followup_tui.tui.present.key_names import KeyName


def beside_the_footer(place: Place) -> tuple[Action, ...]:
    """Return the actions of a place that stand in no line of keys."""
    return tuple(action for action in at(place) if not action.footer)


def offer_more(screen: Screen[Any], place: Place, key: KeyName) -> None:
    """Let one of them be chosen, and run it."""
    actions = beside_the_footer(place)

    def find(words: str) -> Sequence[Pick]:
        return [
            Pick(action.name, Content.assemble(action.help, (f"  {key(action.id)}", "$text-muted")))
            for action in actions
            if fold(words) in fold(action.help)
        ]

    async def chosen(name: str | None) -> None:
        if name is not None:
            await screen.run_action(name)

    dialog = PickDialog("More", find, hint="a part of it", nothing="There is nothing like that.")
    screen.app.push_screen(dialog, chosen)
