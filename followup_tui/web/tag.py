"""The elements of a parsed page, as the readers of facts walk over them.

They have the names and manners of `bs4.Tag` as far as readers need them, and no more: a page has
thousands, every reader asks each of them for its name and attributes, and with bs4's own that
took as long as parsing the page. A test holds both trees side by side.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

_UNSHOWN = frozenset({"script", "style", "template"})
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)


_NONE: Mapping[str, str | list[str]] = {}


class Unshown(str):
    """Text for programs: that of scripts, style sheets and templates."""

    __slots__ = ()


class Comment(str):
    """A comment: no reader sees it, but it stands between what is beside it."""

    __slots__ = ()


class Tag:
    """An element: text that is shown stands in its `contents` as plain `str`."""

    __slots__ = (
        "attrs",
        "blocks",
        "blocks_end",
        "children",
        "contents",
        "hidden",
        "name",
        "named",
        "order",
        "order_end",
        "parent",
        "place",
    )

    def __init__(self, name: str, parent: Tag | None, place: int) -> None:
        self.name = name
        self.attrs = _NONE
        """Its attributes by name; those that hold several words (``class``) as lists."""
        self.parent = parent
        self.place = place
        """Its own place in its parent's `contents`."""
        self.contents: list[Tag | str] = []
        self.children: list[Tag] | tuple[()] = ()
        """The elements of its `contents`: most elements have none."""
        self.hidden = False
        """Whether it is never shown to a reader."""
        self.named = ""
        """Its classes and its id, as they are written; empty where it has no attributes."""
        # set by the outline of the page (`outline.outline`) where it is shown
        self.order = -1
        """Its place among the shown elements of the page; -1 where it is not shown."""
        self.order_end = 0
        """The place after the last element in it."""
        self.blocks = 0
        """The number of its first block of text."""
        self.blocks_end = 0
        """The number after its last block."""

    @property
    def previous_sibling(self) -> Tag | str | None:
        """What stands right before it in its parent."""
        if self.parent is None or not self.place:
            return None
        return self.parent.contents[self.place - 1]

    @property
    def previous_siblings(self) -> Iterator[Tag | str]:
        """Give what stands before it in its parent, the nearest first."""
        if self.parent is not None:
            for place in range(self.place - 1, -1, -1):
                yield self.parent.contents[place]

    @property
    def parents(self) -> Iterator[Tag]:
        """Give the elements around it, the nearest first."""
        up = self.parent
        while up is not None:
            yield up
            up = up.parent

    @property
    def descendants(self) -> Iterator[Tag | str]:
        """Give all that stands below it, in order."""
        todo: list[Tag | str] = self.contents[::-1]
        while todo:
            piece = todo.pop()
            yield piece
            if isinstance(piece, Tag):
                todo.extend(reversed(piece.contents))

    def find_parent(self, name: str) -> Tag | None:
        """Return the nearest element of that name around it."""
        return next((above for above in self.parents if above.name == name), None)

    def find(self, *names: str) -> Tag | None:
        """Return the first element below it that has one of `names`."""
        return next(iter(self.find_all(*names, limit=1)), None)

    def find_all(self, *names: str, class_: str = "", limit: int = 0) -> list[Tag]:
        """Return the elements below it with one of `names` (or any) and that class, in order.

        No more than `limit` of them, if there is one.
        """
        found: list[Tag] = []
        for piece in self.descendants:
            if not isinstance(piece, Tag) or (names and piece.name not in names):
                continue
            if class_ and class_ not in piece.attrs.get("class", ()):
                continue
            found.append(piece)
            if len(found) == limit:
                break
        return found

    def get_text(self, separator: str = "", *, strip: bool = False) -> str:
        """Return the text below it, hidden or not, but what is for programs only if it is so."""
        kind = str
        if self.name in _UNSHOWN or self.find_parent("template") is not None:
            kind = Unshown
        pieces = [str(piece) for piece in self.descendants if type(piece) is kind]
        if strip:
            pieces = [bare for piece in pieces if (bare := piece.strip())]
        return separator.join(pieces)

    def decode(self) -> str:
        """Return it as HTML, without what is for programs."""
        if self.name in _UNSHOWN:
            return ""
        attributes = "".join(
            f' {name}="{escape(value if isinstance(value, str) else " ".join(value))}"'
            for name, value in self.attrs.items()
        )
        if self.name in _VOID:
            return f"<{self.name}{attributes}>"
        inner = "".join(
            piece.decode() if isinstance(piece, Tag) else escape(piece, quote=False)
            for piece in self.contents
            if isinstance(piece, Tag) or type(piece) is str
        )
        return f"<{self.name}{attributes}>{inner}</{self.name}>"
