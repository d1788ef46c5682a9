"""What is written about a client, in words, where it goes over to another."""

from __future__ import annotations

from collections.abc import Mapping

from followup_tui.domain.words import count

_WORDS = {
    "interactions": ("conversation", ""),
    "projects": ("project", ""),
    "promises": ("promise", ""),
    "next_steps": ("next step", ""),
    "referrals": ("referral", ""),
    "letters": ("letter", ""),
    "preparations": ("preparation", ""),
    "offers": ("offer", ""),
    "encounters": ("encounter", ""),
    "value_adds": ("value-add", ""),
    "courses": ("course", ""),
    "draws": ("draw", ""),
    "clients": ("client who was introduced", "clients who were introduced"),
}


def going_over(moved: Mapping[str, int]) -> str:
    """Return how many records of each table there are, in words; empty for none."""
    return ", ".join(
        count(number, *_WORDS.get(table, (table, table))) for table, number in moved.items()
    )
