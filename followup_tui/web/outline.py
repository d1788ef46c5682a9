"""The outline of a page: its text block by block, as a reader sees it, and what stands where.

Made in one walk over the tree; every reader of facts works on it rather than walking again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from followup_tui.domain.text import clean_line
from followup_tui.web.dom import AROUND, BLOCKS, HEADINGS, Page, is_around
from followup_tui.web.tag import Tag

_LEVELS = {name: int(name[1]) for name in HEADINGS}
_SPACES = re.compile(r"[ \t\r\n\f]+")
_PARAGRAPH_BREAK = re.compile(r"\n\s*\n")
_SEPARATORS = "\n |·•»›/-–—"  # noqa: RUF001 -- what stands between links of a menu
_WHOLE_PAGE = 0.45
"""The share of the page's text from which on an element named like a menu is the page itself."""
_SURELY_AROUND = 0.8  # the same for elements that are navigation or footer by their kind
_SURE = {"nav", "footer", "aside"}
_MAY_BE_AROUND = AROUND | {"header"}
"""Elements that stand around the content, or may, by their names alone."""
_TOLD = 60  # characters from which on a line in the site's header tells something
_HEADER_NAMES = re.compile(
    r"(?:^|\s)(?:site|page|main|global|top)-?header(?:\s|$)|\bmasthead\b", re.IGNORECASE
)


class Block(NamedTuple):
    """One run of text between two block elements, clean and on one line."""

    tag: str
    """The element it stands in: ``p``, ``h2``, ``li``, ``td``, …"""
    text: str
    linked: float
    """The share of its characters that are links: 0 to 1."""
    around: bool = False
    """Whether it stands around the content: navigation, footer, cookie notice."""
    holder: Tag | None = None
    """The element it stands in; None where there is none (plain text)."""
    level: int = 0
    """1 to 6 for a heading, else 0."""


@dataclass(slots=True)
class Outline:
    """The shown text of a page in order; each element tells which of it is its own."""

    blocks: list[Block] = field(default_factory=list)
    elements: list[Tag] = field(default_factory=list)
    """The shown elements in the order of the page."""

    def of(self, tag: Tag) -> Sequence[Block]:
        """Return the blocks below an element; empty where it is hidden or within a line."""
        return self.blocks[tag.blocks : tag.blocks_end]

    def below(self, tag: Tag) -> Sequence[Tag]:
        """Return the shown elements below `tag`, in order."""
        return self.elements[tag.order + 1 : tag.order_end]

    def content(self) -> list[Block]:
        """Return the blocks that are content."""
        return [block for block in self.blocks if not block.around]


def outline(page: Page, *, without_scripts: bool = False) -> Outline:
    """Return the outline of a page's body, or as it is shown to those `without_scripts`."""
    return _Walk(noscript=without_scripts).through(page.body)


