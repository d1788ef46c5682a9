"""schema.org events in a page's own elements: microdata (``itemprop``) and RDFa (``property``)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import Tag

from followup_tui.web.dom import Page, absolute, attribute, text_of
from followup_tui.web.findings import Finding
from followup_tui.web.moments import read_moment


@dataclass(frozen=True, slots=True)
class _Dialect:
    """How one way of writing marks a thing, its type and its properties."""

    method: str
    thing: str
    kind: str
    prop: str


_DIALECTS = (
    _Dialect("microdata", "itemscope", "itemtype", "itemprop"),
    _Dialect("rdfa", "typeof", "typeof", "property"),
)
_VALUES = ("content", "datetime", "href", "src", "value")
_ADDRESS_PARTS = ("streetAddress", "postalCode", "addressLocality", "addressRegion")


def _properties(thing: Tag, dialect: _Dialect) -> dict[str, list[Tag]]:
    """Return the elements that hold the properties of `thing` itself, by property name."""
    found: dict[str, list[Tag]] = {}
    todo = [child for child in reversed(thing.contents) if isinstance(child, Tag)]
    while todo:
        tag = todo.pop()
        for name in attribute(tag, dialect.prop).split():
            found.setdefault(name.rsplit(":", 1)[-1], []).append(tag)
        if not tag.has_attr(dialect.thing):  # what stands inside another thing is that one's
            todo.extend(child for child in reversed(tag.contents) if isinstance(child, Tag))
    return found


def _value(tags: list[Tag] | None) -> str:
    if not tags:
        return ""
    for name in _VALUES:
        if attribute(tags[0], name):
            return attribute(tags[0], name)
    return text_of(tags[0])


def _words(tags: list[Tag] | None) -> str:
    """Return what a property says to a reader, rather than where it links to."""
    if not tags:
        return ""
    return attribute(tags[0], "content") or text_of(tags[0])


def _place(tags: list[Tag] | None, dialect: _Dialect) -> str:
    """Return the words of a place: its name and address where these are marked."""
    if not tags:
        return ""
    place = tags[0]
    if not place.has_attr(dialect.thing):
        return _words(tags)
    inside = _properties(place, dialect)
    address = inside.get("address", [])
    parts = [_words(inside.get("name"))]
    if address and address[0].has_attr(dialect.thing):
        lines = _properties(address[0], dialect)
        parts.extend(_words(lines.get(name)) for name in _ADDRESS_PARTS)
    else:
        parts.append(_words(address))
    return ", ".join(dict.fromkeys(part for part in parts if part)) or text_of(place)


def find_events(page: Page) -> Iterator[Finding]:
    """Give the events marked in microdata or RDFa."""
    every = [tag for tags in page.tags.values() for tag in tags if tag.attrs]
    for dialect in _DIALECTS:
        for thing in every:
            if not thing.has_attr(dialect.kind):
                continue
            kinds = attribute(thing, dialect.kind).split()
            if not any(kind.rsplit("/", 1)[-1].endswith("Event") for kind in kinds):
                continue
            found = _properties(thing, dialect)
            written = _value(found.get("startDate"))
            start = read_moment(written)
            title = _words(found.get("name")) or _words(found.get("summary"))
            if start is None or not title:
                continue
            link = _value(found.get("url"))
            yield Finding(
                dialect.method,
                title,
                start,
                words=f"{title} · {_words(found.get('startDate')) or written}",
                end=read_moment(_value(found.get("endDate"))),
                location=_place(found.get("location"), dialect),
                url=absolute(link, page.base) if link else "",
                status=_value(found.get("eventStatus")),
                online="Online" in _value(found.get("eventAttendanceMode")),
            )
