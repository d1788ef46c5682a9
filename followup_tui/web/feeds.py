"""Feeds: RSS in all its versions, RDF Site Summary, Atom, and JSON Feed by its own module."""

from __future__ import annotations

import html
import re
from datetime import datetime

from lxml import etree

from followup_tui.domain.page import PageFacts
from followup_tui.domain.text import clean_text
from followup_tui.web.dom import line
from followup_tui.web.feed_items import FIELDS, FeedItem, feed_facts, item_of
from followup_tui.web.json_feed import read_json_feed

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)
_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_BETWEEN_TAGS = re.compile(r"([<>])")
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});)(\w{2,10};)?")
_TAG = re.compile(r"</?[A-Za-z!][^<>]{0,500}>")
_ITEM_NAMES = {"item", "entry"}
_HEAD_NAMES = {"title", "description", "subtitle", "language"}
_DAY_NAMES = ("pubdate", "published", "date", "issued", "created", "updated", "modified")
_ABOUT_NAMES = {"description", "summary"}
_TOPIC_NAMES = {"category", "subject"}
_PLAIN_SPACES = {
    "", "http://www.w3.org/2005/atom", "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/",
}  # fmt: skip
_UNSURE_NAMES = {"start", "end", "time", "where", "place", "status"}
"""Names that only a module for events uses for events."""


def read_feed(text: str, *, url: str, now: datetime) -> PageFacts:
    """Return what a feed says; where it cannot be read as one at all, a problem."""
    body = text.lstrip("\ufeff \t\r\n")
    if body.startswith("{"):
        return read_json_feed(body, url=url, now=now)
    root = _parse(body)
    if root is None:
        return PageFacts(url=url, read_at=now, problem="The feed is damaged and cannot be read.")
    head: dict[str, str] = {}
    items: list[FeedItem] = []
    for element in root.iter():
        name = _local(element)
        if name in _ITEM_NAMES:
            items.append(_item(element, url))
        elif name in _HEAD_NAMES and _stands_in_head(element):
            key = "description" if name == "subtitle" else name
            head[key] = head.get(key) or _text(element)
    if "language" not in head:
        head["language"] = str(root.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
    return feed_facts(items, url=url, now=now, head=head)


def _parse(body: str) -> etree._Element | None:
    """Return the root of a feed, mended where that is safe; None where there is none.

    Without entities of its own and without the network, so that a feed can neither swell nor ask
    for other files.
    """
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    body = _without_sequences(_DECLARATION.sub("", body))
    body = _ENTITY.sub(_written_out, _NO_XML.sub("", body))
    try:
        return etree.fromstring(body.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None


def _without_sequences(body: str) -> str:
    """Return a feed without escape sequences: of one whose ESC alone goes, the tail would stay.

    They are sought between tags, so that one without an end takes no more than its own text along.
    """
    if "\x1b" not in body:
        return body
    runs = _BETWEEN_TAGS.split(body)
    return "".join(clean_text(run) if "\x1b" in run else run for run in runs)


def _written_out(found: re.Match[str]) -> str:
    """Return an entity of HTML as its character, and an ampersand that is none as one."""
    character = html.unescape(found[0])
    return character if found[1] and character != found[0] else f"&amp;{found[1] or ''}"


def _local(element: etree._Element) -> str:
    """Return an element's name in lower case without its namespace; empty for comments."""
    tag = element.tag if isinstance(element.tag, str) else ""
    return tag.rpartition("}")[2].rpartition(":")[2].lower()


def _space(element: etree._Element) -> str:
    """Return an element's namespace in lower case, or the prefix that nobody declared."""
    tag = element.tag if isinstance(element.tag, str) else ""
    space = tag[1:].partition("}")[0] if tag.startswith("{") else tag.rpartition(":")[0]
    return space.lower()


def _stands_in_head(element: etree._Element) -> bool:
    inside = element.getparent()
    return inside is not None and _local(inside) in {"channel", "feed"}


def _text(element: etree._Element) -> str:
    """Return the words of an element; feeds put escaped HTML into them."""
    written = "".join(str(part) for part in element.itertext())
    plain = html.unescape(_TAG.sub(" ", written))
    return line(html.unescape(_TAG.sub(" ", plain)), 1000)


def _link(element: etree._Element) -> str:
    if str(element.get("rel") or "alternate") != "alternate":
        return ""
    return str(element.get("href") or "") or _text(element)


def _item(element: etree._Element, base: str) -> FeedItem:
    title, address, permanent = "", "", ""
    about = ""
    topics: list[str] = []
    days: dict[str, str] = {}
    event: dict[str, str] = {}
    for child in element:
        name, plain = _local(child), _space(child) in _PLAIN_SPACES
        if name == "title" and (plain or not title):
            title = title or line(_text(child), 200)
        elif name == "link":
            address = address or _link(child)
        elif name == "guid" and str(child.get("isPermaLink") or "true").lower() != "false":
            permanent = _text(child)
        elif name in _DAY_NAMES:
            days.setdefault(name, _text(child))
        elif name in _ABOUT_NAMES and plain:
            about = about or _text(child)
        elif name in _TOPIC_NAMES:
            topics.append(str(child.get("label") or child.get("term") or "") or _text(child))
        else:
            _take_event(event, child, name, plain=plain)
    published = next((days[name] for name in _DAY_NAMES if days.get(name)), "")
    return item_of(
        title,
        address or permanent,
        base,
        published=published,
        event=event,
        about=about,
        topics=topics,
    )


def _take_event(event: dict[str, str], child: etree._Element, name: str, *, plain: bool) -> None:
    """Take what a child of an item says of an event, if it is one of a module for that."""
    if name == "when":  # Google's: the times are attributes
        for written, key in (("startTime", "startdate"), ("endTime", "enddate")):
            event.setdefault(key, line(str(child.get(written) or ""), 60))
        return
    if name not in FIELDS or (plain and name in _UNSURE_NAMES):
        return
    said = str(child.get("valueString") or "") if name == "where" else ""
    event.setdefault(name, line(said, 200) or _text(child))
