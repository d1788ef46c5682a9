"""Asking a site for a little more than its pages: whether links lead anywhere, http to https.

At most `MOST_LINKS` links of the home page and one plain address, once in `EVERY` days: what it
tells is a small gift to the site's owner, and not worth burdening the site for.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Sequence
from datetime import datetime, timedelta
from urllib.parse import urldefrag, urlsplit

from followup_tui.domain.page import Link, LinkPart, PageFacts, Visit
from followup_tui.domain.websites.site import BrokenLink, PageRole, SiteChecks, SitePage

MOST_LINKS = 8
EVERY = timedelta(days=7)
GONE = frozenset({404, 410})
"""Answers that say for certain that there is nothing; another failure may pass."""

Ask = Callable[[str], Awaitable[Visit | None]]
"""Asks what an address answers, without its body; None where no answer came."""

_PARTS = (LinkPart.MAIN, LinkPart.FOOTER, LinkPart.NAV)
"""Where links break first: what is in the menu somebody would have noticed."""
_NOT_FOLLOWED = ("login", "logout", "signin", "signout", "delete", "unsubscribe", "cart")
"""Links that may do something. None should when it is only asked for; some do."""


def is_due(checks: SiteChecks | None, now: datetime) -> bool:
    """Say whether a site may be checked again at `now`."""
    return checks is None or not timedelta(0) <= now - checks.at < EVERY


async def check_site(pages: Sequence[SitePage], ask: Ask, *, at: datetime) -> SiteChecks:
    """Ask for some links of the home page and for its plain address, one after the other.

    `pages` are the looks at the site's pages, the failed ones too; without a home page that could
    be read nothing is asked. Raises nothing for what the web does, if `ask` does not.
    """
    home = _home(pages)
    if home is None:
        return SiteChecks(at=at)
    links = links_to_ask(home, read={page.look.url for page in pages})
    broken = list(broken_pages(pages))
    for link in links:
        visit = await ask(link.url)
        if visit is not None and visit.status in GONE:
            broken.append(BrokenLink(url=link.url, text=link.text, status=visit.status))
    return SiteChecks(
        at=at,
        asked=len(links),
        broken=tuple({each.url: each for each in broken}.values()),
        stays_plain=await _stays_plain(home, ask),
    )


def links_to_ask(home: PageFacts, *, read: set[str]) -> tuple[Link, ...]:
    """Return the links of a home page to try: its own site's, at most `MOST_LINKS`, each once.

    `read` are the addresses of pages that were read anyway.
    """
    done = {_bare(url) for url in (*read, home.url)}
    found: dict[str, Link] = {}
    for part in _PARTS:
        for link in home.links:
            address = _bare(link.url)
            if link.part is part and address not in done and _may_be_asked(link.url, home.url):
                found.setdefault(address, link)
    return tuple(found.values())[:MOST_LINKS]


def broken_pages(pages: Sequence[SitePage]) -> Iterator[BrokenLink]:
    """Give the pages of a site that its own links lead to and that are not there."""
    home = _home(pages)
    words = {_bare(link.url): link.text for link in reversed(home.links)} if home else {}
    for page in pages:
        visit = page.look.visit
        if page.role is not PageRole.HOME and visit is not None and visit.status in GONE:
            text = words.get(_bare(page.look.url), "")
            yield BrokenLink(url=page.look.url, text=text, status=visit.status)


def _home(pages: Sequence[SitePage]) -> PageFacts | None:
    return next((page.look.facts for page in pages if page.role is PageRole.HOME), None)


async def _stays_plain(home: PageFacts, ask: Ask) -> str:
    """Return the plain address of a site that has an encrypted one and does not lead there."""
    parts = urlsplit(home.url)
    if parts.scheme != "https" or not parts.hostname or parts.port not in {None, 443}:
        return ""
    plain = f"http://{parts.hostname}/"
    visit = await ask(plain)
    answered = visit is not None and 200 <= visit.status < 300
    return plain if answered and visit and visit.final_url.startswith("http://") else ""


def _may_be_asked(url: str, home: str) -> bool:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or _host(url) != _host(home):
        return False
    return not any(word in f"{parts.path}?{parts.query}".lower() for word in _NOT_FOLLOWED)


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _bare(url: str) -> str:
    """Return an address as it is compared: without its fragment and a slash at its end."""
    return urldefrag(url).url.rstrip("/")
