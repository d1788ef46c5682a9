"""From the text of a page to its tree of elements (`tag`), built by lxml.

lxml parses a whole page in C, as bs4 has it do; the finished tree is dressed in one go. What a
hostile page piles up is cut here: of elements deeper than `MOST_DEEP` only the text stays, in
their ancestor; what comes after `MOST_ELEMENTS` is left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from lxml import etree

from followup_tui.web.tag import Comment, Tag, Unshown

MOST_DEEP = 250
"""Elements within one another; real pages have 20 to 60."""
MOST_ELEMENTS = 50_000
"""Elements of a page; the largest real pages have some 20,000."""
MOST_ATTRIBUTE = 100_000
"""Characters of one attribute that are kept: more is a picture written out."""

_FOR_PROGRAMS = frozenset({"script", "style", "template"})
_LISTS = frozenset({"class", "rel", "rev", "accesskey", "dropzone", "headers"})
"""Attributes whose value is a list of words, the same as bs4's."""
_XML_DECLARATION = re.compile(r"^\s{0,99}<\?xml[^>]{0,999}\?>", re.IGNORECASE)


@dataclass(slots=True)
class Tree:
    """A page's elements."""

    root: Tag
    """Named ``[document]``, as bs4 names it."""
    tags: defaultdict[str, list[Tag]] = field(default_factory=partial(defaultdict, list))
    """The elements by name, each name's in the order of the page."""
    attributes: set[str] = field(default_factory=set)
    """The names of all its attributes."""
    classes: set[str] = field(default_factory=set)
    """All its classes."""
    lists: dict[str, list[str]] = field(default_factory=dict)
    """The words of each list in its attributes: elements of one kind share theirs."""


def take_apart(tags: Mapping[str, Sequence[Tag]]) -> None:
    """Let go of a tree that nobody reads any more.

    Its elements hold one another, so that Python would go through all of them to find that out:
    a tenth of what reading the page took.
    """
    for several in tags.values():
        for tag in several:
            tag.contents.clear()


def parse_tree(text: str) -> Tree:
    """Return the tree of a page's text, whatever is wrong with it; it may be empty."""
    text = _XML_DECLARATION.sub("", text.replace("\x00", ""))
    parser = etree.HTMLParser(encoding="utf-8", recover=True, huge_tree=True)
    content = text.encode("utf-8", "replace")
    try:
        root = etree.fromstring(content, parser) if content.strip() else None
    except (etree.ParserError, etree.XMLSyntaxError):
        root = None  # nothing in it that is an element or a text
    tree = Tree(Tag("[document]", {}, None, 0))
    if root is not None:
        _dress(root, tree)
    return tree


def _dress(root: etree._Element, tree: Tree) -> None:
    """Make the elements of a tree of lxml's, in the order of the page.

    What follows an element is put behind it at once: what is in it goes to a list of its own.
    """
    made: dict[etree._Element | None, tuple[Tag, int, bool]] = {None: (tree.root, 0, False)}
    for number, element in enumerate(root.iter()):
        known = made.get(element.getparent())
        if known is None:
            continue  # deeper than `MOST_DEEP`, or within what is
        holder, depth, programs = known
        contents = holder.contents
        name = element.tag
        if not isinstance(name, str):
            if name is etree.Comment:
                contents.append(Comment(element.text or ""))
        elif depth >= MOST_DEEP:
            contents.extend(str(piece) for piece in element.itertext(etree.Element))
        else:
            tag = Tag(name, _attributes(element, tree), holder, len(contents))
            contents.append(tag)
            tree.tags[name].append(tag)
            within = programs or name == "template"
            if len(element):  # half of them hold no other
                made[element] = (tag, depth + 1, within)
            if text := element.text:
                unseen = within or name in _FOR_PROGRAMS
                tag.contents.append(Unshown(text) if unseen else text)
        if (tail := element.tail) and element is not root:
            contents.append(Unshown(tail) if programs else tail)
        if number >= MOST_ELEMENTS:
            break


def _attributes(element: etree._Element, tree: Tree) -> dict[str, str | list[str]]:
    """Return an element's attributes as bs4 has them."""
    found: dict[str, str | list[str]] = {}
    for name, written in element.items():
        value = written if len(written) <= MOST_ATTRIBUTE else written[:MOST_ATTRIBUTE]
        if name in _LISTS:
            listed = tree.lists.get(value)
            if listed is None:
                listed = tree.lists[value] = value.split()
            if name == "class":
                tree.classes.update(listed)
            found[name] = listed
        else:
            found[name] = value
    if found:
        tree.attributes.update(found)
    return found
