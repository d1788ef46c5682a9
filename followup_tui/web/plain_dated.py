"""The dated lines of a page: where its dates stand, also those in tiles and over several lines."""

# ruff: noqa: RUF001 -- every kind of dash and apostrophe is meant

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from followup_tui.web import plain_labels as labels
from followup_tui.web import plain_notices as notices
from followup_tui.web.plain_dates import Reading, ReadLine, Span
from followup_tui.web.plain_lines import Line, Lines
from followup_tui.web.plain_words import month_of, weekday_of

MOST_DATED = 400
"""Dates that are read of one page."""
_YEAR = re.compile(r"\W*(?:20)?\d\d\W*")
_DIGIT = re.compile(r"\d|[年月]")
_LONGEST_BIT = 44
_MOST_BITS = 9
_WORDS = re.compile(r"[^\W\d_]{2,}")
_BIT_WORDS = 5  # words of a line that is nothing but a date: weekday, month, "from", "Uhr"
_BEFORE = 48
_DASHES = re.compile(r"^\s*[-–—−]|[-–—−]\s*$|^(?:to|bis|until|au|al|tot|do)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of the page, with the lines that write it."""

    first: int
    last: int
    """Its lines: from `first` to before `last`."""
    box: int
    """The box that holds all of them."""
    text: str
    reading: Reading
    bare: bool
    """Whether these lines hold nothing but dates, times and their labels."""
    label: str = ""
    """The words of a label right before it: ``When:``."""

    @property
    def span(self) -> Span:
        """The first date in it."""
        return self.reading.spans[0]


def _common_box(lines: Lines, one: int, other: int) -> int:
    boxes = lines.boxes
    while one != other:
        if one > other:  # a box comes after those around it
            one = boxes[one].parent
        else:
            other = boxes[other].parent
    return one


def rest_of(text: str, reading: Reading) -> str:
    """Return a line without its dates and times."""
    taken = sorted(reading.places())
    parts: list[str] = []
    place = 0
    for start, end in taken:
        parts.append(text[place : max(start, place)])
        place = max(place, end)
    parts.append(text[place:])
    return " ".join(parts)


def is_bare(text: str, reading: Reading) -> bool:
    """Say whether a line says nothing beside its dates and times but their labels."""
    rest = rest_of(text, reading)
    words = _WORDS.findall(rest)
    if len(words) > 3 or sum(map(len, words)) > 24:
        return False
    if not words:
        return True
    label = rest.strip(" \t.,;:|/()-–—·•@")
    return bool(labels.DATE_LABEL.match(label) or labels.END_LABEL.match(label)) or all(
        word.casefold() in _FILLERS for word in words
    )


_FILLER_WORDS = (
    "at from to on the of until till and uhr um am von bis vom den der und ab le la du au "
    "de des dès el del las los al dal alle ore dalle il van tot om uur kl klo godz od do "
    "hod the th st nd rd pm all day ganztägig time date when datum zeit wann beginn start "
    "einlass starts ends doors local est cet gmt utc noon hrs hours et pt ct mt edt pdt "
    "cdt mdt cest bst ist eastern central pacific mountain time"
)
_FILLERS = frozenset(_FILLER_WORDS.split())


class _Finder:
    """Goes through the lines of a page once."""

    def __init__(self, lines: Lines, language: str, read: ReadLine) -> None:
        self._lines = lines
        self._language = language
        self._read = read
        self._numbered = [
            figures or "年" in row.text or "月" in row.text
            for row, figures in zip(lines.lines, lines.numbered(), strict=True)
        ]
        """Of each line, whether it holds what most dates do."""
        self._bare: dict[str, bool] = {}

    def all(self) -> list[Dated]:
        rows = self._lines.lines
        found: list[Dated] = []
        place = 0
        while place < len(rows) and len(found) < MOST_DATED:
            text = rows[place].text
            if not self._numbered[place] and (len(text) > 12 or not self._may_begin_tile(place)):
                place += 1
                continue
            tile = self._tile(place) if len(text) <= _LONGEST_BIT else None
            one = tile or self._single(place)
            if one is None:
                place += 1
                continue
            found.append(one)
            place = one.last
        return found

    def _may_begin_tile(self, place: int) -> bool:
        rows = self._lines.lines
        text = rows[place].text
        if place + 1 >= len(rows) or not _DIGIT.match(rows[place + 1].text):
            return False
        return text.strip(" .,")[:1].isalpha()

    def _single(self, place: int) -> Dated | None:
        row = self._lines.lines[place]
        reading = self._read(row.text)
        if not reading.spans:
            return None
        return self._dated(place, place + 1, row.box, row.text, reading)

    def _dated(self, first: int, last: int, box: int, text: str, reading: Reading) -> Dated | None:
        spans = tuple(span for span in reading.spans if self._is_own(first, text, span))
        if not spans:
            return None
        kept = reading if len(spans) == len(reading.spans) else replace(reading, spans=spans)
        return Dated(first, last, box, text, kept, self._is_bare(text), self._label(first, text))

    def _is_bare(self, text: str) -> bool:
        """Say whether a line is but dates and times: asked of most twice."""
        known = self._bare.get(text)
        if known is None:
            known = self._bare[text] = is_bare(text, self._read(text))
        return known

    def _label(self, place: int, text: str) -> str:
        """Return the label of a date: the words before it in its line, or a line of its own."""
        before = re.match(r"\W*([^\W\d_][^:\d]{1,28}):", text)
        if before:
            return before[1]
        if place and len(self._lines.lines[place - 1].text) <= 32:
            words = self._lines.lines[place - 1].text
            if (
                words.endswith(":")
                or labels.DATE_LABEL.match(words)
                or labels.END_LABEL.match(words)
            ):
                return words.rstrip(": ")
        return ""

    def _is_own(self, place: int, text: str, span: Span) -> bool:
        """Say whether a date is one of something that takes place, as far as its line tells."""
        before = text[max(span.start - _BEFORE, 0) : span.start]
        if not before.strip(" :-–—|(") and place:
            above = self._lines.lines[place - 1].text
            if len(above) <= 40 and (above.endswith(":") or len(above.split()) <= 3):
                before = above[-_BEFORE:]
        if notices.NO_EVENT_BEFORE.search(before):
            return False
        until = notices.UNTIL.search(before) if span.last is None else None
        if until is not None:
            begins = not before[: until.start()].strip()
            if not (begins and self._is_dated(place - 1)):
                return False
        return notices.BYLINE_AFTER.search(text[span.end : span.end + 60]) is None

    def _is_dated(self, place: int) -> bool:
        return place >= 0 and bool(self._read(self._lines.lines[place].text).spans)

    def _tile(self, place: int) -> Dated | None:
        """Return a date whose parts stand on lines of their own: 12 / Mar / 2026."""
        rows = self._lines.lines
        run = self._run(place)
        if self._is_hour_apart(run):
            return None
        if len(run) < 2 or not any(char.isalpha() for one in run for char in rows[one].text):
            return None
        alone = self._read(rows[place].text)
        whole = bool(alone.spans) and alone.spans[0].first.month is not None
        best: Dated | None = None
        text = rows[place].text
        box = rows[place].box
        for other in run[1:]:
            bit = rows[other].text
            beside = _DASHES.search(text) or _DASHES.search(bit)
            if not beside and any(not span.weak for span in self._read(bit).spans):
                break  # a whole date of its own
            if whole and not beside and not _YEAR.fullmatch(bit):
                break
            text = f"{text} {bit}"
            box = _common_box(self._lines, box, rows[other].box)
            reading = self._read(text)
            spans = [span for span in reading.spans if span.first.month is not None]
            if not spans and reading.spans and other == place + 1 and self._is_weekday(place):
                # a weekday and its number, below the name of a month
                best = self._dated(place, other + 1, box, text, reading)
                continue
            if len(spans) > 1:
                break
            if not spans or spans[0].weak:
                continue
            known = whole or (best is not None and best.span.first.month is not None)
            if known and not self._adds(spans[0], best.span if best else alone.spans[0]):
                continue
            made = self._dated(place, other + 1, box, text, reading)
            best = made or best
        return best

    def _is_hour_apart(self, run: Sequence[int]) -> bool:
        """Say whether a run begins with the hour of what stands before: another box holds it."""
        if len(run) < 2:
            return False
        rows, boxes = self._lines.lines, self._lines.boxes
        one, other = rows[run[0]], rows[run[1]]
        reading = self._read(one.text)
        if reading.spans or not reading.clocks or one.box == other.box:
            return False
        return boxes[one.box].parent != boxes[other.box].parent

    @staticmethod
    def _adds(span: Span, before: Span) -> bool:
        """Say whether a longer run tells more than a shorter one: a year or the end."""
        year = before.first.year is None and span.first.year is not None
        return year or (before.last is None and span.last is not None)

    def _run(self, place: int) -> list[int]:
        """Return the lines from `place` that are bits of a date."""
        rows = self._lines.lines
        run: list[int] = []
        for other in range(place, min(place + _MOST_BITS, len(rows))):
            row = rows[other]
            if not self._is_bit(row) or row.level != rows[place].level:
                break
            run.append(other)
        return run

    def _is_bit(self, row: Line) -> bool:
        text = row.text
        if len(text) > _LONGEST_BIT:
            return False
        words = _WORDS.findall(text)
        if len(words) > _BIT_WORDS:
            return False
        if not words:
            return True
        return self._is_bare(text) or all(self._is_name(word) for word in words)

    def _is_weekday(self, place: int) -> bool:
        word = self._lines.lines[place].text.casefold().strip(" .,")
        return weekday_of(word, self._language) is not None

    def _is_name(self, word: str) -> bool:
        """Say whether a word belongs to a date: a month, a weekday, or a small word."""
        word = word.casefold()
        return (
            word in _FILLERS
            or month_of(word, self._language) is not None
            or weekday_of(word, self._language) is not None
        )


def dated_lines(lines: Lines, language: str, read: ReadLine) -> list[Dated]:
    """Return the dates of a page in order, without those that are surely no event's."""
    return _Finder(lines, language, read).all()


def same_day(one: Sequence[Span], other: Sequence[Span]) -> bool:
    """Say whether two dates may be the same one, written twice."""
    first, second = one[0].first, other[0].first
    if (first.day, first.month) != (second.day, second.month):
        return False
    return first.year is None or second.year is None or first.year == second.year
