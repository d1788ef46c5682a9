"""Making a great deal that lasts, without Python looking for rubbish in it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

MUCH = 2_000
"""Records or rows from which on it is much."""


@contextmanager
def made_to_last() -> Iterator[Lasting]:
    """Keep Python from looking for rubbish while much is made, in whatever thread.

    To go through fifty thousand rows finds none and takes a second, in which no key is answered.
    What turned out to be much (`Lasting.is_much`) is never gone through later either: whoever made
    it lets go of it without leaving circles.
    """
    was, lasting = gc.isenabled(), Lasting()
    gc.disable()
    try:
        yield lasting
    finally:
        if lasting.is_much:
            gc.freeze()
        if was:
            gc.enable()


class Lasting:
    """What is being made."""

    is_much = False
    """Whether it is much."""
