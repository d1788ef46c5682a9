"""Finding the hour that stands somewhere among the words of a line."""

from __future__ import annotations

from datetime import time

from followup_tui.domain.days.clock_words import read_clock
from followup_tui.domain.days.line_words import LineWords

_CLOCK_WORDS = 6  # that an hour takes: “between half past ten and 12”


def is_hour(words: LineWords, where: range) -> bool:
    """Say whether the words at `where` are an hour: “10.30”, “at 9”."""
    try:
        return len(where) <= _CLOCK_WORDS and _hour(words, where) is not None
    except ValueError:
        return False


def find_hour(words: LineWords) -> tuple[range, time | None, str]:
    """Return where the hour stands, the hour, and why one could not be."""
    doubt = ""
    for length in range(min(_CLOCK_WORDS, len(words.tokens)), 0, -1):
        for first in words.starts(length):
            where = range(first, first + length)
            try:
                clock = _hour(words, where)
            except ValueError:
                doubt = doubt or f"“{words.typed(where)}” is no hour."
                continue
            if clock is not None:
                return where, clock, ""
    return range(0), None, doubt


def _hour(words: LineWords, where: range) -> time | None:
    """Return the hour that the words at `where` write; raises `ValueError` where it cannot be."""
    for reading in words.readings(where):
        clock = read_clock(" ".join(reading))
        if clock is not None:
            return clock
    return None
