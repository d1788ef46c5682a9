"""Beginning a piece of work: beside what is under way, or in its place.

The work is called when its turn comes: a coroutine that is given up before it began would never be
awaited, of which Python warns on the terminal. It is described by its name: Textual would write out
what it is given, be that fifty thousand rows.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from textual.css.query import NoMatches
from textual.dom import DOMNode
from textual.worker import Worker

Work = Callable[[], Coroutine[Any, Any, object]]
"""A coroutine function that takes nothing, or a `functools.partial` of one that is given all."""


def begin(node: DOMNode, work: Work, *, name: str, group: str) -> None:
    """Begin `work` as a worker of `node`, beside what its group has begun."""
    _: Worker[None] = node.run_worker(
        partial(_while_it_stands, node, work), name=name, group=group, description=name
    )


def anew(node: DOMNode, work: Work, *, name: str, group: str) -> None:
    """Begin `work` as a worker of `node`; what its group had begun is cancelled."""
    _: Worker[None] = node.run_worker(
        partial(_while_it_stands, node, work),
        name=name,
        group=group,
        description=name,
        exclusive=True,
    )


async def _while_it_stands(node: DOMNode, work: Work) -> None:
    """Do the work. It is no failure that it finds nothing to draw on once `node` is taken down.

    Textual takes the widgets of a screen away first, and cancels its workers last.
    """
    try:
        await work()
    except NoMatches:
        if node.display:  # false of what is being taken down
            raise
