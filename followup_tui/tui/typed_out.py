"""Waiting for keys that are still on their way to the field they were typed into.

A key with a priority runs its action at once, while letters that were pressed before it may still
wait in the queue of the focused widget: somebody who types fast, or pastes, would lose them.
"""

from __future__ import annotations

import asyncio
from typing import Any

from textual.screen import Screen


async def typed_out(screen: Screen[Any]) -> None:
    """Return once the focused widget has taken in every key that was pressed before."""
    focused = screen.focused
    done = asyncio.Event()
    if focused is not None and focused.is_attached and focused.call_later(done.set):
        await done.wait()
