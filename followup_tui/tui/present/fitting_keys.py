"""Which keys of a line of keys are shown where not all have room; with nothing of Textual."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

_Key = TypeVar("_Key")

STAYS = "help"
"""The action whose key is shown also where others have no room: it leads to all of them."""


def fitting(keys: Sequence[tuple[_Key, int, bool]], room: int) -> Iterator[_Key]:
    """Yield the keys that are shown in so many cells: each whole, the first ones and what stays.

    `keys` holds each with its cells, and whether it stays.
    """
    stay = [width for _, width, stays in keys if stays and width <= room]
    left = room - sum(stay)
    for key, width, stays in keys:
        if stays and width <= room:
            yield key
        elif width <= left:
            yield key
            left -= width
        else:
            left = 0  # none that is smaller comes before its turn
