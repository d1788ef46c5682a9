"""Calls that were begun and not wrapped up: telling of them, and taking them up again."""

from __future__ import annotations

from collections.abc import Sequence

from textual.dom import DOMNode

from followup_tui.desk import Desk
from followup_tui.domain.text import shorten
from followup_tui.services.call import Interrupted
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.toast import toast

_NAME_WIDTH = 40  # characters of a name in the telling


async def interrupted(desk: Desk, teller: DOMNode) -> Sequence[Interrupted]:
    """Return the interrupted calls, the oldest first; a problem of the store is told instead."""
    try:
        return await desk.call.interrupted()
    except StoreProblem as problem:
        toast(teller, str(problem), severity="error")
        return ()


def words(calls: Sequence[Interrupted], key: str) -> str:
    """Return the sentence that tells of `calls`; `key` takes up the first one of them."""
    first = calls[0]
    begun = f"{first.started:%a %H:%M}"
    sentence = (
        f"The call with {shorten(first.name, _NAME_WIDTH)}, begun {begun}, is not wrapped up yet: "
        f"{key} takes it up again."
    )
    more = len(calls) - 1
    if more:
        sentence += f" {more} more {'waits' if more == 1 else 'wait'} in the palette."
    return sentence
