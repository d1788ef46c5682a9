"""The rows of a table of contacts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from followup_tui.domain.importing.fields import Field
from followup_tui.domain.importing.plan import PlannedRow
from followup_tui.domain.text import clean_line, fold
from followup_tui.exchange.raw_contact import RawContact, left_out, planned
from followup_tui.exchange.tables.columns import key_of
from followup_tui.exchange.tables.header import Header
from followup_tui.exchange.tables.records import Record, plain

SEVERAL = " ::: "
"""How Google joins several values in a cell."""
_SALUTATIONS = {"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "herr", "frau", "m", "mme",
                "mlle", "sr", "sra", "srta", "sig", "sig.ra", "dott", "hr", "fr"}  # fmt: skip
_EMPTY = {
    "n/a",
    "#n/a",
    "null",
    "none",
    "nan",
    "(none)",
    "(blank)",
    "[]",
    "\\n",
    "undefined",
    "0/0/00",
    "0.0.00",
    "00/00/00",
    "0/0/0000",
}
"""What programs write where there is nothing."""
_VALUE = re.compile(r"\s*\d*\s*-\s*Value$", re.IGNORECASE)
_LABEL = re.compile(r".* (?:label|type)$")
_NOT_FOR_CALLS = ("fax", "pager")
_YES = {"true", "yes", "1", "x", "ja", "oui", "si", "y", "do not call", "wahr", "vrai"}
_PARTED = re.compile(r"[;,|]")


class ContactRows:
    """Makes contacts of the records under one header."""

    def __init__(self, header: Header) -> None:
        self._dialect = header.dialect
        self._width = len(header.names)
        self._keys = [key_of(name) for name in header.names]
        self._labels = [_VALUE.sub("", name) for name in header.names]
        self._fields: list[Field | None] = list(header.fields)
        for at, (name, found) in enumerate(zip(header.names, header.fields, strict=True)):
            if found is None and name and header.dialect.keeps_unknown:
                self._fields[at] = Field.KEEP
        self._label_of = [
            at - 1 if at and _LABEL.fullmatch(self._keys[at - 1]) else -1
            for at in range(self._width)
        ]

    def of(self, body: Iterable[Record]) -> Iterator[PlannedRow]:
        """Yield the row of each record that could be read."""
        for record in body:
            yield self._row(record)

    def _row(self, record: Record) -> PlannedRow:
        cells = [plain(cell) for cell in record.cells or ()]
        raw, named = self.raw(cells)
        reason = self._dialect.left_out(named)
        if reason:
            text = ", ".join(filter(None, (raw.name, raw.company))) or " ".join(cells)
            return left_out(reason, line=record.line, lines=record.lines, text=text)
        self._dialect.mend(raw, named)
        return planned(raw, line=record.line, lines=record.lines, text=" ".join(cells))

    def raw(self, cells: Sequence[str]) -> tuple[RawContact, dict[str, str]]:
        """Return the words of a row by what their columns mean, and its cells by their keys."""
        found: dict[Field, list[str]] = {}
        named: dict[str, str] = {}
        raw = RawContact()
        for at, cell in enumerate(cells[: self._width]):
            if not cell or cell.isspace() or cell.strip().lower() in _EMPTY:
                continue
            named.setdefault(self._keys[at], cell)
            field = self._fields[at]
            if field is Field.KEEP:
                raw.kept.append((self._labels[at], cell))
            elif field is Field.PHONE and self._is_fax(at, cells):
                continue
            elif field is not None:
                found.setdefault(field, []).append(cell)
        # A row that is longer than the header has something in it that no column names.
        found.setdefault(Field.NOTES, []).extend(
            cell for cell in cells[self._width :] if cell.strip()
        )
        _fill(raw, found)
        return raw, named

    def _is_fax(self, at: int, cells: Sequence[str]) -> bool:
        label = self._label_of[at]
        return label >= 0 and any(word in cells[label].lower() for word in _NOT_FOR_CALLS)


def _fill(raw: RawContact, found: dict[Field, list[str]]) -> None:
    """Put the words of a row where they belong."""
    parts = (found.get(each, [""])[0] for each in (Field.FIRST, Field.MIDDLE, Field.LAST))
    built = " ".join(part.strip() for part in parts if part.strip())
    whole = found.get(Field.NAME, [""])[0]
    raw.name = whole if whole and " " not in built.strip() and " " in whole.strip() else built
    raw.name = raw.name or whole
    raw.company = found.get(Field.COMPANY, [""])[0]
    titles = [each for each in found.get(Field.TITLE, ()) if not _is_salutation(each)]
    raw.role = next(iter([*found.get(Field.ROLE, ()), *titles]), "")
    raw.emails = split(found.get(Field.EMAIL, ()))
    raw.phones = split(found.get(Field.PHONE, ()))
    raw.websites = split(found.get(Field.WEBSITE, ()))
    raw.profiles = split(found.get(Field.PROFILE, ()))
    raw.tags = tags_in(found.get(Field.TAGS, ()))
    raw.about = found.get(Field.NOTES, [])
    raw.do_not_call = any(
        clean_line(cell).lower() in _YES for cell in found.get(Field.DO_NOT_CALL, ())
    )
    address = dict.fromkeys(clean_line(part) for part in found.get(Field.ADDRESS, ()))
    if address:
        raw.kept.append(("Address", ", ".join(filter(None, address))))


def split(cells: Iterable[str]) -> list[str]:
    """Return the values of cells, several of one apart."""
    return [value for cell in cells for value in cell.split(SEVERAL)]


def _is_salutation(text: str) -> bool:
    return fold(text.strip().rstrip(".")) in _SALUTATIONS


def tags_in(cells: Iterable[str]) -> list[str]:
    """Return the labels in `cells`, without those that Google gives to everybody."""
    parts = [part for cell in split(cells) for part in _PARTED.split(cell)]
    return [part.strip() for part in parts if not part.strip().startswith("* ")]
