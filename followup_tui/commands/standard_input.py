"""What is typed, or piped, into the standard input of a command."""

from __future__ import annotations

import sys

from followup_tui.domain.text import clean_text


def text_in() -> str:
    """Return all that comes as clean text; what is no UTF-8 becomes “�”."""
    return clean_text(sys.stdin.buffer.read().decode("utf-8", "replace"))
