"""A parsed page and what every reader needs of it: attributes, addresses, the text of elements.

lxml is imported by this module; import it only when a page is read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from urllib.parse import urldefrag, urljoin, urlsplit

from followup_tui.domain.record import LINE_LIMIT
from followup_tui.domain.text import clean_line, shorten
from followup_tui.web.tag import Tag
from followup_tui.web.tree import parse_tree

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


BLOCKS = _names(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol "
    "option p pre section summary table tbody td tfoot th thead tr ul"
)
"""Elements before and after which a line of text ends."""
AROUND = _names("nav footer aside menu dialog form button")
"""Elements that stand around the content."""
_AROUND_ROLES = _names("navigation contentinfo search complementary dialog alertdialog menu")
_AROUND_NAMES = re.compile(
    r"(?:^|[-_ ])(?:cookies?|cookie-?(?:banner|notice|bar|consent)|cookiebot|consent|gdpr|"
    r"breadcrumbs?|navbar|nav|navigation|menu|footer|sidebar|skip-?(?:link|nav|to-content)|social|"
    r"share|sharing|newsletter|popup|modal|pagination|topbar|top-bar|related-posts|comments)"
    r"(?:$|[-_ ])",
    re.IGNORECASE,
)
_SPACES = re.compile(r"\s+")
_PLAIN_PATH = re.compile(
    r"/(?:[\w~%+=&,@!-][\w~%+=&,@!.-]*/)*(?:[\w~%+=&,@!-][\w~%+=&,@!.-]*)?", re.ASCII
)
"""A path from the root of a site with nothing in it to resolve."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it came in, parsed once, for everything that reads off it."""

    soup: Tag
    """The root of its tree."""
    tags: Mapping[str, Sequence[Tag]]
    """Its elements by name, in order: gone through once, because each search goes again."""
    url: str
    """Its address: what its facts name as their source."""
    base: str
    """What its relative links start from."""
    now: datetime
    attributes: Set[str] = frozenset()
    """The names of all attributes of its elements: a look that saves going through them."""
    classes: Set[str] = frozenset()
    """All classes of its elements."""
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


def parse(text: str, *, url: str, now: datetime) -> Page:
    """Parse the text of a page, whatever is wrong with it."""
    tree = parse_tree(text)
    bases = (absolute(attribute(tag, "href"), url) for tag in tree.tags.get("base", ()))
    base = next((address for address in bases if address), url)
    metas = _metas(tree.tags.get("meta", ()))
    return Page(tree.root, tree.tags, url, base, now, tree.attributes, tree.classes, metas)


def _metas(tags: Sequence[Tag]) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in tags:
        content = attribute(tag, "content")
        for key in ("name", "property", "itemprop", "http-equiv") if content else ():
            name = attribute(tag, key).lower()
            if name:
                found.setdefault(name, content)
    return found


def meta(page: Page, *names: str) -> str:
    """Return the content of the first `meta` that has one of `names`, in the order of `names`."""
    return next((page.metas[name] for name in names if name in page.metas), "")


def attribute(tag: Tag, name: str) -> str:
    """Return an attribute as one clean line; empty when it is not there."""
    value = tag.attrs.get(name)
    if value is None:
        return ""
    return clean_line(value if isinstance(value, str) else " ".join(value))[:LINE_LIMIT]


@lru_cache(maxsize=64)
def _origin(base: str) -> str:
    """Return what a path on a page's own site begins with; empty where that cannot be said."""
    try:
        parts = urlsplit(base)
        known = parts.scheme in {"http", "https"} and parts.hostname
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}" if known else ""


@lru_cache(maxsize=2048)
def absolute(address: str, base: str) -> str:
    """Return a link's address in full without its fragment; empty unless http(s)."""
    if not address:
        return ""
    if len(address) < LINE_LIMIT // 2 and _PLAIN_PATH.fullmatch(address) and _origin(base):
        return _origin(base) + address  # what follows comes to the same, ten times slower
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


def is_around(tag: Tag) -> bool:
    """Say whether an element stands around the content: navigation, footer, cookie notice."""
    if tag.name in AROUND:
        inside = tag.parent is not None and tag.parent.name in HEADINGS
        return not (tag.name == "button" and inside)  # the head of a fold-out
    if not tag.attrs or tag.name in {"body", "main", "html", "article", "h1", "h2"}:
        return False
    if "role" in tag.attrs and attribute(tag, "role").lower() in _AROUND_ROLES:
        return True
    return _is_named_around(tag.named)


@lru_cache(maxsize=4096)
def _is_named_around(names: str) -> bool:
    return _AROUND_NAMES.search(names) is not None


def is_text(node: Tag | str) -> bool:
    """Say whether a piece of the tree is text that a reader sees."""
    return type(node) is str


def text_of(tag: Tag, limit: int = 300) -> str:
    """Return the visible text below `tag` as one line, cut where it is longer than `limit`."""
    contents = tag.contents
    if len(contents) == 1 and type(only := contents[0]) is str:
        plain = only.isprintable() and "  " not in only
        return line(only if plain else _SPACES.sub(" ", only), limit)
    parts: list[str] = []
    size = 0
    todo: list[Tag | str] = contents[::-1]
    while todo:
        node = todo.pop()
        if isinstance(node, Tag):
            if node.hidden:
                parts.append(" ")
                continue
            if node.name in BLOCKS or node.name == "br":
                parts.append(" ")
                todo.append(" ")
            todo.extend(reversed(node.contents))
        elif type(node) is str:
            parts.append(node)
            size += 0 if node.isspace() else len(node)
            if size > limit + 200:  # runs of blanks may shrink
                break
    return line(_SPACES.sub(" ", "".join(parts)), limit)
