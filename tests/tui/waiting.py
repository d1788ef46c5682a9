"""Waiting for the thing itself: no test sleeps."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from textual.pilot import Pilot

ROUNDS = 400  # each lets every pending message and callback through and yields to workers
PATIENCE = 20.0  # seconds that they may take on a machine that does other work too


async def until(pilot: Pilot[Any], condition: Callable[[], bool], what: str = "") -> None:
    """Let the program run until `condition` holds; fail, naming `what`, if it never does."""
    rounds, end = 0, time.monotonic() + PATIENCE
    while not condition():
        if rounds > ROUNDS and time.monotonic() > end:
            message = f"waited in vain: {what or condition}"
            raise AssertionError(message)
        rounds += 1
        await pilot.pause(0.005)
