"""schema.org in a page's own elements: microdata (``itemprop``) and RDFa (``property``).

Both are made into the nodes that JSON-LD has, and read as these (`schema_events`). Sources: the
HTML standard, section Microdata; RDFa Lite 1.1.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from followup_tui.web.dom import Page, attribute, text_of
from followup_tui.web.findings import Finding
from followup_tui.web.jsonld import Json, Node
from followup_tui.web.moments import read_moment
from followup_tui.web.schema_events import announced
from followup_tui.web.tag import Tag


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
_DEEPEST = 6  # things within things; what is nested deeper stands for itself
_MOST_THINGS = 2000
_MOST_TOLD = 150  # properties of one thing
_LINKS = {"a", "area", "link"}
_SOURCES = {"img", "audio", "video", "iframe", "embed", "source"}
_TOLD_BY = "event"
"""In lower case what the type of something has in it that is, or holds, an event."""


def find_events(page: Page) -> Iterator[Finding]:
    """Give the events marked in microdata or RDFa."""
    written = [dialect for dialect in _DIALECTS if dialect.thing in page.attributes]
    if not written:
        return
    marked = [tag for tags in page.tags.values() for tag in tags if tag.attrs]
    for dialect in written:
        things = [tag for tag in marked if dialect.thing in tag.attrs]
        if any(_is_telling(tag, dialect) for tag in things):
            nodes = _Nodes(dialect, marked, things).roots()
            yield from announced(nodes, method=dialect.method, page=page)


def _is_telling(thing: Tag, dialect: _Dialect) -> bool:
    kind = attribute(thing, dialect.kind).lower()
    return _TOLD_BY in kind or "course" in kind or "festival" in kind or "hackathon" in kind


class _Nodes:
    """Makes nodes of the marked things of a page, each once, with what stands inside them."""

    def __init__(self, dialect: _Dialect, marked: list[Tag], things: list[Tag]) -> None:
        self._dialect = dialect
        self._things = things[:_MOST_THINGS]
        self._made: set[int] = set()
        refers = any("itemref" in tag.attrs for tag in self._things)
        self._by_id = {attribute(tag, "id"): tag for tag in marked if "id" in tag.attrs if refers}

    def roots(self) -> list[Json]:
        """Return the nodes of the things that are not part of others."""
        order = {id(tag): number for number, tag in enumerate(self._things)}
        outer = [tag for tag in self._things if not self._is_property(tag)]
        found = [self._node(tag) for tag in sorted(outer, key=lambda tag: order[id(tag)])]
        # parts of things that were nested too deep, or of nothing at all
        found.extend(self._node(tag) for tag in self._things if id(tag) not in self._made)
        return list(found)

    def _is_property(self, tag: Tag) -> bool:
        above = tag.parent
        related = above is not None and self._dialect.thing == "typeof" and "rel" in above.attrs
        return self._dialect.prop in tag.attrs or related

    def _names(self, tag: Tag) -> list[str]:
        """Return what a thing or a word says about the thing it stands in."""
        written = attribute(tag, self._dialect.prop)
        if not written and self._dialect.thing in tag.attrs and tag.parent is not None:
            written = attribute(tag.parent, "rel")  # RDFa may put the relation around the thing
        return [name.rsplit(":", 1)[-1].rsplit("/", 1)[-1] for name in written.split()[:5]]

    def _node(self, thing: Tag, depth: int = 0) -> Node:
        """Return a thing with its properties; what stands inside others is theirs."""
        self._made.add(id(thing))
        node: Node = {"@type": list[Json](attribute(thing, self._dialect.kind).split())}
        for name in ("itemid", "resource", "about"):
            if attribute(thing, name):
                node.setdefault("@id", attribute(thing, name))
        roots = [thing, *self._referred(thing)]
        todo = [child for root in roots[::-1] for child in _children(root)]
        told = 0
        while todo and told < _MOST_TOLD:
            tag = todo.pop()
            nested = self._dialect.thing in tag.attrs
            names = self._names(tag)
            if names and not (nested and (depth >= _DEEPEST or id(tag) in self._made)):
                value = self._node(tag, depth + 1) if nested else self._value(tag)
                told += 1
                for name in names:
                    _put(node, name, value)
            if not nested:
                todo.extend(_children(tag))
        return node

    def _referred(self, thing: Tag) -> list[Tag]:
        """Return the elements elsewhere that a thing names as holding more of it."""
        names = attribute(thing, "itemref").split()[:10]
        return [self._by_id[name] for name in names if name in self._by_id]

    def _value(self, tag: Tag) -> Json:
        """Return what an element says: for programs where it does, else to its reader."""
        content = attribute(tag, "content") or attribute(tag, "datetime")
        if content:
            return content
        if tag.name in {"data", "meter"} and attribute(tag, "value"):
            return attribute(tag, "value")
        if tag.name in {"abbr", "span"} and read_moment(attribute(tag, "title")) is not None:
            return attribute(tag, "title")
        if tag.name in _SOURCES:
            return attribute(tag, "src")
        words = text_of(tag)
        address = attribute(tag, "href") or attribute(tag, "resource")
        if address and tag.name in _LINKS and words:
            return {"@value": words, "@id": address}
        return words or address


def _children(tag: Tag) -> list[Tag]:
    return [*reversed(tag.children)]


def _put(node: Node, name: str, value: Json) -> None:
    old = node.get(name)
    if not old:
        node[name] = value
    elif isinstance(old, list):
        old.append(value)
    else:
        node[name] = [old, value]
