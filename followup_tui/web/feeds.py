"""RSS, RDF and Atom: the title of a feed and its items as news."""

from __future__ import annotations

import html
import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from lxml import etree

from followup_tui.domain.page import NewsItem, PageFacts
from followup_tui.web.dom import absolute, line
from followup_tui.web.moments import read_moment
from followup_tui.web.news import tidy
from followup_tui.web.summary import is_whole, sentences

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)
_ITEM_NAMES = {"item", "entry"}
_DAY_NAMES = ("pubdate", "published", "date", "updated", "modified")


def _local(element: etree._Element) -> str:
    """Return an element's name in lower case without its namespace; empty for comments."""
    tag = element.tag if isinstance(element.tag, str) else ""
    return tag.rpartition("}")[2].rpartition(":")[2].lower()


def _text(element: etree._Element) -> str:
    """Return the words of an element; feeds put escaped HTML into them."""
    written = html.unescape("".join(str(part) for part in element.itertext()))
    return line(re.sub(r"<[^>]{0,500}>", " ", written), 1000)


def _day(text: str) -> date | None:
    moment = read_moment(text)
    if moment is not None:
        return moment.day
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _link(element: etree._Element) -> str:
    if str(element.get("rel") or "alternate") != "alternate":
        return ""
    return str(element.get("href") or "") or _text(element)


def _item(element: etree._Element, base: str) -> NewsItem | None:
    title, address, days = "", "", dict.fromkeys(_DAY_NAMES, "")
    for child in element:
        name = _local(child)
        if name == "title":
            title = title or line(_text(child), 200)
        elif name == "link":
            address = address or absolute(_link(child), base)
        elif name in days:
            days[name] = days[name] or _text(child)
    day = next((found for name in _DAY_NAMES if (found := _day(days[name]))), None)
    return NewsItem(title=title, date=day, url=address) if title else None


def read_feed(text: str, *, url: str, now: datetime) -> PageFacts:
    """Return what a feed says; where it cannot be read as XML at all, a problem."""
    # Without entities and network, so that a feed can neither swell nor ask for other files.
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    body = _DECLARATION.sub("", text.replace("\x00", "")).lstrip("\ufeff \t\r\n")
    try:
        root = etree.fromstring(body.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        return PageFacts(url=url, read_at=now, problem="The feed is damaged and cannot be read.")
    title, description, language = "", "", ""
    items: list[NewsItem] = []
    for element in root.iter():
        name = _local(element)
        inside = element.getparent()
        if name in _ITEM_NAMES:
            item = _item(element, url)
            if item is not None:
                items.append(item)
        elif inside is not None and _local(inside) in {"channel", "feed"}:
            if name == "title":
                title = title or line(_text(element), 200)
            elif name in {"description", "subtitle"}:
                description = description or _text(element)
            elif name == "language":
                language = language or line(_text(element), 20)
    news = tidy(items, today=now.date(), events=())
    return PageFacts(
        url=url,
        read_at=now,
        title=title,
        description=description,
        summary=tuple(piece for piece in sentences(description) if is_whole(piece))[:2],
        main_text="\n".join(item.title for item in news),
        language=language,
        news=news,
    )
