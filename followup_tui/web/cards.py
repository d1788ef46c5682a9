"""Repeated blocks of a page: cards, rows, list entries, each about one thing.

Whoever makes a page shows things of one kind in blocks of one form: what is offered, who works
there, news, positions, prices. A group is such a row of blocks; what it is about is for the
readers to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice

from followup_tui.web.dom import HEADINGS, Page, absolute, attribute, text_of
from followup_tui.web.once import once
from followup_tui.web.outline import Block, Outline
from followup_tui.web.tag import Tag

MOST_CARDS = 120
"""Cards of one group that are looked at."""
_MOST_TEXT = 2500  # characters of a card that is still about one thing
_MOST_GROUPS = 150
_HOLDERS = {"div", "li", "article", "section", "tr", "a", "dl", "td", "p", "figure", "details"}
_TITLED = re.compile(r"(?:^|[-_ ])(?:title|name|headline|heading|titel)(?:$|[-_ ])", re.IGNORECASE)
_MARKS = {*HEADINGS, "dt"}
_DIGIT = re.compile(r"\d")
_STRONG = ("strong", "b", "dt", "summary", "th")


@dataclass(frozen=True)
class Card:
    """One block of a group."""

    page: Page
    outline: Outline
    tags: tuple[Tag, ...]
    """Its element, or for a heading and what follows it each of these elements."""

    @once
    def blocks(self) -> list[Block]:
        """Its text."""
        return [block for tag in self.tags for block in self.outline.of(tag)]

    @once
    def text(self) -> str:
        """All its text as one line."""
        return " ".join(block.text for block in self.blocks)

    @once
    def elements(self) -> list[Tag]:
        """Its shown elements in order, its own among them."""
        return [one for tag in self.tags for one in (tag, *self.outline.below(tag))]

    def all(self, *names: str) -> list[Tag]:
        """Return its elements of these names, in order."""
        return [tag for tag in self.elements if tag.name in names]

    @once
    def title_tag(self) -> Tag | None:
        """The element that names it: a heading, what is called a title, what is strong, a link."""
        for tag in self.elements:
            if tag.name in HEADINGS and self.outline.of(tag):
                return tag
        for tag in self.elements[1:]:
            if tag.attrs and tag.name != "time" and _TITLED.search(tag.named) and text_of(tag):
                return tag
        for tag in self.elements:
            if tag.name in _STRONG and text_of(tag):
                return tag
        return max(self.all("a"), key=lambda tag: len(text_of(tag, 200)), default=None)

    @once
    def heading(self) -> str:
        """The text of its heading; empty where it has none."""
        tag = self.title_tag
        return text_of(tag, 200) if tag is not None and tag.name in HEADINGS else ""

    @once
    def title(self) -> str:
        """Its name; empty where nothing in it stands out."""
        return text_of(self.title_tag, 200) if self.title_tag is not None else ""

    @once
    def link(self) -> str:
        """Where it leads: the link of its title, around it, or the first in it."""
        near: list[Tag] = []
        tag = self.title_tag
        if tag is not None:
            near = [one for one in (tag, *self.outline.below(tag)) if one.name == "a"]
            up = tag.parent
            while up is not None and up.name != "a" and up is not self.tags[0].parent:
                up = up.parent
            near.extend([up] if up is not None and up.name == "a" else [])
        near.extend(self.all("a"))
        found = (absolute(attribute(one, "href"), self.page.base) for one in near)
        return next((address for address in found if address), "")

    @property
    def names(self) -> str:
        """The classes and ids of its own element."""
        return self.tags[0].named


@dataclass(frozen=True)
class Group:
    """Blocks of one form, in order."""

    cards: tuple[Card, ...]
    section: str
    """The heading they stand under; empty where there is none."""
    names: str
    """The classes and ids of what stands around them and of their own elements."""
    around: bool
    """Whether they stand around the content: navigation, footer."""

    @once
    def titles(self) -> list[str]:
        """The cards' names."""
        return [card.title for card in self.cards]


_Signature = tuple[str, tuple[str, ...]]


def _lasting(classes: Iterable[str]) -> tuple[str, ...]:
    """Return those of an element's classes that do not count on."""
    kept = (name for name in islice(classes, 12) if not _DIGIT.search(name))
    return tuple(name for name in kept if name not in _POSITIONS)


_POSITIONS = {"first", "last", "odd", "even", "active", "current", "alt", "open", "featured"}


@dataclass(slots=True)
class _Row:
    """Like elements side by side, before it is known whether they are cards of something."""

    parent: Tag
    form: _Signature
    kind: _Signature
    members: list[tuple[Tag, ...]]

    def takes(self, other: _Row) -> bool:
        """Take over the members of the next row if both belong to one grid; say whether."""
        if (self.form, self.kind) != (other.form, other.kind):
            return False
        if max(len(self.members), len(other.members)) < 2:
            return False  # a paragraph in each of several cards is no row of paragraphs
        one, two = self.parent.parent, other.parent.parent
        if one is None or two is None or self.kind[0] == "td":
            return False
        # rows in wrappers of their own belong together only where their classes say the same
        siblings = one is two or (bool(self.form[1]) and one.parent is two.parent)
        if siblings:
            self.members.extend(other.members)
        return siblings


