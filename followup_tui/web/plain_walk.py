"""The walk from the tree of a page to its lines of text and boxes (`plain_lines`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
_SKIPPED = frozenset(
    {"nav", "button", "select", "option", "textarea", "dialog", "menu", "footer", "pre"}
)
_READ = _HEADINGS | {"body", "main", "article"}
"""Elements that are read whatever they are called."""
_SKIPPED_ROLES = frozenset({"navigation", "search", "dialog", "alertdialog", "menu", "menubar"})
_SKIPPED_NAMES = re.compile(
    r"(?:^|[-_ ])(?:cookies?(?:-?(?:banner|notice|bar|consent))?|consent|gdpr|breadcrumbs?|navbar|"
    r"skip-?link|comments?|comment-?list|disqus\w*|share|sharing|pagination|pager|tooltip|"
    r"datepicker|date-picker|dropdown-?menu|tweets?|twitter-\w+|site-?footer)(?:$|[-_ ])",
    re.IGNORECASE,
)
_CELLS = frozenset({"td", "th"})
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


_State = tuple[int, int, str, bool, str, bool]
"""What the walk knows where it is, a mere tuple because each element has one: the box, the level
of the heading, the address of the link, whether the words are strong, what the inline element is
called, and whether line breaks and blanks are shown as they stand (``pre``)."""


def _names(tag: Tag) -> str:
    """Return the classes, the id and the property of an element; empty where it has none."""
    prop = tag.attrs.get("itemprop") or ""
    if prop:
        return f"{tag.named} {prop}"[:_NAMED_LONG]
    return tag.named[:_NAMED_LONG] if tag.named != " " else ""


def _skipped(tag: Tag, names: str) -> bool:
    if tag.name in _SKIPPED:
        if tag.name == "pre":
            return any(not isinstance(node, str) and node.name == "code" for node in tag.contents)
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
        lines = self.made.lines
        state = (self._open(root, "", -1, ""), 0, "", False, "", False)
        within: list[tuple[Tag, Iterator[Tag | str], _State]] = [(root, iter(root.contents), state)]
        while within and len(lines) < MOST_LINES:
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
                self._leave(tag, state[0])
        self._cut()
        for box in self.made.boxes:
            box.last = box.last or len(lines)
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
        if tag.children or inside[-1] or len(self.made.lines) > MOST_LINES - 3:
            return inside
        for node in tag.contents:
            if type(node) is str and (self._edge or self._parts or not node.isspace()):
                self._add(node, inside)
        self._leave(tag, inside[0])
        return None

    def _open(self, tag: Tag, names: str, parent: int, href: str) -> int:
        boxes = self.made.boxes
        name, spans, columns = tag.name, 1, 1
        if tag.attrs:
            if "role" in tag.attrs:
                name = _ROLES.get(str(tag.attrs["role"]), name)
            if name in _CELLS:
                spans = _count(tag.attrs.get("rowspan"))
                columns = _count(tag.attrs.get("colspan"))
        boxes.append(Box(name, names, parent, href, len(self.made.lines), 0, spans, columns, tag))
        return len(boxes) - 1

    def _enter(self, tag: Tag, names: str, state: _State) -> _State:
        box, level, href, strong, own, spaced = state
        name = tag.name
        if name == "a":
            address = tag.attrs.get("href")
            href = address if isinstance(address, str) else ""
        if name in _INLINE and (name != "a" or not _is_card(tag)):
            self._edge = name not in _GLUED
            return box, level, href, strong or name in _STRONG, names or own, spaced
        if self._parts:
            self._cut()
        self._edge = False
        if name in _HEADINGS:
            level = int(name[1])
        elif level and name in _OUT_OF_HEADING:
            lines = self.made.lines
            if lines and lines[-1].level == level and lines[-1].box == box:
                level = 0
        box = self._open(tag, names, box, href)
        return box, level, href, False, "", spaced or name == "pre"

    def _leave(self, tag: Tag, box: int) -> None:
        made = self.made.boxes[box]
        if made.element is not tag:  # an inline element
            self._edge = tag.name not in _GLUED
            return
        if self._parts:
            self._cut()
        self._edge = False
        made.last = len(self.made.lines)

    def _text(self, node: str, state: _State) -> None:
        if state[-1]:
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
            raw, (box, level, href, strong, names, _) = parts[0]
            text = _clean(raw)
            if text:
                piece = Piece(0, len(text), href, strong, names)
                self.made.lines.append(Line(text, box, level, (piece,)))
            return
        self._cut_pieces(parts)

    def _cut_pieces(self, parts: list[tuple[str, _State]]) -> None:
        words = ""
        pieces: list[Piece] = []
        for raw, (_, _, href, strong, names, _) in parts:
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
                pieces.append(Piece(start, end, href, strong, names))
            words += text
        words = words.rstrip()
        if words:
            box, level, *_ = parts[0][1]
            self.made.lines.append(Line(words, box, level, tuple(pieces)))


def lines_of(page: Page) -> Lines:
    """Return the lines of a page's body and the boxes around them."""
    return _Walk().through(page.body)
