"""What a block of lines says of its event beside the date: its title, place and link."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from followup_tui.domain.text import clean_line
from followup_tui.web import plain_signs as signs
from followup_tui.web.findings import says_online
from followup_tui.web.plain_blocks import Block
from followup_tui.web.plain_dated import Dated
from followup_tui.web.plain_dates import ReadLine, Reading
from followup_tui.web.plain_lines import Line, Lines, Piece
from followup_tui.web.plain_tables import Role, Tables
from followup_tui.web.plain_years import heading_of

LONGEST_TITLE = 160
_LONGEST_SENTENCE = 110  # characters of a line without mark-up that may still be a title
_EDGES = " \t.,;:|/-–—−·•@>»›→*#…¦~+"  # noqa: RUF001
_CUT = "\N{BROKEN BAR}"
_SEPARATORS = re.compile(r"\s[-–—|·•/]\s|\s?[|¦•]\s?|\t|\s{3,}")  # noqa: RUF001
_COMMAS = re.compile(r",\s*|\s[-–—|·•/]\s|\s?[|¦•]\s?|:\s")  # noqa: RUF001
_TRAILING = re.compile(
    r"(?:[\s,(]+(?:on|at|am|um|vom|von|from|le|la|el|den|der|the|op|om|il|del|du|d|kl|klo|till|ab|in|im|"
    r"and|und|at the|starting|beginning))+$",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:uhr|h|hrs|st|nd|rd|th|at|um|on|from|ab|bis|to|until|kl|klo|à|à partir de|pm|am|noon)\b[\s,:.]*",
    re.IGNORECASE,
)
_TWO_LETTERS = re.compile(r"[^\W\d_]{2}|[^\W\d_]\w|[\u3040-\u9fff]{2}")
_AT = re.compile(
    r"^(?:at|in|im|in der|in the|bei|beim|chez|à la|au|en|presso|hos|på|ved|@)\s+(?=\w)", re.I
)
_PLACE_END = re.compile(
    r"\s(?:for|with|to|and join|where|mit|f[üu]r|pour|avec|para|con|per|voor|met)\s|[.!?;](?:\s|$)"
)
_ADDRESS = re.compile(
    r"\b\d{1,5}[a-z]?\s+(?:[A-ZÄÖÜ][\w.'-]+\s+){1,4}(?i:st|street|rd|road|ave|avenue|blvd|lane|ln|"
    r"drive|dr|way|square|sq|court|place|pl|quay|pier)\b|"
    r"\b[A-ZÄÖÜ][\w.-]*(?:stra(?:ß|ss)e|str\.|platz|weg|allee|gasse|straat|laan|plein|gatan|vägen|"
    r"gade|vej|katu)\s+\d|"
    r"\b(?i:rue|avenue|boulevard|calle|via|piazza|place|plaza|avenida|rua)\s+[\w' .-]{3,40}|"
    r"\b(?!(?:19|20)\d\d\s)\d{4,5}\s+[A-ZÄÖÜ][a-zäöü]{2,}|"
    r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\b[A-Z]{2} \d{5}\b"
)
_ONLINE_LINE = re.compile(
    r"^\W*(?:online|virtual|virtuell|webinar|zoom|microsoft teams|ms teams|teams|google meet|webex|live ?stream|en ligne|en l[ií]nea|in linea|"
    r"verkossa|på nätet|digital(?:t)?|online[- ](?:event|veranstaltung|seminar|meeting|only|via zoom)|via (?:zoom|teams|ms teams|microsoft teams)|"
    r"hybrid.{0,30}|オンライン)\b.{0,30}$",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"(?:when|where|how|about|who|welcome|our|wann|wo|wie|[üu]ber|quand|cu[aá]ndo|quando|wanneer|n[äa]r|contact|kontakt)\b",
    re.IGNORECASE,
)
_TOWN = re.compile(
    r"[A-ZÄÖÜÉŁŠ][\w'’.-]+(?: [A-ZÄÖÜÉ]?[\w'’.-]+){0,2}, (?:[A-ZÄÖÜÉ][\w.]+(?: [A-Z][\w.]+)?)|"
    r"(?i:presencial|in[- ]person|pr[äa]senz\w*|pr[ée]sentiel|in presenza|fysiek)\s*[-–—:|,]\s*.{3,80}"
)
_MONEY = re.compile(
    r"[€$£]\s?\d|\d\s?(?:€|eur|chf|kr|zł|kč)\b|^\W*(?:free|kostenlos|gratis|gratuit)\W*$", re.I
)
_DOTTED_HOURS = re.compile(r"\d{1,2}\.[0-5]\d(?:\s?[-–]\s?\d{1,2}\.[0-5]\d)?")
_TOKENS_ONLY = re.compile(r"^[\W\d_]*$")


@dataclass(frozen=True, slots=True)
class Parts:
    """What a block says of one event."""

    title: str
    location: str
    href: str
    online: bool
    marked: bool
    """Whether the title is a heading, a link or bold: made to be seen."""


def usual(title: str) -> bool:
    """Say whether words are what any page says: a button, a label."""
    return signs.USUAL_TITLE.fullmatch(title.strip(_EDGES + "!?()[]")) is not None


def _good(title: str) -> bool:
    return bool(
        3 <= len(title) <= LONGEST_TITLE
        and _TWO_LETTERS.search(title)
        and not usual(title)
        and not signs.GENERIC_HEADING.fullmatch(title.strip(_EDGES + "!?"))
        and not _TOKENS_ONLY.match(title)
        and "@" not in title.strip("@")[1:]
        and not title.lower().startswith(("http", "www.", "tel", "mailto"))
    )


def _cut_out(text: str, reading: Reading) -> str:
    """Return a line with a mark where each of its dates and times stood."""
    taken = sorted(reading.places())
    parts: list[str] = []
    place = 0
    for start, end in taken:
        if start > place:
            parts.append(text[place:start])
        parts.append(f" {_CUT} ")
        place = max(place, end)
    parts.append(text[place:])
    return "".join(parts)


def _tidy(text: str) -> str:
    text = clean_line(text).strip(_EDGES).rstrip("([" + _EDGES)
    for _ in range(2):
        text = _TRAILING.sub("", text).strip(_EDGES)
        text = _LEADING.sub("", text).strip(_EDGES)
    if text.endswith(")") and "(" not in text:
        text = text[:-1].rstrip(_EDGES)
    if text.startswith("(") and ")" not in text:
        text = text[1:].lstrip(_EDGES)
    text = re.sub(r"\(\s*\)|\[\s*\]", "", text).strip(_EDGES)
    return signs.TITLE_LABEL.sub("", text, count=1)


class PartsReader:
    """Reads the parts of blocks of one page."""

    def __init__(self, lines: Lines, language: str, read: ReadLine) -> None:
        self._lines = lines
        self._language = language
        self._read = read
        self._readings: dict[int, Reading] = {}
        self._known: dict[tuple[int, int, int], tuple[str, int, bool]] = {}
        self.tables = Tables(lines)

    def reading(self, place: int) -> Reading:
        """Return what a line says of dates and times."""
        if place not in self._readings:
            text = self._lines.lines[place].text
            if _DOTTED_HOURS.fullmatch(text):
                text = text.replace(".", ":")  # 19.30 in a cell of its own
            has_digit = any(char.isdigit() for char in text)
            self._readings[place] = self._read(text) if has_digit else Reading()
        return self._readings[place]

    def is_title(self, text: str) -> bool:
        """Say whether some words can be a title, whatever dates they hold beside it."""
        says = heading_of(text, self._language)
        if says is not None and says.month is not None:
            return False  # "September 2026"
        reading = self._read(text)
        return any(_good(_tidy(part)) for part in _segments(_cut_out(text, reading)))

    def is_timed(self, text: str) -> bool:
        """Say whether some words hold a time of day."""
        return any(char.isdigit() for char in text) and bool(self._read(text).clocks)

    def has_title(self, block: Block) -> bool:
        """Say whether a block names what it is about."""
        return bool(self.title(block)[0])

    def title_above(self, above: Sequence[str]) -> str:
        """Return the nearest of some headings that names something; empty if none does."""
        for text in reversed(above):
            if _QUESTION.match(text) or not self.is_title(text):
                continue
            parts = [_tidy(part) for part in _segments(_cut_out(text, self._read(text)))]
            return next(part for part in parts if _good(part))
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
        spans = self.reading(place).spans
        behind = text[spans[-1].end :].lstrip() if spans else ""
        return (behind[:1] in {",", "("} and behind.strip(_EDGES + "()") == title) or (
            bool(spans) and _is_place(title)
        )

    def parts(self, block: Block, dated: Dated) -> Parts:
        """Return what a block says of the event on one of its dates."""
        title, place, marked = self.title(block)
        location = self._location(block, dated, title)
        rows = self._lines.lines[block.first : block.last]
        online = any(len(row.text) <= 80 and _ONLINE_LINE.match(row.text) for row in rows)
        if not online:
            online = says_online(title, location) or bool(_ONLINE_LINE.match(location))
        return Parts(title, location, self._href(block, place), online, marked)

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
        rows = self._lines.lines
        places = range(block.first, block.last)
        if block.title >= 0:
            yield block.title, rows[block.title].text, True
        cells = self._cells(block, Role.TITLE) or self._cells(block, Role.OTHER)
        if cells is not None:
            for cell in cells:
                for place in range(self._lines.boxes[cell].first, self._lines.boxes[cell].last):
                    yield place, rows[place].text, True
            return
        for level in sorted({rows[place].level for place in places} - {0}):
            for place in places:
                if rows[place].level == level:
                    yield place, rows[place].text, True
        for place in places:
            if signs.TITLE_LABEL.match(rows[place].text):
                yield place, rows[place].text, True
        yield from self._named(block)
        yield from self._pieces(block)
        dated = {place for one in block.dates for place in range(one.first, one.last)}
        for place in places:
            if place in dated and not self._bare(block, place):
                yield place, rows[place].text, False
        if any(signs.DATE_LABEL.match(one.label) for one in block.dates):
            return  # beside "When:" stand other such labels; the title stands above
        for place in places:
            text = rows[place].text
            if place not in dated and len(text) <= _LONGEST_SENTENCE and self._may_be_title(text):
                yield place, text, False

    @staticmethod
    def _bare(block: Block, place: int) -> bool:
        return any(one.bare for one in block.dates if one.first <= place < one.last)

    def _may_be_title(self, text: str) -> bool:
        if signs.PLACE_LABEL.match(text) or signs.OTHER_LABEL.match(text) or _MONEY.search(text):
            return False
        if _is_room(text) or (len(text.split()) == 1 and text[:1].islower()):
            return False
        if _ONLINE_LINE.match(text) or (len(text) > 60 and text.endswith(".")):
            return False
        return True

    def _cells(self, block: Block, role: Role) -> list[int] | None:
        """Return the cells of a row that the table's head gives a role; None without a head."""
        if block.box < 0:
            return None
        roles = self.tables.roles(block.box)
        if Role.DATE not in roles.values():
            return None
        return [cell for cell, one in roles.items() if one is role]

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
                if box == block.box or box == block.parent:
                    break
                if _is_title_name(self._lines.boxes[box].names):
                    yield place, row.text, True

    def _pieces(self, block: Block) -> Iterator[tuple[int, str, bool]]:
        """Give the bold words and the links of a block, the likeliest first."""
        found: list[tuple[int, int, int, str]] = []
        for place in range(block.first, block.last):
            row = self._lines.lines[place]
            if row.box >= 0 and len(row.pieces) == 1 and self._is_card(row, block):
                continue  # all of the card is one link
            for piece in _runs(row.pieces):
                text = row.text[piece.start : piece.end]
                if piece.strong and not text.rstrip().endswith(":"):
                    found.append((0, place, 0, text))
                elif piece.href and not piece.href.startswith(("mailto:", "tel:")):
                    found.append((1, place, -len(text), text))
        for _, place, _, text in sorted(found):
            if len(text) >= 4 and not signs.PLACE_LABEL.match(text) and not _is_room(text):
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
        reading = self.reading(place) if text == row.text else self._read(text)
        if not reading.spans and not reading.clocks:
            title = _tidy(text)
            return title if _good(title) else ""
        cut = _cut_out(text, reading)
        if not marked and _is_sentence(cut):
            return ""
        parts = [_tidy(part) for part in _segments(cut)]
        good = [part for part in parts if _good(part)]
        if not marked:
            good = [part for part in good if not part[0].islower()]
        named = [part for part in good if not _is_place(part)]
        if named:
            return named[0]
        return next((part for part in good if not _is_room(part)), "")

    # places

    def _location(self, block: Block, dated: Dated, title: str) -> str:
        for place in self._places(block, dated, title):
            words = clean_line(place).strip(_EDGES)
            if 2 <= len(words) <= 160 and words.casefold() != title.casefold():
                return words
        return ""

    def _places(self, block: Block, dated: Dated, title: str) -> Iterator[str]:
        rows = self._lines.lines
        places = range(block.first, block.last)
        for cell in self._cells(block, Role.PLACE) or ():
            box = self._lines.boxes[cell]
            yield ", ".join(row.text for row in rows[box.first : box.last])
        for place in places:
            label = signs.PLACE_LABEL.match(rows[place].text)
            if label is None:
                continue
            words = rows[place].text[label.end() :]
            if words.strip(_EDGES):
                yield words
            elif place + 1 < block.last and not signs.OTHER_LABEL.match(rows[place + 1].text):
                yield rows[place + 1].text
        yield from self._named_places(block)
        for place in range(dated.first, dated.last):
            reading = self.reading(place)
            if reading.spans or reading.clocks:
                cut = _cut_out(rows[place].text, reading)
                yield from _places_beside(cut, title)
                if title not in rows[place].text:
                    yield from _short_places(cut)
        for place in places:
            reading = self.reading(place)
            if reading.clocks and title in rows[place].text and not reading.spans:
                yield from _short_places(_cut_out(rows[place].text, reading))
        for place in places:
            text = rows[place].text
            if len(text) <= 110 and text != title and title not in text and not rows[place].level:
                cut = _cut_out(text, self.reading(place))
                if _CUT in cut:
                    yield from _places_beside(cut, title)
                elif _is_place(text) and not text.endswith((".", "!", "?")):
                    yield text
        for place in places:
            text = rows[place].text
            if text != title and not rows[place].level and _TOWN.fullmatch(text):
                yield text

    def _named_places(self, block: Block) -> Iterator[str]:
        seen: set[int] = set()
        for place in range(block.first, block.last):
            row = self._lines.lines[place]
            for piece in row.pieces:
                if piece.names and signs.PLACE_NAMES.search(piece.names):
                    yield self._without_times(row.text[piece.start : piece.end])
            for box in self._lines.around(row.box):
                if box in {block.box, block.parent}:
                    break
                one = self._lines.boxes[box]
                if box not in seen and one.names and signs.PLACE_NAMES.search(one.names):
                    seen.add(box)
                    words = ", ".join(line.text for line in self._lines.lines[one.first : one.last])
                    yield self._without_times(signs.PLACE_LABEL.sub("", words))

    def _without_times(self, text: str) -> str:
        return _cut_out(text, self._read(text)).replace(_CUT, " ")

    # links

    def _href(self, block: Block, title: int) -> str:
        rows = self._lines.lines
        near: list[str] = []
        if title >= 0:
            near.extend(piece.href for piece in rows[title].pieces if piece.href)
            near.append(self._lines.boxes[rows[title].box].href)
        if block.box >= 0:
            near.append(self._lines.boxes[block.box].href)
        near.extend(
            piece.href
            for row in rows[block.first : block.last]
            for piece in row.pieces
            if piece.href and not piece.href.lower().endswith(".ics")
        )
        return next(
            (href for href in near if href and not href.startswith(("mailto:", "tel:", "#"))), ""
        )


