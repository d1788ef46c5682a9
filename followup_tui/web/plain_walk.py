"""The walk from the tree of a page to its lines of text and boxes (`plain_lines`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from followup_tui.domain.text import clean_line
from followup_tui.web.dom import Page
from followup_tui.web.plain_lines import Box, Line, Lines, Piece
from followup_tui.web.tag import Tag


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


MOST_LINES = 6000
"""Lines that are read of one page."""
_PIECE_LIMIT = 1000
_COLUMNS = re.compile(r"\t+| {3,}")
_INLINE = _listed(
    "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark q s small "
    "span strike strong sub sup time tt u var data output wbr nobr"
)
_GLUED = frozenset({"sup", "sub", "wbr", "font"})
_STRONG = frozenset({"b", "strong", "em", "u", "mark"})
_OUT_OF_HEADING = frozenset({"ul", "ol", "li", "dl", "table", "section", "article", "p", "div"})
"""Elements that end a heading whose end was forgotten, if it has words already."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SKIPPED = frozenset({"nav", "button", "select", "option", "textarea", "dialog", "menu", "footer"})
_READ = _HEADINGS | {"body", "main", "article"}
"""Elements that are read whatever they are called."""
_SKIPPED_ROLES = frozenset({"navigation", "search", "dialog", "alertdialog", "menu", "menubar"})
_SKIPPED_NAMES = re.compile(
    r"(?:^|[-_ ])(?:cookies?(?:-?(?:banner|notice|bar|consent))?|consent|gdpr|breadcrumbs?|navbar|"
    r"skip-?link|comments?|comment-?list|disqus\w*|share|sharing|pagination|pager|tooltip|"
    r"datepicker|date-picker|dropdown-?menu|tweets?|twitter-\w+|site-?footer)(?:$|[-_ ])",
    re.IGNORECASE,
)
_ROLES = {
    "table": "table",
    "grid": "table",
    "rowgroup": "tbody",
    "row": "tr",
    "cell": "td",
    "gridcell": "td",
    "columnheader": "th",
    "rowheader": "th",
    "listitem": "li",
}
"""What the roles of a table's parts (WAI-ARIA 1.2) are as elements: frameworks make it of divs."""
_NAMED_LONG = 400


@dataclass(slots=True)
class _State:
    """What the walk knows where it is."""

    box: int
    level: int = 0
    href: str = ""
    strong: bool = False
    names: str = ""
    spaced: bool = False
    """Whether line breaks and blanks are shown as they stand: ``pre``."""


def _names(tag: Tag) -> str:
    """Return the classes, the id and the property of an element; empty where it has none."""
    prop = tag.attrs.get("itemprop") or ""
    if prop:
        return f"{tag.named} {prop}"[:_NAMED_LONG]
    return tag.named[:_NAMED_LONG] if tag.named != " " else ""


def _skipped(tag: Tag, names: str) -> bool:
    if tag.name in _SKIPPED:
        above = tag.parent
        folds = tag.name == "button" and above is not None and above.name in _HEADINGS
        return not folds  # the head of a fold-out is a button within a heading
    if not tag.attrs:
        return False
    if tag.attrs.get("role") in _SKIPPED_ROLES:
        return True
    return bool(names) and tag.name not in _READ and _is_named_skipped(names)


@lru_cache(maxsize=4096)
def _is_named_skipped(names: str) -> bool:
    return _SKIPPED_NAMES.search(names) is not None


def _clean(raw: str) -> str:
    """Return text on one line; most of it is plain and needs no more than its blanks put right."""
    if raw.isascii() and raw.isprintable() and "  " not in raw:
        return raw.strip()
    text = " ".join(raw.split())
    return text if text.isascii() and text.isprintable() else clean_line(text)


def _is_card(tag: Tag) -> bool:
    """Say whether a link is drawn as a box: it holds several elements."""
    return len(tag.children) > 1


def _count(value: object) -> int:
    return min(int(value), 60) if isinstance(value, str) and value.isdigit() and value != "0" else 1


