"""A table, from its text to the rows of a plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from followup_tui.domain.importing.fields import WHO, Field
from followup_tui.domain.importing.names import is_family_first
from followup_tui.domain.importing.plan import (
    ColumnsNeeded,
    FileKind,
    ImportPlan,
    ImportProblem,
    PlannedColumn,
    PlannedRow,
    Progress,
    What,
    untold,
)
from followup_tui.domain.text import clean_line, shorten
from followup_tui.domain.words import count
from followup_tui.exchange.raw_contact import left_out
from followup_tui.exchange.tables.columns import is_by_a_word, key_of
from followup_tui.exchange.tables.contacts import ContactRows
from followup_tui.exchange.tables.dialect import Dialect
from followup_tui.exchange.tables.guessing import Column, mended, named_columns
from followup_tui.exchange.tables.header import DELIMITERS, Header, find_header, unnamed
from followup_tui.exchange.tables.past import interaction_rows, project_rows
from followup_tui.exchange.tables.programs import dialect_called
from followup_tui.exchange.tables.records import Record, lines_of, plain, records, unwrapped

_NAMED = 8  # columns that a sentence names
_SAMPLES = 3
_SAMPLED = 200  # rows from which the samples of a column are
_TOLD_EVERY = 500  # rows
_FEW = 3  # names, from which on they tell how all are written
_MOSTLY = 0.6  # of the names are written alike


@dataclass(frozen=True, slots=True)
class TableOptions:
    """What is known of a table before it is read."""

    mapping: Mapping[str, Field] = field(default_factory=dict)
    """What stands under a header, by the header: as the user said it now."""
    remembered: Mapping[str, Mapping[str, Field]] = field(default_factory=dict)
    """The same as it was said before, by the program's key."""
    what: What | None = None
    dialect: Dialect | None = None
    region: str = ""
    """Where days like 03/04/2024 come from (ISO 3166); empty: not known."""


def read_table(
    text: str,
    *,
    source: str,
    options: TableOptions | None = None,
    progress: Progress = untold,
) -> ImportPlan:
    """Return the plan of a table; raises `ImportProblem` where no header is found."""
    options = options or TableOptions()
    lines = unwrapped(lines_of(text), DELIMITERS)
    header = _header(lines, options, source)
    every = list(_numbered(lines, header))
    filled = [record for record in every if not record.is_empty]
    body = filled[header.row + 1 :]
    header = _with_values(header, body[:_SAMPLED], options)
    header = replace(header, family_first=_is_family_first(header, body[:_SAMPLED]))
    rows = tuple(_rows(body, header, options, progress))
    before = sum(record.lines for record in filled[: max(header.row, 0)])
    return ImportPlan(
        source=source,
        kind=FileKind.CSV,
        rows=rows,
        notes=tuple(_notes(header, before)),
        other_lines=len(lines) - sum(row.lines for row in rows),
        what=header.what,
        program=header.dialect.key,
        program_name=header.dialect.name,
        columns=tuple(_columns(header, body[:_SAMPLED], options)),
    )


def _header(lines: Sequence[str], options: TableOptions, source: str) -> Header:
    """Return the header, with what was said of its columns."""
    said = {key_of(name) or name: each for name, each in options.mapping.items()}
    known = {
        program: {key_of(name) or name: each for name, each in columns.items()}
        for program, columns in options.remembered.items()
    }
    header = find_header(
        lines,
        mapping={**known.get("table", {}), **said},
        what=options.what,
        dialect=options.dialect,
    )
    if header is None:
        raise _no_header(source, options.what, lines)
    before = known.get(header.dialect.key, {})
    meanings = {**before, **said}
    fields = tuple(
        options.mapping.get(str(at)) or meanings.get(key_of(name) or name, found)
        for at, (name, found) in enumerate(zip(header.names, header.fields, strict=True), start=1)
    )
    there = {key_of(name) or name for name in header.names}
    there |= {str(at) for at in range(1, len(header.names) + 1)}
    for name in options.mapping:
        if (key_of(name) or name) not in there:
            raise ImportProblem(
                f"{source} has no column “{clean_line(name)}”: its columns are "
                f"{', '.join(shorten(each, 30) for each in header.names if each)}."
            )
    return replace(header, fields=fields)


def _with_values(header: Header, body: Sequence[Record], options: TableOptions) -> Header:
    """Return the header of contacts with what its values deny, and what they tell besides."""
    if header.what is not What.CONTACTS or header.row < 0:
        return header
    rows = [record.cells or () for record in body]
    keys = [key_of(name) for name in header.names]
    said = {key_of(name) or name for name in options.mapping}
    numbers = [str(at) for at in range(1, len(keys) + 1)]
    columns = [
        Column(key, field, not {key, at} & said and is_by_a_word(name, header.dialect.own))
        for at, key, field, name in zip(numbers, keys, header.fields, header.names, strict=True)
    ]
    fields = mended(columns, rows)
    if WHO & set(fields):
        return replace(header, fields=fields)
    fields = named_columns(rows, keys, fields)
    return replace(header, fields=fields, guessed=WHO & set(fields) != set())


