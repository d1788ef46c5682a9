"""schema.org facts in JSON-LD, read as tolerantly as sites write them."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator

from followup_tui.domain.text import clean_line
from followup_tui.web.dom import Page, absolute, attribute
from followup_tui.web.findings import Finding, says_online
from followup_tui.web.moments import read_moment

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None
Node = dict[str, Json]

_MOST_NODES = 20_000
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*.*?\*/)\s*", re.DOTALL)
_CLOSING = re.compile(r"(?:-->|//\s*\]\]>|\]\]>|;)\s*$")
_COMMA_BEFORE_END = re.compile(r",(\s*[}\]])")
_EVENT_TYPES = {"Hackathon", "Festival", "CourseInstance", "EventSeries", "Meetup"}
_NEWS_TYPES = {"NewsArticle", "BlogPosting", "Article", "TechArticle", "Report"}


def _load(text: str) -> Iterator[Json]:
    """Give the values in a script's text: one as it should be, or several in a row."""
    text = _WRAPPING.sub("", text.strip())
    text = _CLOSING.sub("", text).strip()
    decoder = json.JSONDecoder(strict=False)
    for attempt in (text, _COMMA_BEFORE_END.sub(r"\1", html.unescape(text))):
        place, found = 0, []
        try:
            while place < len(attempt):
                value, place = decoder.raw_decode(attempt, place)
                found.append(value)
                place += len(attempt[place:]) - len(attempt[place:].lstrip(" \t\r\n;,"))
        except (ValueError, RecursionError):
            if not found:
                continue  # the second reading mends what sites commonly get wrong
        yield from found
        return


def nodes(page: Page) -> Iterator[Node]:
    """Give every object of every JSON-LD script, outer ones first, however deep they stand."""
    count = 0
    for script in page.all("script"):
        if "ld+json" not in attribute(script, "type").lower():
            continue
        todo: list[Json] = list(_load(script.string or script.get_text()))[::-1]
        while todo and count < _MOST_NODES:
            value = todo.pop()
            count += 1
            if isinstance(value, dict):
                yield value
                todo.extend(reversed(list(value.values())))
            elif isinstance(value, list):
                todo.extend(reversed(value))


def types(node: Node) -> set[str]:
    """Return the types of a node without their vocabulary's address."""
    kinds = node.get("@type", node.get("type"))
    listed = kinds if isinstance(kinds, list) else [kinds]
    return {re.split(r"[/#:]", kind)[-1] for kind in listed if isinstance(kind, str)}


def text(value: Json) -> str:
    """Return the text of a value: itself, its ``@value`` or ``name``, the first of a list."""
    for _ in range(5):  # a list of objects of lists … of nothing
        if isinstance(value, list):
            value = value[0] if value else None
        elif isinstance(value, dict):
            value = value.get("@value") or value.get("name") or value.get("@id")
        else:
            break
    if isinstance(value, str):
        return clean_line(html.unescape(re.sub(r"<[^>]{0,200}>", " ", value)))
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


_ADDRESS_PARTS = ("streetAddress", "postalCode", "addressLocality", "addressRegion")


def _address(value: Json) -> str:
    if isinstance(value, dict):
        parts = [text(value.get(part)) for part in _ADDRESS_PARTS]
        return ", ".join(part for part in parts if part) or text(value.get("name"))
    return text(value)


def _location(value: Json) -> tuple[str, bool]:
    """Return the words of a place, and whether it is a virtual one."""
    listed = value if isinstance(value, list) else [value]
    places: list[str] = []
    virtual = False
    for place in listed[:5]:
        if isinstance(place, dict):
            virtual = virtual or "VirtualLocation" in types(place)
            address = _address(place.get("address"))
            name = text(place.get("name"))
            both = [name, "" if address and address in name else address]
            words = ", ".join(part for part in both if part)
            places.append(words or ("online" if "VirtualLocation" in types(place) else ""))
        else:
            places.append(text(place))
    return "; ".join(dict.fromkeys(place for place in places if place)), virtual


def _is_event(node: Node) -> bool:
    return any(kind.endswith("Event") or kind in _EVENT_TYPES for kind in types(node))


def find_events(page: Page) -> Iterator[Finding]:
    """Give the events in a page's JSON-LD: in arrays, graphs and nested in others."""
    for node in nodes(page):
        title = text(node.get("name")) or text(node.get("headline"))
        written = text(node.get("startDate"))
        if not written or not _is_event(node):
            continue
        start = read_moment(written)
        if start is None or not title:
            continue
        location, virtual = _location(node.get("location"))
        mode = text(node.get("eventAttendanceMode"))
        status = text(node.get("eventStatus"))
        yield Finding(
            "json-ld",
            title,
            start,
            words=f"{title} · {written}",
            end=read_moment(text(node.get("endDate"))),
            location=location,
            url=absolute(text(node.get("url")), page.base) if node.get("url") else "",
            status=status,
            online=virtual
            or "OnlineEvent" in mode
            or "MixedEvent" in mode
            or status.endswith("MovedOnline")
            or says_online(location),
        )


def find_news(page: Page) -> Iterator[tuple[str, str, str]]:
    """Give (headline, date as written, address) of the articles in a page's JSON-LD."""
    for node in nodes(page):
        if types(node) & _NEWS_TYPES:
            headline = text(node.get("headline")) or text(node.get("name"))
            address = text(node.get("url")) or text(node.get("mainEntityOfPage"))
            if headline:
                yield headline, text(node.get("datePublished")), absolute(address, page.base)
