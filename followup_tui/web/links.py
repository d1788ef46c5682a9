"""The links of a page: their words, where they stand, and what is announced in its head.

lxml comes with this module (through `dom`); import it only when a page is read.
"""

from __future__ import annotations

import re
from functools import lru_cache

from followup_tui.domain.page import Link, LinkPart
from followup_tui.web.dom import Page, absolute, attribute, line, text_of
from followup_tui.web.kinds import CALENDAR_TYPES, FEED_TYPES, media_type
from followup_tui.web.tag import Tag

MOST_LINKS = 400
_MOST_ANNOUNCED = 20
_LONGEST = 200  # characters of words that a link is known by

_PARTS = {
    "nav": LinkPart.NAV,
    "menu": LinkPart.NAV,
    "header": LinkPart.NAV,
    "footer": LinkPart.FOOTER,
    "main": LinkPart.MAIN,
    "article": LinkPart.MAIN,
}
_ROLES = {
    "navigation": LinkPart.NAV,
    "menubar": LinkPart.NAV,
    "banner": LinkPart.NAV,
    "contentinfo": LinkPart.FOOTER,
    "main": LinkPart.MAIN,
}
_NAMED_FOOTER = re.compile(r"(?:^|[-_ ])(?:foot|footer|colophon)(?:$|[-_ ])", re.IGNORECASE)
_NAMED_NAV = re.compile(
    r"(?:^|[-_ ])(?:nav|navbar|navigation|menu|mainmenu|topbar|header)(?:$|[-_ ])", re.IGNORECASE
)


def find_links(page: Page) -> tuple[Link, ...]:
    """Return what the head announces and the page's links, each address once, in order.

    An address that is linked twice keeps the words of the first link that has any, and the part
    of the foremost: navigation, then the content, then the footer.
    """
    found: dict[str, Link] = {link.url: link for link in _announced(page)}
    parts = _Parts()
    for tag in page.all("a", "area"):
        written = attribute(tag, "href")
        address = absolute(_web(written), page.base)
        if not address:
            continue
        known = found.get(address)
        if known is None and len(found) >= MOST_LINKS:
            break
        if known is None or not known.text:
            found[address] = _joined(known, _link(tag, written, address, parts.of(tag)))
        elif known.part is LinkPart.FOOTER:
            found[address] = _joined(_link(tag, written, address, parts.of(tag)), known)
    return tuple(found.values())


def _announced(page: Page) -> list[Link]:
    """Return the feeds and calendars that the head announces."""
    found: dict[str, Link] = {}
    for tag in page.all("link"):
        kind = media_type(attribute(tag, "type"))
        relations = attribute(tag, "rel").lower().split()
        if "alternate" not in relations or kind not in FEED_TYPES | CALENDAR_TYPES:
            continue
        address = absolute(_web(attribute(tag, "href")), page.base)
        if address and address not in found and len(found) < _MOST_ANNOUNCED:
            title = line(attribute(tag, "title"), _LONGEST)
            found[address] = Link(url=address, text=title, part=LinkPart.HEAD, kind=kind)
    return list(found.values())


def _web(address: str) -> str:
    """Return an address with the scheme it is fetched by: ``webcal:`` is a calendar over HTTP."""
    scheme, separator, rest = address.partition(":")
    if separator and scheme.lower() in {"webcal", "webcals"}:
        return f"https:{rest}"
    if separator and scheme.lower() == "feed":
        return rest if rest.lower().startswith("http") else f"https:{rest}"
    return address


def _link(tag: Tag, written: str, address: str, part: LinkPart) -> Link:
    words = text_of(tag, _LONGEST)
    title = line(attribute(tag, "aria-label") or attribute(tag, "title"), _LONGEST)
    if not words:
        pictures = (attribute(image, "alt") for image in tag.find_all("img"))
        words = title or line(next((alt for alt in pictures if alt), ""), _LONGEST)
    kind = media_type(attribute(tag, "type")) if "type" in tag.attrs else ""
    if not kind and written.lower().startswith(("webcal:", "webcals:")):
        kind = "text/calendar"
    return Link(
        url=address, text=words, title="" if title == words else title, part=part, kind=kind
    )


def _joined(first: Link | None, other: Link) -> Link:
    """Return one link for two of the same address: what `first` lacks comes from `other`."""
    if first is None:
        return other
    return Link(
        url=first.url,
        text=first.text or other.text,
        title=first.title or other.title,
        part=first.part,
        kind=first.kind or other.kind,
    )


class _Parts:
    """Says where links stand, looking at each element around them once."""

    def __init__(self) -> None:
        self._known: dict[int, LinkPart] = {}

    def of(self, tag: Tag) -> LinkPart:
        """Return the part of the page that `tag` stands in.

        The nearest element that says so decides, but a menu in the footer is the footer's.
        """
        above: list[Tag] = []
        parent = tag.parent
        while parent is not None and id(parent) not in self._known:
            above.append(parent)
            parent = parent.parent
        part = LinkPart.MAIN if parent is None else self._known[id(parent)]
        for element in reversed(above):
            if part is not LinkPart.FOOTER:
                part = _part(element) or part
            self._known[id(element)] = part
        return part


def _part(element: Tag) -> LinkPart | None:
    """Return what an element by itself says of the links below it, or None."""
    found = _PARTS.get(element.name)
    if found is not None or not element.attrs:
        return found
    if "role" in element.attrs:
        found = _ROLES.get(attribute(element, "role").lower())
    if found is not None or element.name in {"body", "html"}:
        return found
    return _named_part(element.named)


@lru_cache(maxsize=4096)
def _named_part(names: str) -> LinkPart | None:
    if _NAMED_FOOTER.search(names):
        return LinkPart.FOOTER
    return LinkPart.NAV if _NAMED_NAV.search(names) else None