class Cards:
    """Finds the groups of a page, once for all readers."""

    def __init__(self, page: Page, outline: Outline) -> None:
        self._page, self._outline = page, outline
        self._forms: dict[int, tuple[str, ...]] = {}
        blocks = outline.blocks
        self._headings = [number for number, block in enumerate(blocks) if block.level]
        self._levels = [blocks[number].level for number in self._headings]
        self._headed = [0, *accumulate(block.level > 0 for block in blocks)]
        """Before each block, how many headings there are."""
        self._sizes = [0, *accumulate(len(block.text) for block in blocks)]

    @once
    def groups(self) -> list[Group]:
        """Every group, those within a line of cards of another group too."""
        found: list[Group] = []
        for parent, members in self._rows():
            cards = tuple(Card(self._page, self._outline, tags) for tags in members[:MOST_CARDS])
            found.append(self._group(parent, cards))
            if len(found) >= _MOST_GROUPS:
                break
        return found

    def _rows(self) -> Iterator[tuple[Tag, list[tuple[Tag, ...]]]]:
        """Give (parent, the elements of each card) of every row of like elements."""
        rows: list[_Row] = []
        for parent in self._outline.elements:
            children = parent.children
            if not children or (len(children) < 2 and parent.name not in {"div", "section"}):
                continue
            kinds = self._kinds(children)
            flat = self._slices(children) if len(children) > 1 else []
            if not (kinds or flat):
                continue
            form = self._signature(parent)
            for kind, members in kinds.items():
                row = _Row(parent, form, kind, members)
                if not (rows and rows[-1].takes(row)):
                    rows.append(row)
            if len(flat) > 1:
                rows.append(_Row(parent, form, ("", ()), flat))
        for row in rows:
            if len(row.members) > 1:
                yield row.parent, row.members

    def _kinds(self, children: Sequence[Tag]) -> dict[_Signature, list[tuple[Tag, ...]]]:
        """Return those children that may be cards, by their form."""
        kinds: dict[_Signature, list[tuple[Tag, ...]]] = {}
        for child in children:
            if child.name in _HOLDERS and self._is_card(child):
                kinds.setdefault(self._signature(child), []).append((child,))
        return kinds

    def _signature(self, tag: Tag) -> _Signature:
        """Return the form of an element: its name and its lasting classes."""
        classes = tag.attrs.get("class")
        if not classes:
            return tag.name, ()
        form = self._forms.get(id(classes))  # elements of the same classes share their list
        if form is None:
            form = self._forms[id(classes)] = _lasting(classes)
        return tag.name, form

    def _is_card(self, tag: Tag) -> bool:
        begin, end = tag.blocks, tag.blocks_end
        if tag.name in {"a", "td"}:
            return begin < end  # within a line an element has no blocks of its own
        if not 0 < end - begin <= 40:
            return False
        if self._sizes[end] - self._sizes[begin] > _MOST_TEXT:
            return False
        first, last = self._headed[begin], self._headed[end]
        if last - first < 2:
            return True
        levels = self._levels[first:last]
        return levels.count(min(levels)) == 1  # two of them: a section, no card

    @staticmethod
    def _slices(children: Sequence[Tag]) -> list[tuple[Tag, ...]]:
        """Cut children that stand side by side into a heading and what follows it, each."""
        marks = [child.name for child in children if child.name in _MARKS]
        if len(marks) < 2:
            return []
        level = max(sorted(set(marks)), key=marks.count)  # of two, the higher one
        if marks.count(level) < 2:
            return []
        found: list[list[Tag]] = []
        for child in children:
            if child.name == level:
                found.append([child])
            elif child.name in HEADINGS and child.name < level:
                continue
            elif found and len(found[-1]) < 8:
                found[-1].append(child)
        return [tuple(piece) for piece in found]

    def _group(self, parent: Tag, cards: tuple[Card, ...]) -> Group:
        begin = cards[0].tags[0].blocks
        blocks = cards[0].blocks
        above: list[str] = []
        up: Tag | None = parent
        while up is not None and up.name not in {"body", "html"} and len(above) < 3:
            above.append(up.named)
            up = up.parent
        return Group(
            cards=cards,
            section=self._section(begin, cards[0]),
            names=" ".join([*above, cards[0].names]),
            around=bool(blocks) and blocks[0].around,
        )

    def _section(self, begin: int, first: Card) -> str:
        """Return the heading that the block at `begin` stands under."""
        own = next((block.level for block in first.blocks if block.level), 9)
        for place in range(self._headed[begin] - 1, -1, -1):
            if self._levels[place] < own:
                number = self._headings[place]
                return self._outline.blocks[number].text if begin - number <= 60 else ""
        return ""
