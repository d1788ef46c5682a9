"""Waiting for the thing itself: no test sleeps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.pilot import Pilot

ROUNDS = 400  # each lets every pending message and callback through and yields to workers


async def until(pilot: Pilot[Any], condition: Callable[[], bool], what: str = "") -> None:
    """Let the program run until `condition` holds; fail, naming `what`, if it never does."""
    for _ in range(ROUNDS):
        if condition():
            return
        await pilot.pause(0.005)
    message = f"waited in vain: {what or condition}"
    raise AssertionError(message)
