"""What could be better about a page, said kindly: a small gift for its owner.

Only what the page itself shows; what fetching shows (certificate, redirects, slowness, broken
links) is the business of `site_health`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from followup_tui.domain.page import Event, HealthNote
from followup_tui.domain.text import fold
from followup_tui.web import jsonld
from followup_tui.web.dom import Page, attribute, line, meta
from followup_tui.web.moments import read_moment
from followup_tui.web.news import Dates
from followup_tui.web.sections import About, about_heading
from followup_tui.web.sheet import Sheet

HEAVY_MARKUP = 1_000_000
"""Characters of styles, scripts and markup written into the page: ten times the usual."""
FORGOTTEN = timedelta(days=10)
"""How long an event may be over before the page looks forgotten."""
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)[^.|]{0,40}?((?:19|20)\d{2})(?!\d)", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_ALIVE = re.compile(r"[-–—]\s?(?:today|present|now|heute)", re.IGNORECASE)  # noqa: RUF001 -- dashes
_UPCOMING = re.compile(
    r"\b(?:upcoming|next|coming|future|kommende|nachste|demnachst|bevorstehend|prochain|a venir|"
    r"proxim|prossim|in arrivo|aankomende|volgende|nadchodz|pristi|tulevat)",
)
_LOADED = (
    ("img", "src"),
    ("script", "src"),
    ("iframe", "src"),
    ("video", "src"),
    ("source", "src"),
)
_SILENT = {"presentation", "none"}


def find_health(sheet: Sheet, title: str, events: tuple[Event, ...]) -> tuple[HealthNote, ...]:
    """Return what could be better about a page; `title` is the one in its head.

    `events` are the coming ones: a page that has some is not forgotten.
    """
    page = sheet.page
    return (
        *_secure(page),
        *_head(page, title),
        *_body(page),
        *_copyright(sheet),
        *(() if events else _past(sheet)),
        *_weight(page),
    )


def _secure(page: Page) -> Iterator[HealthNote]:
    scheme = page.url.partition(":")[0].lower()
    if scheme == "http":
        yield HealthNote(
            key="http",
            evidence=line(page.url, 120),
            say="The page comes without encryption, and browsers call it “not secure”.",
        )
    if scheme != "https":
        return
    plain = [
        attribute(tag, name)
        for kind, name in _LOADED
        for tag in page.all(kind)
        if attribute(tag, name).lower().startswith("http://")
    ]
    sheets = (tag for tag in page.all("link") if "stylesheet" in attribute(tag, "rel").lower())
    plain += [
        address
        for tag in sheets
        if (address := attribute(tag, "href")).lower().startswith("http://")
    ]
    if plain:
        yield HealthNote(
            key="mixed-content",
            evidence=line(f"{len(plain)}: {plain[0]}", 120),
            say="Parts of the page still come unencrypted, which browsers block or warn of.",
        )


def _head(page: Page, title: str) -> Iterator[HealthNote]:
    if not title:
        yield HealthNote(
            key="title-missing",
            evidence="no <title>",
            say="The page has no title, so search engines and browser tabs show none.",
        )
    if not meta(page, "description"):
        yield HealthNote(
            key="description-missing",
            evidence="no meta description",
            say="The page has no description, so search engines pick words of their own.",
        )
    if not meta(page, "viewport"):
        yield HealthNote(
            key="viewport-missing",
            evidence="no meta viewport",
            say="The page does not say that it fits a phone, so phones show it small.",
        )
    html = page.first("html")
    if html is None or not attribute(html, "lang"):
        yield HealthNote(
            key="language-missing",
            evidence="no lang on <html>",
            say="The page does not say its language, which screen readers need.",
        )


def _body(page: Page) -> Iterator[HealthNote]:
    if not page.all("h1"):
        yield HealthNote(
            key="heading-missing",
            evidence="no <h1>",
            say="The page has no main heading that says what it is about.",
        )
    images = [
        tag
        for tag in page.all("img")
        if not tag.hidden
        and attribute(tag, "role") not in _SILENT
        and not (attribute(tag, "width") == attribute(tag, "height") == "1")
        and (tag.parent is None or tag.parent.name != "noscript")
    ]
    silent = [tag for tag in images if "alt" not in tag.attrs and "aria-label" not in tag.attrs]
    if silent:
        first = attribute(silent[0], "src") or attribute(silent[0], "data-src")
        yield HealthNote(
            key="alt-missing",
            evidence=line(f"{len(silent)} of {len(images)}: {first}", 120),
            say="Some pictures have no words for people who cannot see them.",
        )


def _copyright(sheet: Sheet) -> Iterator[HealthNote]:
    for block in reversed(sheet.outline.blocks[-60:]):
        found = _COPYRIGHT.search(block.text)
        if found is None:
            continue
        shown = block.text[found.start() : found.end() + 30]
        year = max(int(number) for number in _YEAR.findall(shown))
        # Last year's is usual until spring; older than that somebody has forgotten.
        if year < sheet.page.now.year - 1 and not _ALIVE.search(shown):
            yield HealthNote(
                key="copyright-old",
                evidence=line(shown, 80),
                say=f"The copyright line still says {year}, which makes the page look forgotten.",
            )
        return


def _past(sheet: Sheet) -> Iterator[HealthNote]:
    """Give the last of the events that the page still announces though all are over."""
    latest = max((*_past_listed(sheet), *_past_marked(sheet)), default=None)
    if latest is not None:
        day, title = latest
        yield HealthNote(
            key="events-past",
            evidence=line(f"{title}, {day.isoformat()}", 120),
            say="The page still announces an event that is over, and none that is to come.",
        )


def _past_listed(sheet: Sheet) -> Iterator[tuple[date, str]]:
    """Give past events below a heading that says they are to come."""
    dates = Dates(sheet)
    last = sheet.page.now.date() - FORGOTTEN
    for group in sheet.groups:
        heading = fold(group.section)
        if About.EVENTS not in about_heading(group.section) or not _UPCOMING.search(heading):
            continue
        for card in group.cards[:30]:
            day = dates.of_card(card)
            if day is not None and day < last:
                yield day, card.title


def _past_marked(sheet: Sheet) -> Iterator[tuple[date, str]]:
    """Give past events that the home page still tells search engines of."""
    if sheet.path:
        return
    last = sheet.page.now.date() - FORGOTTEN
    for one in sheet.marked:
        if not any(kind.endswith("Event") for kind in one.kinds):
            continue
        moment = read_moment(one.text("endDate") or one.text("startDate"))
        title = jsonld.text(one.node.get("name"))
        if moment is not None and title and moment.day < last:
            yield moment.day, title


def _weight(page: Page) -> Iterator[HealthNote]:
    inline = sum(
        len(piece)
        for tag in page.all("script", "style")
        for piece in tag.contents
        if isinstance(piece, str)
    )
    pictures = sum(
        len(address)
        for tag in page.all("img")
        if (address := str(tag.attrs.get("src") or "")).startswith("data:")
    )
    if inline + pictures >= HEAVY_MARKUP:
        yield HealthNote(
            key="weight",
            evidence=f"{(inline + pictures) / 1_000_000:.1f} MB of scripts and pictures in it",
            say="The page carries so much with it that it is slow on a phone.",
        )
