"""Lists of words that are written as running text."""

from __future__ import annotations


def words_of(text: str) -> frozenset[str]:
    """Return the words of a list."""
    return frozenset(text.split())
