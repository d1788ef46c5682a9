"""From the text of a page to its tree of bs4 tags, built by lxml in a fraction of bs4's own time.

bs4 takes every element through a dozen calls of Python; lxml parses a whole page in C and the
finished tree is then dressed as `bs4.Tag`s: a tenth of the time, and the same tree (a test holds
them side by side). What a hostile page piles up is cut here: elements deeper than `MOST_DEEP`
stand in their ancestor, what comes after `MOST_ELEMENTS` is left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bs4 import Tag
from bs4.element import (
    AttributeValueList,
    Comment,
    HTMLAttributeDict,
    NavigableString,
    Script,
    Stylesheet,
    TemplateString,
)
from lxml import etree

MOST_DEEP = 250
"""Elements within one another; real pages have 20 to 60."""
MOST_ELEMENTS = 50_000
"""Elements of a page; the largest real pages have some 20,000."""
MOST_ATTRIBUTE = 100_000
"""Characters of one attribute that are kept: more is a picture written out."""

_CONTAINERS: dict[str, type[NavigableString]] = {
    "script": Script,
    "style": Stylesheet,
    "template": TemplateString,
}
_SHOWN_TYPES: set[type[NavigableString]] = set(Tag.MAIN_CONTENT_STRING_TYPES)
_TEMPLATE: set[type[NavigableString]] = {TemplateString}
_TYPES: dict[str, set[type[NavigableString]]] = {
    "script": {Script},
    "style": {Stylesheet},
    "template": _TEMPLATE,
}
_LISTS = {"class", "rel", "rev", "accesskey", "dropzone", "headers"}
"""Attributes whose value bs4 gives as a list."""
_XML_DECLARATION = re.compile(r"^\s{0,99}<\?xml[^>]{0,999}\?>", re.IGNORECASE)


@dataclass(slots=True)
class Tree:
    """A page's elements."""

    root: Tag
    """Named ``[document]``, as bs4 names it."""
    tags: dict[str, list[Tag]] = field(default_factory=dict)
    """The elements by name, each name's in the order of the page."""
    attributes: set[str] = field(default_factory=set)
    """The names of all its attributes."""
    classes: set[str] = field(default_factory=set)
    """All its classes."""


def take_apart(tags: Mapping[str, Sequence[Tag]]) -> None:
    """Let go of a tree that nobody reads any more.

    Its elements hold one another, so that Python would go through all of them to find that out:
    a tenth of what reading the page took.
    """
    for several in tags.values():
        for tag in several:
            tag.__dict__.clear()


def parse_tree(text: str) -> Tree:
    """Return the tree of a page's text, whatever is wrong with it; it may be empty."""
    text = _XML_DECLARATION.sub("", text.replace("\x00", ""))
    parser = etree.HTMLParser(encoding="utf-8", recover=True, huge_tree=True)
    content = text.encode("utf-8", "replace")
    try:
        root = etree.fromstring(content, parser) if content.strip() else None
    except (etree.ParserError, etree.XMLSyntaxError):
        root = None  # nothing in it that is an element or a text
    return _Dresser().dress(root)


class _Dresser:
    """Makes tags of lxml's elements, in the order of the page."""

    def __init__(self) -> None:
        self._tree = Tree(
            Tag(name="[document]", is_xml=False, interesting_string_types=_SHOWN_TYPES)
        )
        self._last: Tag | NavigableString = self._tree.root
        self._count = 0
        self._patterns: dict[tuple[str, int], dict[str, object]] = {}

    def dress(self, root: etree._Element | None) -> Tree:
        """Return the tree below `root`."""
        if root is None:
            return self._tree
        holders = [self._tree.root]
        for event, element in etree.iterwalk(root, events=("start", "end", "comment")):
            holder = holders[-1]
            if event == "start":
                holder = self._start(element, holder, len(holders))
                holders.append(holder)
                self._text(element.text, holder)
                if self._count > MOST_ELEMENTS:
                    break
                continue
            if event == "end":
                holders.pop()
                holder = holders[-1]
            else:
                self._add(Comment(element.text or ""), holder)
            if element is not root:
                self._text(element.tail, holder)
        return self._tree

    def _add(self, piece: Tag | NavigableString, holder: Tag) -> None:
        """Link a new piece as `PageElement.setup` does, without asking what is known here."""
        last = self._last
        piece.parent = holder
        piece.previous_element = last
        last.next_element = piece
        contents = holder.contents
        if contents:
            before = contents[-1]
            piece.previous_sibling = before
            before.next_sibling = piece
        contents.append(piece)
        self._last = piece

    def _text(self, text: str | None, holder: Tag) -> None:
        if text:
            kind = _CONTAINERS.get(holder.name, NavigableString)
            if holder.interesting_string_types is _TEMPLATE:
                kind = TemplateString
            self._add(kind(text), holder)

    def _pattern(self, name: str, types: set[type[NavigableString]]) -> dict[str, object]:
        """Return what all tags of a kind have in common: copying costs a third of making one."""
        key = (name, id(types))
        pattern = self._patterns.get(key)
        if pattern is None:
            made = Tag(name=name, is_xml=False, interesting_string_types=types)
            pattern = self._patterns[key] = made.__dict__
            self._tree.tags.setdefault(name, [])
        return pattern

    def _start(self, element: etree._Element, holder: Tag, depth: int) -> Tag:
        """Return the tag for an element; its ancestor's where the page is nested past reason."""
        self._count += 1
        if depth > MOST_DEEP:
            return holder
        name = str(element.tag)
        types = _TYPES.get(name, _SHOWN_TYPES)
        if holder.interesting_string_types is _TEMPLATE:
            types = _TEMPLATE  # all that stands in a template is for programs
        tag = Tag.__new__(Tag)
        tag.__dict__.update(self._pattern(name, types))
        tag.contents = []
        tag.attrs = self._attributes(element)
        self._add(tag, holder)
        self._tree.tags[name].append(tag)
        return tag

    def _attributes(self, element: etree._Element) -> HTMLAttributeDict:
        """Return an element's attributes as bs4 has them."""
        found = HTMLAttributeDict()
        for name, written in element.items():
            value = written if len(written) <= MOST_ATTRIBUTE else written[:MOST_ATTRIBUTE]
            if name in _LISTS:
                listed = AttributeValueList(value.split())
                dict.__setitem__(found, name, listed)
                if name == "class":
                    self._tree.classes.update(listed)
            else:
                dict.__setitem__(found, name, value)
        if found:
            self._tree.attributes.update(found)
        return found
