"""The terminal: what of it decides how the desk looks, and is known without asking it."""

from __future__ import annotations

import os

_NAMES = ("TERM", "COLORTERM", "TERM_PROGRAM", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES")
_TEXTUAL = "TEXTUAL"
"""With this the names of Textual's own variables begin."""


def looks() -> str:
    """Return the size of the terminal and what else decides how the desk looks, in one line.

    Empty where the output is no terminal.
    """
    try:
        width, height = os.get_terminal_size(1)
    except (OSError, ValueError):
        return ""
    own = sorted(name for name in os.environ if name.startswith(_TEXTUAL))
    said = [f"{name}={os.environ.get(name)!r}" for name in (*_NAMES, *own)]
    return " ".join((f"{width}x{height}", *said))
