"""What can be done where the user is: the actions of the focused place, its screen and the app."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

from followup_tui.tui.actions import ACTIONS, Action


@dataclass(frozen=True, slots=True)
class Offered:
    """An action that can be run now, and the node that runs it."""

    action: Action
    node: DOMNode


def here(screen: Screen[object]) -> tuple[Offered, ...]:
    """Return what can be done on `screen`, the focused place first and the app last.

    Unlike Textual's active bindings this has also the actions whose keys are letters while
    something is being typed: the palette can run them all the same.
    """
    start: DOMNode = screen.focused or screen
    seen: set[str] = set()
    offered: list[Offered] = []
    for node in start.ancestors_with_self:
        for action in _actions_of(node):
            if action.id not in seen and node.check_action(action.name, ()):
                seen.add(action.id)
                offered.append(Offered(action, node))
    return tuple(offered)


def _actions_of(node: DOMNode) -> Iterator[Action]:
    """Yield the actions bound by the classes of `node`."""
    for base in type(node).__mro__:
        for binding in vars(base).get("BINDINGS", ()):
            if isinstance(binding, Binding) and binding.id in ACTIONS:
                yield ACTIONS[binding.id]
