"""What a block of lines says of its event beside the date: its title, place and link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from followup_tui.web import plain_labels as labels
from followup_tui.web.findings import says_online
from followup_tui.web.plain_block import Block
from followup_tui.web.plain_chrome import is_cut_off
from followup_tui.web.plain_dated import Dated
from followup_tui.web.plain_dates import ReadLine
from followup_tui.web.plain_lines import Line, Lines, Piece
from followup_tui.web.plain_links import href_of, runs
from followup_tui.web.plain_phrases import (
    EDGES,
    LONGEST_SENTENCE,
    MONEY,
    ONLINE_LINE,
    QUESTION,
    cut_out,
    is_good,
    is_place,
    is_room,
    is_sentence,
    segments,
    tidy,
    without_place,
)
from followup_tui.web.plain_places import PlaceReader
from followup_tui.web.plain_readings import Readings
from followup_tui.web.plain_tables import Role, Tables
from followup_tui.web.plain_years import heading_of


@dataclass(frozen=True, slots=True)
class Parts:
    """What a block says of one event."""

    title: str
    location: str
    href: str
    online: bool
    marked: bool
    """Whether the title is a heading, a link or bold: made to be seen."""


class PartsReader:
    """Reads the parts of blocks of one page."""

    def __init__(self, lines: Lines, language: str, read: ReadLine) -> None:
        self._lines = lines
        self._language = language
        self._read = read
        self.readings = Readings(lines, read)
        self._known: dict[tuple[int, int, int], tuple[str, int, bool]] = {}
        self.tables = Tables(lines)
        self._places = PlaceReader(lines, read, self.readings)

    def is_title(self, text: str) -> bool:
        """Say whether some words can be a title, whatever dates they hold beside it."""
        says = heading_of(text, self._language)
        if says is not None and says.month is not None:
            return False  # "September 2026"
        reading = self._read(text)
        return any(is_good(tidy(part)) for part in segments(cut_out(text, reading)))

    def is_timed(self, text: str) -> bool:
        """Say whether some words hold a time of day."""
        return any(char.isdigit() for char in text) and bool(self._read(text).clocks)

    def has_title(self, block: Block) -> bool:
        """Say whether a block names what it is about."""
        return bool(self.title(block)[0])

    def title_above(self, above: Sequence[str]) -> str:
        """Return the nearest of some headings that names something; empty if none does."""
        for text in reversed(above):
            if QUESTION.match(text) or not self.is_title(text):
                continue
            parts = [tidy(part) for part in segments(cut_out(text, self._read(text)))]
            return next(part for part in parts if is_good(part))
        return ""

    def has_marked_title(self, block: Block) -> bool:
        """Say whether the title of a block is a heading, a link or bold."""
        return self.title(block)[2]

    def has_place_for_title(self, block: Block) -> bool:
        """Say whether a block is a date and a short word behind a comma: ``6 May, Leeds``."""
        title, place, _ = self.title(block)
        if place < 0 or len(title.split()) > 3:
            return False
        text = self._lines.lines[place].text
        spans = self.readings.of(place).spans
        behind = text[spans[-1].end :].lstrip() if spans else ""
        return (behind[:1] in {",", "("} and behind.strip(EDGES + "()") == title) or (
            bool(spans) and is_place(title)
        )

    def parts(self, block: Block, dated: Dated) -> Parts:
        """Return what a block says of the event on one of its dates."""
        title, place, marked = self.title(block)
        location = self._places.location(block, dated, title, self._cells(block, Role.PLACE) or ())
        rows = self._lines.lines[block.first : block.last]
        online = any(len(row.text) <= 80 and ONLINE_LINE.match(row.text) for row in rows)
        if not online:
            online = says_online(title, location) or bool(ONLINE_LINE.match(location))
        return Parts(title, location, href_of(self._lines, block, place), online, marked)

    # titles

    def title(self, block: Block) -> tuple[str, int, bool]:
        """Return the title of a block, its line (-1: none) and whether it is made to be seen."""
        key = (block.first, block.last, block.title)
        if key not in self._known:
            self._known[key] = self._find_title(block)
        return self._known[key]

    def _find_title(self, block: Block) -> tuple[str, int, bool]:
        for place, text, marked in self._titles(block):
            title = self._title_in(place, text, marked=marked)
            if title:
                return title, place, marked
        return "", -1, False

    def _titles(self, block: Block) -> Iterator[tuple[int, str, bool]]:
        """Give the lines and words that may be the title, the likeliest first."""
        rows = self._lines.lines
        if block.title >= 0:
            yield block.title, rows[block.title].text, True
        cells = self._cells(block, Role.TITLE) or self._cells(block, Role.OTHER)
        if cells == []:
            cells = self._linked_cells(block)
        if cells is not None:
            for cell in cells:
                for place in range(self._lines.boxes[cell].first, self._lines.boxes[cell].last):
                    yield place, rows[place].text, True
            return
        yield from self._headings(block)
        yield from self._named(block)
        yield from self._pieces(block)
        yield from self._unmarked(block)

    def _headings(self, block: Block) -> Iterator[tuple[int, str, bool]]:
        rows = self._lines.lines
        places = range(block.first, block.last)
        for level in sorted({rows[place].level for place in places} - {0}):
            for place in places:
                if rows[place].level == level:
                    yield place, rows[place].text, True
        for place in places:
            if labels.TITLE_LABEL.match(rows[place].text):
                yield place, rows[place].text, True

    def _unmarked(self, block: Block) -> Iterator[tuple[int, str, bool]]:
        """Give the words beside the dates, then the lines that are not made to be seen."""
        rows = self._lines.lines
        places = range(block.first, block.last)
        dated = {place for one in block.dates for place in range(one.first, one.last)}
        for place in places:
            if place in dated and not self._bare(block, place):
                yield place, rows[place].text, False
        if any(labels.DATE_LABEL.match(one.label) for one in block.dates):
            return  # beside "When:" stand other such labels; the title stands above
        for place in places:
            text = rows[place].text
            if place not in dated and len(text) <= LONGEST_SENTENCE and self._may_be_title(text):
                yield place, text, False

    @staticmethod
    def _bare(block: Block, place: int) -> bool:
        return any(one.bare for one in block.dates if one.first <= place < one.last)

    def _may_be_title(self, text: str) -> bool:
        if labels.PLACE_LABEL.match(text) or labels.OTHER_LABEL.match(text) or MONEY.search(text):
            return False
        if is_room(text) or (len(text.split()) == 1 and text[:1].islower()):
            return False
        return not (ONLINE_LINE.match(text) or (len(text) > 60 and text.endswith(".")))

    def _cells(self, block: Block, role: Role) -> list[int] | None:
        """Return the cells of a row that the table's head gives a role; None without a head."""
        if block.box < 0:
            return None
        if Role.DATE not in self.tables.heads(block.box):
            return None
        roles = self.tables.roles(block.box)
        return [cell for cell, one in roles.items() if one is role]

    def _linked_cells(self, block: Block) -> list[int]:
        """Return further cells of a row with a link in them: its name, below ``Agenda``."""
        return [
            cell
            for cell in self._cells(block, Role.EXTRA) or ()
            if any(
                piece.href
                for row in self._lines.lines[
                    self._lines.boxes[cell].first : self._lines.boxes[cell].last
                ]
                for piece in row.pieces
            )
        ]

    def is_other(self, block: Block) -> bool:
        """Say whether a block is a row whose date the table's head calls no event's."""
        if block.box < 0:
            return False
        roles = self.tables.roles(block.box)
        cell = self.tables.cell_of(block.box, block.dates[0].first)
        return roles.get(cell) is Role.NO_EVENT

    def _named(self, block: Block) -> Iterator[tuple[int, str, bool]]:
        """Give the lines and pieces whose class says that they are the title."""
        for place in range(block.first, block.last):
            row = self._lines.lines[place]
            for piece in row.pieces:
                if _is_title_name(piece.names):
                    yield place, row.text[piece.start : piece.end], True
            for box in self._lines.around(row.box):
                if box in {block.box, block.parent}:
                    break
                if _is_title_name(self._lines.boxes[box].names):
                    yield place, row.text, True

    def _pieces(self, block: Block) -> Iterator[tuple[int, str, bool]]:
        """Give the bold words and the links of a block, the likeliest first."""
        found: list[tuple[int, int, int, str]] = []
        for place in range(block.first, block.last):
            row = self._lines.lines[place]
            if row.box >= 0 and row.pieces and self._is_card(row, block):
                continue  # all of the card is one link
            if self._places.is_named(row.box, block):
                continue
            for piece in runs(row.pieces):
                text = row.text[piece.start : piece.end]
                if _is_within(row, piece):
                    continue
                if piece.strong and not text.rstrip().endswith(":"):
                    found.append((0, place, piece.start, text))
                elif piece.href and not piece.href.startswith(("mailto:", "tel:")):
                    found.append((1, place, -len(text), text))
        for _, place, _, text in sorted(found):
            if len(text) >= 4 and not labels.PLACE_LABEL.match(text) and not is_room(text):
                yield place, text, True

    def _is_card(self, row: Line, block: Block) -> bool:
        """Say whether a line is a link only because the whole block is one."""
        if not row.pieces[0].href:
            return False
        inside = self._lines.lines[block.first : block.last]
        return len(inside) > 1 and all(
            piece.href == row.pieces[0].href for one in inside for piece in one.pieces
        )

    def _title_in(self, place: int, text: str, *, marked: bool) -> str:
        """Return the title that some words hold, without date and place; empty if none."""
        row = self._lines.lines[place]
        reading = self.readings.of(place) if text == row.text else self._read(text)
        if not reading.spans and not reading.clocks:
            title = tidy(text, cut=False)
            return title if is_good(title) else ""
        cut = cut_out(text, reading)
        if not marked and is_sentence(cut):
            return ""
        parts = [tidy(part) for part in segments(cut)]
        good = [part for part in parts if is_good(part) and not is_cut_off(part)]
        if not marked:
            good = [part for part in good if not part[0].islower()]
        named = [part for part in good if not is_place(part)]
        if named:
            return named[0] if marked else without_place(named[0])
        rest = next((part for part in good if not is_room(part)), "")
        return rest if marked else without_place(rest)


def _is_within(row: Line, piece: Piece) -> bool:
    """Say whether some words are a label, ``Price: 4 €``, or bold within a sentence."""
    if row.text[piece.end : piece.end + 2].lstrip().startswith(":"):
        return True
    return piece.strong and piece.start > 0 and row.text[piece.start].islower()


@lru_cache(maxsize=4096)  # like entries have like names
def _is_title_name(names: str) -> bool:
    return bool(
        names and labels.TITLE_NAMES.search(names) and not labels.NOT_TITLE_NAMES.search(names)
    )