def _is_title_name(names: str) -> bool:
    return bool(
        names and signs.TITLE_NAMES.search(names) and not signs.NOT_TITLE_NAMES.search(names)
    )


def _runs(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    """Give the pieces of a line, those of one link together."""
    run: list[Piece] = []
    for piece in pieces:
        if run and (piece.href, piece.strong) == (run[-1].href, run[-1].strong):
            run.append(piece)
            continue
        if run:
            yield Piece(run[0].start, run[-1].end, run[0].href, run[0].strong, run[0].names)
        run = [piece]
    if run:
        yield Piece(run[0].start, run[-1].end, run[0].href, run[0].strong, run[0].names)


def _segments(text: str) -> Iterator[str]:
    for part in _SEPARATORS.split(text):
        words = part.strip(_EDGES)
        if words:
            yield words


def _is_sentence(cut: str) -> bool:
    """Say whether a date stands in the middle of a sentence, which is no title."""
    before, _, after = cut.partition(_CUT)
    if cut.rstrip().endswith("?"):
        return True
    if re.search(r"\w[.?!]\s+\w.*", before) or (
        before.strip() and re.match(r"\s*[a-zäöü]\w+ [a-zäöü]", after)
    ):
        return len(cut) > 40
    return bool(
        re.match(r"\s*(?:i|we|you|he|she|it|they|ich|wir|sie|er|je|nous|il|elle)\b", before, re.I)
    )


def _is_place(text: str) -> bool:
    """Say whether some words are a place rather than a title."""
    if len(text) > 110 or len(text.split()) > 14:
        return False
    if _ONLINE_LINE.match(text):
        return True
    if _ADDRESS.search(text):
        return True
    return len(text.split()) <= 6 and signs.PLACE_WORDS.search(text) is not None


def _short_places(cut: str) -> Iterator[str]:
    """Give the few words behind date and time where the title stands elsewhere."""
    behind = cut.rpartition(_CUT)[2]
    words = re.sub(r"^\W*\([^)]*\)", "", behind).strip(_EDGES)
    if (
        words[:1].isupper()
        and len(words.split()) <= 5
        and not usual(words)
        and not _MONEY.search(words)
        and not words.endswith((":", "!", "?"))
    ):
        yield words


def _is_room(text: str) -> bool:
    """Say whether some words can be nothing but a place: ``Room 0.03``, an address."""
    if _ONLINE_LINE.match(text) or _ADDRESS.search(text):
        return True
    return _is_place(text) and any(char.isdigit() for char in text)


def _places_beside(cut: str, title: str) -> Iterator[str]:
    """Give what stands beside date and title in a line and is a place."""
    rest = cut.replace(title, f" {_CUT} ", 1) if title else cut
    behind = False
    for part in rest.split(_CUT):
        words = part.strip(_EDGES + "()")
        if words and _ONLINE_LINE.match(words):
            yield words
        if not words or usual(words):
            behind = True
            continue
        at = _AT.match(words)
        if at:
            short = _PLACE_END.split(words[at.end() :], maxsplit=1)[0]
            if len(short.split()) <= 8:
                yield short
        elif behind and _is_place(words):
            yield words
        behind = True
