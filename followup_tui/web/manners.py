"""How we behave towards the hosts whose pages we read, and what we grant a page."""

from __future__ import annotations

from dataclasses import dataclass

ROBOT = "followup"
"""The name by which a robots.txt may address us (RFC 9309 2.2.1: the product token)."""
USER_AGENT = f"{ROBOT}/0.1 (a consultant's call desk; reads a page when its user asks)"


@dataclass(frozen=True, slots=True)
class Manners:
    """What fetching keeps to. A test, and the sample desk with its own server, need no pause."""

    deadline: float = 15.0
    """Seconds for one whole page with its redirects; waiting for its turn does not count."""
    limit: int = 3_000_000
    """Bytes of the largest page that is read, unpacked."""
    pause: float = 0.5
    """Seconds that a host has to itself between two of its pages."""
    side_by_side: int = 16
    """How many hosts are asked at once; one host is asked for one thing at a time."""
    proxy: str = ""
    """The address of a proxy that every page is asked through; empty: none."""


USUAL = Manners()
