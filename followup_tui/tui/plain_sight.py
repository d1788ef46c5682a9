"""The desk's first screen drawn in plain lines, by who has the call list and not yet Textual.

Importing Textual and building its widgets takes longer than reading a large desk and making its
list. So where no picture of the first screen is kept (`first_sight`), because something has changed
or the terminal is another one, the list is drawn by these lines as soon as it is known. The desk
comes up behind them and draws over them what is the same: head, list, frames and keys stand where
Textual puts them, in its colours. A test compares them cell by cell. What is not drawn here is
what comes later anyway: what is known of the first client, and the handle of the scroll bar.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from rich.cells import cell_len

from followup_tui.domain.queue import CallList
from followup_tui.settings.model import KeysPreset, Settings
from followup_tui.tui import colours
from followup_tui.tui.actions import ACTIONS, Action, Place, at
from followup_tui.tui.present.call_lines import (
    Line,
    cut,
    day_line,
    heading_line,
    lines_of,
    toggle_line,
    unsought,
)
from followup_tui.tui.present.fitting_keys import STAYS, fitting

LOWEST, NARROWEST = 18, 40
"""Lines and columns of the smallest terminal that is drawn on: below, frames are left out."""
_TWO, _THREE = 80, 120  # columns from which on there are so many panes
_KEYS = {"enter": "⏎", "slash": "/", "ctrl+p": "^p"}
"""How keys stand in the line of keys that are more than a letter or a function key."""


class _Style(NamedTuple):
    """The looks of a piece of text."""

    colour: str
    ground: str
    is_bold: bool = False


_Piece = tuple[str, _Style]


class _Column(NamedTuple):
    """A pane: where it begins, how wide it is, and what stands above it."""

    title: str
    width: int


def first_screen(queue: CallList, settings: Settings, *, size: tuple[int, int]) -> str:
    """Return what a terminal of `size` (columns, lines) is sent, each line at its place.

    It knows colours of 24 bits. Empty where the first screen is another one: nobody is on the
    list, the terminal is too small, or the colours are not ours.
    """
    width, height = size
    looks = _LOOKS.get(settings.theme)
    if looks is None or width < NARROWEST or height < LOWEST or not (queue.today or queue.beyond):
        return ""
    screen = _Screen(queue, settings, looks, width, height)
    lines = enumerate(screen.lines(), 1)
    return "".join(f"\x1b[{row};1H{_sgr(pieces)}" for row, pieces in lines) + "\x1b[0m"


class _Looks(NamedTuple):
    """A theme's colours."""

    ground: str
    variables: Mapping[str, str]

    def style(self, kind: str, *, under_cursor: bool) -> _Style:
        """Return the style of a kind of text in the list (`present.call_lines`)."""
        of = self.variables
        cursor = "block-cursor-" if under_cursor else ""
        ground = of[f"{cursor}background"] if under_cursor else self.ground
        colour = _COLOURS.get(kind) or ("block-cursor-foreground" if under_cursor else "text")
        return _Style(of[colour], ground, kind in _BOLD)


_LOOKS = {
    colours.DARK: _Looks(colours.DARK_GROUND, colours.DARK_VARIABLES),
    colours.LIGHT: _Looks(colours.LIGHT_GROUND, colours.LIGHT_VARIABLES),
}
_COLOURS = {
    "urgent": "band-urgent",
    "late": "band-late",
    "due": "band-due",
    "soon": "band-soon",
    "urgent-words": "band-urgent",
    "late-words": "band-late",
    "due-words": "text-muted",
    "soon-words": "text-muted",
    "quiet": "text-muted",
    "quiet-words": "text-muted",
    "client": "text",
    "rule": "text-muted",
    "key": "footer-key-foreground",
}
"""The colours of the kinds of text, as the style sheet of `panes.call_list` has them."""
_BOLD = frozenset({"urgent", "name", "key"})


