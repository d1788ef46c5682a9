"""Where something takes place, as a block of lines says it: by label, by class, beside the date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from followup_tui.domain.text import clean_line
from followup_tui.web import plain_labels as labels
from followup_tui.web.plain_block import Block
from followup_tui.web.plain_dated import Dated
from followup_tui.web.plain_dates import ReadLine
from followup_tui.web.plain_lines import Lines
from followup_tui.web.plain_phrases import (
    CUT,
    EDGES,
    TOWN,
    cut_out,
    is_place,
    places_beside,
    short_places,
)
from followup_tui.web.plain_readings import Readings


class PlaceReader:
    """Reads the places of blocks of one page."""

    def __init__(self, lines: Lines, read: ReadLine, readings: Readings) -> None:
        self._lines = lines
        self._read = read
        self._readings = readings

    def location(self, block: Block, dated: Dated, title: str, cells: Sequence[int]) -> str:
        """Return where the event of a block is; empty where it does not say so.

        `cells` are those that the head of a table calls places.
        """
        for place in self._places(block, dated, title, cells):
            words = clean_line(place).strip(EDGES)
            if 2 <= len(words) <= 160 and words.casefold() != title.casefold():
                return words
        return ""

    def _places(
        self, block: Block, dated: Dated, title: str, cells: Sequence[int]
    ) -> Iterator[str]:
        """Give what may be the place, the surest first."""
        for cell in cells:
            box = self._lines.boxes[cell]
            yield ", ".join(row.text for row in self._lines.lines[box.first : box.last])
        yield from self._labelled(block)
        yield from self._named_places(block)
        yield from self._beside_date(block, dated, title)
        yield from self._lines_of_place(block, title)

    def _labelled(self, block: Block) -> Iterator[str]:
        rows = self._lines.lines
        for place in range(block.first, block.last):
            label = labels.PLACE_LABEL.match(rows[place].text)
            if label is None:
                continue
            words = rows[place].text[label.end() :]
            if words.strip(EDGES):
                yield words
            elif place + 1 < block.last and not labels.OTHER_LABEL.match(rows[place + 1].text):
                yield rows[place + 1].text

    def _beside_date(self, block: Block, dated: Dated, title: str) -> Iterator[str]:
        rows = self._lines.lines
        for place in range(dated.first, dated.last):
            reading = self._readings.of(place)
            if reading.spans or reading.clocks:
                cut = cut_out(rows[place].text, reading)
                yield from places_beside(cut, title)
                if title not in rows[place].text:
                    yield from short_places(cut)
        for place in range(block.first, block.last):
            reading = self._readings.of(place)
            if reading.clocks and title in rows[place].text and not reading.spans:
                yield from short_places(cut_out(rows[place].text, reading))

    def _lines_of_place(self, block: Block, title: str) -> Iterator[str]:
        """Give the lines that are nothing but a place: an address, a hall, a town."""
        places = range(block.first, block.last)
        rows = [self._lines.lines[place] for place in places]
        for place, row in zip(places, rows, strict=True):
            text = row.text
            if len(text) > 110 or title in text or row.level:
                continue
            cut = cut_out(text, self._readings.of(place))
            if CUT in cut:
                yield from places_beside(cut, title)
            elif is_place(text) and not text.endswith((".", "!", "?")):
                yield text
        for row in rows:
            if row.text != title and not row.level and TOWN.fullmatch(row.text):
                yield row.text

    def _named_places(self, block: Block) -> Iterator[str]:
        seen: set[int] = set()
        for place in range(block.first, block.last):
            row = self._lines.lines[place]
            for piece in row.pieces:
                if piece.names and _is_place_name(piece.names):
                    yield self._without_times(row.text[piece.start : piece.end])
            for box in self._lines.around(row.box):
                if box in {block.box, block.parent}:
                    break
                one = self._lines.boxes[box]
                if box not in seen and one.names and _is_place_name(one.names):
                    seen.add(box)
                    words = ", ".join(line.text for line in self._lines.lines[one.first : one.last])
                    yield self._without_times(labels.PLACE_LABEL.sub("", words))

    def is_named(self, box: int, block: Block) -> bool:
        """Say whether the classes around a line of a block say that it is the place."""
        for around in self._lines.around(box):
            if around in {block.box, block.parent}:
                return False
            names = self._lines.boxes[around].names
            if names and _is_place_name(names):
                return True
        return False

    def _without_times(self, text: str) -> str:
        return cut_out(text, self._read(text)).replace(CUT, " ")


@lru_cache(maxsize=4096)  # like entries have like names
def _is_place_name(names: str) -> bool:
    return labels.PLACE_NAMES.search(names) is not None
