"""The attendees of a course out of a file: a table (a spreadsheet, too), or vCards.

Each row of the file comes out as one, be it somebody or not, so that none is dropped in silence.
Who came and who had the money back is read where a column says it (`attendance_words`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from followup_tui.domain.course import Attendee
from followup_tui.domain.courses.attending import AttendeeFile, AttendeeProblem, AttendeeRow
from followup_tui.domain.importing.fields import Field
from followup_tui.domain.importing.names import turned
from followup_tui.domain.importing.plan import ImportProblem
from followup_tui.domain.importing.reaching import called
from followup_tui.domain.record import Invalid
from followup_tui.domain.text import clean_line, fold, shorten
from followup_tui.exchange import archives
from followup_tui.exchange.attendance_words import Reading, about_of
from followup_tui.exchange.decoding import decode
from followup_tui.exchange.tables.columns import columns_of, key_of
from followup_tui.exchange.tables.records import Record, lines_of, plain, records

LARGEST = 16 * 1024 * 1024
"""Bytes of a file that is read: no course has so many."""
_DELIMITERS = (",", ";", "\t", "|")
_LOOKED_AT = 30  # records among which the header is: some programs write notes before it
_ROOM = 120  # characters of a row that a list has use for
_NAMES = {Field.NAME, Field.FIRST, Field.LAST}
_TELLING = _NAMES | {Field.EMAIL}
"""What says who an attendee is."""
_WANTED = _NAMES | {Field.EMAIL, Field.PHONE, Field.COMPANY}
_OTHERS = frozenset({"buyer", "purchaser", "billing", "invoice", "payer", "organizer", "organiser"})
"""A column of one of these is about somebody else than the guest of its row."""
_NAMED = 8  # columns that a sentence names


@dataclass(frozen=True, slots=True)
class _Table:
    """A table that was understood."""

    header: int
    """Which of the filled records it is."""
    names: tuple[str, ...]
    columns: tuple[Field | None, ...]
    rows: tuple[Record, ...]

    @property
    def understood(self) -> int:
        return sum(1 for column in self.columns if column in _WANTED)


def read_attendees(path: Path) -> AttendeeFile:
    """Return what stands in the file at `path`; raises `AttendeeProblem`."""
    source = clean_line(path.name) or "the file"
    text, notes = _text(path, source)
    if "begin:vcard" in text[:10_000].lower():
        return _of_cards(path, source)
    table = max(
        (table for each in _DELIMITERS if (table := _table(text, each))),
        key=lambda each: each.understood,
        default=None,
    )
    if table is None:
        raise AttendeeProblem(
            f"No column of {source} says who the attendees are: save it as CSV whose first line "
            "names the columns, like Name, Email, Company, Status."
        )
    cells = [_cells(row) for row in table.rows]
    reading = Reading.of(table.names, cells)
    rows = tuple(
        _row(record, each, table, reading) for record, each in zip(table.rows, cells, strict=True)
    )
    return AttendeeFile(source, rows, (*notes, *_notes(table, reading)))


def _text(path: Path, source: str) -> tuple[str, tuple[str, ...]]:
    """Return the text of a file, or of the one within an archive, and what is to be told of it."""
    content = _content(path)
    if not archives.is_archive(content):
        return decode(content).text, ()
    try:
        inner = archives.contacts_within(content, source, LARGEST)[0]
    except ImportProblem as problem:
        raise AttendeeProblem(str(problem)) from None
    return decode(inner.content).text, (inner.note,)


def _content(path: Path) -> bytes:
    named = clean_line(str(path))
    try:
        if path.is_dir():
            raise AttendeeProblem(f"{named} is a folder: name the file of attendees in it.")
        if path.exists() and not path.is_file():
            raise AttendeeProblem(f"{named} is no file of attendees: write them to one first.")
        if path.stat().st_size > LARGEST:
            raise AttendeeProblem(f"{named} is larger than {LARGEST // 1024**2} MB.")
        content = path.read_bytes()
    except FileNotFoundError:
        raise AttendeeProblem(f"There is no file {named}: look at how it is written.") from None
    except (OSError, ValueError) as problem:
        why = clean_line(getattr(problem, "strerror", None) or str(problem))
        raise AttendeeProblem(f"{named} cannot be read: {why}.") from None
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise AttendeeProblem(
            f"{named} is a spreadsheet of an old Office: save the table as CSV, and import that."
        )
    if not content.strip():
        raise AttendeeProblem(f"{named} is empty: there is no attendee in it.")
    return content


def _table(text: str, delimiter: str) -> _Table | None:
    """Return the table that `text` is with this delimiter, or None where it is none."""
    filled = [each for each in records(lines_of(text), delimiter) if not each.is_empty]
    for at, record in enumerate(filled[:_LOOKED_AT]):
        names = tuple(clean_line(cell) for cell in record.cells or ())
        columns = _columns(names)
        known = sum(1 for column in columns if column in _WANTED)
        if set(columns) & _TELLING and (known > 1 or len(names) == 1 or any(map(about_of, names))):
            return _Table(at, names, columns, tuple(filled[at + 1 :]))
    return None


def _columns(names: Sequence[str]) -> tuple[Field | None, ...]:
    """Return what the columns hold; where the guest has one, those of the buyer hold nothing."""
    columns = columns_of(names)
    of_others = [bool(_OTHERS & set(key_of(name).split())) for name in names]
    own = {column for column, other in zip(columns, of_others, strict=True) if column and not other}
    named = bool(own & _NAMES)
    return tuple(
        None if about_of(name) or (other and (named or column in own)) else column
        for name, column, other in zip(names, columns, of_others, strict=True)
    )


def _cells(record: Record) -> Sequence[str]:
    return [plain(cell) for cell in record.cells or ()]


def _row(record: Record, cells: Sequence[str], table: _Table, reading: Reading) -> AttendeeRow:
    found: dict[Field, list[str]] = {}
    for cell, column in zip(cells, table.columns, strict=False):
        if column in _WANTED and (text := clean_line(cell)):
            found.setdefault(column, []).append(text)
    shown = clean_line(" ".join(cells) if cells else record.text)
    shown = shorten(shown, _ROOM) or "(nothing)"
    email = next((each for each in found.get(Field.EMAIL, ()) if _is_address(each)), "")
    name = _name(found, email)
    if not name:
        why = "it names nobody" if record.cells is not None else "it cannot be read as a row"
        return AttendeeRow(record.line, shown, problem=why)
    company = found.get(Field.COMPANY, [""])[0]
    try:
        attendee = Attendee(
            name=name,
            email=email,
            phone=found.get(Field.PHONE, [""])[0],
            company="" if fold(company) == fold(name) else company,
        )
    except Invalid as wrong:
        return AttendeeRow(record.line, shown, problem=f"its {wrong.field} {wrong.message}")
    attendance = reading.attendance(cells)
    return AttendeeRow(record.line, shorten(name, _ROOM), attendee, attendance)


def _name(found: Mapping[Field, Sequence[str]], email: str) -> str:
    """Return the name of a row; where there is none, what the address tells; empty: nobody."""
    parts = [found.get(part, [""])[0] for part in (Field.FIRST, Field.LAST)]
    whole = found.get(Field.NAME, [""])[0]
    name = " ".join(filter(None, parts)) or turned(whole)
    return name or (called(email) if email else "")


def _is_address(text: str) -> bool:
    before, at, after = text.partition("@")
    return bool(before and at and after) and "@" not in after and " " not in text


def _of_cards(path: Path, source: str) -> AttendeeFile:
    """Return the attendees of a file of vCards."""
    from followup_tui.exchange.contacts import read_contacts  # noqa: PLC0415 - seldom needed

    try:
        plan = read_contacts(path)
    except ImportProblem as problem:
        raise AttendeeProblem(str(problem)) from None
    rows = []
    for row in plan.rows:
        person = row.contact.person if row.contact else None
        if row.contact is None or person is None:
            why = row.reason if row.contact is None else "it names nobody"
            rows.append(AttendeeRow(row.line, row.name, problem=why))
            continue
        company = row.contact.company
        attendee = Attendee(
            name=person.name,
            email=next(iter(person.emails), ""),
            phone=next(iter(person.phones), ""),
            company="" if fold(company) == fold(person.name) else company,
        )
        rows.append(AttendeeRow(row.line, row.name, attendee))
    return AttendeeFile(source, tuple(rows), plan.notes)


def _notes(table: _Table, reading: Reading) -> Iterator[str]:
    """Yield what holds for the file as a whole."""
    said = {at for at, _ in reading.columns}
    if not said:
        yield "No column says who came: everybody counts as having attended."
    left = [
        name
        for at, (name, column) in enumerate(zip(table.names, table.columns, strict=True))
        if name and column not in _WANTED and at not in said
    ]
    if left:
        named = ", ".join(shorten(name, 30) for name in left[:_NAMED])
        more = f" and {len(left) - _NAMED} more" if len(left) > _NAMED else ""
        yield f"Columns that are left out: {named}{more}."
