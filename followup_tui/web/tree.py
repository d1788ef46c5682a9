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
from followup_tui.web.hidden import UNSEEN, hidden_by_classes, hidden_by_itself, may_hide_itself
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


class Form(NamedTuple):
    """Which attributes an element has, and what has to be looked at for that."""

    lists: tuple[str, ...]
    """Those that hold lists."""
    others: tuple[str, ...]
    has_id: bool
    may_hide: bool
    """Whether one of them may hide it."""


@dataclass(slots=True)
class Tree:
    """A page's elements."""

    root: Tag
    """Named ``[document]``, as bs4 names it."""
    tags: defaultdict[str, list[Tag]] = field(default_factory=partial(defaultdict, list))
    """The elements by name, each name's in the order of the page."""
    forms: dict[tuple[str, ...], Form] = field(default_factory=dict)
    """What attributes its elements have, by their names: those of one kind have the same."""
    lists: dict[str, Listed] = field(default_factory=dict)
    """Each list in its attributes by what is written: elements of one kind share theirs."""

    def learn(self, written: str) -> Listed:
        """Return the words of a list that is met for the first time, and keep them."""
        words = written.split()
        named = f"{' '.join(words)} "[:LINE_LIMIT]
        listed = self.lists[written] = Listed(words, named, hidden_by_classes(words))
        return listed

    def learn_form(self, names: tuple[str, ...]) -> Form:
        """Return what elements with these attributes are asked, and keep it."""
        form = self.forms[names] = Form(
            tuple(name for name in names if name in _LISTS),
            tuple(name for name in names if name not in _LISTS),
            "id" in names,
            may_hide_itself(names),
        )
        return form

    @property
    def attributes(self) -> frozenset[str]:
        """The names of all attributes of its elements."""
        return frozenset(name for names in self.forms for name in names)

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
            tag.parent = None


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
        self._tags = self.tree.tags
        self._holder = self.tree.root
        """The element that is open."""
        self._deep = 0
        """How many elements are open, but for those deeper than `MOST_DEEP`."""
        self._too_deep = 0
        """How many elements deeper than that are open."""
        self._template = 0
        """How deep the outermost open template is: all text in it is for programs; 0: none is."""
        self._left = MOST_ELEMENTS
        self._text: list[str] = []
        self.data = self._text.append
        """Takes some text: one text may come in several pieces."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin an element."""
        if self._text:
            self._end_text()
        if self._deep >= MOST_DEEP:
            self._too_deep += 1
            return
        self._deep += 1
        tags = self._tags
        if name == "html" and self._deep == 1 and name in tags:
            # the page has ended before: browsers go on in its body, where some have their footer
            self._holder = (tags.get("body") or tags["html"])[0]
            return
        holder = self._holder
        contents = holder.contents
        self._holder = tag = Tag(name, holder, len(contents))
        if self._left > 0:
            self._left -= 1
            contents.append(tag)
            if holder.children:
                holder.children.append(tag)
            else:
                holder.children = [tag]
            tags[name].append(tag)
        if attributes:
            _tell(tag, attributes, self.tree)
        elif name in UNSEEN:
            tag.hidden = True
        if name == "template" and not self._template:
            self._template = self._deep

    def end(self, name: str) -> None:
        """End the element that was begun last."""
        del name
        if self._text:
            self._end_text()
        if self._too_deep:
            self._too_deep -= 1
        elif self._deep:
            if self._template == self._deep:
                self._template = 0
            self._deep -= 1
            above = self._holder.parent if self._deep else None
            self._holder = above or self.tree.root

    def comment(self, text: str) -> None:
        """Take a comment, which parts the text around it."""
        self._end_text()
        if self._deep and self._left > 0:
            self._holder.contents.append(Comment(text))

    def pi(self, target: str, data: str | None = None) -> None:
        """Leave out an instruction for other programs, which parts the text around it as well."""
        del target, data
        self._end_text()

    def close(self) -> None:
        """End the page."""
        self._end_text()

    def _end_text(self) -> None:
        text = self._text
        if not text:
            return
        whole = text[0] if len(text) == 1 else "".join(text)
        text.clear()
        if self._left > 0 and self._deep:
            holder = self._holder
            unseen = self._template or holder.name in _FOR_PROGRAMS
            holder.contents.append(Unshown(whole) if unseen else whole)


def _tell(tag: Tag, attributes: dict[str, str], tree: Tree) -> None:
    """Set an element's attributes as bs4 has them, what it is called, and whether it is shown.

    Each reader asks for these of each element, so they are found out while they are at hand.
    """
    found: dict[str, str | list[str]] = attributes  # type: ignore[assignment]  # made for it alone
    tag.attrs = found
    names = tuple(attributes)
    form = tree.forms.get(names) or tree.learn_form(names)
    hidden = tag.name in UNSEEN
    named = " "
    for name in form.others:
        value = attributes[name]
        if len(value) > MOST_ATTRIBUTE:
            found[name] = value[:MOST_ATTRIBUTE]
    for name in form.lists:
        value = attributes[name]
        listed = tree.lists.get(value) or tree.learn(value)
        found[name] = listed.words
        if name == "class":
            named = listed.named
            hidden = hidden or listed.hides
    if form.has_id:
        named = f"{named}{found['id']}"[:LINE_LIMIT]
    tag.named = named
    tag.hidden = hidden or (form.may_hide and hidden_by_itself(found))
