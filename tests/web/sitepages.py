"""Pages of an invented site as fetching brings them."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec

from followup_tui.domain.page import Look, PageFacts, Visit
from followup_tui.domain.websites.site import PageRole, SitePage

SITE = "https://tailspin.example/"
NOW = datetime(2026, 11, 19, 9, 14, tzinfo=UTC)


def address(role: PageRole) -> str:
    return SITE if role is PageRole.HOME else f"{SITE}{role.value}"


def a_page(
    role: PageRole = PageRole.HOME,
    facts: PageFacts | None = None,
    *,
    visit: Visit | None = None,
    fetched_at: datetime = NOW,
    problem: str = "",
) -> SitePage:
    """Return a look at a page of the site; without `facts` it says nothing."""
    said = msgspec.structs.replace(
        facts or PageFacts(url="", read_at=fetched_at), url=address(role), read_at=fetched_at
    )
    return SitePage(role, Look(address(role), said, fetched_at, problem, visit))


def a_failure(role: PageRole, status: int = 0) -> SitePage:
    """Return a look at a page that brought nothing."""
    visit = Visit(status=status, final_url=address(role)) if status else None
    return SitePage(role, Look(address(role), problem="it may be gone", visit=visit))