class _Screen:
    """The first screen, line by line."""

    def __init__(
        self, queue: CallList, settings: Settings, looks: _Looks, width: int, height: int
    ) -> None:
        self._queue = queue
        self._looks = looks
        self._width, self._height = width, height
        self._has_own_keys = bool(settings.keys) or settings.keys_preset is not KeysPreset.ARROWS
        self._plain = _Style(looks.variables["text"], looks.ground)

    def lines(self) -> Iterator[list[_Piece]]:
        """Yield the lines of the screen as pieces of text, each line as wide as the screen."""
        yield self._head()
        columns = _columns(self._width)
        yield self._edge(columns, "╭╮", titled=True)
        room = self._height - 4
        rows = self._rows(columns[0].width - 3)
        for _ in range(room):
            yield self._across(columns, next(rows, None))
        yield self._edge(columns, "╰╯", titled=False)
        yield self._keys()

    def _style(self, colour: str, ground: str = "", *, bold: bool = False) -> _Style:
        of = self._looks.variables
        return _Style(of[colour], of[ground] if ground else self._looks.ground, bold)

    def _head(self) -> list[_Piece]:
        """Return the program's name, the tabs of the panes, and the day."""
        muted, plain = self._style("text-muted"), self._plain
        here = self._style("text", "block-cursor-background", bold=True)
        found: list[_Piece] = [(" ", plain)]
        if self._width >= _TWO:
            found += [("followup", self._style("text-accent", bold=True)), ("  ", plain)]
        if self._width < _THREE:
            pad, after = (" ", "") if self._width >= _TWO else ("", " ")
            for name in ("List", "Prepare", "Notes"):
                found.append((f"{pad}{name}{pad}", here if name == "List" else muted))
                found.append((after, plain))
        room = max(self._width - 1 - sum(cell_len(text) for text, _ in found), 0)
        ((day, _),) = cut(((day_line(self._queue), ""),), room)
        return [*found, (" " * (room - cell_len(day)), muted), (day, muted), (" ", plain)]

    def _edge(self, columns: list[_Column], corners: str, *, titled: bool) -> list[_Piece]:
        """Return the upper or the lower edge of all panes."""
        found: list[_Piece] = []
        for number, column in enumerate(columns):
            edge = self._border(number)
            title = f" {column.title} " if titled else ""
            rest = column.width - 2 - cell_len(title)
            words = self._style("text", bold=True) if not number else self._style("text-muted")
            found += [(corners[0] + "─" * bool(title), edge), (title, words)]
            found.append(("─" * (rest - bool(title)) + corners[1], edge))
        return found

    def _border(self, number: int) -> _Style:
        return self._style("border-blurred" if number else "border")

    def _across(self, columns: list[_Column], row: list[_Piece] | None) -> list[_Piece]:
        """Return a line across all panes: a line of the list, and nothing in the others yet."""
        found: list[_Piece] = []
        for number, column in enumerate(columns):
            edge = ("│", self._border(number))
            inside = (
                row if row is not None and not number else [(" " * (column.width - 2), self._plain)]
            )
            found += [edge, *inside, edge]
        return found

    def _rows(self, width: int) -> Iterator[list[_Piece]]:
        """Yield the lines of the list, with the column of the scroll bar."""
        sections = unsought(self._queue, show_all=False, key=_key_of_all)
        listed = [section for section in sections if section.listed]
        lines = sum(2 * len(section.listed) + 1 for section in sections)
        is_alone = len(listed) == 1 and listed[0].title == "today"
        lines -= is_alone
        bar = "scrollbar-background" if lines > self._height - 4 else ""
        beside = (" ", self._style("text", bar))
        is_first = True
        for section in sections:
            if section.toggles:
                if not self._has_own_keys:
                    yield [*self._drawn(toggle_line(section.title), width), beside]
                continue
            if not is_alone:
                yield [*self._drawn(heading_line(section.title, width), width), beside]
            for each in section.listed:
                for line in lines_of(each, width):
                    yield [*self._drawn(line, width, under_cursor=is_first), beside]
                is_first = False

    def _drawn(self, line: Line, width: int, *, under_cursor: bool = False) -> list[_Piece]:
        whole = cut(line, width)
        pieces = [
            (text, self._looks.style(kind, under_cursor=under_cursor)) for text, kind in whole
        ]
        rest = width - sum(cell_len(text) for text, _ in whole)
        return [*pieces, (" " * rest, self._looks.style("", under_cursor=under_cursor))]

    def _keys(self) -> list[_Piece]:
        """Return the line of keys; without them where they are the user's own."""
        ground = self._style("text", "footer-background")
        if self._has_own_keys:
            return [(" " * self._width, ground)]
        key = self._style("footer-key-foreground", "footer-background", bold=True)
        words = self._style("footer-description-foreground", "footer-background")
        palette = ACTIONS["app.palette"]
        edge = _blend(self._looks.variables["text"], self._looks.variables["footer-background"])
        right = [("▏", ground._replace(colour=edge)), (_shown(palette), key)]
        right += [(f" {palette.label}", words), (" ", ground)]
        room = self._width - sum(cell_len(text) for text, _ in right)
        all_keys = [
            (pieces, sum(cell_len(text) for text, _ in pieces), action.name == STAYS)
            for action in (*at(Place.DESK), *at(Place.APP))
            if action.footer
            for pieces in [[(f" {_shown(action)} ", key), (f"{action.label} ", words)]]
        ]
        left = [piece for pieces in fitting(all_keys, room) for piece in pieces]
        rest = room - sum(cell_len(text) for text, _ in left)
        return [*left, (" " * rest, ground), *right]


def _columns(width: int) -> list[_Column]:
    """Return the panes that are seen at first on so many columns (`screens/desk.tcss`)."""
    if width < _TWO:
        return [_Column("Call list", width)]
    if width < _THREE:
        first = max(width * 42 // 100, 34)
        return [_Column("Call list", first), _Column("Prepare", width - first)]
    first, last = max(width * 30 // 100, 34), max(width * 28 // 100, 30)
    middle = _Column("Prepare", width - first - last)
    return [_Column("Call list", first), middle, _Column("Notes", last)]


def _key_of_all(_: str) -> str:
    return _shown(ACTIONS["desk.all"])


def _shown(action: Action) -> str:
    return _KEYS.get(action.keys[0], action.keys[0])


def _blend(colour: str, ground: str, share: float = 0.2) -> str:
    """Return a colour of which only a share is seen, on its ground."""
    mixed = (
        int(under + (over - under) * share)
        for over, under in zip(_rgb(colour), _rgb(ground), strict=True)
    )
    return "#" + "".join(f"{each:02x}" for each in mixed)


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _sgr(pieces: list[_Piece]) -> str:
    """Return pieces with what sets their colours (ECMA-48, and ISO 8613-6 for the colours)."""
    found = []
    for text, style in pieces:
        if text:
            over, under = (";".join(map(str, _rgb(each))) for each in style[:2])
            bold = "1;" if style.is_bold else ""
            found.append(f"\x1b[0;{bold}38;2;{over};48;2;{under}m{text}")
    return "".join(found)
