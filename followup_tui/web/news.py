"""News where a page makes them plain: articles with a heading, lists below a news heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from bs4 import Tag

from followup_tui.domain.page import Event, NewsItem
from followup_tui.domain.text import fold
from followup_tui.web import jsonld
from followup_tui.web.dom import HEADINGS, Page, absolute, attribute, is_around, line, text_of
from followup_tui.web.moments import read_moment

MOST_NEWS = 30

_NEWS = re.compile(
    r"^(?:(?:our |the )?(?:latest|recent) )?(?:company )?(?:news|blog|press(?: releases)?|insights|"
    r"updates|stories|articles|posts|announcements|newsroom)\b|from (?:the|our) blog|what.s new|"
    r"aktuell|neuigkeiten|neues|nachrichten|pressemitteilung|actualités|noticias|novedades",
    re.IGNORECASE,
)
_NEWS_NAMES = re.compile(r"\b(?:news|post|blog|article|press|story)[\w-]*\b", re.IGNORECASE)


def _day(block: Tag) -> date | None:
    for tag in block.find_all("time", limit=3):
        moment = read_moment(attribute(tag, "datetime") or text_of(tag, 40))
        if moment is not None:
            return moment.day
    return None


def _headline(block: Tag, base: str) -> tuple[str, str]:
    """Return the headline of a block and where it leads, as far as there is either."""
    tags = block.find_all(HEADINGS, limit=1) or block.find_all("a", href=True, limit=1)
    if not tags:
        return "", ""
    title = tags[0]
    links = [title] if title.name == "a" else title.find_all("a", href=True, limit=1)
    around = title.find_parent("a", href=True)
    links = [*links, *([around] if around else []), *block.find_all("a", href=True, limit=1)]
    address = absolute(attribute(links[0], "href"), base) if links else ""
    return text_of(title, 200), address


def _articles(page: Page) -> Iterator[NewsItem]:
    """Give the article elements that are one of several, or carry their day."""
    found = [tag for tag in page.all("article")[:60] if not tag.find("article")]
    for block in found:
        title, address = _headline(block, page.base)
        day = _day(block)
        named = _NEWS_NAMES.search(attribute(block, "class") or "")
        if title and (day is not None or (named and address)) and (address or len(found) > 1):
            yield NewsItem(title=title, date=day, url=address)


def _below_headings(page: Page) -> Iterator[NewsItem]:
    """Give what is listed right after a heading that says news."""
    for heading in page.all(*HEADINGS)[:80]:
        words = text_of(heading, 80)
        if not _NEWS.search(words) or len(words.split()) > 6 or heading.find_parent("article"):
            continue
        for sibling in heading.find_next_siblings(limit=12):
            if not isinstance(sibling, Tag) or is_around(sibling):
                continue
            if sibling.name in HEADINGS and sibling.name <= heading.name:
                break
            for item in sibling.find_all(["li", "dt"]) or [sibling]:
                title, address = _headline(item, page.base)
                if len(title.split()) >= 3 and address:
                    yield NewsItem(title=title, date=_day(item), url=address)


def _marked(page: Page) -> Iterator[NewsItem]:
    for headline, written, address in jsonld.find_news(page):
        moment = read_moment(written)
        yield NewsItem(title=line(headline, 200), date=moment.day if moment else None, url=address)


def tidy(
    items: Iterable[NewsItem], *, today: date, events: Iterable[Event]
) -> tuple[NewsItem, ...]:
    """Return the items, each once, without events and what is dated ahead; dated ones first."""
    taken = {fold(event.title) for event in events}
    kept: dict[str, NewsItem] = {}
    for item in items:
        key = fold(item.title)
        if key in taken or (item.date is not None and item.date > today):
            continue
        old = kept.get(key)
        if old is None or (item.date is not None and old.date is None):
            kept[key] = item
    ordered = sorted(kept.values(), key=lambda item: item.date or date.min, reverse=True)
    return tuple(ordered[:MOST_NEWS])


def find_news(page: Page, events: Iterable[Event]) -> tuple[NewsItem, ...]:
    """Return the news of a page, the newest first; `events` found on it are not among them."""
    items = [*_articles(page), *_below_headings(page), *_marked(page)]
    return tidy(items, today=page.now.date(), events=events)
