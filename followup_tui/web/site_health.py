"""What could be better about a whole site, said kindly: with evidence, and each thing once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from statistics import median
from urllib.parse import urlsplit

from msgspec.structs import replace

from followup_tui.domain.page import HealthNote, Visit
from followup_tui.domain.text import shorten
from followup_tui.domain.websites.site import BrokenLink, PageRole, SiteChecks, SitePage
from followup_tui.domain.words import count
from followup_tui.web.site_checks import broken_pages

CERTIFICATE = timedelta(days=21)
"""Those who renew by themselves do so a month before the end; later than this nobody may have."""
SLOW = 3.0
"""Seconds for the home page after which many a visitor has left."""
SLOW_ALL = 2.0
"""Seconds that the middle one of all pages must take as well: one slow answer is chance."""
HEAVY = 1_000_000
"""Bytes of a page's own text; half of all pages have less than a tenth of that."""

_ORDER = (
    # what harms visitors, before what harms being found, before what is only untidy
    "certificate",
    "http",
    "http-stays",
    "links-broken",
    "mixed-content",
    "events-past",
    "slow",
    "viewport-missing",
    "title-missing",
    "description-missing",
    "copyright-old",
    "alt-missing",
    "weight",
)
_NOT_PAGES = frozenset({PageRole.FEED, PageRole.CALENDAR})


def site_health(
    pages: Sequence[SitePage], *, now: datetime, checks: SiteChecks | None = None
) -> tuple[HealthNote, ...]:
    """Return what could be better about a site: each key once, what matters most first.

    The notes of the pages are joined: that of the home page leads, and says on how many others
    the same was seen. `checks` are the last ones, if there were any.
    """
    shown = [page for page in pages if page.role not in _NOT_PAGES]
    found: dict[str, HealthNote] = {}
    for note in (*_of_visits(shown, now), *_of_links(pages, checks), *_of_pages(shown)):
        found.setdefault(note.key, note)
    return tuple(sorted(found.values(), key=_place))


def _place(note: HealthNote) -> tuple[int, str]:
    return (_ORDER.index(note.key) if note.key in _ORDER else len(_ORDER)), note.key


def _of_visits(pages: Sequence[SitePage], now: datetime) -> Iterator[HealthNote]:
    """Give what fetching the pages showed."""
    visited = [(page, page.look.visit) for page in pages if page.look.visit and page.look.facts]
    visits = [(page, visit) for page, visit in visited if visit]
    ends = [visit.certificate_ends for _, visit in visits if visit.certificate_ends]
    if ends and min(ends) - now < CERTIFICATE:
        yield _certificate(min(ends), now, visits[0][0].look.url)
    home = next((visit for page, visit in visits if page.role is PageRole.HOME), None)
    if home is not None:
        yield from _slow(home, [visit.seconds for _, visit in visits])
    heavy = max(visits, key=lambda row: row[1].size, default=None)
    if heavy is not None and heavy[1].size >= HEAVY:
        megabytes = heavy[1].size / 1_000_000
        yield HealthNote(
            key="weight",
            evidence=f"{megabytes:.1f} MB of page text at {_path(heavy[0].look.url)}",
            say=f"One of your pages brings {megabytes:.1f} MB before any picture is shown; on a "
            "phone that takes a while.",
            url=heavy[0].look.url,
        )


def _certificate(ends: datetime, now: datetime, url: str) -> HealthNote:
    local = ends.astimezone(now.tzinfo or UTC)
    days = max((local.date() - now.date()).days, 0)
    day = f"{local.day} {local:%B}"
    return HealthNote(
        key="certificate",
        evidence=f"the certificate ends on {local.day} {local:%b %Y}, in {count(days, 'day')}",
        say=f"The certificate of your site runs out on {day}; somebody may want to see that it "
        "is renewed, or browsers will warn your visitors.",
        url=url,
    )


def _slow(home: Visit, seconds: Sequence[float]) -> Iterator[HealthNote]:
    if home.seconds >= SLOW and median(seconds) >= SLOW_ALL:
        others = f"; {median(seconds):.1f} s for {count(len(seconds), 'page')} in the middle"
        yield HealthNote(
            key="slow",
            evidence=f"{home.seconds:.1f} s for the home page{others if len(seconds) > 1 else ''}",
            say=f"Your home page took {home.seconds:.0f} seconds to come when I looked; that may "
            "be worth a look, since visitors do not wait long.",
            url=home.final_url,
        )


def _of_links(pages: Sequence[SitePage], checks: SiteChecks | None) -> Iterator[HealthNote]:
    """Give what following links showed: those of the pages, and those that were checked."""
    known = {each.url: each for each in (*broken_pages(pages), *(checks.broken if checks else ()))}
    if known:
        first, *others = known.values()
        more = f" and {len(others)} more" if others else ""
        many = "Some links on your site lead" if others else "A link on your site leads"
        yield HealthNote(
            key="links-broken",
            evidence=f"{_shown(first)} answers {first.status}{more}",
            say=f"{many} to a page that is no longer there ({_shown(first)}{more}); "
            "that is quickly mended.",
            url=first.url,
        )
    if checks is not None and checks.stays_plain:
        yield HealthNote(
            key="http-stays",
            evidence=f"{checks.stays_plain} answers without leading on to https",
            say="Who types your address without https stays on the unencrypted site, and the "
            "browser calls it not secure; one redirect would mend that.",
            url=checks.stays_plain,
        )


def _shown(link: BrokenLink) -> str:
    return f"“{shorten(link.text, 40)}”" if link.text else _path(link.url)


def _of_pages(pages: Sequence[SitePage]) -> Iterator[HealthNote]:
    """Give the notes of the pages, joined: the first page that has one tells it for all."""
    kept: dict[str, tuple[HealthNote, list[str]]] = {}
    for page in sorted(pages, key=lambda each: each.role is not PageRole.HOME):
        for note in page.look.facts.health if page.look.facts else ():
            url = note.url or page.look.url
            if note.key in kept:
                kept[note.key][1].append(url)
            else:
                at = "" if page.role is PageRole.HOME else f"{_path(url)}: "
                first = replace(note, url=url, evidence=f"{at}{note.evidence}")
                kept[note.key] = (first, [])
    for note, others in kept.values():
        more = f"; also on {count(len(others), 'other page')}" if others else ""
        yield replace(note, evidence=f"{note.evidence}{more}")


def _path(url: str) -> str:
    return shorten(urlsplit(url).path or "/", 60)
