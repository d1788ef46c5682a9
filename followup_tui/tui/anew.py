"""Beginning a piece of work in place of what was begun before it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine

from textual.dom import DOMNode
from textual.worker import Worker


def anew(
    node: DOMNode, work: Callable[[], Coroutine[None, None, object]], *, name: str, group: str
) -> None:
    """Begin `work` as a worker of `node`; what its group had begun is cancelled.

    `work` is called when its turn comes: a coroutine that is replaced before it began would never
    be awaited, of which Python warns on the terminal. It is described by its name: Textual would
    write out what it is given, be that fifty thousand rows.
    """
    _: Worker[object] = node.run_worker(
        work, name=name, group=group, description=name, exclusive=True
    )
