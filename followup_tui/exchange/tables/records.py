"""The records of a CSV text: each with the lines that it takes, and none that swallows another.

A record is a line, with those that follow as long as a quote stands open (RFC 4180). Where a quote
is never closed, or closed in the middle of a word, its line is a record by itself: a stray quote
costs its own row nothing and the others neither.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from followup_tui.exchange.cells import unguarded

LONGEST = 500
"""Lines of one record: a note longer than that is a quote that nobody closed."""
_FORMULA = re.compile(r'="(.*)"', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Record:
    """One record as it stands in the file."""

    line: int
    """The line on which it begins, from 1."""
    lines: int
    cells: tuple[str, ...] | None
    """None where it cannot be read."""
    text: str = ""
    """What stands there, where it cannot be read."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return self.cells is not None and not any(map(str.strip, self.cells))


class _TooLong(Exception):
    """A record takes more lines than any has."""


class _Lines:
    """Gives lines to the CSV reader one by one, and can be set back to one of them."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self.at = 0
        self.until = len(lines)

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if self.at >= self.until:
            if self.until < len(self._lines):
                raise _TooLong
            raise StopIteration
        self.at += 1
        return self._lines[self.at - 1]


def lines_of(text: str) -> list[str]:
    """Return the lines of `text` with their ends: at CR LF, LF and CR, and at nothing else."""
    return list(io.StringIO(text, newline=""))


def unwrapped(lines: Sequence[str], delimiters: Sequence[str]) -> Sequence[str]:
    """Return the lines of a table that was written as one of a single column, line by line.

    ``"Name,Email"`` is what comes of a CSV file that a program took for text, and wrote as CSV.
    """
    inner: list[str] = []
    parted = 0
    for line in lines:
        text = line.strip()
        if not text:
            inner.append(line)
            continue
        if text[0] != '"' or text[-1] != '"' or len(text) > csv.field_size_limit():
            return lines
        cells = next(csv.reader([text]), [])
        if len(cells) != 1:
            return lines
        parted += any(delimiter in cells[0] for delimiter in delimiters)
        inner.append(f"{cells[0]}\n")
    return inner if parted > 1 and parted == sum(map(bool, map(str.strip, lines))) else lines


def records(lines: Sequence[str], delimiter: str) -> Iterator[Record]:
    """Yield every record of `lines`, the empty ones too."""
    source = _Lines(lines)
    reader = _reader(source, delimiter)
    while source.at < len(lines):
        begin = source.at
        source.until = min(begin + LONGEST, len(lines))
        try:
            cells = next(reader)
        except (csv.Error, _TooLong, StopIteration):
            # It does not close as a quoted cell must: its first line is a record by itself.
            source.at = begin + 1
            reader = _reader(source, delimiter)
            yield _alone(lines[begin], begin + 1, delimiter)
            continue
        yield Record(begin + 1, source.at - begin, tuple(cells))


def _reader(source: _Lines, delimiter: str) -> Iterator[list[str]]:
    """Return a reader for which a quote after a blank begins a cell as well: ``a, "b, c"``."""
    return csv.reader(source, delimiter=delimiter, strict=True, skipinitialspace=True)


def _alone(line: str, number: int, delimiter: str) -> Record:
    text = line.rstrip("\r\n")
    try:
        cells = next(csv.reader([text], delimiter=delimiter, skipinitialspace=True), [])
    except csv.Error:
        return Record(number, 1, None, text)
    return Record(number, 1, tuple(cells))


def plain(cell: str) -> str:
    """Return what a cell says, without what guards it from spreadsheets: ``="0142"`` is 0142."""
    if cell[:1] == "=" and (found := _FORMULA.fullmatch(cell.strip())):
        return found[1].replace('""', '"')
    return unguarded(cell) if cell[:1] == "'" else cell