def _is_family_first(header: Header, body: Sequence[Record]) -> bool:
    """Say whether the whole names are mostly written with the family name first."""
    if Field.NAME not in header.fields:
        return False
    at = header.fields.index(Field.NAME)
    names = [record.cells[at] for record in body if record.cells and at < len(record.cells)]
    names = [name for name in map(clean_line, names) if name]
    turned = sum(1 for name in names if is_family_first(name))
    return len(names) >= _FEW and turned >= _MOSTLY * len(names)


def _no_header(source: str, what: What | None, lines: Sequence[str]) -> ImportProblem:
    if what is What.PROJECTS:
        return ImportProblem(
            f"No line of {source} names the columns of past projects: it needs Client, Project, "
            "and one of Started, Ended, Technologies, Success."
        )
    if what is What.INTERACTIONS:
        return ImportProblem(
            f"No line of {source} names the columns of conversations: it needs Date, Who, "
            "and one of Notes, Kind, Outcome."
        )
    names, below = unnamed(lines)
    return ColumnsNeeded(
        f"No column of {source} says who the contacts are: let its first line name the "
        "columns, like Name, Company, Email, Phone, Website, or say which column it is, "
        "by its heading or its number, as with --map 1=name.",
        tuple(_planned(names, (None,) * len(names), below)),
    )


def _numbered(lines: Sequence[str], header: Header) -> Iterator[Record]:
    """Yield the records with their lines counted from the beginning of the file."""
    for record in records(lines[header.first_line :], header.delimiter):
        yield replace(record, line=record.line + header.first_line) if header.first_line else record


def _rows(
    body: Sequence[Record], header: Header, options: TableOptions, progress: Progress
) -> Iterator[PlannedRow]:
    """Yield a row of the plan for each record."""
    readable = [record for record in body if record.cells is not None]
    if header.what is What.PROJECTS:
        made = project_rows(readable, header, options.region)
    elif header.what is What.INTERACTIONS:
        made = interaction_rows(readable, header, options.region)
    else:
        made = ContactRows(header).of(readable)
    for number, record in enumerate(body):
        if number % _TOLD_EVERY == 0:
            progress("Reading", number, len(body))
        if record.cells is not None:
            yield next(made)
        else:
            reason = "it cannot be read as a row of a table"
            yield left_out(reason, line=record.line, lines=record.lines, text=record.text)


def _columns(
    header: Header, body: Sequence[Record], options: TableOptions
) -> Iterator[PlannedColumn]:
    """Yield each column that has a heading or something in it."""
    said = {key_of(name) or name for name in options.mapping}
    for columns in (
        options.remembered.get(header.dialect.key, {}),
        options.remembered.get("table", {}),
    ):
        said |= {key_of(name) or name for name in columns}
    cells = [record.cells for record in body if record.cells is not None]
    for column in _planned(header.names, header.fields, cells):
        name = header.names[column.number - 1]
        mapped = (key_of(name) or name) in said or str(column.number) in options.mapping
        yield replace(column, mapped=mapped)


def _planned(
    names: Sequence[str], fields: Sequence[Field | None], rows: Sequence[Sequence[str]]
) -> Iterator[PlannedColumn]:
    """Yield each column that has a heading or something in `rows`."""
    named = Counter(names)
    for at, (name, found) in enumerate(zip(names, fields, strict=True)):
        samples: dict[str, None] = {}
        for cells in rows:
            value = shorten(clean_line(plain(cells[at])[:200]), 40) if at < len(cells) else ""
            if value:
                samples[value] = None
            if len(samples) == _SAMPLES:
                break
        if name or samples:
            alone = bool(name) and named[name] == 1
            yield PlannedColumn(
                name or str(at + 1), found, tuple(samples), number=at + 1, is_alone=alone
            )


def _notes(header: Header, before: int) -> Iterator[str]:
    """Yield what holds for the file as a whole."""
    if header.row < 0 or header.guessed:
        what = "There is no header" if header.row < 0 else "No heading says who the contacts are"
        yield f"{what}: that was told by the values; look whether it is right."
    if before:
        lines, stand = count(before, "line"), "stands" if before == 1 else "stand"
        yield f"{lines} before the header {stand} for no contact."
    unknown = [
        name for name, found in zip(header.names, header.fields, strict=True)
        if found is None and name and not header.dialect.keeps_unknown
    ]  # fmt: skip
    if unknown:
        named = ", ".join(shorten(name, 30) for name in unknown[:_NAMED])
        more = f" and {len(unknown) - _NAMED} more" if len(unknown) > _NAMED else ""
        yield f"Columns that are left out: {named}{more}."


def dialect_and_what(kind: str) -> tuple[Dialect | None, What | None] | None:
    """Return what a kind that somebody named says of a table; None: it names none."""
    if kind == FileKind.CSV:
        return None, None
    if kind in {What.CONTACTS, What.PROJECTS, What.INTERACTIONS}:
        return None, What(kind)
    dialect = dialect_called(kind)
    return (dialect, What.CONTACTS) if dialect else None
