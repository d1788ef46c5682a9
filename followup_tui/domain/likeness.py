"""How alike two short texts are."""

from __future__ import annotations


def likeness(one: str, other: str) -> float:
    """Return 0 to 100: how alike two folded texts are, whatever the order of their words.

    100 are the same words. It is the normalised indel distance of the sorted words (rapidfuzz's
    ``token_sort_ratio``).
    """
    from rapidfuzz.fuzz import token_sort_ratio  # noqa: PLC0415 (60 ms that no start may wait for)

    return float(token_sort_ratio(one, other))
