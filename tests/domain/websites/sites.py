"""Looks at an invented site, for comparing them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

from followup_tui.domain.page import Event, EventStatus, Named, NewsItem, Said, Source
from followup_tui.domain.websites.site import PageRole, SiteFacts

SITE = "https://tailspin.example/"
ROLES = (
    PageRole.HOME,
    PageRole.ABOUT,
    PageRole.SERVICES,
    PageRole.NEWS,
    PageRole.EVENTS,
    PageRole.CAREERS,
)
MAY = datetime(2026, 5, 12, 9, 0, tzinfo=UTC)
SPOKEN = MAY.date()
YESTERDAY = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)
TODAY = datetime(2026, 11, 19, 9, 14, tzinfo=UTC)


def page(role: PageRole) -> str:
    return SITE if role is PageRole.HOME else f"{SITE}{role.value}"


def a_look(
    at: datetime = TODAY,
    *,
    offerings: Sequence[str] = (),
    people: Sequence[tuple[str, str]] = (),
    jobs: Sequence[str] = (),
    prices: Sequence[str] = (),
    offices: Sequence[str] = (),
    news: Sequence[tuple[str, date | None]] = (),
    events: Sequence[tuple[str, datetime]] = (),
    cancelled: Sequence[str] = (),
    tagline: str = "",
    language: str = "en",
    roles: Sequence[PageRole] = ROLES,
    missed: Sequence[PageRole] = (),
    fetched: datetime | None = None,
) -> SiteFacts:
    """Return a look; each thing stands on the page where one expects it."""
    return SiteFacts(
        url=SITE,
        read_at=at,
        tagline=tagline,
        language=language,
        offerings=_said(PageRole.SERVICES, offerings),
        people=tuple(
            Named(name=name, role=role, source=_source(PageRole.ABOUT)) for name, role in people
        ),
        jobs=_said(PageRole.CAREERS, jobs),
        prices=_said(PageRole.SERVICES, prices),
        offices=_said(PageRole.ABOUT, offices),
        news=tuple(
            NewsItem(title=title, date=day, source=_source(PageRole.NEWS)) for title, day in news
        ),
        events=tuple(
            Event(
                title=title,
                start=start,
                all_day=True,
                status=EventStatus.CANCELLED if title in cancelled else EventStatus.SCHEDULED,
                sources=(_source(PageRole.EVENTS),),
            )
            for title, start in events
        ),
        pages=tuple(page(role) for role in roles),
        roles=tuple(roles),
        fetched=tuple(fetched or at for _ in roles),
        missed=tuple(missed),
    )


def _source(role: PageRole) -> Source:
    return Source(url=page(role), method="dom")


def _said(role: PageRole, texts: Sequence[str]) -> tuple[Said, ...]:
    return tuple(Said(text=text, source=_source(role)) for text in texts)
