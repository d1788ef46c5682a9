"""Contacts from a table: CSV in the dresses in which programs write it.

Every record of the file becomes a row of the plan. A record is a line, with those that follow as
long as a quote stands open; where one is never closed, its line is a record by itself, so that a
stray quote does not swallow the rest of the file.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from followup_tui.domain.importing.plan import FileKind, ImportPlan, ImportProblem, PlannedRow
from followup_tui.domain.text import fold, shorten
from followup_tui.domain.words import count
from followup_tui.exchange.columns import Column, Header, header_of
from followup_tui.exchange.raw_contact import RawContact, left_out, planned

_DELIMITERS = (",", ";", "\t", "|")
_LOOKED_AT = 40  # records by which the delimiter is told
_LONGEST = 500  # lines of one record: a note that long is a quote that nobody closed
_SEVERAL = " ::: "  # how Google joins several values in a cell
_SALUTATIONS = {"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "herr", "frau", "m", "mme"}
_NAMED = 8  # columns that a sentence names


@dataclass(frozen=True, slots=True)
class _Record:
    """One record as it stands in the file."""

    line: int
    lines: int
    text: str

    @property
    def is_empty(self) -> bool:
        return not self.text.strip()


def read_table(text: str, *, source: str) -> ImportPlan:
    """Return the plan of a table; raises `ImportProblem` where no header is found."""
    records = list(_records(text))
    filled = [record for record in records if not record.is_empty]
    delimiter, header = _understood(filled, source)
    rows = tuple(_row(record, delimiter, header) for record in filled[header.row + 1 :])
    others = sum(record.lines for record in records) - sum(row.lines for row in rows)
    before = sum(record.lines for record in filled[: header.row])
    return ImportPlan(
        source=source,
        kind=FileKind.CSV,
        rows=rows,
        notes=tuple(_notes(header, before)),
        other_lines=others,
    )


def _records(text: str) -> Iterator[_Record]:
    """Yield every record of `text`, empty lines too."""
    lines = list(io.StringIO(text, newline=""))  # at \r\n, \n and \r, and at nothing else
    at = 0
    while at < len(lines):
        taken = _record_length(lines, at)
        yield _Record(at + 1, taken, "".join(lines[at : at + taken]).rstrip("\r\n"))
        at += taken


def _record_length(lines: Sequence[str], at: int) -> int:
    """Return how many lines the record takes that begins at one."""
    quotes = lines[at].count('"')
    taken = 1
    while quotes % 2:
        if at + taken == len(lines) or taken == _LONGEST:
            return 1
        quotes += lines[at + taken].count('"')
        taken += 1
    return taken


def _understood(records: Sequence[_Record], source: str) -> tuple[str, Header]:
    """Return the delimiter by which most headers are understood, and the header."""
    best: tuple[str, Header] | None = None
    for delimiter in _DELIMITERS:
        header = header_of([_cells(each, delimiter) or [] for each in records[:_LOOKED_AT]])
        if header and (best is None or header.understood > best[1].understood):
            best = delimiter, header
    if best is None:
        raise ImportProblem(
            f"No column of {source} says who the contacts are: let its first line name the "
            "columns, like Name, Company, Email, Phone, Website."
        )
    return best


def _cells(record: _Record, delimiter: str) -> list[str] | None:
    """Return the cells of a record; None where it cannot be read."""
    try:
        return next(csv.reader([record.text], delimiter=delimiter), [])
    except csv.Error:
        return None


def _row(record: _Record, delimiter: str, header: Header) -> PlannedRow:
    cells = _cells(record, delimiter)
    if cells is None:
        reason = "it cannot be read as a row of a table"
        return left_out(reason, line=record.line, lines=record.lines, text=record.text)
    return planned(_raw(cells, header), line=record.line, lines=record.lines, text=" ".join(cells))


def _raw(cells: Sequence[str], header: Header) -> RawContact:
    """Return the words of a row by what their columns mean."""
    found: dict[Column, list[str]] = {}
    for cell, column in zip(cells, header.columns, strict=False):
        if column is not None and cell.strip():
            found.setdefault(column, []).append(cell)
    several = {column: _split(values) for column, values in found.items()}
    parts = (found.get(column, [""])[0] for column in (Column.FIRST, Column.MIDDLE, Column.LAST))
    name = " ".join(part.strip() for part in parts if part.strip())
    titles = [each for each in found.get(Column.TITLE, ()) if not _is_salutation(each)]
    # A row that is longer than the header has something in it that no column names.
    beyond = [cell for cell in cells[len(header.columns) :] if cell.strip()]
    return RawContact(
        name=name or found.get(Column.NAME, [""])[0],
        company=found.get(Column.COMPANY, [""])[0],
        role=next(iter([*found.get(Column.ROLE, ()), *titles]), ""),
        emails=several.get(Column.EMAIL, []),
        phones=several.get(Column.PHONE, []),
        websites=several.get(Column.WEBSITE, []),
        tags=_tags(found.get(Column.TAGS, [])),
        about=[*found.get(Column.ABOUT, []), *beyond],
    )


def _split(cells: Sequence[str]) -> list[str]:
    return [value for cell in cells for value in cell.split(_SEVERAL)]


def _is_salutation(text: str) -> bool:
    return fold(text.strip().rstrip(".")) in _SALUTATIONS


def _tags(cells: Sequence[str]) -> list[str]:
    """Return the labels in `cells`, without those that Google gives to everybody."""
    parts = [part for cell in _split(cells) for part in cell.replace(";", ",").split(",")]
    return [part.strip() for part in parts if not part.strip().startswith("* ")]


def _notes(header: Header, before: int) -> Iterator[str]:
    """Yield what holds for the file as a whole."""
    if before:
        lines, stand = count(before, "line"), "stands" if before == 1 else "stand"
        yield f"{lines} before the header {stand} for no contact."
    unknown = [
        name for name, column in zip(header.names, header.columns, strict=True)
        if column is None and name
    ]  # fmt: skip
    if unknown:
        named = ", ".join(shorten(name, 30) for name in unknown[:_NAMED])
        more = f" and {len(unknown) - _NAMED} more" if len(unknown) > _NAMED else ""
        yield f"Columns that are left out: {named}{more}."
