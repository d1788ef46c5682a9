"""The first sight: what the desk's first screen looks like, drawn before the desk is opened.

Starting a desk means importing Textual and all that it draws with, which is most of what a start
takes. So what the first screen was like is kept, as what a terminal is sent for it, with all that
it follows from: the stamp of the files (`stamp`), the time in which their call list holds, and the
terminal it is for. As long as all of that is as it was, the first screen will be that one again.

Nothing but `os` is imported, as in `stamp`.
"""

# ruff: noqa: PTH118, PTH123
# (pathlib would be imported before anything is drawn)

from __future__ import annotations

import os
from typing import NamedTuple

KEY = "first_sight"
"""Under which `FileCache` keeps it."""
_FILE = ("cache", f"{KEY}.kept")
_FORM = "first sight 1"


class Sight(NamedTuple):
    """The first screen, and what it follows from."""

    made_from: str
    """The stamp of the files (`stamp.now_in`)."""
    looks: str
    """What of the terminal decides how it looks."""
    since: float
    until: float
    """The seconds since 1970 from which, and before which, its call list holds."""
    zone: str
    """The user's zone, by which a moment without one is meant."""
    drawn: str
    """What the terminal is sent."""

    def encoded(self) -> bytes:
        """Return it as it is kept."""
        span = repr(self.since), repr(self.until)
        head = (_FORM, self.made_from, self.looks, *span, self.zone)
        return "\n".join((*head, self.drawn)).encode()


def kept_in(home: str | os.PathLike[str]) -> Sight | None:
    """Return what is kept in a home folder, or None where nothing is that can be read."""
    try:
        with open(os.path.join(home, *_FILE), "rb") as file:
            form, *head, zone, drawn = file.read().decode().split("\n", 6)
        made_from, looks, since, until = head
        sight = Sight(made_from, looks, float(since), float(until), zone, drawn)
    except (OSError, ValueError):
        return None  # it is only there to be quick
    return sight if form == _FORM else None
