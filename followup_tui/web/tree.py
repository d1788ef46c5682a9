"""From the text of a page to its tree of elements (`tag`), built by lxml.

lxml parses a whole page in C, as bs4 has it do; the finished tree is dressed in one go. What a
hostile page piles up is cut here: of elements deeper than `MOST_DEEP` only the text stays, in
their ancestor; what comes after `MOST_ELEMENTS` is left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from lxml import etree

from followup_tui.domain.record import LINE_LIMIT
from followup_tui.web.hidden import UNSEEN, hidden_by_classes, hidden_by_itself
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


class Listed(NamedTuple):
    """A list in an attribute, and what follows from it where it is the classes."""

    words: list[str]
    named: str
    """They and a blank, as `Tag.named` begins."""
    hides: bool
    """Whether an element of these classes is not shown."""


@dataclass(slots=True)
class Tree:
    """A page's elements."""

    root: Tag
    """Named ``[document]``, as bs4 names it."""
    tags: defaultdict[str, list[Tag]] = field(default_factory=partial(defaultdict, list))
    """The elements by name, each name's in the order of the page."""
    attributes: set[str] = field(default_factory=set)
    """The names of all its attributes."""
    lists: dict[str, Listed] = field(default_factory=dict)
    """Each list in its attributes by what is written: elements of one kind share theirs."""

    def learn(self, written: str) -> Listed:
        """Return the words of a list that is met for the first time, and keep them."""
        words = written.split()
        named = f"{' '.join(words)} "[:LINE_LIMIT]
        listed = self.lists[written] = Listed(words, named, hidden_by_classes(words))
        return listed

    @property
    def classes(self) -> frozenset[str]:
        """All classes of its elements, and the words of the few other lists."""
        return frozenset(word for listed in self.lists.values() for word in listed.words)


def take_apart(tags: Mapping[str, Sequence[Tag]]) -> None:
    """Let go of a tree that nobody reads any more.

    Its elements hold one another, so that Python would go through all of them to find that out:
    a tenth of what reading the page took.
    """
    for several in tags.values():
        for tag in several:
            if tag.children:
                tag.contents.clear()
                tag.children = ()


def parse_tree(text: str) -> Tree:
    """Return the tree of a page's text, whatever is wrong with it; it may be empty."""
    text = _XML_DECLARATION.sub("", text.replace("\x00", ""))
    content = text.encode("utf-8", "replace")
    builder = _Builder()
    if content.strip():
        parser = etree.HTMLParser(encoding="utf-8", recover=True, huge_tree=True, target=builder)
        # nothing in it that is an element or a text: the tree stays empty
        with suppress(etree.ParserError, etree.XMLSyntaxError):
            etree.fromstring(content, parser)
    return builder.tree


class _Builder:
    """Makes the elements while lxml reads the page, in the order of the page.

    Told of them one by one, where lxml would make a tree of its own first and ours had to be
    read off it: that took half as long as all the rest of the reading.
    """

    def __init__(self) -> None:
        self.tree = Tree(Tag("[document]", None, 0))
        self._holder = self.tree.root
        self._children: list[Tag] = []
        """The elements of `_holder`."""
        self._programs = False
        """Whether all text here is for programs: within a template."""
        self._within: list[tuple[Tag, list[Tag], bool]] = []
        self._too_deep = 0
        """How many elements deeper than `MOST_DEEP` are open."""
        self._left = MOST_ELEMENTS
        self._text: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin an element."""
        if self._text:
            self._end_text()
        within = self._within
        if self._too_deep or len(within) >= MOST_DEEP:
            self._too_deep += 1
            return
        if not within and name == "html" and name in self.tree.tags:
            self._go_on()
            return
        holder, children = self._holder, self._children
        tag = Tag(name, holder, len(holder.contents))
        if self._left > 0:
            self._left -= 1
            holder.contents.append(tag)
            children.append(tag)
            holder.children = children
            self.tree.tags[name].append(tag)
        if attributes:
            _tell(tag, attributes, self.tree)
        elif name in UNSEEN:
            tag.hidden = True
        within.append((holder, children, self._programs))
        self._holder, self._children = tag, []
        if name == "template":
            self._programs = True

    def _go_on(self) -> None:
        """Go on in the body with what stands after the page's end, as browsers do.

        Some pages end twice, and have their footer behind the first end.
        """
        tags = self.tree.tags
        body = (tags.get("body") or tags["html"])[0]
        self._within.append((self._holder, self._children, self._programs))
        below = body.children
        self._holder, self._children = body, below if isinstance(below, list) else []

    def end(self, name: str) -> None:
        """End the element that was begun last."""
        del name
        if self._text:
            self._end_text()
        if self._too_deep:
            self._too_deep -= 1
        elif self._within:
            self._holder, self._children, self._programs = self._within.pop()

    def data(self, text: str) -> None:
        """Take some text: one text may come in several pieces."""
        self._text.append(text)

    def comment(self, text: str) -> None:
        """Take a comment, which parts the text around it."""
        self._end_text()
        if self._within and self._left > 0:
            self._holder.contents.append(Comment(text))

    def pi(self, target: str, data: str | None = None) -> None:
        """Leave out an instruction for other programs, which parts the text around it as well."""
        del target, data
        self._end_text()

    def close(self) -> None:
        """End the page."""
        self._end_text()

    def _end_text(self) -> None:
        text, self._text = self._text, []
        if not text or self._left <= 0 or not self._within:
            return
        whole = text[0] if len(text) == 1 else "".join(text)
        holder = self._holder
        unseen = self._programs or holder.name in _FOR_PROGRAMS
        holder.contents.append(Unshown(whole) if unseen else whole)


def _tell(tag: Tag, attributes: dict[str, str], tree: Tree) -> None:
    """Set an element's attributes as bs4 has them, what it is called, and whether it is shown.

    Each reader asks for these of each element, so they are found out while they are at hand.
    """
    found = tag.attrs
    known = tree.lists
    hidden = tag.name in UNSEEN
    named = " "
    for name, value in attributes.items():
        if name in _LISTS:
            listed = known.get(value) or tree.learn(value)
            found[name] = listed.words
            if name == "class":
                named = listed.named
                hidden = hidden or listed.hides
        else:
            found[name] = value if len(value) <= MOST_ATTRIBUTE else value[:MOST_ATTRIBUTE]
    if "id" in found:
        named = f"{named}{found['id']}"[:LINE_LIMIT]
    tag.named = named
    tag.hidden = hidden or hidden_by_itself(found)
    tree.attributes.update(found)