class _Walk:
    def __init__(self) -> None:
        self.made = Lines()
        self._parts: list[tuple[str, _State]] = []
        self._edge = False  # an inline element has just begun or ended

    def through(self, root: Tag) -> Lines:
        """Return the lines below `root`. Walks without recursion: pages may be nested deep."""
        state = _State(self._open(root, "", -1, _State(-1)))
        within: list[tuple[Tag, Iterator[Tag | str], _State]] = [(root, iter(root.contents), state)]
        while within and len(self.made.lines) < MOST_LINES:
            tag, rest, state = within[-1]
            for node in rest:
                if type(node) is str:
                    self._text(node, state)
                elif isinstance(node, Tag):
                    inside = self._begin(node, state)
                    if inside is not None:
                        within.append((node, iter(node.contents), inside))
                        break
            else:
                within.pop()
                self._leave(tag, state)
        self._cut()
        for box in self.made.boxes:
            box.last = box.last or len(self.made.lines)
        return self.made

    def _begin(self, tag: Tag, state: _State) -> _State | None:
        """Return what is known within an element, or None where nothing is left to walk of it."""
        if tag.name == "br":
            self._cut()
            return None
        if tag.hidden:
            return None
        names = _names(tag) if tag.attrs else ""  # half of a page's elements have no attributes
        if (tag.attrs or tag.name in _SKIPPED) and _skipped(tag, names):
            self._cut()
            return None
        inside = self._enter(tag, names, state)
        # two thirds hold no other element, and are done at once: an eighth of the walk's time
        if tag.children or inside.spaced or len(self.made.lines) > MOST_LINES - 3:
            return inside
        for node in tag.contents:
            if type(node) is str and (self._edge or self._parts or not node.isspace()):
                self._add(node, inside)
        self._leave(tag, inside)
        return None

    def _open(self, tag: Tag, names: str, parent: int, state: _State) -> int:
        boxes = self.made.boxes
        depth = boxes[parent].depth + 1 if parent >= 0 else 0
        first = len(self.made.lines)
        name = _ROLES.get(str(tag.attrs.get("role")), tag.name) if "role" in tag.attrs else tag.name
        box = Box(name, names, parent, state.href, first, 0, depth, 1, 1, tag)
        if name in {"td", "th"} and tag.attrs:
            box.spans = _count(tag.attrs.get("rowspan"))
            box.columns = _count(tag.attrs.get("colspan"))
        boxes.append(box)
        return len(boxes) - 1

    def _enter(self, tag: Tag, names: str, state: _State) -> _State:
        name = tag.name
        href = state.href
        if name == "a":
            address = tag.attrs.get("href")
            href = address if isinstance(address, str) else ""
        if name in _INLINE and (name != "a" or not _is_card(tag)):
            self._edge = name not in _GLUED
            strong = state.strong or name in _STRONG
            own = names or state.names
            return _State(state.box, state.level, href, strong, own, state.spaced)
        if self._parts:
            self._cut()
        self._edge = False
        level = state.level
        if name in _HEADINGS:
            level = int(name[1])
        elif level and name in _OUT_OF_HEADING:
            lines = self.made.lines
            if lines and lines[-1].level == level and lines[-1].box == state.box:
                level = 0
        spaced = state.spaced or name == "pre"
        box = self._open(tag, names, state.box, state)
        inside = _State(box, level, href, False, "", spaced)
        self.made.boxes[inside.box].href = href
        return inside

    def _leave(self, tag: Tag, state: _State) -> None:
        if tag.name in _INLINE and self.made.boxes[state.box].element is not tag:
            self._edge = tag.name not in _GLUED
            return
        if self._parts:
            self._cut()
        self._edge = False
        self.made.boxes[state.box].last = len(self.made.lines)

    def _text(self, node: str, state: _State) -> None:
        if state.spaced:
            self._add_spaced(node, state)
        elif self._edge or self._parts or not node.isspace():  # blanks begin no line
            self._add(node, state)

    def _add_spaced(self, node: str, state: _State) -> None:
        """Add text whose lines and columns are made by blanks."""
        for number, row in enumerate(str(node).split("\n")):
            if number:
                self._cut()
            self._add(_COLUMNS.sub(" | ", row.strip()), state)

    def _add(self, text: str, state: _State) -> None:
        if self._edge and self._parts:
            before = self._parts[-1][0]
            # <span>12</span><span>Mar</span> are two words to the eye
            if before[-1:].isalnum() and text[:1].isalnum() and self._parts[-1][1] is not state:
                both = before[-1:].isalpha() and text[:1].isalpha()
                if not both or len(before) > 1:
                    text = " " + text
        self._edge = False
        if text:
            self._parts.append((text, state))

    def _cut(self) -> None:
        """End the line that is being collected."""
        parts, self._parts = self._parts, []
        self._edge = False
        if not parts:
            return
        if len(parts) == 1:
            raw, state = parts[0]
            text = _clean(raw)
            if text:
                piece = Piece(0, len(text), state.href, state.strong, state.names)
                self.made.lines.append(Line(text, state.box, state.level, (piece,)))
            return
        self._cut_pieces(parts)

    def _cut_pieces(self, parts: list[tuple[str, _State]]) -> None:
        words = ""
        pieces: list[Piece] = []
        for raw, state in parts:
            text = _clean(raw) or (" " if raw.isspace() else "")
            if not text:
                continue
            if raw[:1].isspace() and text != " ":
                text = " " + text
            if raw[-1:].isspace() and text[-1:] != " ":
                text += " "
            if not words or words[-1] == " ":
                text = text.lstrip()
            if text.strip():
                start = len(words) + len(text) - len(text.lstrip())
                end = len(words) + len(text.rstrip())
                pieces.append(Piece(start, end, state.href, state.strong, state.names))
            words += text
        words = words.rstrip()
        if words:
            state = parts[0][1]
            self.made.lines.append(Line(words, state.box, state.level, tuple(pieces)))


def lines_of(page: Page) -> Lines:
    """Return the lines of a page's body and the boxes around them."""
    return _Walk().through(page.body)
