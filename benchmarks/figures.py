"""What a figure is, and how two things are timed side by side."""

from __future__ import annotations

import gc
import statistics
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured ratio. Smaller is better."""

    name: str
    ratio: float
    must: float
    """What it must not exceed."""
    detail: str
    """The two things as they were measured, with their units."""

    @property
    def holds(self) -> bool:
        """Whether it reaches what it must."""
        return self.ratio <= self.must


class NotMeasured(Exception):
    """A figure that could not be taken; its text says why."""


def side_by_side(
    ours: Callable[[], float], yardstick: Callable[[], float], *, rounds: int, warm_up: int = 1
) -> tuple[float, float]:
    """Return the medians of both in seconds, their runs taken in turns, after some unmeasured.

    Taking turns lets whatever else the machine does fall on both alike.
    """
    measured: tuple[list[float], list[float]] = ([], [])
    for number in range(warm_up + rounds):
        for taken, run in zip(measured, (ours, yardstick), strict=True):
            seconds = run()
            if number >= warm_up:
                taken.append(seconds)
    return statistics.median(measured[0]), statistics.median(measured[1])


def seconds_of(work: Callable[[], object]) -> float:
    """Return how long `work` takes, with the rubbish of earlier work out of the way."""
    gc.collect()
    begin = perf_counter()
    work()
    return perf_counter() - begin


def milliseconds(seconds: float) -> str:
    """Return a duration as it stands in a detail."""
    return f"{seconds * 1000:,.1f} ms"
