"""A parsed page, and how its text is taken off it: block by block, as a reader sees it.

bs4 and lxml are imported by this module; import it only when a page is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from urllib.parse import urldefrag, urljoin, urlsplit

from bs4 import Tag
from bs4.element import CData, NavigableString

from followup_tui.domain.record import LINE_LIMIT
from followup_tui.domain.text import clean_line, shorten
from followup_tui.web.tree import parse_tree

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BLOCKS = _names(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol "
    "option p pre section summary table tbody td tfoot th thead tr ul"
)
_UNSEEN = _names(
    "script style template noscript svg math canvas iframe object video audio head title "
    "select datalist textarea"
)
_AROUND = _names("nav footer aside menu dialog form button")
_AROUND_ROLES = _names("navigation contentinfo search complementary dialog menu")
_AROUND_NAMES = re.compile(
    r"(?:^|[-_ ])(?:cookie|consent|gdpr|breadcrumbs?|navbar|nav|menu|footer|sidebar|skip-?link|"
    r"social|share|newsletter|popup|modal|pagination)(?:$|[-_ ])",
    re.IGNORECASE,
)
_PARAGRAPH_BREAK = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it came in, parsed once, for everything that reads off it."""

    soup: Tag
    """The root of its tree."""
    tags: Mapping[str, Sequence[Tag]]
    """Its elements by name, in order: gone through once, because each search of bs4 goes again."""
    url: str
    """Its address: what its facts name as their source."""
    base: str
    """What its relative links start from."""
    now: datetime
    metas: Mapping[str, str] = field(default_factory=dict)
    """What its head says in `meta` elements, by name in lower case; the first of each name."""

    def all(self, *names: str) -> list[Tag]:
        """Return the elements with one of `names`, those of the first name first."""
        return [tag for name in names for tag in self.tags.get(name, ())]

    def first(self, name: str) -> Tag | None:
        """Return the first element of that name, or None."""
        return next(iter(self.tags.get(name, ())), None)

    @property
    def body(self) -> Tag:
        """The body, or all there is where a page has none."""
        return self.first("body") or self.soup


@dataclass(frozen=True, slots=True)
class Block:
    """One run of text between two block elements, clean and on one line."""

    tag: str
    """The element it stands in: ``p``, ``h2``, ``li``, ``td``, …"""
    text: str
    linked: float
    """The share of its characters that are links: 0 to 1."""

    @property
    def level(self) -> int:
        """1 to 6 for a heading, else 0."""
        return int(self.tag[1]) if self.tag in HEADINGS else 0


def parse(text: str, *, url: str, now: datetime) -> Page:
    """Parse the text of a page, whatever is wrong with it."""
    tree = parse_tree(text)
    bases = (absolute(attribute(tag, "href"), url) for tag in tree.tags.get("base", ()))
    base = next((address for address in bases if address), url)
    return Page(tree.root, tree.tags, url, base, now, _metas(tree.tags.get("meta", ())))


def _metas(tags: Sequence[Tag]) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in tags:
        content = attribute(tag, "content")
        for key in ("name", "property", "itemprop", "http-equiv") if content else ():
            name = attribute(tag, key).lower()
            if name:
                found.setdefault(name, content)
    return found


def attribute(tag: Tag, name: str) -> str:
    """Return an attribute as one clean line; empty when it is not there."""
    value = tag.get(name)
    if value is None:
        return ""
    return clean_line(value if isinstance(value, str) else " ".join(value))[:LINE_LIMIT]


def absolute(address: str, base: str) -> str:
    """Return a link's address in full without its fragment; empty unless http(s)."""
    if not address:
        return ""
    try:
        joined, _ = urldefrag(urljoin(base, clean_line(address)))
        parts = urlsplit(joined)
        host = parts.hostname
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not host or len(joined) > LINE_LIMIT:
        return ""
    return joined.replace(" ", "%20")


def line(text: str, limit: int = 300) -> str:
    """Return text from a page as one clean line of a sensible length."""
    return shorten(clean_line(text), limit)


def is_hidden(tag: Tag) -> bool:
    """Say whether an element is never shown to a reader."""
    if tag.name in _UNSEEN or tag.has_attr("hidden"):
        return True
    style = tag.get("style")
    if isinstance(style, str) and "none" in style:
        return re.search(r"display\s*:\s*none", style, re.IGNORECASE) is not None
    return False


def is_around(tag: Tag) -> bool:
    """Say whether an element stands around the content: navigation, footer, cookie notice."""
    if tag.name in _AROUND or attribute(tag, "role").lower() in _AROUND_ROLES:
        return True
    if tag.name in {"body", "main", "html", "article", "h1", "h2"}:
        return False
    return _AROUND_NAMES.search(f"{attribute(tag, 'class')} {attribute(tag, 'id')}") is not None


class _Gatherer:
    """Collects text and cuts it into blocks where block elements begin and end."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._linked = 0
        self.tags = ["body"]
        self.links = 0

    def add(self, text: str) -> None:
        self._parts.append(text)
        if self.links:
            self._linked += len(text.strip())

    def cut(self) -> Iterator[Block]:
        raw = "".join(self._parts)
        linked, self._parts, self._linked = self._linked, [], 0
        if not raw.strip():
            return
        share = min(linked / max(len(raw.strip()), 1), 1.0)
        for piece in _PARAGRAPH_BREAK.split(raw) if "\n\n" in raw else (raw,):
            text = clean_line(piece)
            if text:
                yield Block(self.tags[-1], text, share)


def blocks(root: Tag, *, around: bool = False) -> Iterator[Block]:
    """Give the text below `root` block by block, in order.

    What stands around the content is left out unless `around`. Walks without recursion: a
    hostile page may be nested ten thousand deep.
    """
    gatherer = _Gatherer()
    todo: list[tuple[Tag | NavigableString, bool]] = [(root, False)]
    while todo:
        node, leaving = todo.pop()
        if isinstance(node, NavigableString):
            if type(node) is NavigableString or isinstance(node, CData):
                gatherer.add(re.sub(r"\s+", " ", str(node)))
            continue
        if leaving:
            if node.name in _BLOCKS:
                yield from gatherer.cut()
                gatherer.tags.pop()
            gatherer.links -= node.name == "a"
            continue
        if node is not root and (is_hidden(node) or (not around and is_around(node))):
            gatherer.add(" ")
            continue
        if node.name == "br":
            gatherer.add("\n")
            continue
        if node.name in _BLOCKS:
            yield from gatherer.cut()
            gatherer.tags.append(node.name)
        gatherer.links += node.name == "a"
        todo.append((node, True))
        todo.extend(
            (child, False)
            for child in reversed(node.contents)
            if isinstance(child, Tag | NavigableString)
        )
    yield from gatherer.cut()


def text_of(tag: Tag, limit: int = 300) -> str:
    """Return the visible text below `tag` as one line, cut where it is longer than `limit`."""
    parts: list[str] = []
    size = 0
    for block in blocks(tag, around=True):
        parts.append(block.text)
        size += len(block.text)
        if size > limit:
            break
    return line(" ".join(parts), limit)


def content_root(page: Page) -> Tag:
    """Return the element that holds the content: ``main`` where there is a real one, else body."""
    roles = (tag for tag in page.all("div", "section") if tag.get("role") == "main")
    for found in (*page.all("main")[:1], *islice(roles, 1)):
        if len(found.get_text(" ", strip=True)) > 80:
            return found
    return page.body


def meta(page: Page, *names: str) -> str:
    """Return the content of the first `meta` that has one of `names`, in the order of `names`."""
    return next((page.metas[name] for name in names if name in page.metas), "")