class _Walk:
    """Walks the tree without recursion: a hostile page is nested deep."""

    def __init__(self, *, noscript: bool = False) -> None:
        self._noscript = noscript
        self._made = Outline()
        self._elements = self._made.elements
        self._raw: list[tuple[Tag, str, float]] = []
        self._around: list[tuple[int, int, bool]] = []  # first block, one after the last, surely
        self._headers: list[tuple[int, int]] = []
        self._holders: list[Tag] = []
        self._parts: list[str] = []
        self._linked = 0
        self._links = 0

    def through(self, root: Tag) -> Outline:
        """Return the outline below `root`."""
        within = [(root, iter(root.contents), self._enter(root))]
        while within:
            tag, rest, begun = within[-1]
            for node in rest:
                if type(node) is str:
                    self._add(node)
                elif not isinstance(node, Tag):
                    continue  # a comment, or text for programs
                elif node.hidden and not (self._noscript and node.name == "noscript"):
                    self._parts.append(" ")
                elif node.name == "br":
                    self._parts.append("\n")
                elif not node.children:  # half of them
                    leaf = self._enter(node)
                    for text in node.contents:
                        if type(text) is str:
                            self._add(text)
                    self._leave(node, leaf)
                else:
                    within.append((node, iter(node.contents), self._enter(node)))
                    break
            else:
                within.pop()
                self._leave(tag, begun)
        self._decide()
        return self._made

    def _add(self, text: str) -> None:
        if not text.isprintable() or "  " in text:
            text = _SPACES.sub(" ", text)
        self._parts.append(text)
        if self._links:
            self._linked += len(text.strip())

    def _enter(self, tag: Tag) -> bool:
        """Begin an element; say whether it is a block."""
        name = tag.name
        block = name in BLOCKS or not self._holders
        if block:
            if self._parts:
                self._cut()
            self._holders.append(tag)
        elif self._parts and _stands_apart(tag):
            self._parts.append(" ")
        if name == "a":
            self._links += 1
        tag.order = len(self._elements)
        tag.blocks = len(self._raw)
        self._elements.append(tag)
        return block

    def _leave(self, tag: Tag, block: bool) -> None:
        if block:
            if self._parts:
                self._cut()
            self._holders.pop()
        elif tag.name == "a":
            self._links -= 1
        begin = tag.blocks
        tag.blocks_end = end = len(self._raw)
        tag.order_end = len(self._elements)
        if end == begin or not (tag.attrs or tag.name in _MAY_BE_AROUND):
            return
        if is_around(tag):
            self._around.append((begin, end, tag.name in _SURE))
        elif _is_header(tag):
            self._headers.append((begin, end))

    def _cut(self) -> None:
        """End the block that is being collected, if there is one."""
        raw = "".join(self._parts) if len(self._parts) > 1 else self._parts[0]
        if raw == " ":
            self._parts, self._linked = [], 0
            return
        linked, self._parts, self._linked = self._linked, [], 0
        bare = raw.strip(_SEPARATORS)
        if not bare:
            return
        share = min(linked / max(len(bare) - bare.count("|") * 3, 1), 1.0) if linked else 0.0
        for piece in _PARAGRAPH_BREAK.split(raw) if "\n" in raw else (raw,):
            text = clean_line(piece)
            if text:
                self._raw.append((self._holders[-1], text, share))

    def _decide(self) -> None:
        """Make the blocks, knowing which stand around the content."""
        sizes, links = [0], [0.0]
        for _, text, share in self._raw:
            sizes.append(sizes[-1] + len(text))
            links.append(links[-1] + len(text) * share)
        whole = sizes[-1] or 1
        around = [False] * len(self._raw)
        for begin, end in self._headers:
            for number in range(begin, end):
                holder, text, share = self._raw[number]
                told = len(text) >= _TOLD and share < 0.5
                around[number] = holder.name != "h1" and not told
        for begin, end, surely in self._around:
            size = sizes[end] - sizes[begin]
            menu = links[end] - links[begin] > size * 0.6
            if size / whole > (_SURELY_AROUND if surely else _WHOLE_PAGE) and not menu:
                continue  # a wrapper of the page that has "menu" or "nav" in its name
            if not surely and any(holder.name == "h1" for holder, _, _ in self._raw[begin:end]):
                continue
            around[begin:end] = [True] * (end - begin)
        self._made.blocks = [
            Block(holder.name, text, share, outside, holder, _LEVELS.get(holder.name, 0))
            for (holder, text, share), outside in zip(self._raw, around, strict=True)
        ]


def _is_header(tag: Tag) -> bool:
    """Say whether an element is the header of the site: not that of an article or a section."""
    if tag.name == "header" or tag.attrs.get("role") == "banner":
        up = tag.parent
        while up is not None and up.name not in {"main", "article", "section", "body"}:
            up = up.parent
        return up is None or up.name == "body"
    return bool(tag.attrs) and tag.name == "div" and _is_named_header(tag.named)


@lru_cache(maxsize=4096)
def _is_named_header(names: str) -> bool:
    return _HEADER_NAMES.search(names) is not None


_APART = {"a", "time", "label", "small"}


def _stands_apart(tag: Tag) -> bool:
    """Say whether an inline element follows another directly, but is drawn apart from it.

    ``<span class="name">Jane</span><span class="role">Baker</span>`` is two things.
    """
    before = tag.previous_sibling
    if not isinstance(before, Tag) or before.name in BLOCKS:
        return False
    if tag.name in _APART or before.name in _APART:
        return True
    return tag.name == before.name == "span" and "class" in tag.attrs and "class" in before.attrs


def plain_block(text: str) -> Block:
    """Return a paragraph of plain text as a block."""
    return Block("p", text, 0.0)
